"""The route as JSON: for screens, other pages and other programs."""

from flask import Blueprint, url_for
from pydantic import BaseModel

from hub import access
from hub.access import STAFF, Role, allow
from hub.api import Request, operation
from hub.box import this_hub
from hub.i18n import iso
from signage import concerns, placing, route, route_words
from signage.arrows import Arrow
from signage.models import RoutePoint
from signage.route import Means

api = Blueprint("route_api", __name__)


class PlacedRequest(Request):
    """Whether the sign stands."""

    placed: bool


class PointReply(BaseModel):
    """A point. `exit_arrow`, `coffee_arrow`, `hall_arrow` are what holds, chosen or not; `photo`: an address or empty.

    `hall_arrow` is null at a desk of which nobody has said where the hall is; beyond the desk `arrow` leads there.
    `entrance` is empty for what all entrances share; `placed_at` is ISO 8601, UTC, null while nothing stands.
    """

    id: int
    entrance: str
    place: str
    floor: str
    arrow: Arrow
    coffee_arrow: Arrow
    hall_arrow: Arrow | None
    exit_arrow: Arrow
    text: str
    exit_text: str
    means: Means
    desk: bool
    fork: bool
    metres: int | None
    photo: str
    placed_at: str | None
    placed_by: str


class ConcernReply(BaseModel):
    """Something to mend; `point` is null where a whole entrance is meant."""

    code: str
    point: int | None
    sentence: str


class RouteReply(BaseModel):
    """The route in its order, its entrances, what to mend, how many of its signs stand."""

    points: list[PointReply]
    entrances: list[str]
    concerns: list[ConcernReply]
    placed: int
    total: int


@api.get("/api/route")
@allow(*STAFF, Role.SCREEN)
@operation("The way to the desk and the hall", reply=RouteReply)
def whole() -> RouteReply:
    way, doors = route.points(), route.entrances()
    stands = placing.standing(way)
    return RouteReply(
        points=[_reply(one) for one in way],
        entrances=doors,
        concerns=[
            ConcernReply(code=one.code, point=one.point, sentence=route_words.sentence(one))
            for one in concerns.concerns(way, doors)
        ],
        placed=stands.placed,
        total=stands.total,
    )


@api.post("/api/route/points/<int:point>/placed")
@allow(Role.MINDER, Role.DESK, Role.HOST)
@operation("Tick that a sign stands, or take the tick back", body=PlacedRequest, reply=PointReply, refusals=(404,))
def place(point: int, body: PlacedRequest) -> PointReply:
    placed = route.place(point, body.placed, access.actor())
    this_hub().live.announce()
    return _reply(placed)


def _reply(one: RoutePoint) -> PointReply:
    return PointReply(
        id=one.id,
        entrance=one.entrance,
        place=one.place,
        floor=one.floor,
        arrow=Arrow(one.arrow),
        coffee_arrow=route.way_to_coffee(one),
        hall_arrow=route.way_to_hall(one),
        exit_arrow=route.way_out(one),
        text=one.text,
        exit_text=one.exit_text,
        means=Means(one.means),
        desk=one.is_desk,
        fork=one.fork,
        metres=one.metres,
        photo=url_for("sign_photos.photo", name=one.photo) if one.photo else "",
        placed_at=iso(one.placed_at),
        placed_by=one.placed_by,
    )
