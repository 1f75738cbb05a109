"""Screens as JSON: what each is to show, how each stands, and what staff change of one from afar."""

from typing import Annotated, Literal

from flask import Blueprint, Response
from pydantic import Field, StringConstraints

from hub import access
from hub.access import STAFF, Role, allow
from hub.announcements import receipts
from hub.announcements.receipts import Receipts
from hub.api import Request, operation
from hub.box import this_hub
from hub.errors import Refusal
from hub.i18n import LANGUAGES
from hub.signin import NAME_LENGTH
from signage import day, plan, route, screen_choice, screens, screens_seen, watching
from signage.day import Day, Glass
from signage.screen_replies import PlanReply, ScreenReply, ScreensReply
from signage.screens_seen import Seen

api = Blueprint("screen_api", __name__)

SETTLE = (Role.HOST, Role.MINDER)
IDENTIFY_MS = 10_000
Language = Literal["ru", "kk", "uz", "ky", "en"]


# Beyond it SQLite's integers end, and a number is nobody's.
RowId = Annotated[int, Field(ge=1, le=2**53)]


class PlanQuery(Request):
    """Whose plan staff want to see: a screen's, or that of one that would stand at this point."""

    device: Annotated[str, StringConstraints(max_length=36)] = ""
    point: RowId | None = None


class ScreenRequest(Request):
    """What to change of a screen; what is left out stays. `point` null: it stands nowhere."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=NAME_LENGTH)] | None = None
    point: RowId | None = None
    turned: Literal[0, 90, 180, 270] | None = None
    theme: Literal["bright", "dark"] | None = None
    languages: Annotated[list[Language], Field(min_length=1, max_length=len(LANGUAGES))] | None = None
    side_by_side: Annotated[bool, Field(strict=True)] | None = None


@api.get("/api/screens/plan")
@allow(*STAFF, Role.SCREEN)
@operation("What a screen shows, all day long", query=PlanQuery, reply=PlanReply, refusals=(404,))
def whole_plan(query: PlanQuery) -> PlanReply:
    who, today = access.actor(), day.today()
    device = who.device or "" if who.role == Role.SCREEN else query.device
    return plan.told(meant(today, device, query.point), today)


def meant(today: Day, device: str, point: int | None) -> Glass:
    """A paired screen; without one, a screen that would stand at this point, else at the desk.

    Raises Refusal `screen_unknown`, `point_unknown`.
    """
    if device:
        found = next((one for one in screen_choice.paired() if one.id == device), None)
        if found is None:
            raise Refusal("screen_unknown")
        return today.glass_of(found)
    return today.glass_at(route.point(point) if point is not None else today.points[-1])


@api.get("/api/screens")
@allow(*STAFF)
@operation("Every screen: where it stands, and what it says it shows", reply=ScreensReply)
def all_screens() -> ScreensReply:
    return _everything()


@api.get("/api/screens/<device>/thumb")
@allow(*STAFF)
@operation("A small picture of what a screen shows, drawn by its own page", media="image/jpeg", refusals=(404,))
def thumb(device: str) -> Response:
    picture = watching.of(this_hub().app).picture(device)
    if picture is None:
        raise Refusal("not_found")
    return Response(picture.content, mimetype="image/jpeg")


@api.post("/api/screens/<device>")
@allow(*SETTLE)
@operation("Change a screen's name, place or looks", body=ScreenRequest, reply=ScreenReply, refusals=(404,))
def change(device: str, body: ScreenRequest) -> ScreenReply:
    wanted = {name: value for name, value in body.model_dump(exclude_unset=True).items() if _is_meant(name, value)}
    screens.change(device, access.actor(), **wanted)
    this_hub().live.announce()
    return _one(device)


@api.post("/api/screens/<device>/identify")
@allow(*STAFF)
@operation("Let a screen show its name, large, for ten seconds", reply=ScreenReply, refusals=(404,))
def identify(device: str) -> ScreenReply:
    found = _one(device)
    this_hub().live.publish("identify", {"name": found.name, "for_ms": IDENTIFY_MS}, to=device)
    return found


@api.post("/api/screens/<device>/reload")
@allow(*SETTLE)
@operation("Let a screen open its page anew", reply=ScreenReply, refusals=(404,))
def reload(device: str) -> ScreenReply:
    found = _one(device)
    this_hub().live.publish("reload", {}, to=device)
    return found


@api.post("/api/screens/<device>/unpair")
@allow(*SETTLE)
@operation("Shut a screen out: it shows a code again", reply=ScreensReply, refusals=(404,))
def unpair(device: str) -> ScreensReply:
    screens.unpair(device, access.actor())
    hub = this_hub()
    hub.live.hang_up(device)
    hub.live.announce()
    return _everything()


def _is_meant(name: str, value: object) -> bool:
    """Null says something of the place alone."""
    return value is not None or name == "point"


def _one(device: str) -> ScreenReply:
    found = next((one for one in _everything().screens if one.device == device), None)
    if found is None:
        raise Refusal("screen_unknown")
    return found


def _everything() -> ScreensReply:
    app = this_hub().app
    painted = receipts.of(app)
    return ScreensReply(screens=[_reply(one, painted) for one in screens_seen.look(screens_seen.heard(app))])


def _reply(one: Seen, painted: Receipts) -> ScreenReply:
    heard, looks = one.heard, one.looks
    return ScreenReply(
        name=one.name,
        point=one.point,
        place=one.place,
        turned=looks.turned,
        theme=looks.theme,
        languages=[code for code in str(looks.languages).split(",") if code],
        side_by_side=bool(looks.side_by_side),
        device=one.device,
        here=heard.here,
        heard_at=heard.heard_at,
        size=heard.size,
        hash=heard.hash,
        expected=heard.expected,
        thumb=heard.thumb,
        announced=painted.newest(one.device),
    )
