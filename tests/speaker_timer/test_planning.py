"""A programme edited while the day runs reaches the rundown without losing what the host has done."""

from dataclasses import replace

from hub.programme.kinds import Kind
from hub.programme.plan import Planned
from speaker_timer import planning
from speaker_timer.actions import Action, Tap, apply
from speaker_timer.rundown import Rundown
from tests.speaker_timer.days import MINUTE, MORNING, day, planned, talks


def at(minutes: float) -> int:
    """Minutes after the morning's beginning."""
    return MORNING + int(minutes * MINUTE)


def moved(plan: Planned, minutes: int) -> Planned:
    """The same line, later."""
    return replace(plan, start=plan.start + minutes * MINUTE, end=plan.end + minutes * MINUTE)


def lines(rundown: Rundown) -> list[tuple[int, int, int]]:
    """(item, start, length) in minutes."""
    return [(slot.item, (slot.start - MORNING) // MINUTE, slot.length // MINUTE) for slot in rundown.slots]


def test_only_who_speaks_gets_cards_and_questions_and_only_a_break_may_shrink() -> None:
    talk = planning.fresh(planned(1, Kind.TALK, at(0), 20 * MINUTE, questions_min=5, least_min=7))
    pause = planning.fresh(planned(2, Kind.BREAK, at(20), 20 * MINUTE, questions_min=5, least_min=7))
    assert (talk.questions, talk.least, len(talk.cards)) == (5 * MINUTE, 0, 3)
    assert (pause.questions, pause.least, pause.cards) == (0, 7 * MINUTE, ())


def test_questions_longer_than_the_item_are_the_whole_item() -> None:
    assert planning.fresh(planned(1, Kind.TALK, at(0), 5 * MINUTE, questions_min=30)).questions == 5 * MINUTE


def test_a_waiting_item_follows_its_new_time_and_keeps_what_the_host_has_shifted() -> None:
    plans = talks(20, 20)
    rundown = apply(apply(day(*plans), Tap(Action.START_NEXT), at(10)), Tap(Action.SHIFT), at(10))
    assert lines(rundown)[1] == (2, 30, 20)
    edited = planning.reconciled(rundown, [plans[0], moved(plans[1], 15)])
    assert lines(edited)[1] == (2, 45, 20)


def test_what_runs_keeps_its_times_and_takes_new_questions_and_cards() -> None:
    plans = talks(30)
    rundown = apply(day(*plans), Tap(Action.START_NEXT), at(0))
    new = planned(1, Kind.TALK, at(60), 10 * MINUTE, questions_min=5, card_10_s=None)
    slot = planning.reconciled(rundown, [new]).slots[0]
    assert (slot.start, slot.length, slot.started) == (at(0), 30 * MINUTE, at(0))
    assert (slot.questions, [name for name, _ in slot.cards]) == (5 * MINUTE, ["5", "stop"])


def test_what_runs_never_keeps_more_for_questions_than_it_lasts_so_that_time_given_is_not_lost() -> None:
    rundown = apply(day(*talks(10)), Tap(Action.START_NEXT), at(0))
    edited = planning.reconciled(rundown, [planned(1, Kind.TALK, at(0), 60 * MINUTE, questions_min=30)])
    given = apply(edited, Tap(Action.ADD, 5 * MINUTE), at(0))
    assert given.remaining(at(0)) - edited.remaining(at(0)) == 5 * MINUTE
    new = [planned(1, Kind.TALK, at(0), 60 * MINUTE, questions_min=30)]
    assert planning.reconciled(given, new) == given, "nor is it when the programme is looked at again"


def test_what_is_over_is_history() -> None:
    plans = [planned(9, Kind.REGISTRATION, at(-30), 30 * MINUTE), *talks(20)]
    rundown = apply(day(*plans), Tap(Action.START_NEXT), at(0))
    edited = planning.reconciled(rundown, [planned(9, Kind.TALK, at(-5), 10 * MINUTE), plans[1]])
    assert edited.slots[0] == rundown.slots[0]


def test_an_item_moved_before_another_changes_places_with_it() -> None:
    plans = talks(20, 20, 20)
    edited = planning.reconciled(day(*plans), [plans[0], plans[1], moved(plans[2], -30)])
    assert [item for item, _, _ in lines(edited)] == [1, 3, 2]


def test_a_removed_item_goes_unless_it_has_begun() -> None:
    plans = talks(20, 20, 20)
    rundown = apply(day(*plans), Tap(Action.START_NEXT), at(0))
    assert [item for item, _, _ in lines(planning.reconciled(rundown, plans[2:]))] == [1, 3]


def test_a_new_item_comes_where_its_time_puts_it_but_never_before_what_has_begun() -> None:
    plans = talks(20, 20)
    rundown = apply(day(*plans), Tap(Action.START_NEXT), at(0))
    new = [planned(7, Kind.OTHER, at(-20), 5 * MINUTE), planned(8, Kind.OTHER, at(30), 5 * MINUTE)]
    assert [item for item, _, _ in lines(planning.reconciled(rundown, [*plans, *new]))] == [1, 7, 2, 8]


def test_a_break_that_was_shortened_stays_as_much_shorter_and_never_below_nothing() -> None:
    plans = [*talks(20), planned(2, Kind.BREAK, at(20), 30 * MINUTE, least_min=5)]
    rundown = apply(apply(day(*plans), Tap(Action.START_NEXT), at(25)), Tap(Action.EAT_BREAK), at(25))
    assert lines(rundown)[1] == (2, 20, 5)
    longer = [plans[0], planned(2, Kind.BREAK, at(20), 40 * MINUTE)]
    assert lines(planning.reconciled(rundown, longer))[1] == (2, 20, 15)
    shorter = [plans[0], planned(2, Kind.BREAK, at(20), 20 * MINUTE)]
    assert lines(planning.reconciled(rundown, shorter))[1] == (2, 20, 0)
