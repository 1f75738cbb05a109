"""The sample seminar has a programme of today, and a talk of it runs."""

from datetime import datetime, time, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub import seminar, steady
from hub.app import open_folder
from hub.database import db
from hub.settings import Settings
from speaker_timer import timer
from speaker_timer.demo import EARLIEST, LATEST, PROGRAMME, RUNS_SINCE, lay, stage_demo
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


def test_a_talk_runs_since_twelve_minutes(staged: timer.State) -> None:
    now = steady.now()
    running = staged.planned(staged.rundown.current)
    assert running is not None
    assert running.row.title in {line.title for line in PROGRAMME}
    assert staged.rundown.elapsed(now) // MINUTE == 12
    assert late(staged.rundown, now) < 2 * MINUTE


def test_everything_before_it_is_over_and_everything_after_waits(staged: timer.State) -> None:
    going = [span.going for span in expected(staged.rundown, steady.now())]
    place = going.index(Going.RUNS)
    assert going == [*[Going.OVER] * place, Going.RUNS, *[Going.WAITS] * (len(PROGRAMME) - place - 1)]


def test_every_speaker_has_a_phone(staged: timer.State) -> None:
    assert len(staged.plans) == len(PROGRAMME) == 8
    assert all(one.row.phone for one in staged.plans if one.row.speaker)


@given(st.integers(0, 24 * 60 - 1))
def test_the_programme_never_crosses_midnight(minute: int) -> None:
    now = datetime(2026, 11, 28) + timedelta(minutes=minute)  # noqa: DTZ001  a wall clock in the hall has no zone
    laid = lay(now)
    times = [laid.first + timedelta(minutes=edge) for line in PROGRAMME for edge in (line.begins, line.ends)]
    assert {moment.date() for moment in times} == {now.date()}
    assert min(times).time() >= EARLIEST
    assert max(times).time() <= LATEST
    started = laid.first + timedelta(minutes=laid.runs.begins)
    assert started == now - RUNS_SINCE or now.time() < time(0, 52) or now.time() > time(23, 22)


@pytest.mark.parametrize(
    ("now", "first", "runs"),
    [
        ("00:00", "00:40", "CRM без потерь: обзор Битрикс24"),
        ("10:17", "10:05", "CRM без потерь: обзор Битрикс24"),
        ("21:12", "21:00", "CRM без потерь: обзор Битрикс24"),
        ("21:13", "20:21", "Команда, которая продаёт"),
        ("22:52", "21:00", "План продаж, который выполняют"),
        ("23:22", "21:00", "Настройка CRM за восемь шагов"),
        ("23:59", "21:00", "Ответы на вопросы"),
    ],
)
def test_it_lies_around_this_moment_where_the_day_has_room(now: str, first: str, runs: str) -> None:
    day = "2026-11-28T"
    laid = lay(datetime.fromisoformat(day + now))
    assert (laid.first, laid.runs.title) == (datetime.fromisoformat(day + first), runs)


def test_each_item_follows_the_one_before(staged: timer.State) -> None:
    assert all(one.end == two.start for one, two in pairwise(staged.plans))
