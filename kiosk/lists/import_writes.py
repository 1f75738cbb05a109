"""Writing many attendees at once: prepared outside of the transaction, then a handful of statements."""

from collections.abc import Iterator, Sequence
from typing import Any

from peewee import Model, fn

from hub import clock
from hub.database import db, rows
from kiosk import search
from kiosk.alphabet import list_key
from kiosk.lists.matching import Person
from kiosk.lists.row_changes import FIELDS
from kiosk.models import Attendee, Identity, SearchToken
from kiosk.tickets import new_code

_FOUND_BY = frozenset({"surname", "first_name", "patronymic", "company", "email", "phone", "phone_e164"})


def blank() -> dict[str, Any]:
    """The values of somebody of whom nothing is known yet."""
    empty = dict.fromkeys(FIELDS, "")
    return {**empty, "consent": None, "consent_at": None, "registered_at": None, "external_ref": None}


def everybody() -> Iterator[Person]:
    """All attendees with what they are known by."""
    columns = [getattr(Attendee, name) for name in FIELDS]
    people: dict[int, Person] = {}
    chosen = Attendee.select(Attendee.id, Attendee.corrected, Attendee.consent_text, *columns).order_by(Attendee.id)
    for number, corrected, agreed, *values in rows(chosen):
        locked = frozenset(corrected.split()) | ({"consent"} if agreed is not None else set())
        people[number] = Person(number, dict(zip(FIELDS, values, strict=True)), locked)
    kept = Identity.select(Identity.attendee, Identity.name_key, Identity.contact).order_by(Identity.id)
    for number, key, contact in rows(kept):
        people[number].identities.add((key, contact))
    yield from people.values()


def prepare(new: Sequence[Person], tag: str) -> None:
    """Draw tickets and work out what people are searched by, before anybody waits for the transaction."""
    for person in new:
        if "code" not in person.values:
            person.values["code"] = new_code(tag)


def save(new: Sequence[Person], changed: Sequence[Person], source: str) -> None:
    """Write all of it, inside the caller's write; new people get their ids."""
    _insert_people(new, source)
    _update_people([person for person in changed if person.changed])
    everyone = [*new, *changed]
    _insert(
        Identity,
        ("attendee", "name_key", "contact"),
        [(person.id, *one) for person in everyone for one in person.fresh],
    )
    retold = [person for person in changed if person.changed & _FOUND_BY]
    for person in retold:
        SearchToken.delete().where(SearchToken.attendee == person.id).execute()
    tokens = [(token, person.id) for person in (*new, *retold) for token in sorted(_tokens(person))]
    _insert(SearchToken, ("token", "attendee"), tokens)


def _insert_people(new: Sequence[Person], source: str) -> None:
    last = Attendee.select(fn.MAX(Attendee.id)).scalar() or 0
    columns = ("code", *FIELDS, "note", "corrected", "ribbon", "source", "created_at", "sort_key",
               "cancelled", "presence", "entry_station")  # fmt: skip
    now = clock.now()
    _insert(Attendee, columns, [_row(person, source, now) for person in new])
    numbers = dict(rows(Attendee.select(Attendee.code, Attendee.id).where(Attendee.id > last)))
    for person in new:
        person.id = numbers[person.values["code"]]


def _row(person: Person, source: str, now: int) -> tuple[Any, ...]:
    values = person.values
    filled = (values[name] for name in FIELDS)
    return (
        values["code"],
        *filled,
        "",
        "",
        "attendee",
        source,
        now,
        _sort_key(person),
        False,
        "expected",
        "",
    )


def _update_people(changed: Sequence[Person]) -> None:
    columns = (*FIELDS, "sort_key")
    assigned = ", ".join(f"{_quoted(Attendee, name)} = {db.param}" for name in columns)
    table = db.quote[0] + Attendee._meta.table_name + db.quote[1]
    sql = f"UPDATE {table} SET {assigned} WHERE id = {db.param}"  # noqa: S608  names of our own columns
    _many(sql, [(*(person.values[name] for name in FIELDS), _sort_key(person), person.id) for person in changed])


def _insert(model: type[Model], columns: Sequence[str], values: list[tuple[Any, ...]]) -> None:
    """Rows of plain values; an identity that somebody else has already is left to them."""
    names = ", ".join(_quoted(model, name) for name in columns)
    spare = " ON CONFLICT DO NOTHING" if model is Identity else ""
    marks = ", ".join([db.param] * len(columns))
    table = db.quote[0] + model._meta.table_name + db.quote[1]
    _many(f"INSERT INTO {table} ({names}) VALUES ({marks}){spare}", values)  # noqa: S608


def _many(sql: str, values: list[tuple[Any, ...]]) -> None:
    if values:
        db.cursor().executemany(sql, values)


def _quoted(model: type[Model], name: str) -> str:
    return f"{db.quote[0]}{model._meta.fields[name].column_name}{db.quote[1]}"


def _sort_key(person: Person) -> str:
    return list_key(person.values["surname"], person.values["first_name"])


def _tokens(person: Person) -> set[str]:
    known = {name: person.values[name] for name in _FOUND_BY}
    return search.tokens(Attendee(**known))
