"""Somebody on the list with gaps registers again by themselves: gaps are filled, nothing that was known is lost."""

import re
import uuid
from collections.abc import Callable

import pytest
from flask import Flask

from hub import clock
from hub.access import Role
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.models import ConsentText
from kiosk.lists import importing
from kiosk.models import Attendee, PrintJob
from kiosk.selfservice import phone_links
from tests.conftest import CAST, FIELDS, TESTER, client_as
from tests.kiosk.lists.taking_in import listing_of
from tests.page_visitor import Visitor
from tests.postgresql import both_databases

pytestmark = both_databases

OLGA = dict(zip(FIELDS, CAST["olga"], strict=True))
# As people write themselves the second time.
AGAIN = {**OLGA, "surname": "Елкина-Березкина", "phone": "0555 000004"}
GAPS = ("company", "position", "email")

Way = Callable[[Flask, dict[str, str]], None]


def at_the_kiosk(app: Flask, typed: dict[str, str]) -> None:
    wish = {"id": str(uuid.uuid4()), "consent": True, "consent_language": "ky", **typed}
    reply = client_as(app, Role.KIOSK).post("/api/kiosk/walk-ins", json=wish)
    assert (reply.status_code, (reply.json or {})["recognised"]) == (200, True)


def on_the_phone(app: Flask, typed: dict[str, str]) -> None:
    hub: Hub = app.extensions[EXTENSION]
    path = f"/register/{phone_links.new_token(hub.secret_key)}"
    phone = Visitor(app)
    page = phone.client.get(path, query_string={"lang": "ky"}).text
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', page))
    reply = phone.send(path, **{**hidden, **typed, "consent": "yes"})
    assert (reply.status_code, "registered already" in phone.text) == (200, True)


both_ways = pytest.mark.parametrize("way", [at_the_kiosk, on_the_phone])


def take_in(app: Flask, **known: str) -> None:
    """A list in which Olga stands, with no more than this of her beside her name."""
    row = [known.get(name, "") if name not in ("surname", "first_name") else OLGA[name] for name in FIELDS]
    with app.app_context(), db.connection_context():
        importing.apply(listing_of([row]), TESTER)


def only_person(app: Flask) -> Attendee:
    with app.app_context(), db.connection_context():
        (person,) = Attendee.select()
        return person


@both_ways
def test_what_the_list_did_not_say_is_filled_by_what_was_typed(app: Flask, way: Way) -> None:
    take_in(app, phone=OLGA["phone"])
    assert [getattr(only_person(app), name) for name in GAPS] == ["", "", ""]
    way(app, AGAIN)
    person = only_person(app)
    assert {name: getattr(person, name) for name in GAPS} == {name: OLGA[name] for name in GAPS}
    assert (person.surname, person.phone_e164, person.source) == (OLGA["surname"], "+996555000004", "list")
    take_in(app, phone=OLGA["phone"])
    assert [getattr(only_person(app), name) for name in GAPS] == [OLGA[name] for name in GAPS], "a list erases nothing"
    found = client_as(app, Role.DESK).get("/api/attendees", query_string={"q": "мебель"}).json or {}
    assert found["total"] == 1


@both_ways
def test_a_phone_that_was_unknown_is_kept_as_every_other(app: Flask, way: Way) -> None:
    take_in(app, email=OLGA["email"])
    way(app, AGAIN)
    assert only_person(app).phone_e164 == "+996555000004"


@both_ways
def test_what_the_list_says_stands(app: Flask, way: Way) -> None:
    take_in(app, **{name: OLGA[name] for name in FIELDS[2:]})
    way(app, {**AGAIN, "company": "Другая", "position": "Директор", "email": "other@example.com"})
    person = only_person(app)
    assert {name: getattr(person, name) for name in GAPS} == {name: OLGA[name] for name in GAPS}
    assert person.surname == OLGA["surname"]


@both_ways
def test_the_consent_is_kept_with_its_text_and_its_time(app: Flask, way: Way) -> None:
    take_in(app, phone=OLGA["phone"])
    assert (only_person(app).consent, only_person(app).consent_at) == (None, None)
    before = clock.now()
    way(app, AGAIN)
    person = only_person(app)
    with app.app_context(), db.connection_context():
        text = ConsentText.get_by_id(person.consent_text)
    assert (person.consent, text.language) == (True, "ky")
    assert before <= (person.consent_at or 0) <= clock.now()


def test_the_badge_says_what_was_filled(app: Flask) -> None:
    take_in(app, phone=OLGA["phone"])
    at_the_kiosk(app, AGAIN)
    with app.app_context(), db.connection_context():
        (job,) = PrintJob.select()
        assert job.attendee is not None
        assert (job.attendee.company, job.attendee.position) == (OLGA["company"], OLGA["position"])
