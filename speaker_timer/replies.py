"""The timer's state as JSON. Moments are ms by the hub's steady clock; lengths are ms.

`now` is the moment of the answer. Whoever keeps counting: elapsed = before + (now - since) while `since` is not
null, remaining = target - elapsed; the card that is on is the last of `cards` whose `at` <= elapsed.
"""

from dataclasses import dataclass
from typing import Literal

from pydantic import BaseModel

from speaker_timer.cards import CardKind
from speaker_timer.rundown import Going

Phase = Literal["before", "talk", "questions", "break", "between", "over"]


class ItemReply(BaseModel):
    """A rundown item: when it was planned, when it is expected (or really ran), how long it lasts.

    `questions` of that are for questions; a break may be cut to `least`.
    """

    id: int
    kind: str
    title: str
    speaker: str
    company: str
    planned_start: int
    planned_end: int
    start: int | None
    end: int | None
    started: int | None
    ended: int | None
    length: int
    questions: int
    least: int
    going: Going


class AnchorReply(BaseModel):
    """From what the current item's time is counted. `slot` is its whole length, `target` when to be done."""

    since: int | None
    before: int
    target: int
    slot: int


class CueReply(BaseModel):
    """A card and the elapsed time from which it is on; `since`: the moment it was sent by hand, else null."""

    key: str
    card: CardKind
    text: str
    at: int
    since: int | None


class ThresholdReply(BaseModel):
    """A card that goes by itself at this elapsed time of the item; those that have gone are told too.

    `passed_over`: a later one was sent before it could be shown.
    """

    card: CardKind
    at: int
    passed_over: bool


class TimerReply(BaseModel):
    """The whole state. A reply with a smaller `seq` than one has, and the same `life`, is out of date.

    `life` is another one whenever the hub was started anew, maybe from a backup.

    `action` is the last tap and `who` made it, `undo` is the tap that undo would take back; `detail` and
    `undo_detail` say which card, or how much time in ms, they were about; `undo_to` names that one tap.
    """

    seq: int
    life: str
    mark: str
    set: int
    now: int
    utc_offset: int
    phase: Phase
    running: bool
    remaining_ms: int | None
    item: ItemReply | None
    next: ItemReply | None
    anchor: AnchorReply | None
    card: CardKind | None
    message: str
    cards: list[CueReply]
    thresholds: list[ThresholdReply]
    blackout: bool
    flash: int
    ends_at: int | None
    late_ms: int
    early_ms: int
    action: str
    detail: str
    who: str
    undo: str
    undo_detail: str
    undo_to: int | None
    clock_doubted: bool
    clock_error_ms: int


class RundownReply(TimerReply):
    """The whole state with every item of the day."""

    rundown: list[ItemReply]


class EffectReply(BaseModel):
    """What a tap would do. `refusal`: why it cannot be tapped now; `moves`: by how much the day's end moves."""

    action: str
    seconds: int | None = None
    item: int | None = None
    other: int | None = None
    end: int | None = None
    moves: int | None = None
    next_start: int | None = None
    late: int | None = None
    refusal: str | None = None


class ForecastReply(BaseModel):
    """Every tap with the day after it, as of `now`."""

    seq: int
    now: int
    ends_at: int | None
    late_ms: int
    early_ms: int
    effects: list[EffectReply]


class DisplayReply(BaseModel):
    """A display: is it here, which state (`seq`) and card (its key, empty for none) it has painted.

    One that is not `paired` is a staff member's page: it has no looks of its own to change.
    """

    device: str
    name: str
    view: str
    chime: bool
    paired: bool
    here: bool
    seq: int
    card: str
    size: str


class DisplaysReply(BaseModel):
    """Every display; speakers' own phones are left out."""

    displays: list[DisplayReply]


@dataclass(frozen=True, slots=True)
class Moment:
    """When an answer is made: the steady clock's moment, and the seminar's distance from UTC, ms."""

    now: int
    utc_offset: int
