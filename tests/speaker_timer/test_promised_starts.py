"""A delay is told of what is next as the day really goes, not of the start that happens to be nearest."""

import uuid
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub import seminar, steady
from hub.access import Role
from hub.database import db
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from speaker_timer.actions import Action, Tap, apply
from speaker_timer.promised_starts import meant
from speaker_timer.rundown import Rundown
from tests.conftest import client_as
from tests.speaker_timer.days import MINUTE, MORNING, day, planned, talks


def at(minutes: float) -> int:
    """A moment of the day, so many minutes after the first start."""
    return MORNING + round(minutes * MINUTE)


def asked(rundown: Rundown, minutes: float) -> list[float]:
    """What may be meant at that moment, minutes after the first start."""
    return [(start - MORNING) / MINUTE for start in meant(rundown, at(minutes))]


def tapped(rundown: Rundown, action: Action, minutes: float, item: int | None = None) -> Rundown:
    return apply(rundown, Tap(action, item=item), at(minutes))


def test_before_the_day_begins_the_first_talk_is_meant_and_not_the_nearest() -> None:
    assert asked(day(*talks(20, 20, 20)), -10) == [0]
    assert asked(day(*talks(20, 20, 20)), 15) == [0]


def test_while_one_speaks_the_next_is_meant_however_near_the_start_of_what_is_on() -> None:
    day_on = tapped(day(*talks(30, 30, 30)), Action.START_NEXT, 2)
    assert asked(day_on, 3) == [30]
    assert asked(day_on, 25) == [30]


def test_between_two_talks_the_following_is_meant_even_when_it_is_late() -> None:
    between = tapped(tapped(day(*talks(20, 15, 20)), Action.START_NEXT, 0), Action.FINISH, 25)
    assert asked(between, 34) == [20]  # the third, at 35, is nearer


def test_a_break_and_what_was_skipped_are_never_meant() -> None:
    plans = [*talks(30), planned(2, Kind.BREAK, at(30), 10 * MINUTE), planned(3, Kind.TALK, at(40), 20 * MINUTE)]
    morning = tapped(day(*plans, planned(4, Kind.TALK, at(60), 20 * MINUTE)), Action.START_NEXT, 0)
    assert asked(morning, 25) == [40]
    assert asked(tapped(morning, Action.SKIP, 26, item=3), 35) == [60]


def test_where_the_timer_was_left_alone_all_that_never_began_may_be_meant() -> None:
    forgotten = tapped(day(*talks(30, 30, 60, 30)), Action.START_NEXT, 0)
    assert asked(forgotten, 110) == [30, 60, 120]
    assert asked(Rundown(), 0) == []


@pytest.mark.parametrize(("begun", "clock"), [(False, "12:08"), (True, "12:30")])
def test_an_announced_delay_counts_from_the_next_start(
    app: Flask, monkeypatch: pytest.MonkeyPatch, begun: bool, clock: str
) -> None:
    with db.connection_context():
        facts = seminar.current()
        noon = datetime.fromisoformat(f"{facts.date}T12:00").replace(tzinfo=ZoneInfo(facts.zone))
        for start, end, title in (("11:58", "12:15", "Первый"), ("12:20", "12:40", "Второй")):
            ProgrammeItem.create(start=start, end=end, kind=Kind.TALK, title=title)
    now = round(noon.timestamp() * 1000)
    monkeypatch.setattr(steady, "now", lambda: now)
    host = client_as(app, Role.HOST)
    if begun:
        _tap(host, "start_next")
    told = host.post("/api/announcements", json={"kind": "delayed", "text": "10", "until_start": True})
    [one] = (told.json or {})["standing"]
    assert one["words"]["en"]["head"] == f"We begin 10 minutes later, at {clock}"
    assert one["expires_at"] == now + (35 if begun else 15) * MINUTE


def _tap(host: FlaskClient, action: str) -> None:
    reply = host.post("/api/timer/actions", json={"action": action, "id": str(uuid.uuid4())})
    assert reply.status_code == 200
