"""One tap, one change: what each does, and where it makes no sense."""

import pytest

from hub.errors import Refusal
from hub.programme.kinds import Kind
from speaker_timer import actions
from speaker_timer.actions import Action, Tap
from speaker_timer.rundown import Rundown, expected
from tests.speaker_timer.days import MINUTE, MORNING, day, planned, talks


def at(minutes: float) -> int:
    """Minutes after the morning's beginning."""
    return MORNING + int(minutes * MINUTE)


def tapped(rundown: Rundown, minutes: float, action: Action, amount: int | None = None, *items: int) -> Rundown:
    """The day after a tap; `amount` in minutes."""
    item, other = (*items, None, None)[:2]
    return actions.apply(rundown, Tap(action, None if amount is None else amount * MINUTE, item, other), at(minutes))


def order(rundown: Rundown) -> list[int]:
    return [slot.item for slot in rundown.slots]


def with_registration() -> Rundown:
    return day(planned(9, Kind.REGISTRATION, at(-30), 30 * MINUTE), *talks(20, 20, 20))


def with_break(least: int = 10) -> Rundown:
    plans = [*talks(20), planned(2, Kind.BREAK, at(20), 30 * MINUTE, least_min=least)]
    return day(*plans, planned(3, Kind.TALK, at(50), 20 * MINUTE))


def test_starting_the_next_ends_the_one_before() -> None:
    rundown = tapped(tapped(day(*talks(20, 20)), 0, Action.START_NEXT), 22, Action.START_NEXT)
    first, second = rundown.slots
    assert (first.started, first.ended, second.started, second.ended) == (at(0), at(22), at(22), None)
    assert rundown.current == second.item


@pytest.mark.parametrize("action", [Action.START_NEXT, Action.START])
def test_opening_the_stage_ends_registration(action: Action) -> None:
    rundown = tapped(with_registration(), 1, action, None, 1)
    assert rundown.current == 1
    first = rundown.slots[0]
    assert (first.started, first.ended) == (at(-30), at(1))


def test_all_registrations_that_stand_before_the_next_item_end_with_it() -> None:
    lines = [planned(item, Kind.REGISTRATION, at(-30), 30 * MINUTE) for item in (8, 9)]
    assert tapped(day(*lines, *talks(20)), 0, Action.START_NEXT).current == 1


def test_an_item_started_out_of_order_goes_before_what_waits() -> None:
    rundown = tapped(tapped(day(*talks(20, 20, 20)), 0, Action.START_NEXT), 20, Action.START, None, 3)
    assert order(rundown) == [1, 3, 2]
    ends = [span.end for span in expected(rundown, at(20))]
    assert ends == sorted(ends)


def test_two_hosts_who_start_the_same_item_skip_none() -> None:
    rundown = tapped(day(*talks(20, 20)), 0, Action.START_NEXT, None, 1)
    with pytest.raises(Refusal, match="not_next"):
        tapped(rundown, 0, Action.START_NEXT, None, 1)


def test_time_is_given_whole_and_taken_no_further_than_there_is() -> None:
    rundown = tapped(day(*talks(20)), 0, Action.START_NEXT)
    assert tapped(rundown, 10, Action.ADD, 5).remaining(at(10)) == 15 * MINUTE
    assert tapped(rundown, 10, Action.ADD, -5).remaining(at(10)) == 5 * MINUTE
    assert tapped(rundown, 18, Action.ADD, -5).remaining(at(18)) == 0
    with pytest.raises(Refusal, match="nothing_to_take"):
        tapped(rundown, 21, Action.ADD, -1)
    with pytest.raises(Refusal, match="too_long"):
        tapped(rundown, 0, Action.ADD, 12 * 60)


def test_swapped_items_change_places_and_times_and_gaps_stay_where_they_were() -> None:
    rundown = tapped(day(*talks(10, 30, 20, gap=5)), -1, Action.SWAP, None, 1, 2)
    assert order(rundown) == [2, 1, 3]
    assert [(slot.start - MORNING) // MINUTE for slot in rundown.slots] == [0, 35, 50]


def test_swapping_items_of_a_programme_that_overlaps_lays_none_before_what_it_follows() -> None:
    plans = [planned(1, Kind.TALK, at(0), 60 * MINUTE), planned(2, Kind.TALK, at(10), 10 * MINUTE)]
    rundown = tapped(day(*plans), -1, Action.SWAP, None, 1, 2)
    assert [(slot.item, slot.start) for slot in rundown.slots] == [(2, at(0)), (1, at(0))]


def test_shifting_the_rest_moves_what_waits_to_when_it_can_begin() -> None:
    rundown = tapped(day(*talks(20, 20, 20, gap=5)), 10, Action.START_NEXT)
    shifted = tapped(rundown, 32, Action.SHIFT)
    assert [(slot.start - MORNING) // MINUTE for slot in shifted.waiting] == [32, 57]
    with pytest.raises(Refusal, match="nothing_to_shift"):
        tapped(shifted, 32, Action.SHIFT)


def test_a_day_that_is_ahead_is_shifted_forward_once_it_has_begun() -> None:
    with pytest.raises(Refusal, match="nothing_to_shift"):
        tapped(day(*talks(20, 20)), -30, Action.SHIFT)
    rundown = tapped(tapped(day(*talks(20, 20)), 0, Action.START_NEXT), 15, Action.FINISH)
    assert tapped(rundown, 15, Action.SHIFT).waiting[0].start == at(15)


def test_a_break_gives_the_delay_and_no_more_than_its_least() -> None:
    rundown = tapped(with_break(least=10), 8, Action.START_NEXT)
    assert tapped(rundown, 8, Action.EAT_BREAK).slots[1].length == 22 * MINUTE
    late = tapped(with_break(least=10), 28, Action.START_NEXT)
    assert tapped(late, 28, Action.EAT_BREAK).slots[1].length == 10 * MINUTE
    assert tapped(late, 28, Action.EAT_BREAK, 5).slots[1].length == 5 * MINUTE
    with pytest.raises(Refusal, match="nothing_to_eat"):
        tapped(tapped(late, 28, Action.EAT_BREAK), 28, Action.EAT_BREAK)


def test_a_skipped_item_takes_no_time() -> None:
    rundown = tapped(day(*talks(20, 20, 20)), 0, Action.SKIP, None, 2)
    assert [span.item for span in expected(rundown, at(0))] == [1, 3]
    assert order(tapped(rundown, 0, Action.START_NEXT)) == [1, 2, 3]


@pytest.mark.parametrize(
    ("action", "items", "code"),
    [
        (Action.PAUSE, (), "nothing_runs"),
        (Action.RESUME, (), "nothing_runs"),
        (Action.FINISH, (), "nothing_runs"),
        (Action.ADD, (), "nothing_runs"),
        (Action.QUESTIONS, (), "nothing_runs"),
        (Action.TALK, (), "nothing_runs"),
        (Action.START, (7,), "not_waiting"),
        (Action.SWAP, (1, 7), "not_waiting"),
        (Action.SKIP, (7,), "not_waiting"),
        (Action.EAT_BREAK, (), "no_break_left"),
        (Action.START_NEXT, (7,), "not_next"),
    ],
)
def test_a_tap_that_makes_no_sense_is_refused(action: Action, items: tuple[int, ...], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        tapped(day(*talks(20)), 0, action, 1, *items)


@pytest.mark.parametrize(
    ("first", "second", "code"),
    [
        (Action.PAUSE, Action.PAUSE, "paused_already"),
        (Action.QUESTIONS, Action.QUESTIONS, "questions_already"),
        (Action.ADD, Action.RESUME, "runs_already"),
        (Action.ADD, Action.TALK, "runs_already"),
        (Action.FINISH, Action.START_NEXT, "nothing_next"),
        (Action.FINISH, Action.SKIP, "nothing_next"),
    ],
)
def test_a_tap_twice_is_refused(first: Action, second: Action, code: str) -> None:
    rundown = tapped(tapped(day(*talks(20)), 0, Action.START_NEXT), 1, first, 1)
    with pytest.raises(Refusal, match=code):
        tapped(rundown, 2, second, 1)
