"""A list of registrants comes in: read, planned without writing, then taken in whole or not at all."""

import hashlib
import json
from collections.abc import Mapping as Choices
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from peewee import fn

from hub import audit, clock, seminar
from hub.access import Actor
from hub.database import write
from hub.models import AuditEntry
from hub.sheets.sheets import Sheet
from hub.sheets.spreadsheets import read
from kiosk.lists import import_report, import_writes, row_changes
from kiosk.lists.headings import MOST_TITLE_ROWS, Mapping, draft, fingerprint, likeness, recognise
from kiosk.lists.import_report import CREATED, MERGED, PROBLEM, UNCHANGED, UPDATED, RowOutcome
from kiosk.lists.matching import People, Person
from kiosk.lists.registrants import Registrant, RowProblem, registrants
from kiosk.models import HeadingMap, Identity, ImportRun

# Kept, but nobody would call a person updated for them.
UNSEEN = frozenset({"phone_e164", "consent_at", "other", "external_ref"})

Heads = Choices[str, str | None]


@dataclass(frozen=True, slots=True)
class Listing:
    """A list as it was read. `choices` are a person's corrections of the mapping, `remembered` ones included."""

    filename: str
    sha256: str
    sheet: Sheet
    mapping: Mapping
    choices: dict[str, str | None]
    rows: list[Registrant | RowProblem]


@dataclass(slots=True)
class Plan:
    """What taking a list in would do. `rows` are in the order of the list; `counts` by outcome."""

    rows: list[RowOutcome]
    new: list[Person]
    changed: dict[Person, None]
    stamp: tuple[int, int]
    people: list[Person | None] = field(default_factory=list)

    @property
    def counts(self) -> dict[str, int]:
        return import_report.counts(self.rows)


def open_listing(path: Path, filename: str, choices: Heads | None = None, name: str | None = None) -> Listing:
    """Read a file, map its columns and read its rows; nothing is written.

    `choices` (heading -> field, None to leave out) go before what was remembered for these headings.
    `name` is that of the sheet to read; without it the one most like a list of people is read.
    Raises Refusal as `spreadsheets.read`, `headings.recognise` and `seminar.current` do.
    """
    sheet = read(path, likeness, name)
    chosen = {**remembered(sheet), **(choices or {})}
    mapping = recognise(sheet, chosen)
    rows = list(registrants(sheet, mapping, seminar.current().country))
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Listing(filename, digest, sheet, mapping, chosen, rows)


def sketch(path: Path) -> tuple[Sheet, Mapping]:
    """The sheet and what can be told of its columns, for a page to ask a person about those it cannot tell."""
    sheet = read(path, likeness)
    return sheet, draft(sheet, tuple(remembered(sheet)))


def remembered(sheet: Sheet) -> dict[str, str | None]:
    """The corrections made by hand the last time a list with these headings came."""
    known = {kept.fingerprint: kept.mapping for kept in HeadingMap.select()}
    for row in sheet.rows[:MOST_TITLE_ROWS] if known else ():
        if found := known.get(fingerprint(row.cells)):
            choices: dict[str, str | None] = json.loads(found)
            return choices
    return {}


def plan(listing: Listing) -> Plan:
    """What `apply` would do now. Reads the database, writes nothing."""
    stamp = _stamp()
    people = People(import_writes.everybody())
    zone = ZoneInfo(seminar.current().zone)
    made = Plan([], [], {}, stamp)
    for row in listing.rows:
        if isinstance(row, RowProblem):
            made.rows.append(RowOutcome(row.row, PROBLEM, row.text, code=row.code))
            made.people.append(None)
        else:
            _place(row, people, made, _milliseconds(row.registered_at, zone))
    return made


def apply(listing: Listing, by: Actor | None, prepared: Plan | None = None) -> ImportRun:
    """Take the list in, all of it in one durable write; the run's report says what became of each row.

    `prepared` is the plan shown before; it is made anew when somebody changed the list of attendees since.
    """
    made = prepared or plan(listing)
    source = listing.mapping.source
    import_writes.prepare(made.new, seminar.current().tag)

    def whole() -> ImportRun:
        current = made if made.stamp == _stamp() else plan(listing)
        if current is not made:
            import_writes.prepare(current.new, seminar.current().tag)
        import_writes.save(current.new, list(current.changed), source)
        _remember(listing)
        named = [
            replace(row, attendee=person.id) if person else row
            for row, person in zip(current.rows, current.people, strict=True)
        ]
        audit.record(by, "attendees_imported", listing.filename, **current.counts)
        return _run(listing, named, by)

    return write(whole)


def _place(row: Registrant, people: People, made: Plan, registered_at: int | None) -> None:
    """Decide what becomes of one row."""
    identities = people.identities_of(row)
    person, warnings = people.find(row, identities)
    outcome, into = CREATED, None
    changed: tuple[str, ...] = ()
    if person is None:
        person = Person(None, import_writes.blank())
        person.values.update(row_changes.changes(person.values, row, registered_at, row_changes.Rules()))
        person.row = row.row
        people.add(person)
        made.new.append(person)
    else:
        again = person.row is not None
        into = person.row
        changed = _change(person, row, registered_at, gaps_only=again)
        outcome = MERGED if again else (UPDATED if changed else UNCHANGED)
        person.row = person.row or row.row
    people.learn(person, identities)
    if person.id is not None and (person.changed or person.fresh):
        made.changed[person] = None
    name = " ".join(filter(None, (row.surname, row.first_name, row.patronymic)))
    made.rows.append(
        RowOutcome(row.row, outcome, name, None, into, "", changed, (*row.warnings, *warnings), row.missing)
    )
    made.people.append(person)


def _change(person: Person, row: Registrant, registered_at: int | None, gaps_only: bool) -> tuple[str, ...]:
    rules = row_changes.Rules(person.corrected, gaps_only)
    found = row_changes.changes(person.values, row, registered_at, rules)
    person.values.update(found)
    if person.id is not None:
        person.changed.update(found)
    return tuple(name for name in found if name not in UNSEEN)


def _stamp() -> tuple[int, int]:
    """Grows with whatever somebody does to attendees in the meantime; check-ins change nothing of it."""
    last = Identity.select(fn.MAX(Identity.id)).scalar(), AuditEntry.select(fn.MAX(AuditEntry.id)).scalar()
    return last[0] or 0, last[1] or 0


def _milliseconds(moment: datetime | None, zone: ZoneInfo) -> int | None:
    if moment is None:
        return None
    return round((moment if moment.tzinfo else moment.replace(tzinfo=zone)).timestamp() * 1000)


def _remember(listing: Listing) -> None:
    if listing.choices and listing.mapping.fingerprint:
        HeadingMap.delete().where(HeadingMap.fingerprint == listing.mapping.fingerprint).execute()
        kept = json.dumps(listing.choices, ensure_ascii=False)
        HeadingMap.create(fingerprint=listing.mapping.fingerprint, mapping=kept, at=clock.now())


def _run(listing: Listing, rows: list[RowOutcome], by: Actor | None) -> ImportRun:
    mapping = listing.mapping
    report = import_report.dumped(
        rows,
        header_row_number=mapping.header_row_number,
        columns=[[column.heading, column.field, column.how] for column in mapping.columns],
        notes=list(listing.sheet.notes),
        unread=listing.sheet.unread,
    )
    return ImportRun.create(
        at=clock.now(),
        who=by.name if by else "kiosk",
        filename=listing.filename,
        sha256=listing.sha256,
        source=mapping.source,
        report=report,
    )
