"""What the desk is told after a scan. Kept word for word in the arrivals log, so that a repeat gets the original."""

from enum import StrEnum
from typing import Literal

from pydantic import BaseModel

from hub.i18n import iso
from kiosk.models import Attendee


class Outcome(StrEnum):
    """All that can come of a scan."""

    ADMITTED = "admitted"
    REPEAT = "repeat"
    EXITED = "exited"
    UNDONE = "undone"
    BARRED = "barred"
    UNKNOWN = "unknown"
    MALFORMED = "malformed"
    WRONG_EVENT = "wrong_event"
    CANCELLED = "cancelled"


Status = Literal["expected", "here", "left", "barred", "cancelled"]


class AttendeeBrief(BaseModel):
    """An attendee as lists and verdicts show them."""

    id: int
    code: str
    surname: str
    first_name: str
    patronymic: str
    company: str
    position: str
    ribbon: str
    status: Status
    barred: str | None
    walk_in: bool
    first_entry: str | None
    station: str

    @classmethod
    def of(cls, person: Attendee) -> "AttendeeBrief":
        """From the row; times as ISO 8601, UTC."""
        return cls(
            id=person.id,
            code=person.code,
            surname=person.surname,
            first_name=person.first_name,
            patronymic=person.patronymic,
            company=person.company,
            position=person.position,
            ribbon=person.ribbon,
            status=status(person),
            barred=person.barred,
            walk_in=person.source == "walk_in",
            first_entry=iso(person.first_entry_at),
            station=person.entry_station,
        )


class Badge(BaseModel):
    """The badge that this admission queued."""

    job: int
    state: str


class Verdict(BaseModel):
    """The answer to a scan. `event` is the scan's own UUID; `undoes` is what an undo took back."""

    outcome: Outcome
    kind: Literal["entry", "exit", "undo"]
    event: str
    at: str
    attendee: AttendeeBrief | None = None
    first_entry: str | None = None
    first_station: str = ""
    badge: Badge | None = None
    undoes: str | None = None


def status(person: Attendee) -> Status:
    """Where the attendee stands, as one word."""
    if person.presence != "expected":
        return "here" if person.presence == "here" else "left"
    if person.barred:
        return "barred"
    return "cancelled" if person.cancelled else "expected"
