"""Badges: what waits and why, and what a person does about it."""

import uuid

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from kiosk.paper import batch_words, batches, print_jobs, print_queue, printer_list, printer_words

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
    return {
        "printers": printer_list.everyone(),
        "queue": print_queue.look(),
        "words": printer_words,
        "batches": batches.unfinished(),
        "batch_words": batch_words,
        "few": printer_list.FEW_LABELS,
    }


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
