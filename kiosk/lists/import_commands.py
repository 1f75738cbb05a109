"""`kiosk import attendees FILE`."""

from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from hub import import_group, settings
from hub.app import open_folder
from hub.cli import run_refusing
from hub.database import db
from hub.errors import Refusal
from hub.i18n import terminal_text as _
from hub.sheets import reading_words
from kiosk.lists import import_words, importing
from kiosk.lists.heading_words import FIELDS, NOTE
from kiosk.lists.import_report import CREATED, MERGED, OUTCOMES, PROBLEM, UNCHANGED, RowOutcome
from kiosk.lists.importing import Listing

# More lines than a person reads; the page and the kept report have all.
MOST_LINES = 200


def add(group: click.Group) -> None:
    """Add `kiosk import attendees` to the one entry point."""
    import_group.add(group, _attendees())


def _attendees() -> click.Command:
    @click.command("attendees", help=_("Take in a list of registrants: csv, xlsx, xls, ods."))
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option("--dry-run", is_flag=True, help=_("Only show what would become of each row."))
    @click.option(
        "--map",
        "choices",
        multiple=True,
        metavar="HEADING=FIELD",
        help=_("What a column means; nothing after = leaves it out. Fields: %(fields)s")
        % {"fields": ", ".join(FIELDS)},
    )
    @click.option("--sheet", metavar="NAME", help=_("Which sheet to read, if not the one most like a list."))
    @run_refusing
    def attendees(file: Path, dry_run: bool, choices: tuple[str, ...], sheet: str | None) -> None:
        open_folder(settings.load())
        with db.connection_context():
            listing = importing.open_listing(file, file.name, dict(map(_choice, choices)), sheet)
            made = importing.plan(listing)
            if not dry_run:
                importing.apply(listing, None, made)
        for line in _told(listing, made.rows, made.counts, dry_run):
            click.echo(line)

    return attendees


def _choice(text: str) -> tuple[str, str | None]:
    """HEADING=FIELD; the heading may itself hold an equals sign."""
    heading, equals, field = text.rpartition("=")
    if not equals or not heading:
        raise click.BadParameter(_("write it as HEADING=FIELD"), param_hint="--map")
    if field and field not in FIELDS:
        raise Refusal("unknown_field", name=field, known=list(FIELDS))
    return heading, field.strip() or None


def _told(listing: Listing, rows: list[RowOutcome], counts: dict[str, int], dry_run: bool) -> Iterator[str]:
    mapping = listing.mapping
    yield _("%(file)s: %(source)s, headings in row %(row)s") % {
        "file": listing.filename,
        "source": _(import_words.SOURCES[mapping.source]),
        "row": mapping.header_row_number or "—",
    }
    for column in mapping.columns:
        if column.field not in (None, NOTE):
            yield f"  {column.heading} → {_(import_words.FIELDS[column.field])}"
    yield from reading_words.notes(listing.sheet.notes, listing.sheet.unread, _, import_words.NOT_READ)
    lines = [line for row in rows if (line := _line(row))]
    yield from lines[:MOST_LINES]
    if len(lines) > MOST_LINES:
        yield _("… and %(more)s more such rows") % {"more": len(lines) - MOST_LINES}
    yield ", ".join(f"{_(import_words.OUTCOMES[outcome])}: {counts[outcome]}" for outcome in OUTCOMES)
    yield _("Nothing was written: this was a dry run.") if dry_run else _("Done.")


def _line(row: RowOutcome) -> str:
    """One line for a row about which there is something to say."""
    said = [_(import_words.WARNINGS[code]) for code in row.warnings]
    if row.outcome == PROBLEM:
        said.append(_(import_words.PROBLEMS[row.code]))
    if row.outcome == MERGED:
        said.append(_("names the same person as row %(row)s") % {"row": row.into})
    said.extend(_fields(row.changed if row.outcome not in (CREATED, UNCHANGED) else ()))
    if not said:
        return ""
    return _("row %(row)s, %(text)s: %(said)s") % {"row": row.row, "text": row.text or "—", "said": "; ".join(said)}


def _fields(changed: Iterable[str]) -> Iterator[str]:
    names = [_(import_words.FIELDS[name]) for name in changed if name in import_words.FIELDS]
    if names:
        yield _("changed: %(fields)s") % {"fields": ", ".join(names)}
