"""Everybody registered, as plain rows."""

import uuid

import pytest
from flask import Flask

from attendance.attendance_list import Line, lines
from hub.database import db
from kiosk import attendees
from kiosk.models import Attendee
from kiosk.walk_ins import WalkIn, register
from tests.attendance.conftest import DayThatWas
from tests.conftest import CAST, FIELDS, TESTER


@pytest.fixture
def listed(app: Flask, day: DayThatWas) -> dict[str, Line]:
    with app.app_context(), db.connection_context():
        return {line.first_name: line for line in lines()}


def test_everybody_is_in_it_by_surname_whether_they_came_or_not(app: Flask, day: DayThatWas) -> None:
    with app.app_context(), db.connection_context():
        everybody = lines()
        sorted_by_key = [row.first_name for row in Attendee.select().order_by(Attendee.sort_key)]
    assert [line.first_name for line in everybody] == sorted_by_key
    assert len(everybody) == len(CAST)


def test_only_those_who_came_can_be_asked_for(app: Flask, day: DayThatWas) -> None:
    with app.app_context(), db.connection_context():
        assert {line.first_name for line in lines(came_only=True)} == {"Айгүл", "Тимур", "Oʻtkir"}


def test_a_row_says_where_its_person_stands(listed: dict[str, Line], day: DayThatWas) -> None:
    minute = 60_000
    aigul, utkir = listed["Айгүл"], listed["Oʻtkir"]
    assert (aigul.status, aigul.first_entry, aigul.last_exit, aigul.desk) == ("here", day.opened, None, "Стол 1")
    assert (utkir.status, utkir.first_entry) == ("left", day.opened + 14 * minute)
    assert utkir.last_exit == day.opened + 30 * minute


def test_an_entry_that_was_undone_is_none(listed: dict[str, Line]) -> None:
    olga = listed["Ольга"]
    assert (olga.status, olga.first_entry, olga.desk, olga.came) == ("expected", None, "", False)


def test_consent_is_kept_with_its_text_and_time_or_is_not_known(listed: dict[str, Line]) -> None:
    assert (listed["Айгүл"].consent, listed["Айгүл"].consent_text) == (True, "ru 1")
    assert listed["Айгүл"].consent_at is not None
    nurlan = listed["Нұрлан"]
    assert (nurlan.consent, nurlan.consent_text, nurlan.consent_at) == (None, "", None)
    assert (nurlan.walk_in, listed["Айгүл"].walk_in) == (False, True)


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("8 (701) 000-00-01", "+77010000001"),
        ("+7 701 000 00 01, 8 727 300 00 02", "+77010000001, +77273000002"),
        ("позвоните секретарю", "позвоните секретарю"),
    ],
)
def test_a_phone_is_one_that_can_be_called_else_as_written(app: Flask, written: str, shown: str) -> None:
    fields = {**dict(zip(FIELDS, CAST["aigul"], strict=True)), "phone": written}
    with app.app_context(), db.connection_context():
        register(WalkIn(str(uuid.uuid4()), fields, consent=True, as_written=True), TESTER)
        assert [line.phone for line in lines()] == [shown]


def test_the_barred_and_the_cancelled_stay_on_the_list(app: Flask, cast: dict[str, Attendee]) -> None:
    with app.app_context(), db.connection_context():
        attendees.bar(cast["timur"].id, "competitor", TESTER)
        attendees.cancel(cast["olga"].id, TESTER)
        found = {line.first_name: (line.status, line.barred) for line in lines()}
    assert found["Тимур"] == ("barred", "competitor")
    assert found["Ольга"] == ("cancelled", "")
