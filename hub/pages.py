"""The way in, the first page, the language."""

import re
from typing import Any

from flask import Blueprint, Response, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from peewee import PeeweeException

from hub import access, alarms, home, i18n, refusals, seminar, sessions, signin
from hub.access import STAFF, Role, allow, public
from hub.box import this_hub
from hub.database import db
from hub.errors import Refusal
from hub.models import Device
from hub.role_names import ROLE_NAMES

pages = Blueprint("hub", __name__, template_folder="templates")

# A browser keeps this after signing out: it has an allowance of wrong PINs of its own.
KNOWN_COOKIE = "known"
_OWN_PAGE = re.compile(r"/(?![/\\])[^\x00-\x1f\x7f]*")


def shared() -> dict[str, Any]:
    """What every template may use."""
    return {
        "seminar": seminar.current(),
        "visitor": access.visitor(),
        "languages": i18n.LANGUAGES,
        "language": i18n.language(),
        "role_names": ROLE_NAMES,
        "is_alarmed": alarms.meant_for,
    }


@pages.get("/", endpoint="home")
@allow(*STAFF)
def first_page() -> str:
    """What this role can do today, the one thing to do now first."""
    return render_template("hub/home.html", offers=home.offers(access.actor().role), figures=home.figures())


@pages.get("/sign-in")
@public
def sign_in() -> ResponseReturnValue:
    return _sign_in_form()


@pages.post("/sign-in")
@public
def sign_in_by_pin() -> ResponseReturnValue:
    hub = this_hub()
    form = request.form
    try:
        device = signin.by_pin(
            form.get("pin", ""),
            form.get("name", ""),
            request.remote_addr or "",
            _known_browser(),
            hub.throttle,
            hub.secret_key,
        )
    except Refusal as refusal:
        return _sign_in_form(refusal)
    return _welcome(device)


@pages.get("/enter/<token>")
@public
def link(token: str) -> ResponseReturnValue:
    """A one-time link asks for a name first: a messenger's preview that opens it must not spend it."""
    return _link_form(token)


@pages.post("/enter/<token>")
@public
def enter_by_link(token: str) -> ResponseReturnValue:
    try:
        device = signin.by_link(token, request.form.get("name", ""), request.remote_addr or "")
    except Refusal as refusal:
        if refusal.code != "name_required":
            raise
        return _link_form(token, refusal)
    return _welcome(device)


@pages.post("/sign-out")
@allow(*Role)
def sign_out() -> ResponseReturnValue:
    device = signin.leave(access.actor())
    this_hub().live.hang_up(device)
    session.pop("device", None)
    return redirect(url_for("hub.sign_in"))


@pages.post("/language")
@public
def choose_language() -> ResponseReturnValue:
    wanted = request.form.get("language", "")
    if wanted in i18n.LANGUAGES:
        session["language"] = wanted
    return redirect(_inside(request.form.get("next", "")))


@pages.get("/healthz")
@public
def healthz() -> ResponseReturnValue:
    """For whoever minds the box: does the hub answer, and does its database?"""
    try:
        db.execute_sql("SELECT 1")
    except PeeweeException:
        return {"status": "database"}, 503
    return {"status": "ok"}


def _sign_in_form(refusal: Refusal | None = None) -> ResponseReturnValue:
    return _form(refusal, role=None, token=None)


def _link_form(token: str, refusal: Refusal | None = None) -> ResponseReturnValue:
    return _form(refusal, role=signin.link_role(token), token=token)


def _form(refusal: Refusal | None, **way_in: str | None) -> ResponseReturnValue:
    page = render_template(
        "hub/sign_in.html",
        wrong={refusal.code: refusals.sentence(refusal)} if refusal else {},
        name=request.form.get("name", _last_name()),
        next=request.values.get("next", ""),
        **way_in,
    )
    return page, refusals.status(refusal) if refusal else 200


def _welcome(device: Device) -> Response:
    sessions.begin(device)
    reply = make_response(redirect(_inside(request.form.get("next", ""))))
    hub = this_hub()
    known, secure = hub.signer.dumps(device.id), hub.settings.https_only
    reply.set_cookie(KNOWN_COOKIE, known, max_age=90 * 86400, secure=secure, httponly=True, samesite="Lax")
    return reply


def _known_browser() -> str | None:
    return this_hub().signer.read(request.cookies.get(KNOWN_COOKIE, ""))


def _last_name() -> str:
    """Who was the last to sign in on this browser: most devices stay with one person all day."""
    device = Device.get_or_none(Device.id == _known_browser())
    return "" if device is None else str(device.name)


def _inside(target: str) -> str:
    """Only ever lead on to a page of our own. Browsers take any number of slashes at the beginning for another host."""
    return target if _OWN_PAGE.fullmatch(target) else url_for("hub.home")
