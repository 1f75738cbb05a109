"""The import pages: choose a file, see how it is read, correct the columns, confirm, see what became of it."""

import json
from itertools import islice

from flask import Blueprint, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from hub import access
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.refusals import sentence, status
from hub.sheets import reading_words, uploads
from hub.sheets.sheets import Sheet
from hub.sheets.uploads import Upload
from kiosk.lists import column_choices, import_words, importing, row_reports
from kiosk.lists.headings import Mapping
from kiosk.lists.importing import Listing
from kiosk.lists.registrants import Registrant
from kiosk.models import ImportRun

pages = Blueprint("imports", __name__)

FIRST_ROWS = 10
EARLIER = 20
# A person can mend these in the page: say which column holds the names.
OF_COLUMNS = {"no_name_column", "no_headings", "unknown_heading", "unknown_field"}


@pages.get("/import")
@allow(Role.ORGANISER)
def choose() -> str:
    return _choose_page()


@pages.post("/import")
@allow(Role.ORGANISER)
def upload() -> ResponseReturnValue:
    """Keep the file; the page it leads to reads it."""
    file = request.files.get("list")
    filename, content = (file.filename or "", file.read()) if file else ("", b"")
    try:
        kept = uploads.keep(this_hub().folder, filename, content)
    except Refusal as refusal:
        return _choose_page(sentence(refusal)), status(refusal)
    return redirect(url_for("imports.preview", upload=kept.id))


def _choose_page(wrong: str = "") -> str:
    runs = ImportRun.select().order_by(ImportRun.id.desc()).limit(EARLIER)
    counted = [(run, json.loads(run.report)["counts"]) for run in runs]
    return render_template("kiosk/import.html", runs=counted, wrong=wrong, sources=import_words.SOURCES)


@pages.get("/import/<upload>")
@allow(Role.ORGANISER)
def preview(upload: str) -> ResponseReturnValue:
    kept = uploads.find(this_hub().folder, upload)
    if kept.run is not None:
        return redirect(url_for("imports.result", run=kept.run))
    return _preview_page(kept)


@pages.post("/import/<upload>")
@allow(Role.ORGANISER)
def look_again(upload: str) -> ResponseReturnValue:
    """The preview with the columns as the person has corrected them."""
    return _preview_page(uploads.find(this_hub().folder, upload))


def _preview_page(kept: Upload) -> ResponseReturnValue:
    try:
        listing = importing.open_listing(kept.path, kept.filename, column_choices.of_form(request.form))
    except Refusal as refusal:
        if refusal.code in OF_COLUMNS:
            return _columns_page(kept, refusal)
        uploads.drop(kept)
        return _choose_page(sentence(refusal)), status(refusal)
    return _page(kept, listing.sheet, listing.mapping, **_planned(listing))


def _planned(listing: Listing) -> dict[str, object]:
    plan = importing.plan(listing)
    people = (row for row in listing.rows if isinstance(row, Registrant))
    return {
        "counts": plan.counts,
        "looks": row_reports.worth_a_look([row.plain() for row in plan.rows]),
        "first_rows": list(islice(people, FIRST_ROWS)),
    }


def _columns_page(kept: Upload, refusal: Refusal) -> ResponseReturnValue:
    """The file was read, but not which column holds the names: the person is asked."""
    sheet, mapping = importing.sketch(kept.path)
    return _page(kept, sheet, mapping, wrong=sentence(refusal)), status(refusal)


def _page(kept: Upload, sheet: Sheet, mapping: Mapping, **told: object) -> str:
    below = [row for row in sheet.rows if row.number > mapping.header_row_number]
    return render_template(
        "kiosk/import_preview.html",
        upload=kept,
        sheet=sheet,
        notes=reading_words.notes(sheet.notes, sheet.unread, gettext, import_words.NOT_READ),
        mapping=mapping,
        columns=column_choices.lines(mapping, below, request.form),
        fields=column_choices.CHOICES,
        words=import_words,
        reports=row_reports,
        **told,
    )


@pages.post("/import/<upload>/confirm")
@allow(Role.ORGANISER)
def confirm(upload: str) -> ResponseReturnValue:
    """Take the list in. A second click waits for the first and is led to its result."""
    folder = this_hub().folder
    with uploads.turn(uploads.find(folder, upload)):
        kept = uploads.find(folder, upload)
        try:
            run = kept.run if kept.run is not None else _take_in(kept)
        except Refusal as refusal:
            if refusal.code not in OF_COLUMNS:
                raise
            return _columns_page(kept, refusal)
    this_hub().live.announce()
    return redirect(url_for("imports.result", run=run))


def _take_in(kept: Upload) -> int:
    listing = importing.open_listing(kept.path, kept.filename, column_choices.of_form(request.form))
    run = importing.apply(listing, access.actor())
    kept.done(run.id)
    return int(run.id)


@pages.post("/import/<upload>/drop")
@allow(Role.ORGANISER)
def drop(upload: str) -> ResponseReturnValue:
    uploads.drop(uploads.find(this_hub().folder, upload))
    return redirect(url_for("imports.choose"))


@pages.get("/import/runs/<int:run>")
@allow(Role.ORGANISER)
def result(run: int) -> str:
    found = ImportRun.get_or_none(ImportRun.id == run)
    if found is None:
        raise Refusal("not_found")
    report = json.loads(found.report)
    return render_template(
        "kiosk/import_result.html",
        run=found,
        counts=report["counts"],
        notes=reading_words.notes(report.get("notes", ()), report.get("unread", ()), gettext, import_words.NOT_READ),
        looks=row_reports.worth_a_look(report["rows"]),
        words=import_words,
        reports=row_reports,
    )
