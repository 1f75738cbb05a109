"""What the timer's JSON requests must look like."""

from typing import Annotated, Literal
from uuid import UUID, uuid4

from pydantic import Field, StringConstraints, model_validator

from hub.api import Request
from speaker_timer.actions import Action
from speaker_timer.cards import LONGEST_TEXT, CardKind

RowId = Annotated[int, Field(ge=1, le=2**53)]
# Until when a tap is wanted, by the steady clock: one that was held up on its way is refused, not done late.
Until = Annotated[int, Field(ge=0, le=2**53)]


class CardRequest(Request):
    """A card for the speaker, or null to take it back. `id` makes a repeat harmless."""

    card: CardKind | None
    text: Annotated[str, StringConstraints(max_length=LONGEST_TEXT)] = ""
    until: Until | None = None
    id: UUID = Field(default_factory=uuid4)


class ActionRequest(Request):
    """A tap. `seconds`: of add and shift, or the least length for eat_break; `item`, `other`: rundown items.

    start_next with an `item` starts that one or nothing: two hosts who tap at once skip no talk. undo with the
    `undo_to` of a state takes back what that state would have, or nothing.
    """

    action: Action | Literal["undo", "blackout", "flash"]
    seconds: Annotated[int, Field(ge=-43_200, le=43_200)] | None = None
    item: RowId | None = None
    other: RowId | None = None
    undo_to: RowId | None = None
    on: bool = True
    until: Until | None = None
    id: UUID = Field(default_factory=uuid4)

    @model_validator(mode="after")
    def says_what_it_needs(self) -> "ActionRequest":
        """`add` needs seconds, `start` an item, `swap` two; a break has no length below zero."""
        if self.action == Action.ADD and not self.seconds:
            raise ValueError("seconds")
        if self.action == Action.EAT_BREAK and (self.seconds or 0) < 0:
            raise ValueError("seconds")
        if self.action in {Action.START, Action.SWAP} and self.item is None:
            raise ValueError("item")
        if self.action == Action.SWAP and self.other in {None, self.item}:
            raise ValueError("other")
        return self


class ForecastRequest(Request):
    """To how many seconds a break may be cut; without it, to what was set before."""

    least: Annotated[int, Field(ge=0, le=43_200)] | None = None


class ClockRequest(Request):
    """What time it is, ms since the epoch (from a person's phone)."""

    now: Annotated[int, Field(ge=1_700_000_000_000, le=4_100_000_000_000)]
    id: UUID = Field(default_factory=uuid4)
