"""The day in figures."""

from datetime import datetime
from itertools import pairwise
from zoneinfo import ZoneInfo

from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from attendance.attendance_list import lines
from attendance.day import STEP_MS, curve, figures
from hub.database import db
from tests.attendance.conftest import DayThatWas

ZONE = "Asia/Almaty"


def at(day: int, hour: int, minute: int) -> int:
    return int(datetime(2026, 11, day, hour, minute, tzinfo=ZoneInfo(ZONE)).timestamp() * 1000)


def test_the_figures_of_a_day_that_was(app: Flask, day: DayThatWas) -> None:
    with app.app_context(), db.connection_context():
        found = figures(lines(), ZONE)
    assert (found.registered, found.came, found.here, found.walk_ins) == (5, 3, 2, 4)
    assert found.turnout == 0.6
    assert found.desks == (("Стол 1", 2), ("Стол 2", 1))
    assert (found.first_arrival, found.last_arrival) == (day.opened, day.opened + 14 * 60_000)
    assert found.peak is not None
    assert (found.peak.start, found.peak.arrivals) == (day.opened, 2)


def test_a_day_before_anybody_came_has_figures_too() -> None:
    empty = figures([], ZONE)
    assert (empty.registered, empty.turnout, empty.peak, empty.curve, empty.first_arrival) == (0, 0.0, None, (), None)


def test_the_curve_has_no_gaps_and_adds_up() -> None:
    steps = list(curve([at(28, 9, 31), at(28, 9, 34), at(28, 9, 47)], ZONE))
    assert [(step.arrivals, step.total) for step in steps] == [(2, 2), (0, 2), (0, 2), (1, 3)]
    assert steps[0].start == at(28, 9, 30)


def test_a_rehearsal_the_evening_before_does_not_stretch_the_curve() -> None:
    steps = list(curve([at(27, 19, 0), at(28, 9, 30), at(28, 9, 41)], ZONE))
    assert [(step.start, step.total) for step in steps] == [
        (at(28, 9, 30), 2),
        (at(28, 9, 35), 2),
        (at(28, 9, 40), 3),
    ]


@given(st.lists(st.integers(at(28, 0, 0), at(28, 23, 59)), min_size=1, max_size=200))
def test_every_arrival_of_the_day_is_in_one_step(times: list[int]) -> None:
    steps = list(curve(sorted(times), ZONE))
    assert sum(step.arrivals for step in steps) == steps[-1].total == len(times)
    assert all(later.start - sooner.start == STEP_MS for sooner, later in pairwise(steps))
