"""The page of announcements: one tap from any phone of the team to every screen."""

import uuid
from dataclasses import dataclass

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from hub import access, i18n, refusals, seminar
from hub.access import STAFF, Role, allow
from hub.announcements import news, telling, words
from hub.announcements.api import AnnounceRequest
from hub.announcements.telling import LONGEST_TEXT, Kind
from hub.box import this_hub
from hub.errors import Refusal
from hub.home import Hint, Task
from hub.i18n import N_

pages = Blueprint("announcements", __name__)

# Above everything else while people leave the building; else at hand, never in the way.
EVACUATION, STANDS, QUIET = 90, 22, 0
LASTS = {"5": N_("5 min"), "10": N_("10 min"), "30": N_("30 min"), "": N_("until taken back")}
UNTIL_START = "start"
DELAYS = (5, 10, 15, 20, 30)


@dataclass(frozen=True, slots=True)
class Preset:
    """A kind of announcement as the page offers it: the question to its author, and an example for an answer."""

    kind: Kind
    name: str
    ask: str
    example: str


PRESETS = (
    Preset(Kind.DELAYED, N_("The start is delayed"), N_("In other words"), N_("We begin when the equipment is ready")),
    Preset(Kind.MOVED, N_("The hall has changed"), N_("Where to?"), N_("Hall 3, second floor")),
    Preset(Kind.LOST, N_("Something was found"), N_("What was found?"), N_("Keys with a blue tag")),
    Preset(Kind.FREE, N_("In my own words"), N_("What is to be announced?"), N_("Please come back to the hall")),
)


@pages.get("/announcements")
@allow(*STAFF)
def overview() -> str:
    """What stands, and what can be told by a tap."""
    return _page()


@pages.get("/announcements/now")
@allow(*STAFF)
def now() -> str:
    """The part of the page that changes by itself."""
    return render_template("hub/announcements_now.html", **_standing())


@pages.post("/announcements")
@allow(*STAFF)
def tell() -> ResponseReturnValue:
    form = request.form
    minutes = form.get("minutes", "").removeprefix(UNTIL_START)
    try:
        wanted = AnnounceRequest.model_validate(
            {
                "id": form.get("id", ""),
                "kind": form.get("kind", ""),
                "text": form.get("delay") or form.get("text", ""),
                "minutes": int(minutes) if minutes else None,
                "until_start": form.get("minutes") == UNTIL_START,
                "screens": form.getlist("screens"),
            }
        )
    except ValueError:  # pydantic's own is one, too
        raise Refusal("malformed_request", fields="kind, text, minutes") from None
    try:
        telling.tell(wanted.wish(), access.actor())
    except Refusal as refusal:
        return _page(wanted.kind, refusals.sentence(refusal)), refusals.status(refusal)
    news.publish(this_hub())
    return redirect(url_for("announcements.overview"))


@pages.post("/announcements/<announcement>/take-back")
@allow(*STAFF)
def take_back(announcement: str) -> ResponseReturnValue:
    telling.take_back(announcement, access.actor())
    news.publish(this_hub())
    flash(_("Taken back."), "go")
    return redirect(url_for("announcements.overview"))


def _page(tried: Kind | None = None, wrong: str = "") -> str:
    return render_template(
        "hub/announcements.html",
        **_standing(),
        presets=PRESETS,
        tried=tried,
        wrong=wrong,
        typed=request.form,
        screens=[device for device in news.meant_devices() if device.role == Role.SCREEN],
        lasts=LASTS,
        until_start=UNTIL_START,
        delays=DELAYS,
        longest=LONGEST_TEXT,
        way_out=words.WAY_OUT,
        wish=lambda: str(uuid.uuid4()),
    )


def _standing() -> dict[str, object]:
    told = news.for_staff(news.now())
    return {"standing": told.standing[::-1], "own": i18n.language()}


def _tell() -> Hint:
    stands = news.now().stands
    if not stands:
        return Hint(_("One tap to every screen: a delay, another hall, evacuation."), QUIET)
    if stands[-1].row.kind == Kind.EVACUATION:
        return Hint(_("Evacuation is announced."), EVACUATION)
    row = stands[-1].row
    time = i18n.clock_time(row.at, seminar.current().zone)
    shown = ngettext("%(num)d stands", "%(num)d stand", len(stands))
    return Hint(_("%(shown)s, the last since %(time)s", shown=shown, time=time), STANDS)


ANNOUNCE = Task("announcements.overview", N_("Announcements"), frozenset(STAFF), _tell)
