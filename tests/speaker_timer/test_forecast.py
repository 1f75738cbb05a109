"""What each tap would do is told before it is tapped."""

from speaker_timer.actions import Action, Tap, apply
from speaker_timer.forecast import Effect, effects
from speaker_timer.rundown import Rundown
from tests.speaker_timer.days import MINUTE, MORNING, day, talks


def at(minutes: float) -> int:
    """Minutes after the morning's beginning."""
    return MORNING + int(minutes * MINUTE)


def of(rundown: Rundown, minute: float, action: Action, amount: int | None = None, item: int | None = None) -> Effect:
    """What this tap would do; `amount` in minutes."""
    found = effects(rundown, at(minute))
    wanted = None if amount is None else amount * MINUTE
    ((effect),) = [e for e in found if e.tap.action == action and wanted in {None, e.tap.amount} and e.tap.item == item]
    return effect


def test_five_minutes_more_end_the_day_five_minutes_later() -> None:
    rundown = apply(day(*talks(20, 20)), Tap(Action.START_NEXT), at(0))
    effect = of(rundown, 10, Action.ADD, 5)
    assert (effect.end, effect.moves) == (at(45), 5 * MINUTE)
    assert (effect.next_start, effect.late) == (at(25), 5 * MINUTE)


def test_a_gap_takes_up_what_is_given() -> None:
    rundown = apply(day(*talks(20, 20, gap=10)), Tap(Action.START_NEXT), at(0))
    assert of(rundown, 10, Action.ADD, 5).moves == 0


def test_skipping_an_item_ends_the_day_sooner_only_where_the_rest_may_come_sooner() -> None:
    rundown = apply(day(*talks(20, 20, 20)), Tap(Action.START_NEXT), at(10))
    assert of(rundown, 10, Action.SKIP, item=2).moves == -10 * MINUTE  # the last one keeps its promised start
    assert of(rundown, 10, Action.SKIP, item=3).moves == -20 * MINUTE


def test_shifting_tells_by_how_much() -> None:
    rundown = apply(day(*talks(20, 20)), Tap(Action.START_NEXT), at(7))
    effect = of(rundown, 7, Action.SHIFT)
    assert (effect.tap.amount, effect.late, effect.moves) == (7 * MINUTE, 0, 0)


def test_a_tap_that_makes_no_sense_tells_why() -> None:
    effect = of(day(*talks(20)), 0, Action.PAUSE)
    assert (effect.refusal, effect.end) == ("nothing_runs", None)


def test_an_empty_day_has_nothing_to_tap() -> None:
    assert {effect.refusal for effect in effects(Rundown(), MORNING)} == {
        "nothing_next",
        "nothing_runs",
        "nothing_to_shift",
        "no_break_left",
    }
