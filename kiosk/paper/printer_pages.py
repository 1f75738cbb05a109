"""Printers by their pages: adding, changing, finding, trying out, a new roll."""

from collections.abc import Mapping
from typing import Annotated

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from pydantic import Field, TypeAdapter, ValidationError

from hub import access
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.refusals import sentence
from kiosk.models import Printer
from kiosk.pages import desk_names
from kiosk.paper import desks, printer_form, printer_list, printer_words, trial_badge
from kiosk.paper.layouts import layout_files, layout_words
from kiosk.paper.papers import PAPERS, RESOLUTIONS
from kiosk.paper.printers import kinds

pages = Blueprint("printers", __name__)

_FIRST = {"driver": printer_form.NETWORK, "paper": "roll80", "dpi": "203"}
_LABELS: TypeAdapter[int] = TypeAdapter(Annotated[int, Field(ge=1, le=100_000)])


@pages.get("/badges/printers/new")
@allow(Role.ORGANISER)
def new() -> str:
    """An empty form, or one that the search has filled."""
    given = {name: request.args[name][:100] for name in printer_form.PrinterForm.model_fields if name in request.args}
    return _form({**_FIRST, **given}, {})


@pages.post("/badges/printers/new")
@allow(Role.ORGANISER)
def add() -> ResponseReturnValue:
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
def one(printer: int) -> str:
    found = printer_list.get(printer)
    values = {name: getattr(found, name) for name in printer_form.PrinterForm.model_fields}
    return _form({**values, "second": found.second_id}, {}, printer)


@pages.post("/badges/printers/<int:printer>")
@allow(Role.ORGANISER)
def change(printer: int) -> ResponseReturnValue:
    facts, wrong = printer_form.read(request.form)
    if facts is None:
        return _form(request.form, wrong, printer), 422
    try:
        printer_list.change(printer, facts, access.actor())
    except Refusal as refusal:
        field = {"printer_name_taken": "name", "printer_own_second": "second"}.get(refusal.code)
        if field is None:
            raise
        return _form(request.form, {field: sentence(refusal)}, printer), 409
    return _done(_("The printer has been changed."))


@pages.post("/badges/printers/<int:printer>/remove")
@allow(Role.ORGANISER)
def remove(printer: int) -> ResponseReturnValue:
    printer_list.remove(printer, access.actor())
    return _done(_("The printer has been removed."))


@pages.post("/badges/printers/<int:printer>/roll")
@allow(Role.DESK)
def new_roll(printer: int) -> ResponseReturnValue:
    """A roll of so many labels; an empty field: nobody counts them."""
    typed = "" if "none" in request.form else request.form.get("labels", "").strip()
    try:
        labels = _LABELS.validate_python(typed) if typed else None
    except ValidationError:
        raise Refusal("malformed_request", fields="labels") from None
    printer_list.new_roll(printer, labels, access.actor())
    return _done(_("The labels are counted from here on.") if labels else _("The labels are not counted any more."))


@pages.post("/badges/printers/<int:printer>/try")
@allow(Role.DESK)
def try_out(printer: int) -> ResponseReturnValue:
    """A badge to look at, now. Its outcome is told at once."""
    row, folder = printer_list.get(printer), this_hub().folder
    layout = layout_files.find(folder, row.layout).layout
    outcome = trial_badge.print_trial(row, folder.badges, _("Test"), layout)
    return _told(row, outcome, _("%(name)s: the test badge is out.", name=row.name), "badges.overview")


@pages.post("/badges/printers/<int:printer>/card")
@allow(Role.DESK)
def card(printer: int) -> ResponseReturnValue:
    """The card that shows whether a scanner types right; on the page where it is scanned."""
    row = printer_list.get(printer)
    outcome = trial_badge.print_card(row, this_hub().folder.badges, _("Scanner test"))
    out = _("%(name)s: the card is out. Now scan its two codes.", name=row.name)
    return _told(row, outcome, out, "printer_search.scanner")


def _told(row: Printer, outcome: str, out: str, page: str) -> ResponseReturnValue:
    if outcome == "printed":
        return _done(out, page)
    if outcome == "sent":
        return _done(_("%(name)s: sent. Please look whether it comes out.", name=row.name), page)
    shape, word = printer_words.state(outcome)
    advice = printer_words.advice(outcome, row.driver, row.address)
    flash(f"{row.name}: {word}" + (f". {advice[0]} {advice[1]}" if advice else ""), shape)
    return redirect(url_for(page))


def _done(said: str, page: str = "badges.overview") -> ResponseReturnValue:
    this_hub().live.announce()
    flash(said, "go")
    return redirect(url_for(page))


def _form(values: Mapping[str, object], wrong: Mapping[str, str], printer: int | None = None) -> str:
    usual, station = desk_names(), str(values.get("station", ""))
    known = [*usual, *(name for name in desks.known() if not desks.is_among(name, usual))]
    return render_template(
        "kiosk/badges_printer.html",
        values=values,
        desks=known,
        desk_known=not station.strip() or desks.is_among(station, known),
        wrong={name: _(text) for name, text in wrong.items()},
        printer=printer,
        kinds=kinds(),
        papers=PAPERS,
        resolutions=RESOLUTIONS,
        layouts=layout_files.everything(this_hub().folder),
        layout_title=layout_words.title,
        others=[other for other in printer_list.everyone() if other.id != printer],
    )
