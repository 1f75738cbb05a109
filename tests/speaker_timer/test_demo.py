"""The sample seminar has a programme of today, and its first talk runs."""

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub import seminar, steady
from hub.app import open_folder
from hub.database import db
from hub.settings import Settings
from speaker_timer import cards, timer
from speaker_timer.demo import EARLIEST, LATEST, PROGRAMME, first_talk, stage_demo
from speaker_timer.rundown import Going, expected, late

MINUTE = 60_000


@pytest.fixture
def staged(settings: Settings) -> timer.State:
    """The timer as the sample leaves it."""
    open_folder(settings)
    with db.connection_context():
        seminar.begin(title="Продажи без потерь")
        seminar.wake()
        stage_demo()
        return timer.current()


def test_the_first_talk_runs_since_twelve_minutes(staged: timer.State) -> None:
    now = steady.now()
    running = staged.planned(staged.rundown.current)
    assert running is not None
    assert running.row.title == "CRM без потерь: обзор Битрикс24"
    assert staged.rundown.elapsed(now) // MINUTE == 12
    assert cards.shown(staged.rundown, staged.stage, now) is None
    assert late(staged.rundown, now) < 2 * MINUTE


def test_everything_before_it_is_over_and_everything_after_waits(staged: timer.State) -> None:
    going = [span.going for span in expected(staged.rundown, steady.now())]
    assert going == [Going.OVER, Going.OVER, Going.RUNS, *[Going.WAITS] * 5]


def test_every_speaker_has_a_phone(staged: timer.State) -> None:
    assert len(staged.plans) == len(PROGRAMME) == 8
    assert all(one.row.phone for one in staged.plans if one.row.speaker)


@given(st.integers(0, 24 * 60 - 1))
def test_the_programme_never_crosses_midnight(minute: int) -> None:
    now = datetime(2026, 11, 28) + timedelta(minutes=minute)  # noqa: DTZ001  a wall clock in the hall has no zone
    first = first_talk(now)
    times = [first + timedelta(minutes=edge) for line in PROGRAMME for edge in (line.begins, line.ends)]
    assert {moment.date() for moment in times} == {now.date()}
    assert min(times).time() >= EARLIEST
    assert max(times).time() <= LATEST


@pytest.mark.parametrize(
    ("now", "first"),
    [("00:00", "00:40"), ("00:52", "00:40"), ("10:17", "10:05"), ("21:12", "21:00"), ("23:59", "21:00")],
)
def test_it_lies_around_this_moment_where_the_day_has_room(now: str, first: str) -> None:
    day = "2026-11-28T"
    assert first_talk(datetime.fromisoformat(day + now)) == datetime.fromisoformat(day + first)


def test_each_item_follows_the_one_before(staged: timer.State) -> None:
    assert all(one.end == two.start for one, two in pairwise(staged.plans))
