"""Displays from afar, as JSON: rename one, change its view, make it show its name, shut it out."""

from typing import Annotated, Literal

from flask import Blueprint
from pydantic import Field, StringConstraints

from hub import access
from hub.access import Role, allow
from hub.api import Request, operation
from hub.box import this_hub
from hub.errors import Refusal
from hub.signin import NAME_LENGTH
from speaker_timer import display_looks, displays
from speaker_timer.displays import pages_of
from speaker_timer.replies import DisplaysReply

api = Blueprint("timer_display_api", __name__)

IDENTIFY_MS = 5000


class DisplayRequest(Request):
    """What to change of a display; what is left out stays."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=NAME_LENGTH)] | None = None
    view: Literal["stage", "corner", "wall"] | None = None
    chime: Annotated[bool, Field(strict=True)] | None = None


@api.post("/api/timer/displays/<device>")
@allow(Role.HOST)
@operation("Rename a display, change its view or its chime", body=DisplayRequest, reply=DisplaysReply)
def change(device: str, body: DisplayRequest) -> DisplaysReply:
    looks = display_looks.change(device, access.actor(), name=body.name, view=body.view, chime=body.chime)
    this_hub().live.publish("display", looks.told(), to=device)
    return _all()


@api.post("/api/timer/displays/<device>/identify")
@allow(Role.HOST)
@operation("Let a display show its name for five seconds", reply=DisplaysReply)
def identify(device: str) -> DisplaysReply:
    name = next((one.name for one in _all().displays if one.device == device), None)
    if name is None:
        raise Refusal("not_found")
    this_hub().live.publish("identify", {"name": name, "for_ms": IDENTIFY_MS}, to=device)
    return _all()


@api.post("/api/timer/displays/<device>/remove")
@allow(Role.HOST)
@operation("Shut a display out", reply=DisplaysReply)
def remove(device: str) -> DisplaysReply:
    display_looks.remove(device, access.actor())
    hub = this_hub()
    hub.live.hang_up(device)
    hub.live.announce()
    pages_of(hub.app).news.set()
    return _all()


def _all() -> DisplaysReply:
    return DisplaysReply.model_validate(displays.told(pages_of(this_hub().app)))
