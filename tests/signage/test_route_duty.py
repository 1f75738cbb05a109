"""The duty "signs stand before the first attendee", as the first page presses it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from hub import steady
from hub.access import Role
from hub.database import db
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from hub.programme.plan import Planned
from signage import placing, route
from signage.models import RoutePoint
from signage.placing import Haste, Standing
from tests.page_visitor import Visitor
from tests.signage.way import OLGA, add

MINUTE = 60_000
NINE = 9 * 60 * MINUTE
ZONE = ZoneInfo("Asia/Almaty")


def item(start: int, end: int, kind: Kind = Kind.TALK) -> Planned:
    return Planned(ProgrammeItem(id=1, kind=kind), start, end)


DAY = [item(NINE + 30 * MINUTE, NINE + 60 * MINUTE, Kind.REGISTRATION), item(NINE + 60 * MINUTE, NINE + 200 * MINUTE)]
MISSING = Standing(2, 5)


def test_points_where_nothing_stands_do_not_count() -> None:
    way = [RoutePoint(means=means, placed_at=at) for means, at in (("paper", 1), ("person", None), ("nothing", None))]
    assert placing.standing(way) == Standing(1, 2)


def test_the_first_attendee_comes_when_registration_opens() -> None:
    assert placing.first_attendee_at(DAY) == NINE + 30 * MINUTE
    assert placing.first_attendee_at(DAY[1:]) == NINE + 30 * MINUTE, "half an hour before the first item"
    assert placing.first_attendee_at([]) is None


@pytest.mark.parametrize(
    ("minutes", "haste"),
    [(-31, Haste.CALM), (-30, Haste.SOON), (29, Haste.SOON), (30, Haste.LATE), (199, Haste.LATE), (200, Haste.DONE)],
)
def test_missing_signs_press_from_an_hour_before_until_the_end(minutes: int, haste: Haste) -> None:
    assert placing.haste(MISSING, DAY, NINE + minutes * MINUTE) == haste


def test_nothing_presses_once_all_signs_stand_or_without_a_programme() -> None:
    assert placing.haste(Standing(5, 5), DAY, NINE + 30 * MINUTE) == Haste.DONE
    assert placing.haste(MISSING, [], NINE) == Haste.CALM


@pytest.fixture
def day(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten minutes past nine, twenty before registration, two signs drawn and one of three standing."""
    moment = int(datetime(2026, 11, 28, 9, 10, tzinfo=ZONE).timestamp() * 1000)
    monkeypatch.setattr(steady, "now", lambda: moment)
    with app.app_context(), db.connection_context():
        ProgrammeItem.create(start="09:30", end="10:00", kind=Kind.REGISTRATION, title="Регистрация")
        ProgrammeItem.create(start="10:00", end="10:40", kind=Kind.TALK, title="CRM без потерь")
        add("Дверь")
        route.place(add("Лестница").id, True, OLGA)


@pytest.mark.usefixtures("day")
@pytest.mark.parametrize("role", [Role.ORGANISER, Role.MINDER, Role.DESK, Role.HOST])
def test_the_first_page_presses_those_who_can_put_signs_up(app: Flask, role: Role) -> None:
    visitor = Visitor(app).sign_in(role)
    visitor.open("/")
    assert "The first attendees come at 09:30, and 2 signs are not up yet." in visitor.text


@pytest.mark.usefixtures("day")
def test_the_photographer_is_not_asked(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.PHOTOGRAPHER)
    assert "/signs/route" not in visitor.page
    assert visitor.open("/signs/route").status_code == 403


def test_before_anything_is_drawn_the_organiser_is_told_how(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.ORGANISER)
    visitor.open("/")
    assert "Walk it with a phone" in visitor.text
