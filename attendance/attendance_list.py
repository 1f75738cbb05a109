"""The attendance list: everybody registered, came or not, as plain rows."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from peewee import JOIN

from hub import seminar
from hub.models import ConsentText
from kiosk.models import Attendee
from kiosk.names import clean
from kiosk.phones import parse
from kiosk.verdicts import Status, status

# An international number has at most fifteen digits; a cell with more holds several phones.
_ONE_PHONE = 15


@dataclass(frozen=True, slots=True)
class Line:
    """One attendee in the list. Times are ms since the epoch, UTC; `consent` is None where nobody said.

    Texts hold no control or direction characters. `barred` is "competitor", "student" or "".
    """

    id: int
    surname: str
    first_name: str
    patronymic: str
    company: str
    position: str
    phone: str
    email: str
    status: Status
    barred: str
    first_entry: int | None
    last_exit: int | None
    desk: str
    walk_in: bool
    consent: bool | None
    consent_at: int | None
    consent_text: str
    ribbon: str
    code: str

    @property
    def came(self) -> bool:
        """Was here at any time, whether or not still here."""
        return self.first_entry is not None


def lines(*, came_only: bool = False) -> list[Line]:
    """All attendees by surname, or only those who came. One query, so that the list is of one moment."""
    country = seminar.current().country
    people = (
        Attendee.select(Attendee, ConsentText.language, ConsentText.version)
        .join(ConsentText, JOIN.LEFT_OUTER)
        .order_by(Attendee.sort_key, Attendee.id)
    )
    if came_only:
        people = people.where(Attendee.first_entry_at.is_null(False))
    return [_line(person, country) for person in people]


def _line(person: Attendee, country: str) -> Line:
    return Line(
        id=person.id,
        surname=clean(person.surname),
        first_name=clean(person.first_name),
        patronymic=clean(person.patronymic),
        company=clean(person.company),
        position=clean(person.position),
        phone=_phone(clean(person.phone), person.phone_e164, country),
        email=clean(person.email),
        status=status(person),
        barred=person.barred or "",
        first_entry=person.first_entry_at,
        last_exit=person.last_exit_at,
        desk=clean(person.entry_station),
        walk_in=person.source == "walk_in",
        consent=person.consent,
        consent_at=person.consent_at,
        consent_text=_agreed_to(person),
        ribbon=person.ribbon,
        code=person.code,
    )


def _phone(written: str, e164: str, country: str) -> str:
    """The number to call. What cannot be read as a phone stays as it was written."""
    if not e164:
        return written
    if len(re.sub(r"\D", "", written)) <= _ONE_PHONE:
        return e164
    return ", ".join(dict.fromkeys((e164, *_all(written, country))))


def _all(written: str, country: str) -> Iterator[str]:
    phones = parse(written, country)
    yield phones.e164
    yield from phones.others


def _agreed_to(person: Attendee) -> str:
    """Which text was agreed to, as `ru 1`; empty where the list alone says so."""
    text = person.consent_text
    return f"{text.language} {text.version}" if text is not None else ""
