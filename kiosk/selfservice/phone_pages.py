"""The walk-in form on one's own phone: a plain page that needs no script, opened by the QR on a kiosk's screen."""

import uuid
from typing import Any

from flask import Blueprint, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale, gettext
from phonenumbers import country_code_for_region
from pydantic import ValidationError

from hub import i18n, letters, refusals, seminar
from hub.access import Actor, Role, by_address
from hub.box import this_hub
from hub.errors import Refusal
from kiosk import walk_ins
from kiosk.names import LONGEST_NAME, clean
from kiosk.requests import WalkInRequest
from kiosk.selfservice import phone_links, phone_registration
from kiosk.selfservice.form_words import form_words
from kiosk.selfservice.phone_gate import phone_gate
from kiosk.selfservice.phone_words import FIELD_WORDS, PERHAPS_LISTED

pages = Blueprint("self_registration", __name__)

FIELDS = ("surname", "first_name", "company", "position", "phone", "email")
LONGEST = 1000
Wrong = dict[str, str]

pages.add_app_template_global(form_words, "walk_in_words")


@pages.app_template_global("walk_in_prefix")
def prefix() -> str:
    """How phones of the seminar's country begin: «+7 »."""
    return f"+{country_code_for_region(seminar.current().country)} "


@pages.get("/register/<token>")
@by_address
def form(token: str) -> ResponseReturnValue:
    try:
        _check(token, phone_links.OPENS_MIN)
    except Refusal as refusal:
        return _over(refusal)
    return _page(token, {"id": str(uuid.uuid4())}, {})


@pages.post("/register/<token>")
@by_address
def register(token: str) -> ResponseReturnValue:
    """On the list, and on to the ticket. Whoever was on the list already is told so, and shown nobody's ticket."""
    typed = {name: text[:LONGEST] for name, text in request.form.items()}
    try:
        _check(token, phone_links.SENDS_MIN)
        if "speak" in typed:
            return _page(token, typed, {})
        long = _too_long(typed)
        if long:
            return _page(token, typed, long, Refusal("text_too_long"))
        registered = phone_registration.register(_parse(typed), _by_phone(), phone_gate(current_app))
    except Refusal as refusal:
        if refusal.code == "phone_link_over":
            return _over(refusal)
        return _page(token, typed, _wrong(refusal), refusal)
    this_hub().live.announce()
    if registered.recognised:
        return render_template("kiosk/self/phone_known.html")
    return redirect(url_for("tickets.ticket", code=registered.attendee.code, new="yes", lang=i18n.language()), 303)


def _too_long(typed: dict[str, str]) -> Wrong:
    """A person reads what the list will hold of them: nothing is cut off afterwards."""
    found = {name: letters.wrong(clean(typed.get(name, "")), LONGEST_NAME) for name in FIELDS}
    return {name: sentence for name, sentence in found.items() if sentence}


def _check(token: str, lives_min: int) -> None:
    phone_links.check(token, this_hub().secret_key, lives_min)


def _by_phone() -> Actor:
    """Who registers: nobody whom the hub knows. The log says so in the box's language."""
    with force_locale(current_app.config["LANGUAGE"]):
        return Actor(None, Role.KIOSK, gettext("own phone"), "", request.remote_addr or "")


def _parse(typed: dict[str, str]) -> walk_ins.WalkIn:
    asked: dict[str, Any] = {name: typed.get(name, "") for name in ("id", *FIELDS)}
    asked["consent"] = typed.get("consent") == "yes"
    asked["as_written"] = typed.get("as_written") == "yes"
    asked["consent_language"] = typed.get("consent_language", i18n.language())
    asked["consent_text"] = typed.get("consent_text") or None
    try:
        body = WalkInRequest.model_validate(asked)
    except ValidationError as error:
        raise Refusal("malformed_request", fields="form") from error
    fields = body.model_dump(include=set(FIELDS))
    return walk_ins.WalkIn(
        str(body.id), fields, body.consent, body.consent_language, body.as_written, body.consent_text
    )


def _wrong(refusal: Refusal) -> Wrong:
    """Field -> what is wrong with it. Raises what no field of the form explains."""
    named: Any = refusal.details.get("fields", [])
    if refusal.code == "fields_required":
        return {name: gettext(FIELD_WORDS["empty"]) for name in named}
    if refusal.code == "contacts_doubtful":
        return {name: gettext(FIELD_WORDS[name]) for name in named}
    if refusal.code == "consent_required":
        return {"consent": gettext(FIELD_WORDS["consent"])}
    if refusal.code == "perhaps_listed":
        return {"listed": gettext(PERHAPS_LISTED)}
    if refusal.code == "too_many_registrations":
        return {"whole": refusals.sentence(refusal)}
    raise refusal


def _page(token: str, typed: dict[str, str], wrong: Wrong, refusal: Refusal | None = None) -> ResponseReturnValue:
    page = render_template(
        "kiosk/self/phone_form.html",
        token=token,
        typed=typed,
        wrong=wrong,
        doubtful=refusal is not None and refusal.code in {"contacts_doubtful", "perhaps_listed"},
        consent=seminar.consent(i18n.language()),
        prefix=prefix(),
    )
    return page, refusals.status(refusal) if refusal else 200


def _over(refusal: Refusal) -> ResponseReturnValue:
    return render_template("kiosk/self/phone_over.html", sentence=refusals.sentence(refusal)), refusals.status(refusal)
