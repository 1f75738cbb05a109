"""Packs and paper questionnaires: who was given one, and whose questionnaire came back. Append-only and counted."""

from dataclasses import dataclass
from enum import StrEnum

from hub import clock
from hub.access import Actor
from hub.database import rows, writes
from hub.errors import Refusal
from kiosk.models import Attendee, Handout


class Item(StrEnum):
    """What the desk gives and takes."""

    PACK = "pack"
    QUESTIONNAIRE = "questionnaire"


class Action(StrEnum):
    """`undone` takes the latest given (or returned) back."""

    GIVEN = "given"
    RETURNED = "returned"
    UNDONE = "undone"


_COUNTING = (Action.GIVEN.value, Action.RETURNED.value)
_REPEAT = "repeat"


@dataclass(frozen=True, slots=True)
class Tap:
    """One tap at the desk, with the device's own UUID."""

    id: str
    attendee: int
    item: Item
    action: Action
    station: str = ""


@dataclass(frozen=True, slots=True)
class Held:
    """What an attendee has had: each True or False."""

    pack: bool
    questionnaire: bool
    returned: bool


@writes
def hand(tap: Tap, by: Actor) -> Held:
    """Note a tap and return what the attendee now holds. Giving twice is the same as giving once.

    Raises Refusal `attendee_unknown`, or `nothing_to_undo` where nothing was given.
    """
    if not Attendee.select().where(Attendee.id == tap.attendee).exists():
        raise Refusal("attendee_unknown")
    if Handout.select().where(Handout.id == tap.id).exists():
        return held(tap.attendee)
    undoing = tap.action is Action.UNDONE
    # A repeat is kept for its UUID but counts for nothing, or one undo would not take back what two taps gave.
    repeat = not undoing and any((row.item, row.action) == (tap.item, tap.action) for row in _standing(tap.attendee))
    Handout.insert(
        id=tap.id,
        attendee=tap.attendee,
        item=tap.item.value,
        action=_REPEAT if repeat else tap.action.value,
        undoes=_latest(tap) if undoing else None,
        at=clock.now(),
        station=tap.station or by.station,
        who=by.name,
    ).execute()
    return held(tap.attendee)


def _latest(tap: Tap) -> str:
    standing = [row for row in _standing(tap.attendee) if row.item == tap.item]
    if not standing:
        raise Refusal("nothing_to_undo")
    return str(standing[-1].id)


def _standing(attendee: int) -> list[Handout]:
    """What was given or returned and not undone, in order."""
    # Of two taps in one millisecond the giving comes before the return, as the alphabet has it.
    taps = list(Handout.select().where(Handout.attendee == attendee).order_by(Handout.at, Handout.action))
    undone = {tap.undoes for tap in taps}
    return [tap for tap in taps if tap.action in _COUNTING and tap.id not in undone]


def held(attendee: int) -> Held:
    """What an attendee has had."""
    done = {(row.item, row.action) for row in _standing(attendee)}
    return Held(
        pack=(Item.PACK, Action.GIVEN) in done,
        questionnaire=(Item.QUESTIONNAIRE, Action.GIVEN) in done,
        returned=(Item.QUESTIONNAIRE, Action.RETURNED) in done,
    )


def counted() -> dict[str, int]:
    """How many attendees have had a pack, a questionnaire, and given theirs back."""
    undone = Handout.select(Handout.undoes).where(Handout.undoes.is_null(False))
    standing = (
        Handout.select(Handout.item, Handout.action, Handout.attendee)
        .where(Handout.action.in_(_COUNTING), Handout.id.not_in(undone))
        .distinct()
    )
    kinds = [f"{item}_{action}" for item, action, _ in rows(standing)]
    return {
        "packs": kinds.count("pack_given"),
        "questionnaires": kinds.count("questionnaire_given"),
        "questionnaires_returned": kinds.count("questionnaire_returned"),
    }
