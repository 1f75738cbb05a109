"""The columns of the list, the same in Excel, in CSV and wherever it is shown: the report's six come first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
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
class Column:
    """A heading (a message id), what stands under it, how wide it is in letters."""

    heading: str
    of: Callable[[Line, ZoneInfo], Cell]
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


def status_words(line: Line) -> str:
    """Where the attendee stands, in the reader's language."""
    if line.status == "barred":
        return str(_(BARRED.get(line.barred, STATUSES["barred"])))
    return str(_(STATUSES[line.status]))


def consent_words(line: Line) -> str:
    """Yes, no, or that nobody said."""
    return str(_("Not known")) if line.consent is None else _yes(line.consent)


def _yes(so: bool) -> str:
    return str(_("Yes") if so else _("No"))


def _ribbon(line: Line) -> str:
    return str(_(RIBBONS[line.ribbon])) if line.ribbon in RIBBONS else line.ribbon


def local_time(ms: int | None, zone: ZoneInfo) -> datetime | None:
    """A time to the second as the wall clock of the seminar shows it."""
    return None if ms is None else datetime.fromtimestamp(ms // 1000, zone).replace(tzinfo=None)


COLUMNS = (
    Column(N_("Surname"), lambda line, _zone: line.surname, 24),
    Column(N_("First name"), lambda line, _zone: line.first_name, 18),
    Column(N_("Company"), lambda line, _zone: line.company, 30),
    Column(N_("Position"), lambda line, _zone: line.position, 24),
    Column(N_("Phone"), lambda line, _zone: line.phone, 18),
    Column(N_("E-mail"), lambda line, _zone: line.email, 28),
    Column(N_("Status"), lambda line, _zone: status_words(line), 24),
    Column(N_("First entry"), lambda line, zone: local_time(line.first_entry, zone), 17, Kind.TIME),
    Column(N_("Last exit"), lambda line, zone: local_time(line.last_exit, zone), 17, Kind.TIME),
    Column(N_("Desk"), lambda line, _zone: line.desk, 14),
    Column(N_("Walk-in"), lambda line, _zone: _yes(line.walk_in), 14),
    Column(N_("Consent"), lambda line, _zone: consent_words(line), 14),
    Column(N_("Consent given at"), lambda line, zone: local_time(line.consent_at, zone), 17, Kind.TIME),
    Column(N_("Consent text"), lambda line, _zone: line.consent_text, 16),
    Column(N_("Patronymic"), lambda line, _zone: line.patronymic, 20),
    Column(N_("Role"), lambda line, _zone: _ribbon(line), 14),
    Column(N_("Ticket"), lambda line, _zone: line.code, 20),
)
