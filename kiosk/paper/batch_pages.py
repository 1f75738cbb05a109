"""Badges in advance by their page: start, stop, go on, cancel."""

from typing import Annotated, Literal, TypeVar

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator

from hub import access
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.refusals import sentence
from kiosk.paper import batch_words, batches, printer_list
from kiosk.requests import RowId

pages = Blueprint("batches", __name__)
Form = TypeVar("Form", bound=BaseModel)


class BatchForm(BaseModel):
    """The form as typed."""

    model_config = ConfigDict(str_strip_whitespace=True, extra="ignore")

    kind: Literal["everybody", "changed", "blank"]
    printer: RowId
    blanks: Annotated[int, Field(ge=0, le=10_000)] = 0
    again: bool = False

    @field_validator("blanks", mode="before")
    @classmethod
    def _none_is_empty(cls, value: object) -> object:
        return value or 0


class PrinterChoice(BaseModel):
    """On which printer a batch goes on."""

    printer: RowId


@pages.get("/badges/advance")
@allow(Role.DESK)
def overview() -> str:
    return _page()


@pages.get("/badges/advance/now")
@allow(Role.DESK)
def now() -> str:
    """The part of the page that changes by itself."""
    return render_template("kiosk/badge_batches_now.html", **_now())


@pages.post("/badges/advance")
@allow(Role.DESK)
def start() -> ResponseReturnValue:
    form = _read(BatchForm)
    kind: batches.Kind = "everybody" if form.again else form.kind
    try:
        batch = batches.start(kind, form.printer, form.blanks, access.actor(), again=form.again)
    except Refusal as refusal:
        if refusal.code not in ("blanks_out_of_range", "nobody_to_print"):
            raise
        return _page(kind, {kind: sentence(refusal)}), 422
    return _done(ngettext("%(num)d badge is on its way.", "%(num)d badges are on their way.", int(batch.total)))


@pages.post("/badges/advance/<int:batch>/stop")
@allow(Role.DESK)
def stop(batch: int) -> ResponseReturnValue:
    batches.stop(batch, access.actor())
    return _done(_("Stopped. What is not printed waits."))


@pages.post("/badges/advance/<int:batch>/resume")
@allow(Role.DESK)
def resume(batch: int) -> ResponseReturnValue:
    batches.resume(batch, _read(PrinterChoice).printer, access.actor())
    return _done(_("It goes on."))


@pages.post("/badges/advance/<int:batch>/cancel")
@allow(Role.DESK)
def cancel(batch: int) -> ResponseReturnValue:
    batches.cancel(batch, access.actor())
    return _done(_("Cancelled. No more of it is printed."))


def _read(form: type[Form]) -> Form:
    try:
        return form.model_validate(request.form.to_dict())
    except ValidationError as error:
        named = {str(line["loc"][0]) for line in error.errors(include_input=False)}
        raise Refusal("malformed_request", fields=", ".join(sorted(named))) from None


def _done(said: str) -> ResponseReturnValue:
    this_hub().live.announce()
    flash(said, "go")
    return redirect(url_for("batches.overview"))


def _now() -> dict[str, object]:
    return {"batches": batches.look(), "printers": printer_list.everyone(), "words": batch_words}


def _page(chosen: str = "", wrong: dict[str, str] | None = None) -> str:
    outlook = batches.outlook()
    counts = {"everybody": outlook.none, "changed": outlook.late} if outlook.begun else {"everybody": outlook.none}
    likely = "changed" if outlook.begun and not outlook.none and outlook.late else "everybody"
    return render_template(
        "kiosk/badge_batches.html",
        **_now(),
        chosen=chosen or likely,
        wrong=wrong or {},
        outlook=outlook,
        counts=counts,
    )
