"""Walk-ins: somebody who is not on the list, or believes so, registers at the desk."""

from collections.abc import Mapping
from dataclasses import dataclass

from hub import audit, clock, seminar
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from kiosk import attendees
from kiosk.checkin import corrected
from kiosk.emails import parse_email
from kiosk.models import Attendee, Identity
from kiosk.names import fold, same_person_key
from kiosk.phones import parse
from kiosk.tickets import new_code

# What may be typed of somebody.
FIELDS = {*attendees.REQUIRED, "patronymic", "ribbon"}


@dataclass(frozen=True, slots=True)
class WalkIn:
    """What was typed at the desk, with the desk's own UUID.

    `as_written`: the person at the desk saw the doubt (a phone or e-mail that looks wrong, a namesake from the same
    company) and keeps what is written. `consent_text` is
    the id of the text that was shown; a desk page may be older than the newest one. Times as in `checkin.Scan`.
    """

    id: str
    fields: Mapping[str, str]
    consent: bool
    consent_language: str = "ru"
    as_written: bool = False
    consent_text: int | None = None
    occurred_at: int | None = None
    sent_at: int | None = None


@dataclass(frozen=True, slots=True)
class Registered:
    """Who the walk-in is; `recognised` when that person was on the list already."""

    attendee: Attendee
    recognised: bool


@writes
def register(walk_in: WalkIn, by: Actor) -> Registered:
    """Put a walk-in on the list, or find them on it. Sent again, it answers the same person.

    Raises Refusal `fields_required`, `consent_required`, `text_too_long`; and unless `as_written` also
    `perhaps_listed`, `phone_invalid`, `email_invalid`.
    """
    ref = f"walk_in:{walk_in.id}"
    again = Attendee.get_or_none(Attendee.external_ref == ref)
    if again is not None:
        return Registered(again, recognised=False)
    fields = attendees.tidy(walk_in.fields)
    _check_whole(walk_in, fields)
    person = _on_the_list(fields)
    if person is None and not walk_in.as_written:
        _check_namesake(fields)
        _check_contacts(fields)
    recognised = person is not None
    now = clock.now()
    at = corrected(walk_in.occurred_at, walk_in.sent_at, now)
    if person is None:
        person = Attendee(
            code=new_code(seminar.current().tag),
            source="walk_in",
            external_ref=ref,
            registered_at=at,
            created_at=now,
        )
    gaps = {name: value for name, value in fields.items() if value and not getattr(person, name)}
    attendees.put_texts(person, fields if not recognised else gaps)
    _consent(person, walk_in, at)
    person.save()
    attendees.make_known(person)
    audit.record(by, "walk_in_recognised" if recognised else "walk_in_registered", person.id)
    return Registered(person, recognised)


def _check_whole(walk_in: WalkIn, fields: Mapping[str, str]) -> None:
    missing = [name for name in attendees.REQUIRED if not fields.get(name)]
    if missing:
        raise Refusal("fields_required", fields=missing)
    if not walk_in.consent:
        raise Refusal("consent_required")


def _check_namesake(fields: Mapping[str, str]) -> None:
    """Somebody of the same name from the same company is most likely the same person with another phone."""
    key = same_person_key(fields["surname"], fields["first_name"])
    namesakes = Attendee.select().join(Identity, on=Identity.attendee == Attendee.id).where(Identity.name_key == key)
    for other in list(namesakes):  # read to its end: a cursor left open by the refusal would hold the next write off
        if fold(other.company) == fold(fields["company"]):
            raise Refusal("perhaps_listed", name=f"{other.surname} {other.first_name}", company=other.company)


def _check_contacts(fields: Mapping[str, str]) -> None:
    if not parse(fields["phone"], seminar.current().country).valid:
        raise Refusal("phone_invalid")
    if not parse_email(fields["email"]).valid:
        raise Refusal("email_invalid")


def _on_the_list(fields: Mapping[str, str]) -> Attendee | None:
    """The person of the same name, however spelt, with the same phone or e-mail."""
    phones = parse(fields["phone"], seminar.current().country)
    known_by = [contact for contact in (phones.e164, parse_email(fields["email"]).address) if contact]
    key = same_person_key(fields["surname"], fields["first_name"])
    found: Attendee | None = (
        Attendee.select()
        .join(Identity, on=Identity.attendee == Attendee.id)
        .where(Identity.name_key == key, Identity.contact.in_(known_by))
        .first()
    )
    return found


def _consent(person: Attendee, walk_in: WalkIn, at: int) -> None:
    """Keep which text was agreed to, its version and the time."""
    person.consent = True
    person.consent_text = seminar.consent(walk_in.consent_language, walk_in.consent_text)
    person.consent_at = at
