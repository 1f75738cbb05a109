"""What the desk's JSON replies look like."""

from typing import Literal

from pydantic import BaseModel

from kiosk.models import Attendee
from kiosk.verdicts import AttendeeBrief


class AttendeesReply(BaseModel):
    """Found attendees, by surname; `total` counts those beyond the limit too."""

    attendees: list[AttendeeBrief]
    total: int


class HeldReply(BaseModel):
    """What an attendee has had at the desk."""

    pack: bool
    questionnaire: bool
    returned: bool


class AttendeeReply(AttendeeBrief):
    """Everything the desk may see and correct of one attendee."""

    email: str
    phone: str
    note: str
    held: HeldReply
    last_exit: str | None


class RegisteredReply(BaseModel):
    """A walk-in; `recognised` when the person was on the list already."""

    attendee: AttendeeBrief
    recognised: bool


class DeskCount(BaseModel):
    """How many ever came in at a desk."""

    station: str
    ever: int


class CountersReply(BaseModel):
    """The day in figures."""

    registered: int
    ever: int
    here: int
    left: int
    walk_ins: int
    capacity: int
    desks: list[DeskCount]
    packs: int
    questionnaires: int
    questionnaires_returned: int


class LastArrival(BaseModel):
    """One of the latest admissions."""

    id: int
    name: str
    company: str
    at: str
    station: str


class BadgesWaiting(BaseModel):
    """Badges on their way, and those that want a person."""

    queued: int
    trouble: int
    printer: Literal["none", "ok", "trouble"]
    labels: int | None


class DeskReply(BaseModel):
    """What every desk shows; the same travels live as the event `desk`."""

    counters: CountersReply
    last: list[LastArrival]
    badges: BadgesWaiting


class BadgeReply(BaseModel):
    """A badge in the queue."""

    job: int
    state: str


class CodeReply(BaseModel):
    """What a photographed QR says."""

    code: str


class StationReply(BaseModel):
    """Which desk this device works at."""

    station: str


def briefs(people: list[Attendee]) -> list[AttendeeBrief]:
    """Rows as the lists show them."""
    return [AttendeeBrief.of(person) for person in people]
