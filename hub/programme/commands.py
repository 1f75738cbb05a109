"""`kiosk import programme FILE`."""

from collections.abc import Iterator
from pathlib import Path

import click

from hub import import_group, seminar, settings
from hub.app import open_folder
from hub.cli import run_refusing
from hub.database import db
from hub.i18n import N_
from hub.i18n import terminal_text as _
from hub.programme import import_words, importing, rule_words, rules, shown
from hub.programme.importing import Listing, Plan
from hub.programme.rows import Outcome
from hub.sheets import reading_words

KINDS = {"added": N_("added"), "changed": N_("changed"), "removed": N_("removed")}


def add(group: click.Group) -> None:
    """Add `kiosk import programme` to the one entry point."""
    import_group.add(group, _programme())


def _programme() -> click.Command:
    @click.command("programme", help=_("Take in the programme: csv, xlsx, xls, ods."))
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option("--dry-run", is_flag=True, help=_("Only show what would change."))
    @click.option("--sheet", metavar="NAME", help=_("Which sheet to read, if not the one most like a programme."))
    @run_refusing
    def programme(file: Path, dry_run: bool, sheet: str | None) -> None:
        open_folder(settings.load())
        with db.connection_context():
            listing = importing.open_listing(file, file.name, sheet)
            made = importing.plan(listing)
            for line in _told(listing, made):
                click.echo(line)
            if not dry_run:
                importing.apply(listing, None)
        click.echo(_("Nothing was written: this was a dry run.") if dry_run else _("Done."))

    return programme


def _told(listing: Listing, made: Plan) -> Iterator[str]:
    yield _("%(file)s: headings in row %(row)s") % {"file": listing.filename, "row": listing.mapping.row_number}
    if listing.mapping.aside:
        yield _("Columns left aside: %(headings)s") % {"headings": ", ".join(listing.mapping.aside)}
    yield from reading_words.notes(listing.sheet.notes, listing.sheet.unread, _, import_words.NOT_READ)
    for row in listing.rows:
        if said := import_words.reasons(row, _):
            yield _("row %(row)s, %(text)s: %(said)s") % {"row": row.row, "text": row.text, "said": "; ".join(said)}
    for change in shown.changes(made.changes, _):
        yield f"{_(KINDS[change.kind])}: {change.item}"
        yield from (f"    {name}: {before} → {after}" for name, before, after in change.fields)
    yield _("items: %(items)s, unchanged: %(unchanged)s, rows not understood: %(problems)s") % {
        "items": len(made.lines),
        "unchanged": made.unchanged,
        "problems": listing.count(Outcome.PROBLEM),
    }
    yield from _advice(made)


def _advice(made: Plan) -> Iterator[str]:
    """What could be better in the programme as it would be, as its page says it."""
    found = rules.advice(made.lines, seminar.current().organiser)
    yield from dict.fromkeys(f"! {rule_words.sentence(one, _)}" for one in found)
    points = -rules.at_stake(found)
    if points:
        yield _("%(points)s points at stake") % {"points": points}
