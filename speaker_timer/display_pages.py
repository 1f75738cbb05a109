"""The display: the one page that a speaker looks at."""

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access, pairing_pages
from hub.access import STAFF, Role, public
from hub.announcements import news
from hub.errors import Refusal
from speaker_timer import display_looks, telling, timer

pages = Blueprint(
    "timer",
    __name__,
    template_folder="templates",
    static_folder="static/speaker_timer",
    static_url_path="/static/speaker_timer",
)


@pages.get("/timer/display")
@public
def display() -> ResponseReturnValue:
    """The time left and the cards, as large as the screen. A stranger gets a code to be let in by."""
    who = access.visitor()
    if who is None:
        return pairing_pages.pairing_page(Role.DISPLAY, _("Speaker timer"))
    if who.role not in {*STAFF, Role.DISPLAY}:
        raise Refusal("not_your_role")
    looks = display_looks.looks_of(who, request.args.get("view", ""), chime=bool(request.args.get("chime")))
    state = telling.told(timer.current())
    return render_template(
        "speaker_timer/display.html", looks=looks, state=state.model_dump_json(), evacuation=news.evacuation()
    )
