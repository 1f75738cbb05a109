"""The day as it really goes: what is left, and when everything else is expected."""

import pytest

from hub.programme.kinds import Kind
from speaker_timer.actions import Action, Tap, apply
from speaker_timer.rundown import Going, Rundown, early, ends_at, expected, late
from tests.speaker_timer.days import MINUTE, MORNING, day, planned, talks


def at(minutes: float) -> int:
    """Minutes after the morning's beginning."""
    return MORNING + int(minutes * MINUTE)


def begun(rundown: Rundown, minutes: float = 0) -> Rundown:
    """The next item started then."""
    return apply(rundown, Tap(Action.START_NEXT), at(minutes))


def starts(rundown: Rundown, minutes: float) -> list[float]:
    """When each item is expected, in minutes after the morning's beginning."""
    return [(span.start - MORNING) / MINUTE for span in expected(rundown, at(minutes))]


def test_an_empty_day_has_no_end_and_nothing_late() -> None:
    assert expected(Rundown(), MORNING) == []
    assert ends_at(Rundown(), MORNING) is None
    assert (late(Rundown(), MORNING), early(Rundown(), MORNING)) == (0, 0)
    assert (Rundown().target(), Rundown().remaining(MORNING)) == (0, 0)


def test_what_is_left_counts_down_to_below_zero() -> None:
    rundown = begun(day(*talks(20)))
    assert [rundown.remaining(at(minute)) // MINUTE for minute in (0, 5, 20, 23)] == [20, 15, 0, -3]


def test_the_speaker_counts_to_the_questions_and_questions_to_the_end_of_the_slot() -> None:
    rundown = begun(day(*talks(30, questions=10)))
    assert rundown.remaining(at(15)) == 5 * MINUTE
    asked = apply(rundown, Tap(Action.QUESTIONS), at(15))
    assert asked.remaining(at(15)) == 15 * MINUTE


def test_the_clock_stands_while_paused() -> None:
    paused = apply(begun(day(*talks(20))), Tap(Action.PAUSE), at(5))
    assert paused.remaining(at(5)) == paused.remaining(at(50)) == 15 * MINUTE
    going = apply(paused, Tap(Action.RESUME), at(50))
    assert going.remaining(at(51)) == 14 * MINUTE


def test_a_clock_that_has_gone_back_takes_no_time_that_was_used() -> None:
    assert begun(day(*talks(20)), 10).elapsed(at(5)) == 0


def test_an_overrun_pushes_what_follows_until_a_gap_takes_it_up() -> None:
    rundown = begun(day(*talks(20, 20, 20, gap=5)))
    assert starts(rundown, 10) == [0, 25, 50]
    assert starts(rundown, 27) == [0, 27, 50]
    assert starts(rundown, 40) == [0, 40, 60]
    assert late(rundown, at(40)) == 15 * MINUTE


def test_nothing_is_expected_before_its_promise() -> None:
    rundown = apply(begun(day(*talks(20, 20, gap=10))), Tap(Action.FINISH), at(5))
    assert starts(rundown, 5) == [0, 30]
    assert late(rundown, at(5)) == 0


def test_the_last_item_is_as_late_as_it_overruns() -> None:
    rundown = begun(day(*talks(20)))
    assert late(rundown, at(24)) == 4 * MINUTE
    assert ends_at(rundown, at(24)) == at(24)


def test_the_last_item_that_began_late_or_was_given_time_ends_late() -> None:
    assert late(begun(day(*talks(20)), 6), at(7)) == 6 * MINUTE
    assert late(apply(begun(day(*talks(20))), Tap(Action.ADD, 5 * MINUTE), at(7)), at(7)) == 5 * MINUTE


def test_what_begins_before_its_time_puts_the_day_ahead() -> None:
    rundown = begun(day(*talks(20, 20)), -8)
    assert (early(rundown, at(0)), late(rundown, at(0))) == (8 * MINUTE, 0)
    assert early(begun(rundown, 12), at(13)) == 8 * MINUTE, "the last one ends so much earlier"
    assert early(apply(rundown, Tap(Action.SHIFT), at(0)), at(0)) == 0, "the host has told everybody"


def test_a_stage_that_is_free_too_soon_is_ahead_until_the_next_is_due() -> None:
    rundown = apply(begun(day(*talks(20, 20))), Tap(Action.FINISH), at(12))
    assert [early(rundown, at(minute)) // MINUTE for minute in (12, 15, 20, 25)] == [8, 5, 0, 0]
    assert late(rundown, at(25)) == 5 * MINUTE


def test_a_planned_gap_is_no_lead() -> None:
    rundown = begun(day(*talks(20, 20, gap=10)))
    assert early(rundown, at(15)) == 0
    assert early(apply(rundown, Tap(Action.FINISH), at(15)), at(15)) == 5 * MINUTE


def test_a_skipped_item_puts_the_day_ahead_by_its_length() -> None:
    rundown = apply(begun(day(*talks(20, 15, 20))), Tap(Action.SKIP), at(5))
    assert early(rundown, at(5)) == 15 * MINUTE


def test_before_the_day_has_begun_nothing_is_ahead() -> None:
    assert early(day(*talks(20)), at(-90)) == 0
    registration = planned(9, Kind.REGISTRATION, MORNING - 60 * MINUTE, 60 * MINUTE)
    assert early(apply(day(registration, *talks(20)), Tap(Action.START, item=9), at(-60)), at(-59)) == 0


def test_registration_opens_at_its_time_whatever_the_stage_does() -> None:
    registration = planned(9, Kind.REGISTRATION, MORNING - 30 * MINUTE, 60 * MINUTE)
    rundown = day(registration, *talks(20))
    assert starts(rundown, 45) == [-30, 45]


@pytest.mark.parametrize(("minute", "going"), [(19, Going.RUNS), (20, Going.RUNS), (21, Going.OVERRUNS)])
def test_an_item_runs_until_its_slot_is_over_and_overruns_then(minute: int, going: Going) -> None:
    assert expected(begun(day(*talks(20))), at(minute))[0].going == going


def test_what_is_over_keeps_the_times_it_really_had() -> None:
    rundown = begun(begun(day(*talks(20, 20)), 3), 30)
    over, runs = expected(rundown, at(35))
    assert (over.start, over.end, over.going) == (at(3), at(30), Going.OVER)
    assert (runs.start, runs.end) == (at(30), at(50))
