"""Registering by one's own phone: the person is on the list with a ticket, but not checked in."""

from collections.abc import Mapping

from hub import seminar
from hub.access import Actor
from hub.errors import Refusal
from kiosk import walk_ins
from kiosk.attendees import REQUIRED, tidy
from kiosk.emails import parse_email
from kiosk.phones import parse
from kiosk.selfservice.phone_gate import PhoneGate
from kiosk.walk_ins import Registered, WalkIn


def register(walk_in: WalkIn, by: Actor, gate: PhoneGate) -> Registered:
    """Put somebody on the list by what they typed on their phone. Sent again, it answers the same person.

    Raises Refusal `fields_required`, `consent_required`, `contacts_doubtful` (`fields`: phone, email) and
    `perhaps_listed` unless `as_written`, and `too_many_registrations`.
    """
    fields = tidy(walk_in.fields)
    missing = [name for name in REQUIRED if not fields.get(name)]
    if missing:
        raise Refusal("fields_required", fields=missing)
    if not walk_in.consent:
        raise Refusal("consent_required")
    doubtful = doubtful_contacts(fields)
    if doubtful and not walk_in.as_written:
        raise Refusal("contacts_doubtful", fields=doubtful)
    gate.enter(by.address)
    return walk_ins.register(walk_in, by)


def doubtful_contacts(fields: Mapping[str, str]) -> list[str]:
    """Which of phone and e-mail look wrong: a page without scripts says both at once."""
    looks_right = {
        "phone": parse(fields["phone"], seminar.current().country).valid,
        "email": parse_email(fields["email"]).valid,
    }
    return [name for name, right in looks_right.items() if not right]
