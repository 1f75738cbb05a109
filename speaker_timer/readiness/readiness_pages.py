"""The minder's page: is the speaker here? Every talk, the ones to ask about on top."""

import re
import uuid

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from hub import access, i18n, seminar
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.home import Hint, Task
from hub.i18n import N_
from speaker_timer.readiness import readiness_news, readiness_words, speakers
from speaker_timer.readiness.speakers import Answer, Talk

pages = Blueprint("speakers", __name__, template_folder="templates")

# Above everything else that a first page may offer, for these cannot wait.
RAISED, ASKED, QUIET, EMPTY = 60, 50, 9, 2


@pages.get("/timer/speakers")
@allow(Role.MINDER, Role.HOST)
def overview() -> str:
    return render_template("speaker_timer/speakers.html", **_now())


@pages.get("/timer/speakers/now")
@allow(Role.MINDER, Role.HOST)
def now() -> str:
    """The part of the page that changes by itself."""
    return render_template("speaker_timer/speakers_now.html", **_now())


@pages.post("/timer/speakers/<int:item>")
@allow(Role.MINDER, Role.HOST)
def answer(item: int) -> ResponseReturnValue:
    """A browser without scripts says it by a form; the wish's UUID comes with it."""
    try:
        said, wish = Answer(request.form.get("answer", "")), str(uuid.UUID(request.form.get("wish", "")))
    except ValueError:
        raise Refusal("malformed_request", fields="answer, wish") from None
    speakers.answer(item, said, wish, access.actor())
    this_hub().live.announce()
    flash(_("Noted."), "go")
    return redirect(url_for("speakers.overview"))


def _now() -> dict[str, object]:
    seen = readiness_news.look()
    return {
        "asked": seen.asked,
        "coming": [talk for talk in seen.talks if talk.waits and not talk.asked],
        "done": [talk for talk in seen.talks if not talk.waits],
        "raised": len(seen.raised),
        "state": readiness_words.state,
        "dial": dial,
        "moved": moved,
        "wish": lambda: str(uuid.uuid4()),
    }


def dial(phone: str) -> str:
    """What a telephone dials: digits, and a plus in front; empty when there are too few."""
    digits = re.sub(r"\D", "", phone)
    plus = "+" if phone.strip().startswith("+") else ""
    return plus + digits if len(digits) >= 5 else ""


def moved(talk: Talk) -> bool:
    """Is it expected at another minute than planned?"""
    return talk.span is not None and talk.span.start // 60_000 != talk.plan.start // 60_000


def _tell() -> Hint:
    seen = readiness_news.look()
    zone = seminar.current().zone
    if not seen.talks:
        return Hint(_("The programme names no speakers yet."), EMPTY)
    if seen.asked:
        first = seen.asked[0]
        begins = i18n.clock_time(first.span.start if first.span else None, zone)
        text = _("Is %(speaker)s here? The talk begins at %(time)s.", speaker=first.plan.row.speaker, time=begins)
        return Hint(text, RAISED if seen.raised else ASKED)
    ahead = sum(talk.waits for talk in seen.talks)
    return Hint(ngettext("%(num)d talk ahead", "%(num)d talks ahead", ahead), QUIET)


SPEAKERS = Task("speakers.overview", N_("Are the speakers here?"), frozenset({Role.MINDER, Role.HOST}), _tell)
