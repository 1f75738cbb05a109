"""Minding the screens: who waits, every point with what stands there, a screen's settings."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from hub import access, i18n, pairing, pairing_words, refusals, seminar
from hub.access import Role, allow
from hub.announcements import news
from hub.announcements.telling import Kind
from hub.box import this_hub
from hub.entry_pages import reachable
from hub.errors import Refusal
from hub.home import Hint, Task
from hub.i18n import N_
from hub.signin import NAME_LENGTH
from signage import route, route_words, screens_seen
from signage import screens as screen_verbs
from signage.arrows import svg_path
from signage.screens_seen import Seen
from signage.signs_words import PHASES

pages = Blueprint("signs", __name__)

LOOK = (Role.MINDER, Role.HOST, Role.DESK)
SETTLE = (Role.MINDER,)
# Between a speaker who is asked after and the host who is told of one.
TROUBLE, WAITING, WRONG, QUIET, NONE = 55, 19, 17, 5, 2


@pages.get("/signs")
@allow(*LOOK)
def overview() -> str:
    return render_template("signage/signs.html", **_now())


@pages.get("/signs/now")
@allow(*LOOK)
def now() -> str:
    """The part of the page that changes by itself."""
    return render_template("signage/signs_now.html", **_now())


@pages.post("/signs/let-in")
@allow(*SETTLE)
def let_in() -> ResponseReturnValue:
    """A new screen comes in and gets its place by one tap; without a name of its own it takes the one offered."""
    code = request.form.get("code", "")
    try:
        name = request.form.get("name", "").strip() or pairing_words.told(pairing.find(code)).name
        device = pairing.let_in(code, name, access.actor())
        screen_verbs.change(device.id, access.actor(), point=_point())
    except Refusal as refusal:  # the screen shows another code by now, which stands on the list
        flash(refusals.sentence(refusal), "known")
    else:
        flash(_("%(name)s is in.", name=device.name), "go")
    this_hub().live.announce()
    return redirect(url_for("signs.overview"))


@pages.get("/signs/screens/<device>")
@allow(*SETTLE)
def settings(device: str) -> str:
    return _settings(device)


@pages.post("/signs/screens/<device>")
@allow(*SETTLE)
def change(device: str) -> ResponseReturnValue:
    form = request.form
    try:
        screen_verbs.change(
            device,
            access.actor(),
            name=form.get("name", ""),
            point=_point(),
            turned=int(form.get("turned", "0")) if form.get("turned", "0").isdecimal() else 0,
            theme=form.get("theme", ""),
            languages=form.getlist("languages"),
            side_by_side=bool(form.get("side_by_side")),
        )
    except Refusal as refusal:
        return _settings(device, refusal), refusals.status(refusal)
    this_hub().live.announce()
    flash(_("Saved: the screen shows it already."), "go")
    return redirect(url_for("signs.overview"))


@pages.post("/signs/screens/<device>/unpair")
@allow(*SETTLE)
def unpair(device: str) -> ResponseReturnValue:
    screen_verbs.unpair(device, access.actor())
    this_hub().live.hang_up(device)
    this_hub().live.announce()
    flash(_("The screen is out: it shows a code again."), "go")
    return redirect(url_for("signs.overview"))


def _settings(device: str, wrong: Refusal | None = None) -> str:
    one = next((one for one in screens_seen.look({}) if one.device == device), None)
    if one is None:
        raise Refusal("screen_unknown")
    said = refusals.sentence(wrong) if wrong else ""
    return render_template(
        "signage/signs_screen.html",
        one=one,
        points=route.points(),
        wrong={"name" if wrong and wrong.code.startswith("device_name_") else "": said},
        typed=request.form,
        longest_name=NAME_LENGTH,
    )


def _point() -> int | None:
    chosen = request.form.get("point", "")
    return int(chosen) if chosen.isdecimal() else None


def _now() -> dict[str, object]:
    seen, stands = _seen(), news.now().stands
    host = reachable(request.host)[0]
    return {
        "waiting": [one for one in pairing_words.waiting() if one.role == Role.SCREEN],
        "stops": screens_seen.stops(seen),
        "spare": [one for one in seen if not one.place],
        "away": screens_seen.away(seen, screens_seen.awake_at(this_hub().app)),
        "address": f"{request.scheme}://{host}/screen",
        "arrow_path": svg_path,
        "means": route_words.MEANS,
        "settles": {Role.ORGANISER, *SETTLE},
        "phases": PHASES,
        "longest_name": NAME_LENGTH,
        "announced": bool(stands),
        "evacuation": any(one.row.kind == Kind.EVACUATION for one in stands),
    }


def _seen() -> list[Seen]:
    return screens_seen.look(screens_seen.heard(this_hub().app))


def trouble() -> dict[str, object]:
    """What the duty minder's pages listen to: {"away": [{"device", "name", "place", "since"}]}."""
    missing = screens_seen.away(_seen(), screens_seen.awake_at(this_hub().app))
    return {
        "away": [{"device": one.device, "name": one.name, "place": one.place, "since": one.heard_at} for one in missing]
    }


def _tell() -> Hint:
    seen = _seen()
    missing = screens_seen.away(seen, screens_seen.awake_at(this_hub().app))
    if missing:
        since = i18n.clock_time(missing[0].heard_at, seminar.current().zone)
        said = _(
            "%(place)s (%(name)s): no connection since %(time)s",
            name=missing[0].name,
            place=missing[0].place,
            time=since,
        )
        return Hint(said, TROUBLE)
    waiting = pairing_words.here(Role.SCREEN)
    if waiting:
        return Hint(_("A new screen waits, code %(code)s", code=waiting[0].code), WAITING)
    right = sum(one.state == "right" for one in seen)
    if not seen:
        return Hint(_("Open /screen on any browser by the way."), NONE)
    said = ngettext(
        "%(right)s of %(num)d screen shows what it should",
        "%(right)s of %(num)d screens show what they should",
        len(seen),
        right=right,
    )
    return Hint(said, QUIET if right == len(seen) else WRONG)


SIGNS = Task("signs.overview", N_("Screens on the route"), frozenset(LOOK), _tell)
