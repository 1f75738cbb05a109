"""The host's remote: one page for the whole day, made for one thumb."""

from flask import Blueprint, render_template, request

from hub.access import Role, allow
from hub.entry_pages import reachable
from speaker_timer import telling, timer
from speaker_timer.watch_pages import DISPLAY

pages = Blueprint("timer_remote", __name__)


@pages.get("/timer/remote")
@allow(Role.HOST)
def remote() -> str:
    """The state comes with the page, so that the time is on the glass before the first request."""
    state = telling.told_whole(timer.current())
    address = f"{request.scheme}://{reachable(request.host)[0]}{DISPLAY}"
    return render_template("speaker_timer/remote.html", state=state.model_dump_json(), display_address=address)
