"""A programme comes in from a spreadsheet: read, looked at without writing, then taken in whole as one change."""

from dataclasses import dataclass
from pathlib import Path

from hub.access import Actor
from hub.database import write
from hub.errors import Refusal
from hub.programme import changes, headings, planning, rows
from hub.programme.changes import Change
from hub.programme.headings import Mapping
from hub.programme.lines import Line
from hub.programme.matching import matched
from hub.programme.models import ProgrammeVersion
from hub.programme.rows import Outcome, RowRead
from hub.sheets.sheets import Sheet
from hub.sheets.spreadsheets import read


@dataclass(frozen=True, slots=True)
class Listing:
    """A file as it was read."""

    filename: str
    sheet: Sheet
    mapping: Mapping
    rows: list[RowRead]

    @property
    def lines(self) -> list[Line]:
        """The items of the file."""
        return [row.line for row in self.rows if row.line is not None]

    def count(self, outcome: Outcome) -> int:
        """How many rows came out so."""
        return sum(row.outcome == outcome for row in self.rows)


@dataclass(frozen=True, slots=True)
class Plan:
    """What taking the file in would make of the programme: its lines then, and what that changes."""

    lines: list[Line]
    changes: list[Change]

    @property
    def unchanged(self) -> int:
        """Items that stay as they are."""
        return len(self.lines) - sum(change.after is not None for change in self.changes)


def open_listing(path: Path, filename: str, name: str | None = None) -> Listing:
    """Read a file; nothing is written. `name` is that of the sheet, else the one most like a programme is read.

    Raises Refusal as `spreadsheets.read`, `headings.recognise` and `rows.read_rows` do.
    """
    sheet = read(path, headings.likeness, name)
    mapping = headings.recognise(sheet)
    return Listing(filename, sheet, mapping, rows.read_rows(sheet, mapping))


def plan(listing: Listing) -> Plan:
    """What `apply` would do now. Reads the database, writes nothing."""
    known = planning.current()
    made = matched([(row.line, row.told) for row in listing.rows if row.line is not None], known)
    return Plan(made, changes.between(known, made))


def apply(listing: Listing, by: Actor | None) -> ProgrammeVersion | None:
    """Take the file in, whole, in one durable write. Returns the version made, None where nothing differed.

    Raises Refusal `programme_no_items`: a file without a single item empties no programme.
    """
    if not listing.lines:
        raise Refusal("programme_no_items")
    return write(lambda: planning.replace(plan(listing).lines, by, listing.filename))
