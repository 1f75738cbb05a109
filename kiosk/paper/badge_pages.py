"""Badges and printers: what waits and why, and what a person does about it."""

import uuid
from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.refusals import sentence
from kiosk.paper import print_jobs, print_queue, printer_form, printer_list, printer_words, trial_badge
from kiosk.paper.papers import PAPERS, RESOLUTIONS

pages = Blueprint("badges", __name__)


@pages.get("/badges")
@allow(Role.DESK)
def overview() -> str:
    return render_template("kiosk/badges.html", **_now())


@pages.get("/badges/now")
@allow(Role.DESK)
def now() -> str:
    """The part of the page that changes by itself."""
    return render_template("kiosk/badges_now.html", **_now())


def _now() -> dict[str, object]:
    return {"printers": printer_list.everyone(), "queue": print_queue.look(), "words": printer_words}


@pages.post("/badges/jobs/<int:job>/retry")
@allow(Role.DESK)
def retry(job: int) -> ResponseReturnValue:
    print_jobs.retry(job, access.actor())
    return _done(_("The badge will be tried again."))


@pages.post("/badges/jobs/<int:job>/drop")
@allow(Role.DESK)
def drop(job: int) -> ResponseReturnValue:
    print_jobs.drop(job, access.actor())
    return _done(_("The badge no longer waits."))


@pages.post("/badges/attendees/<int:attendee>/reprint")
@allow(Role.DESK)
def reprint(attendee: int) -> ResponseReturnValue:
    """Another badge. The wish's UUID comes with the form, so that a double click is one badge."""
    by = access.actor()
    print_jobs.reprint(attendee, _wish(), by.station, by)
    return _done(_("The badge is on its way once more."))


def _wish() -> str:
    try:
        return str(uuid.UUID(request.form.get("wish", "")))
    except ValueError:
        raise Refusal("malformed_request", fields="wish") from None


def _done(said: str) -> ResponseReturnValue:
    this_hub().live.announce()
    flash(said, "go")
    return redirect(url_for("badges.overview"))


@pages.get("/badges/printers/new")
@allow(Role.ORGANISER)
def new_printer() -> str:
    return _form({"driver": printer_form.NETWORK, "paper": "roll80", "dpi": 203}, {})


@pages.post("/badges/printers/new")
@allow(Role.ORGANISER)
def add_printer() -> ResponseReturnValue:
    facts, wrong = printer_form.read(request.form)
    if facts is None:
        return _form(request.form, wrong), 422
    try:
        printer_list.add(facts, access.actor())
    except Refusal as refusal:
        return _form(request.form, {"name": sentence(refusal)}), 409
    return _done(_("The printer has been added."))


@pages.get("/badges/printers/<int:printer>")
@allow(Role.ORGANISER)
def printer_page(printer: int) -> str:
    found = printer_list.get(printer)
    return _form({name: getattr(found, name) for name in printer_form.PrinterForm.model_fields}, {}, printer)


@pages.post("/badges/printers/<int:printer>")
@allow(Role.ORGANISER)
def change_printer(printer: int) -> ResponseReturnValue:
    facts, wrong = printer_form.read(request.form)
    if facts is None:
        return _form(request.form, wrong, printer), 422
    try:
        printer_list.change(printer, facts, access.actor())
    except Refusal as refusal:
        if refusal.code != "printer_name_taken":
            raise
        return _form(request.form, {"name": sentence(refusal)}, printer), 409
    return _done(_("The printer has been changed."))


@pages.post("/badges/printers/<int:printer>/remove")
@allow(Role.ORGANISER)
def remove_printer(printer: int) -> ResponseReturnValue:
    printer_list.remove(printer, access.actor())
    return _done(_("The printer has been removed."))


@pages.post("/badges/printers/<int:printer>/try")
@allow(Role.DESK)
def try_printer(printer: int) -> ResponseReturnValue:
    """A badge to look at, now. Its outcome is told at once."""
    found = printer_list.get(printer)
    outcome = trial_badge.print_trial(found, this_hub().folder.badges, _("Test"))
    if outcome == "ok":
        return _done(_("%(name)s: the test badge is out.", name=found.name))
    kind, word = printer_words.state(outcome)
    flash(f"{found.name}: {word}", kind)
    return redirect(url_for("badges.overview"))


def _form(values: Mapping[str, object], wrong: Mapping[str, str], printer: int | None = None) -> str:
    return render_template(
        "kiosk/badges_printer.html",
        values=values,
        wrong={name: _(text) for name, text in wrong.items()},
        printer=printer,
        drivers=printer_words.DRIVERS,
        papers=PAPERS,
        resolutions=RESOLUTIONS,
    )
