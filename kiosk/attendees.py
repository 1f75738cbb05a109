"""Attendees: what the desk corrects, and a person's decisions to bar, cancel or restore."""

from collections.abc import Mapping

from hub import audit, letters, seminar
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from kiosk import search
from kiosk.alphabet import list_key
from kiosk.emails import parse_email
from kiosk.models import Attendee, Identity
from kiosk.names import LONGEST_NAME, clean, same_person_key
from kiosk.phones import parse

REQUIRED = ("surname", "first_name", "company", "position", "email", "phone")
TEXTS = ("surname", "first_name", "patronymic", "company", "position", "email", "phone", "note")
RIBBONS = ("attendee", "speaker", "staff", "press")
BARRED_BECAUSE = ("competitor", "student")


def get(attendee: int) -> Attendee:
    """One attendee. Raises Refusal `attendee_unknown`."""
    found: Attendee | None = Attendee.get_or_none(Attendee.id == attendee)
    if found is None:
        raise Refusal("attendee_unknown")
    return found


def tidy(fields: Mapping[str, str]) -> dict[str, str]:
    """Texts as they are kept: no control characters, single spaces. Raises Refusal `text_too_long`."""
    return {name: letters.demand(clean(value), LONGEST_NAME) for name, value in fields.items()}


def put_texts(person: Attendee, fields: Mapping[str, str]) -> None:
    """Set texts and all that follows from them (phone in E.164, sort key) on an unsaved row."""
    for name, value in fields.items():
        setattr(person, name, value)
    if "phone" in fields:
        person.phone_e164 = parse(person.phone, seminar.current().country).e164
    if "email" in fields:
        person.email = parse_email(person.email).address or person.email
    person.sort_key = list_key(person.surname, person.first_name)


def contacts(person: Attendee) -> list[str]:
    """What a person is known by beside the name."""
    return [contact for contact in (person.phone_e164, parse_email(person.email).address) if contact]


def make_known(person: Attendee) -> None:
    """Let searches and imports find the saved row by what it now says; what it said before stays known too."""
    search.index(person)
    key = same_person_key(person.surname, person.first_name)
    for contact in contacts(person):
        Identity.insert(attendee=person.id, name_key=key, contact=contact).on_conflict_ignore().execute()


@writes
def correct(attendee: int, changes: Mapping[str, str], by: Actor) -> Attendee:
    """Correct texts or the ribbon at the desk; later imports leave what was corrected.

    Raises Refusal `attendee_unknown`, `fields_required` when a name would become empty, `ribbon_unknown`,
    `text_too_long`.
    """
    person = get(attendee)
    new = {name: value for name, value in tidy(changes).items() if value != getattr(person, name)}
    if "ribbon" in new and new["ribbon"] not in RIBBONS:
        raise Refusal("ribbon_unknown")
    before = {name: getattr(person, name) for name in new}
    put_texts(person, new)
    if not (person.surname or person.first_name):
        raise Refusal("fields_required", fields=["surname", "first_name"])
    person.corrected = " ".join(sorted({*person.corrected.split(), *new}))
    person.save()
    make_known(person)
    if new:
        audit.record(by, "attendee_corrected", person.id, before=before, after=new)
    return person


@writes
def bar(attendee: int, because: str, by: Actor) -> Attendee:
    """A person decides that somebody may not come in. Raises Refusal `attendee_unknown`, `reason_not_allowed`.

    Two reasons only: the rules of the trade allow no other.
    """
    if because not in BARRED_BECAUSE:
        raise Refusal("reason_not_allowed")
    return _stand(attendee, by, barred=because)


@writes
def cancel(attendee: int, by: Actor) -> Attendee:
    """The registration was called off by the attendee. Raises Refusal `attendee_unknown`."""
    return _stand(attendee, by, cancelled=True)


@writes
def restore(attendee: int, by: Actor) -> Attendee:
    """Registered again as if never barred or cancelled. Raises Refusal `attendee_unknown`."""
    return _stand(attendee, by, barred=None, cancelled=False)


def _stand(attendee: int, by: Actor, **standing: object) -> Attendee:
    person = get(attendee)
    for name, value in standing.items():
        setattr(person, name, value)
    person.save(only=[getattr(Attendee, name) for name in standing])
    audit.record(by, "attendee_standing", person.id, **standing)
    return person
