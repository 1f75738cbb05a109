"""The organiser's pages of the route: drawn while walking it, its signs ticked as they are put up."""

import uuid
from collections import defaultdict
from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access, refusals
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from signage import concerns, photo_pages, photos, placing, route, route_form, route_words
from signage.arrows import opposite, svg_path
from signage.models import RoutePoint

pages = Blueprint(
    "route",
    __name__,
    template_folder="templates",
    static_folder="static/signage",
    static_url_path="/static/signage",
)

# Who puts signs up beside the organiser.
HANDS = (Role.MINDER, Role.DESK, Role.HOST)
LONGEST_ENTRANCE = 60


@pages.get("/signs/route")
@allow(*HANDS)
def overview() -> str:
    """The whole route with what to mend on it; `?order=yes`: the page to put it in another order."""
    return _overview()


def _overview(entrance: str = "", wrong: str = "") -> str:
    way = route.points()
    doors = route.entrances()
    found = concerns.concerns(way, doors)
    mine = access.actor().role == Role.ORGANISER
    return render_template(
        "signage/route.html",
        way=way,
        doors=doors,
        concerns=[(one, route_words.sentence(one)) for one in found],
        beside={one.id: route_words.beside(found, one.id) for one in way},
        standing=placing.standing(way),
        ordering=mine and request.args.get("order") == "yes",
        may_change=mine,
        entrance=entrance,
        wrong_entrance=wrong,
        way_out=route.way_out,
        **_words(),
    )


@pages.get("/signs/route/points/new")
@allow(Role.ORGANISER)
def new_point() -> str:
    before = _before(request.args.get("after", ""))
    return _point_page(None, route_form.fresh(before, request.args.get("entrance", "")), {}, before)


@pages.post("/signs/route/points/new")
@allow(Role.ORGANISER)
def add_point() -> ResponseReturnValue:
    before = _before(request.form.get("after", ""))
    typed, form, wrong = _typed()
    if form is None or wrong:
        return _point_page(None, typed, wrong, before), 422
    facts = {**form.facts(), "photo": typed["photo"]}
    made = route.add(access.actor(), wish=_wish(), after=before.id if before else None, **facts)
    return _saved(made, new=True)


@pages.get("/signs/route/points/<int:point>")
@allow(Role.ORGANISER)
def point_page(point: int) -> str:
    found = route.point(point)
    return _point_page(found, route_form.values(found), {})


@pages.post("/signs/route/points/<int:point>")
@allow(Role.ORGANISER)
def save_point(point: int) -> ResponseReturnValue:
    found = route.point(point)
    typed, form, wrong = _typed(found)
    if form is None or wrong:
        return _point_page(found, typed, wrong), 422
    return _saved(route.change(point, access.actor(), **form.facts(), photo=typed["photo"]))


@pages.post("/signs/route/points/<int:point>/move")
@allow(Role.ORGANISER)
def move_point(point: int) -> ResponseReturnValue:
    route.shift(point, -1 if request.form.get("to") == "up" else 1, access.actor())
    this_hub().live.announce()
    return redirect(url_for("route.overview", order="yes", _anchor=f"point-{point}"))


@pages.post("/signs/route/points/<int:point>/remove")
@allow(Role.ORGANISER)
def remove_point(point: int) -> ResponseReturnValue:
    gone = route.remove(point, access.actor())
    this_hub().live.announce()
    flash(_("Removed: %(item)s", item=gone.place), "go")
    return redirect(url_for("route.overview"))


@pages.post("/signs/route/points/<int:point>/placed")
@allow(*HANDS)
def place(point: int) -> ResponseReturnValue:
    """Tick that a sign stands, with a photo if there is one, or take the tick back."""
    placed = request.form.get("placed") != "no"
    photo = photo_pages.uploaded() if placed else ""
    route.place(point, placed, access.actor(), photo)
    this_hub().live.announce()
    return redirect(url_for("route.overview", _anchor=f"point-{point}"))


@pages.post("/signs/route/entrances")
@allow(Role.ORGANISER)
def add_entrance() -> ResponseReturnValue:
    name = " ".join(request.form.get("name", "").replace("\0", "").split())
    if len(name) > LONGEST_ENTRANCE:
        return _overview(name, _("60 letters at most.")), 422
    try:
        route.add_entrance(name, access.actor())
    except Refusal as refusal:
        return _overview(name, refusals.sentence(refusal)), refusals.status(refusal)
    this_hub().live.announce()
    return redirect(url_for("route.overview", _anchor="entrances"))


@pages.post("/signs/route/entrances/remove")
@allow(Role.ORGANISER)
def remove_entrance() -> ResponseReturnValue:
    route.remove_entrance(request.form.get("name", ""), access.actor())
    this_hub().live.announce()
    return redirect(url_for("route.overview", _anchor="entrances"))


def _typed(found: RoutePoint | None = None) -> tuple[dict[str, str], route_form.PointForm | None, dict[str, str]]:
    """What was typed, the point it makes if nothing is wrong, and what is; a photo is kept whatever else is wrong."""
    typed = {**({"arrow": found.arrow} if found and found.is_desk else {}), **request.form.to_dict()}
    form, wrong = route_form.read(typed, route.entrances())
    wrong = {name: _(text) for name, text in wrong.items()}
    typed["photo"] = "" if "without_photo" in typed else photo_pages.kept(typed.get("photo", ""))
    try:
        typed["photo"] = photo_pages.uploaded() or typed["photo"]
    except Refusal as refusal:
        wrong["photo"] = refusals.sentence(refusal)
    return typed, form, wrong


def _before(written: str) -> RoutePoint | None:
    """The point after which a new one comes; None where nobody chose one, or it is gone."""
    if not written.isdecimal() or len(written) > 15:
        return None
    found = [one for one in route.points() if one.id == int(written)]
    return found[0] if found else None


def _beyond(point: RoutePoint | None, before: RoutePoint | None) -> bool:
    """Does a point lead from the desk to the hall, or will it, being added after another?"""
    return route.is_beyond_desk(point or before) or (point is None and before is not None and bool(before.is_desk))


def _wish() -> str | None:
    try:
        return str(uuid.UUID(request.form.get("wish", "")))
    except ValueError:
        return None


def _saved(point: RoutePoint, *, new: bool = False) -> ResponseReturnValue:
    this_hub().live.announce()
    flash(_("Saved: %(item)s", item=point.place), "go")
    if new and request.form.get("then") == "next":
        return redirect(url_for("route.new_point", after=point.id))
    return redirect(url_for("route.overview", _anchor=f"point-{point.id}"))


def _point_page(
    point: RoutePoint | None, values: Mapping[str, object], wrong: dict[str, str], before: RoutePoint | None = None
) -> str:
    way = route.points()
    found = concerns.concerns(way, route.entrances())
    return render_template(
        "signage/route_point.html",
        point=point,
        values=defaultdict(str, values),
        wrong=wrong,
        before=before,
        beyond=_beyond(point, before),
        doors=route.entrances(),
        beside=route_words.beside(found, point.id) if point else [],
        wish=str(values.get("wish") or uuid.uuid4()),
        limits=route_form.LIMITS,
        **_words(),
    )


def _words() -> dict[str, object]:
    """What the route's templates say and draw with."""
    return {
        "ARROWS": route_words.ARROWS,
        "MEANS": route_words.MEANS,
        "arrow_path": svg_path,
        "opposite": opposite,
        "small": photos.small,
    }
