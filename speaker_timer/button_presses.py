"""What a button of a button box does: one press, one tap on the timer."""

from collections.abc import Callable
from enum import StrEnum

from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from speaker_timer import timer
from speaker_timer.actions import Action, Tap
from speaker_timer.cards import CardKind
from speaker_timer.timer import State

MINUTE = 60_000


class Button(StrEnum):
    """What stands in the address of a press."""

    TEN = "10"
    FIVE = "5"
    STOP = "stop"
    QUESTIONS = "questions"
    NONE = "none"
    START_NEXT = "start_next"
    PAUSE_RESUME = "pause_resume"
    PLUS_ONE = "plus1"
    PLUS_FIVE = "plus5"
    MINUS_ONE = "minus1"
    BLACKOUT = "blackout"
    UNDO = "undo"


@writes
def press(button: str, tap_id: str, by: Actor) -> State:
    """Do what a button says; one that turns something round turns what it finds, however many are pressed at once.

    Raises Refusal `button_unknown`, or what the tap itself refuses.
    """
    if button not in set(Button):
        raise Refusal("button_unknown", buttons=", ".join(Button))
    return _TAPS[Button(button)](tap_id, by)


Press = Callable[[str, Actor], State]


def _show(card: CardKind | None) -> Press:
    return lambda tap_id, by: timer.show(card, "", tap_id, by)


def _act(action: Action, amount: int | None = None) -> Press:
    return lambda tap_id, by: timer.act(Tap(action, amount), tap_id, by)


def _pause_or_resume(tap_id: str, by: Actor) -> State:
    stands = timer.current().rundown.since is None
    return timer.act(Tap(Action.RESUME if stands else Action.PAUSE), tap_id, by)


def _dark_or_light(tap_id: str, by: Actor) -> State:
    return timer.black_out(not timer.current().stage.blackout, tap_id, by)


_TAPS: dict[Button, Press] = {
    Button.TEN: _show(CardKind.TEN),
    Button.FIVE: _show(CardKind.FIVE),
    Button.STOP: _show(CardKind.STOP),
    Button.QUESTIONS: _show(CardKind.QUESTIONS),
    Button.NONE: _show(None),
    Button.START_NEXT: _act(Action.START_NEXT),
    Button.PAUSE_RESUME: _pause_or_resume,
    Button.PLUS_ONE: _act(Action.ADD, MINUTE),
    Button.PLUS_FIVE: _act(Action.ADD, 5 * MINUTE),
    Button.MINUS_ONE: _act(Action.ADD, -MINUTE),
    Button.BLACKOUT: _dark_or_light,
    Button.UNDO: timer.undo,
}
