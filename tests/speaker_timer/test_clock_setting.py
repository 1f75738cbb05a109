"""Setting the clock moves what has happened, not what is left."""

from speaker_timer import cards, clock_setting
from speaker_timer.actions import Action, Tap, apply
from speaker_timer.cards import CardKind, Stage
from tests.speaker_timer.days import MINUTE, MORNING, day, talks

HOUR = 60 * MINUTE
RUNNING = apply(day(*talks(20, 20)), Tap(Action.START_NEXT), MORNING)


def test_a_clock_that_was_wrong_all_day_moves_everything_with_it() -> None:
    now = MORNING + 5 * MINUTE
    stage = cards.send(Stage(flash=now), RUNNING, CardKind.FIVE, "", now)
    rundown, shown = clock_setting.moved(RUNNING, stage, -HOUR, 0)
    assert rundown.remaining(now - HOUR) == RUNNING.remaining(now)
    assert rundown.slots[0].started == MORNING - HOUR
    assert rundown.slots[1].start == RUNNING.slots[1].start, "what was promised stays"
    assert shown.card is not None
    assert (shown.card.since, shown.flash) == (now - HOUR, 0)


def test_what_began_before_the_machine_was_off_stays_and_the_time_off_counts() -> None:
    woke = MORNING + 5 * MINUTE
    rundown, _ = clock_setting.moved(RUNNING, Stage(), 3 * MINUTE, woke)
    assert rundown.elapsed(woke + 3 * MINUTE) == 8 * MINUTE


def test_what_began_by_the_clock_in_doubt_is_put_right() -> None:
    woke = MORNING + 15 * MINUTE
    rundown = apply(RUNNING, Tap(Action.START_NEXT), woke + MINUTE)
    stage = cards.send(Stage(), rundown, CardKind.STOP, "", woke + MINUTE)
    right, shown = clock_setting.moved(rundown, stage, 3 * MINUTE, woke)
    assert right.elapsed(woke + 5 * MINUTE) == MINUTE
    first, second = right.slots
    assert (first.started, first.ended, second.started) == (MORNING, woke + 4 * MINUTE, woke + 4 * MINUTE)
    assert shown.card is not None
    assert shown.card.since == woke + 4 * MINUTE


def test_a_pause_by_the_clock_in_doubt_does_not_lose_the_time_off() -> None:
    woke = MORNING + 5 * MINUTE
    paused = apply(RUNNING, Tap(Action.PAUSE), woke + MINUTE)
    again = apply(paused, Tap(Action.RESUME), woke + 2 * MINUTE)
    right, _ = clock_setting.moved(paused, Stage(), 3 * MINUTE, woke, ran=1)
    assert right.elapsed(woke + HOUR) == 9 * MINUTE
    right, _ = clock_setting.moved(again, Stage(), 3 * MINUTE, woke, ran=1)
    assert right.elapsed(woke + 6 * MINUTE) == 10 * MINUTE


def test_what_was_paused_before_the_machine_went_off_has_lost_nothing() -> None:
    paused = apply(RUNNING, Tap(Action.PAUSE), MORNING + 4 * MINUTE)
    right, _ = clock_setting.moved(paused, Stage(), 3 * MINUTE, MORNING + 5 * MINUTE, ran=None)
    assert right.elapsed(MORNING + HOUR) == 4 * MINUTE
