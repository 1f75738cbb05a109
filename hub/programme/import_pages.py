"""The import of a programme: choose a file, see what it would change, confirm."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.programme import import_words, importing, shown, words
from hub.programme.rows import Outcome
from hub.refusals import sentence, status
from hub.sheets import reading_words, uploads
from hub.sheets.uploads import Upload

pages = Blueprint("programme_import", __name__)


@pages.get("/programme/import")
@allow(Role.ORGANISER)
def choose() -> str:
    return _choose_page()


@pages.post("/programme/import")
@allow(Role.ORGANISER)
def upload() -> ResponseReturnValue:
    """Keep the file; the page it leads to reads it."""
    file = request.files.get("list")
    filename, content = (file.filename or "", file.read()) if file else ("", b"")
    try:
        kept = uploads.keep(this_hub().folder, filename, content)
    except Refusal as refusal:
        return _choose_page(sentence(refusal)), status(refusal)
    return redirect(url_for("programme_import.preview", upload=kept.id))


def _choose_page(wrong: str = "") -> str:
    return render_template("hub/programme_import.html", wrong=wrong)


@pages.get("/programme/import/<upload>")
@allow(Role.ORGANISER)
def preview(upload: str) -> ResponseReturnValue:
    """What the file says, row by row, and what that would change."""
    kept = uploads.find(this_hub().folder, upload)
    if kept.run is not None:
        return redirect(url_for("programme.overview"))
    try:
        listing = importing.open_listing(kept.path, kept.filename)
    except Refusal as refusal:
        uploads.drop(kept)
        return _choose_page(sentence(refusal)), status(refusal)
    plan = importing.plan(listing)
    return render_template(
        "hub/programme_preview.html",
        upload=kept,
        listing=listing,
        plan=plan,
        told=shown.changes(plan.changes, _),
        notes=reading_words.notes(listing.sheet.notes, listing.sheet.unread, _, import_words.NOT_READ),
        looks=[
            (row, import_words.reasons(row, _)) for row in listing.rows if row.outcome != Outcome.ITEM or row.warnings
        ],
        problems=listing.count(Outcome.PROBLEM),
        kinds=words.KINDS,
    )


@pages.post("/programme/import/<upload>/confirm")
@allow(Role.ORGANISER)
def confirm(upload: str) -> ResponseReturnValue:
    """Take the programme in. A second click waits for the first and is led to its result."""
    folder = this_hub().folder
    with uploads.turn(uploads.find(folder, upload)):
        kept = uploads.find(folder, upload)
        if kept.run is None:
            _take_in(kept)
    return redirect(url_for("programme.overview"))


def _take_in(kept: Upload) -> None:
    version = importing.apply(importing.open_listing(kept.path, kept.filename), access.actor())
    kept.done(int(version.id) if version else 0)
    this_hub().live.announce()
    flash(
        _("The programme has been taken in.") if version else _("Nothing has changed: the programme was so already."),
        "go",
    )


@pages.post("/programme/import/<upload>/drop")
@allow(Role.ORGANISER)
def drop(upload: str) -> ResponseReturnValue:
    uploads.drop(uploads.find(this_hub().folder, upload))
    return redirect(url_for("programme_import.choose"))
