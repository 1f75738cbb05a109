"""The route for anybody with a phone: a QR on paper leads here. No sign-in, and nothing of any person."""

from flask import Blueprint, Response, render_template, request
from flask_babel import gettext as _

from hub import i18n, seminar
from hub.access import public
from hub.errors import Refusal
from hub.programme import plan
from hub.programme.kinds import Kind
from signage import photo_pages, photos, route, route_words
from signage.arrows import svg_path
from signage.models import RoutePoint

pages = Blueprint("public_route", __name__)


@pages.get("/route")
@public
def shown() -> str:
    """The way from a street door to the desk and on to the hall: `?door=2` is the second of several."""
    doors = route.entrances()
    chosen = _chosen(len(doors))
    way = way_from(route.points(), doors[chosen] if doors else "")
    onwards = route.beyond_desk(way)
    return render_template(
        "signage/public_route.html",
        way=[one for one in way if not one.is_desk and one not in onwards],
        onwards=onwards,
        desk=next((one for one in way if one.is_desk), None),
        doors=doors,
        chosen=chosen,
        begins=_begins(),
        ARROWS=route_words.ARROWS,
        arrow_path=svg_path,
        small=photos.small,
    )


@pages.get("/route/photos/<name>")
@public
def photo(name: str) -> Response:
    """A photo of a place on the way; no other picture, above all none of who put signs up."""
    if photos.large(name) not in {one.photo for one in route.points() if one.photo}:
        raise Refusal("not_found")
    return photo_pages.picture(name)


def way_from(points: list[RoutePoint], door: str) -> list[RoutePoint]:
    """The points that somebody passes who comes by this door."""
    return [one for one in points if one.entrance in {"", door}]


def _chosen(doors: int) -> int:
    """The chosen door's place in the list, from 0."""
    written = request.args.get("door", "")
    number = int(written) if written.isdecimal() and len(written) < 4 else 1
    return number - 1 if 1 <= number <= doors else 0


def _begins() -> str:
    """When what people come for begins."""
    stage = [item.start for item in plan.planned() if item.kind != Kind.REGISTRATION]
    if not stage:
        return ""
    return str(_("Begins at %(time)s", time=i18n.clock_time(min(stage), seminar.current().zone)))
