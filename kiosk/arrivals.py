"""The arrivals log and what a scan reads beside it, as SQL written out by hand.

These few statements run at every scan. Left to the ORM, building the text of the SQL alone took two thirds of a scan's
time (bench/checkin.py); everything that runs less often is better off with the ORM.
"""

from typing import Any

from hub.database import ask
from kiosk.models import Attendee
from kiosk.presence import Event, Kind, Presence

_PERSON = (
    "id", "code", "surname", "first_name", "patronymic", "company", "position", "ribbon", "source", "cancelled",
    "barred", "presence", "first_entry_at", "entry_station", "last_exit_at",
)  # fmt: skip
_SELECT_PERSON = f"SELECT {', '.join(_PERSON)} FROM attendee WHERE "  # noqa: S608  names from the line above
_LINE = (
    "id", "attendee_id", "kind", "outcome", "undoes", "reason", "scanned", "device_time", "occurred_at", "received_at",
    "boot_id", "station", "device_id", "who", "address", "verdict",
)  # fmt: skip
_APPEND = f"INSERT INTO arrival ({', '.join(_LINE)}) VALUES ({', '.join('?' * len(_LINE))})"  # noqa: S608


def told(event: str) -> str | None:
    """The verdict that a scan with this UUID got, as JSON; None if there was none."""
    found = ask("SELECT verdict FROM arrival WHERE id = ?", event)
    return found[0][0] if found else None


def holder(code: str) -> Attendee | None:
    """Whose ticket this is: an attendee with the fields that a verdict needs."""
    return _person(ask(_SELECT_PERSON + "code = ?", code))


def attendee(number: int) -> Attendee | None:
    """The same by the attendee's number."""
    return _person(ask(_SELECT_PERSON + "id = ?", number))


def _person(found: list[tuple[Any, ...]]) -> Attendee | None:
    return Attendee(**dict(zip(_PERSON, found[0], strict=True))) if found else None


def events_of(number: int) -> list[Event]:
    """What the log says of one attendee; refused scans moved nobody."""
    log = ask(
        "SELECT id, kind, occurred_at, station, undoes FROM arrival"
        " WHERE attendee_id = ? AND outcome NOT IN ('barred', 'cancelled')",
        number,
    )
    return [Event(uuid, Kind(kind), at, station, undoes) for uuid, kind, at, station, undoes in log]


def append(**line: object) -> None:
    """Add a line, inside the caller's write."""
    ask(_APPEND, *(line[name] for name in _LINE))


def keep(person: Attendee, now: Presence) -> None:
    """Write the fold beside the attendee, for lists and counters."""
    person.presence = now.state
    person.first_entry_at = now.first_entry.at if now.first_entry else None
    person.entry_station = now.first_entry.station if now.first_entry else ""
    person.last_exit_at = now.last_exit.at if now.last_exit and now.state != "here" else None
    ask(
        "UPDATE attendee SET presence = ?, first_entry_at = ?, entry_station = ?, last_exit_at = ? WHERE id = ?",
        person.presence,
        person.first_entry_at,
        person.entry_station,
        person.last_exit_at,
        person.id,
    )
