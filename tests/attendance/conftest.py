"""A day that was: the five people, three of whom came, one not on time, and a stranger with a hostile name."""

import uuid
from dataclasses import dataclass

import pytest
from flask import Flask

from hub import clock
from hub.database import db
from hub.i18n import local
from kiosk import handouts
from kiosk.checkin import Scan, check_in
from kiosk.models import Attendee
from kiosk.presence import Kind
from tests.conftest import TESTER

MINUTE = 60_000
ZONE = "Asia/Almaty"


@dataclass(frozen=True)
class DayThatWas:
    """Who is who, and when (ms) the first of them came; the others came 2 and 14 minutes later."""

    people: dict[str, Attendee]
    opened: int


def go(person: Attendee, kind: Kind, at: int, station: str, reason: str = "") -> None:
    """One event of this moment by the hub's clock."""
    check_in(Scan(str(uuid.uuid4()), kind, attendee=person.id, occurred_at=at, station=station, reason=reason), TESTER)


@pytest.fixture
def day(app: Flask, cast: dict[str, Attendee]) -> DayThatWas:
    """Айгүл and Тимур at desk 1, Oʻtkir late at desk 2 and gone again; Ольга came by mistake and was undone."""
    opened = (clock.now() - 60 * MINUTE) // (5 * MINUTE) * (5 * MINUTE)
    if local(opened, ZONE).date() != local(opened + 14 * MINUTE, ZONE).date():
        opened -= 30 * MINUTE  # the curve is of one day: nobody here comes around midnight
    with app.app_context(), db.connection_context():
        go(cast["aigul"], Kind.ENTRY, opened, "Стол 1")
        go(cast["timur"], Kind.ENTRY, opened + 2 * MINUTE, "Стол 1")
        go(cast["utkir"], Kind.ENTRY, opened + 14 * MINUTE, "Стол 2")
        go(cast["utkir"], Kind.EXIT, opened + 30 * MINUTE, "Стол 2")
        go(cast["olga"], Kind.ENTRY, opened + 15 * MINUTE, "Стол 2")
        go(cast["olga"], Kind.UNDO, opened + 16 * MINUTE, "Стол 2", "не тот человек")
        pack = handouts.Tap(str(uuid.uuid4()), cast["aigul"].id, handouts.Item.PACK, handouts.Action.GIVEN)
        handouts.hand(pack, TESTER)
        # Only the list knew Нұрлан: nobody asked him for consent yet.
        Attendee.update(source="list", consent=None, consent_text=None, consent_at=None).where(
            Attendee.id == cast["nurlan"].id
        ).execute()
    return DayThatWas(cast, opened)
