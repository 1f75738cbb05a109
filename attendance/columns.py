"""The columns of the list, the same in Excel, in CSV and wherever it is shown: the report's six come first."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from functools import cache
from zoneinfo import ZoneInfo

from flask_babel import gettext as _

from attendance.attendance_list import Line
from hub.i18n import N_

Cell = str | datetime | None
"""A text, a local time without a zone (spreadsheets know none), or nothing."""


class Kind(Enum):
    """How a column is written."""

    TEXT = "text"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Reader:
    """For whom it is written: the seminar's zone and the language of the moment.

    `say` looks each message up once: 120,000 look-ups were half the time of a large list.
    """

    zone: ZoneInfo
    say: Callable[[str], str] = field(default_factory=lambda: cache(lambda message: str(_(message))))

    def time(self, ms: int | None) -> datetime | None:
        """A time to the second as the wall clock of the seminar shows it."""
        return None if ms is None else datetime.fromtimestamp(ms // 1000, self.zone).replace(tzinfo=None)

    def yes(self, so: bool) -> str:
        return self.say(N_("Yes") if so else N_("No"))


@dataclass(frozen=True, slots=True)
class Column:
    """A heading (a message id), what stands under it, how wide it is in letters."""

    heading: str
    of: Callable[[Line, Reader], Cell]
    width: int
    kind: Kind = Kind.TEXT


STATUSES = {
    "here": N_("In the hall"),
    "left": N_("Has left"),
    "expected": N_("Not seen"),
    "barred": N_("Not admitted"),
    "cancelled": N_("Registration cancelled"),
}
BARRED = {"competitor": N_("Not admitted: competitor"), "student": N_("Not admitted: student")}
RIBBONS = {"attendee": N_("Attendee"), "speaker": N_("Speaker"), "staff": N_("Staff"), "press": N_("Press")}


def status_words(line: Line, reader: Reader) -> str:
    """Where the attendee stands."""
    if line.status == "barred":
        return reader.say(BARRED.get(line.barred, STATUSES["barred"]))
    return reader.say(STATUSES[line.status])


def _consent(line: Line, reader: Reader) -> str:
    return reader.say(N_("Not known")) if line.consent is None else reader.yes(line.consent)


def _ribbon(line: Line, reader: Reader) -> str:
    return reader.say(RIBBONS[line.ribbon]) if line.ribbon in RIBBONS else line.ribbon


COLUMNS = (
    Column(N_("Surname"), lambda line, _reader: line.surname, 24),
    Column(N_("First name"), lambda line, _reader: line.first_name, 18),
    Column(N_("Company"), lambda line, _reader: line.company, 30),
    Column(N_("Position"), lambda line, _reader: line.position, 24),
    Column(N_("Phone"), lambda line, _reader: line.phone, 18),
    Column(N_("E-mail address"), lambda line, _reader: line.email, 28),
    Column(N_("Status"), status_words, 24),
    Column(N_("First entry"), lambda line, reader: reader.time(line.first_entry), 17, Kind.TIME),
    Column(N_("Last exit"), lambda line, reader: reader.time(line.last_exit), 17, Kind.TIME),
    Column(N_("Desk"), lambda line, _reader: line.desk, 14),
    Column(N_("Walk-in"), lambda line, reader: reader.yes(line.walk_in), 14),
    Column(N_("Consent"), _consent, 14),
    Column(N_("Consent given at"), lambda line, reader: reader.time(line.consent_at), 17, Kind.TIME),
    Column(N_("Consent text"), lambda line, _reader: line.consent_text, 16),
    Column(N_("Patronymic"), lambda line, _reader: line.patronymic, 20),
    Column(N_("Role"), _ribbon, 14),
    Column(N_("Ticket"), lambda line, _reader: line.code, 20),
)
