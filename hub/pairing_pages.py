"""Pages of pairing: the code on the screen itself, and where a person lets it in."""

from flask import Blueprint, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from hub import access, device_list, pairing, pairing_words, refusals, sessions
from hub.access import Role, allow, public
from hub.announcements import news, words
from hub.announcements.telling import Kind
from hub.box import this_hub
from hub.entry_pages import is_here_only, qr_picture, reachable
from hub.errors import Refusal
from hub.home import Hint, Task
from hub.i18n import N_

pages = Blueprint("pairing", __name__)

LET_IN = (Role.DESK, Role.HOST, Role.MINDER)
SECRET = "pairing"  # noqa: S105  the name of its place in the session
GUEST = "guest"
TRY_AGAIN_S = 30


def _tell() -> Hint:
    count = len(pairing_words.here())
    if count:
        return Hint(ngettext("%(num)d screen waits to be let in", "%(num)d screens wait to be let in", count), 18)
    return Hint(_("Displays and other screens come in by the code they show."), 1)


SCREENS = Task("pairing.screens", N_("Let screens in"), frozenset(LET_IN), _tell)


def pairing_page(role: Role, title: str, worker: str = "") -> ResponseReturnValue:
    """What a public page answers to a browser that nobody has let in: a code to be let in by, as a device of `role`.

    `title` is what the screen is for, in the reader's language; `worker` the address of the page's own service worker,
    if it has one. Raises Refusal `link_closed` to a guest whose link was closed: it has no place in the queue.
    """
    if session.get(GUEST):
        raise Refusal("link_closed")
    if _come_in():
        return redirect(request.full_path.rstrip("?"))
    try:
        code = _code(role)
    except Refusal as refusal:
        told = {"trouble": refusals.sentence(refusal), "try_again_s": TRY_AGAIN_S, "worker": worker}
        return _code_page(title, **told), refusals.status(refusal)
    host = reachable(request.host)[0]
    address = f"{request.scheme}://{host}{url_for('pairing.ask_name', shown=code)}"
    picture = qr_picture(address)
    return _code_page(title, code=code, host=host, here_only=is_here_only(host), picture=picture, worker=worker)


def _code_page(title: str, **facts: object) -> str:
    """A screen that nobody has let in still hangs where people are: in an evacuation it says so to them, too."""
    return render_template(
        "hub/pairing_code.html",
        title=title,
        leave=words.everywhere(),
        other_heads=words.heads(Kind.EVACUATION),
        evacuation=news.evacuation() is not None,
        **facts,
    )


def _code(role: Role) -> str:
    """The code that this browser shows: the one it has while that is good, else a new one."""
    secret = str(session.get(SECRET, ""))
    place = pairing.waits(secret)
    if place is not None and place.role == role:
        pairing_words.presence().heard(place)
        return str(place.code)
    if secret:
        pairing.withdraw(secret)
    asked = pairing.ask(role, request.remote_addr or "", pairing_words.gate())
    session[SECRET] = asked.secret
    session.permanent = True
    this_hub().live.announce()
    return asked.code


def _come_in() -> bool:
    """Become the device, if this browser has been let in."""
    secret = session.get(SECRET)
    device = pairing.claim(secret) if isinstance(secret, str) else None
    if device is not None:
        sessions.begin(device, stays=True)
    return device is not None


@pages.get("/pairing/state")
@public
def state() -> ResponseReturnValue:
    """How things stand for the browser that asks: «waiting», «in», or «gone» when it has to ask anew.

    Whether everybody has to leave the building is told to any browser, and nothing else of it.
    """
    return {"state": _how_it_stands(), "evacuation": news.evacuation() is not None}


def _how_it_stands() -> str:
    if access.visitor() is not None or _come_in():
        return "in"
    place = pairing.waits(str(session.get(SECRET, "")))
    if place is None:
        return "gone"
    pairing_words.presence().heard(place)
    return "waiting"


@pages.get("/pairing")
@allow(*LET_IN)
def screens() -> str:
    """Who waits, and who is in."""
    return list_screens()


def list_screens(refused: object = None) -> str:
    """The page; `refused` as in hub/device_parts.html."""
    return render_template(
        "hub/pairing.html",
        waiting=pairing_words.waiting(),
        devices=_in(),
        screens=pairing_words.screens(),
        host=reachable(request.host)[0],
        refused=refused,
    )


@pages.get("/pairing/now")
@allow(*LET_IN)
def now() -> str:
    """The part of the page that changes by itself."""
    return render_template("hub/pairing_now.html", waiting=pairing_words.waiting(), devices=_in(), refused=None)


def _in() -> list[device_list.Listed]:
    return device_list.look(pairing_words.let_in(), this_hub().live)


@pages.get("/pairing/<shown>")
@allow(*LET_IN)
def ask_name(shown: str) -> ResponseReturnValue:
    """Where the QR on the screen leads a phone of the team."""
    return _name_page(shown)


@pages.post("/pairing/<shown>")
@allow(*LET_IN)
def let_in(shown: str) -> ResponseReturnValue:
    try:
        device = pairing.let_in(shown, request.form.get("name", ""), access.actor())
    except Refusal as refusal:
        if not refusal.code.startswith("device_name_"):
            return _told(refusal)
        return _name_page(shown, refusal)
    this_hub().live.announce()
    flash(_("%(name)s is in.", name=device.name), "go")
    return redirect(url_for("entry.ways_in" if request.form.get("from") == "entry" else "pairing.screens"))


def _name_page(shown: str, wrong: Refusal | None = None) -> ResponseReturnValue:
    try:
        found = pairing.find(shown)
    except Refusal as refusal:
        return _told(refusal)
    if found.device is not None:
        flash(_("%(name)s is in.", name=found.device.name), "go")
        return redirect(url_for("pairing.screens"))
    page = render_template(
        "hub/pairing_name.html", one=pairing_words.told(found), wrong=refusals.sentence(wrong) if wrong else ""
    )
    return page, refusals.status(wrong) if wrong else 200


def _told(refusal: Refusal) -> ResponseReturnValue:
    """What went wrong, above the list of those that do wait: the screen shows a code that stands there."""
    flash(refusals.sentence(refusal), "known")
    return list_screens(), refusals.status(refusal)
