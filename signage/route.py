"""The route: points in order from a street door to the desk and on to the hall, drawn by whoever walks it.

What is missing on it is in `signage.concerns`.
"""

from collections.abc import Sequence
from enum import StrEnum

from hub import audit, clock
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from signage.arrows import Arrow, opposite
from signage.models import Entrance, RoutePoint, Screen

WORDS = frozenset({"entrance", "place", "floor", "text", "exit_text"})
FACTS = WORDS | {"arrow", "coffee_arrow", "hall_arrow", "exit_arrow", "means", "fork", "metres", "photo"}


class Means(StrEnum):
    """What shows the way at a point."""

    SCREEN = "screen"
    PAPER = "paper"
    PERSON = "person"
    NOTHING = "nothing"


def points() -> list[RoutePoint]:
    """The route in its order."""
    return list(RoutePoint.select().where(RoutePoint.removed_at.is_null()).order_by(RoutePoint.position, RoutePoint.id))


def point(number: int) -> RoutePoint:
    """One point. Raises Refusal `point_unknown`."""
    found: RoutePoint | None = RoutePoint.get_or_none(RoutePoint.id == number, RoutePoint.removed_at.is_null())
    if found is None:
        raise Refusal("point_unknown")
    return found


def entrances() -> list[str]:
    """The street doors' names."""
    return [entrance.name for entrance in Entrance.select().order_by(Entrance.id)]


def way_out(one: RoutePoint) -> Arrow:
    """Where out is: as somebody has said, else the way back."""
    return Arrow(one.exit_arrow) if one.exit_arrow else opposite(Arrow(one.arrow))


def way_to_coffee(one: RoutePoint) -> Arrow:
    """Where the coffee is: as somebody has said, else the same way."""
    return Arrow(one.coffee_arrow or one.arrow)


def way_to_hall(one: RoutePoint) -> Arrow | None:
    """Where the hall is: as somebody has said, else the same way; the desk's own pin leads nowhere."""
    if one.hall_arrow:
        return Arrow(one.hall_arrow)
    return None if one.is_desk else Arrow(one.arrow)


def beyond_desk(way: Sequence[RoutePoint]) -> list[RoutePoint]:
    """The points from the desk to the hall: their main arrow leads there."""
    return list(way[_desk_at(way) + 1 :])


def is_beyond_desk(one: RoutePoint | None) -> bool:
    """Does this point stand between the desk and the hall?"""
    return one is not None and one.id in {other.id for other in beyond_desk(points())}


def _desk_at(way: Sequence[RoutePoint]) -> int:
    return next((n for n, one in enumerate(way) if one.is_desk), len(way))


@writes
def begin(desk_place: str, by: Actor | None) -> None:
    """A route always leads to the desk: its own sign is a point that cannot be forgotten."""
    if not RoutePoint.select().where(RoutePoint.is_desk, RoutePoint.removed_at.is_null()).exists():
        RoutePoint.create(position=1, place=desk_place, arrow=Arrow.HERE, means=Means.PAPER, is_desk=True)
        if by is not None:  # the hub's own start is no change of anybody's
            audit.record(by, "route_begun")


@writes
def add(by: Actor | None, *, wish: str | None = None, after: int | None = None, **facts: object) -> RoutePoint:
    """A point right after the point `after`, else at the end of its entrance's own way, before the desk.

    After the desk it leads on to the hall. `wish` is the form's own UUID: sent a second time it adds nothing.
    Raises Refusal `place_required`, `point_unknown`.
    """
    known: RoutePoint | None = RoutePoint.get_or_none(RoutePoint.wish == wish) if wish else None
    if known is not None:
        return known
    place = _demand_place(facts)
    way = points()
    at = _place_after(way, after) if after else _place_by_entrance(way, str(facts.get("entrance") or ""))
    if at > _desk_at(way):
        facts["entrance"] = ""  # whoever goes from the desk to the hall, all go the same way
    made: RoutePoint = RoutePoint.create(**{**facts, "place": place, "position": 0, "wish": wish})
    _number([*way[:at], made, *way[at:]])
    audit.record(by, "route_point_added", place)
    return made


def _place_after(way: list[RoutePoint], after: int) -> int:
    before = point(after)
    return next(n for n, one in enumerate(way) if one.id == before.id) + 1


def _place_by_entrance(way: list[RoutePoint], entrance: str) -> int:
    """An entrance's own points stand together before what all share; the desk ends their way."""
    desk = _desk_at(way)
    if not entrance:
        return desk
    own = [n for n, one in enumerate(way) if one.entrance == entrance]
    return own[-1] + 1 if own else next((n for n, one in enumerate(way) if not one.entrance), desk)


def _number(way: list[RoutePoint]) -> None:
    for position, one in enumerate(way, start=1):
        if one.position != position:
            RoutePoint.update(position=position).where(RoutePoint.id == one.id).execute()


@writes
def change(number: int, by: Actor, **facts: object) -> RoutePoint:
    """Correct some facts (names of FACTS) of a point; the same again changes nothing.

    The desk's sign says "here" and is everybody's. Raises Refusal `point_unknown`, `place_required`.
    """
    found = point(number)
    if "place" in facts:
        facts["place"] = _demand_place(facts)
    if found.is_desk:
        facts = {**facts, "arrow": Arrow.HERE, "entrance": ""}
    elif "entrance" in facts and is_beyond_desk(found):
        facts["entrance"] = ""
    after = {name: value for name, value in facts.items() if getattr(found, name) != value}
    if after:
        before = {name: getattr(found, name) for name in after}
        RoutePoint.update(**after).where(RoutePoint.id == number).execute()
        audit.record(by, "route_point_changed", found.place, before=_told(before), after=_told(after))
    return point(number)


def _told(facts: dict[str, object]) -> dict[str, object]:
    """For the audit log, which needs no file's random name."""
    return {name: bool(value) if name == "photo" else value for name, value in facts.items()}


def _demand_place(facts: dict[str, object]) -> str:
    place = str(facts.get("place") or "").strip()
    if not place:
        raise Refusal("place_required")
    return place


@writes
def move(number: int, before: int | None, by: Actor) -> None:
    """Put a point before another one, or (None) at the end; it stays on its side of the desk.

    Raises Refusal `point_unknown`, `desk_sign_stays`.
    """
    moved = point(number)
    if moved.is_desk:
        raise Refusal("desk_sign_stays")
    others = [one for one in points() if one.id != number]
    desk = _desk_at(others)
    first, last = (desk + 1, len(others)) if is_beyond_desk(moved) else (0, desk)
    wanted = next((n for n, one in enumerate(others) if one.id == before), last)
    at = max(first, min(wanted, last))
    _number([*others[:at], moved, *others[at:]])
    audit.record(by, "route_point_moved", moved.place)


@writes
def shift(number: int, steps: int, by: Actor) -> None:
    """Move a point some steps on (or back, below zero) along the route, never past its ends."""
    point(number)
    way = points()
    at = next(n for n, one in enumerate(way) if one.id == number)
    others = [one for one in way if one.id != number]
    target = max(0, min(at + steps, len(others)))
    if target != at:
        move(number, others[target].id if target < len(others) else None, by)


@writes
def remove(number: int, by: Actor) -> RoutePoint:
    """Take a point from the route; its screen stands nowhere then. Raises Refusal `desk_sign_stays`."""
    found = point(number)
    if found.is_desk:
        raise Refusal("desk_sign_stays")
    RoutePoint.update(removed_at=clock.now()).where(RoutePoint.id == number).execute()
    Screen.update(point=None).where(Screen.point == number).execute()
    audit.record(by, "route_point_removed", found.place)
    return found


@writes
def place(number: int, placed: bool, by: Actor, photo: str = "") -> RoutePoint:
    """Tick that a sign stands, or take the tick back. Ticked again it keeps the first time, and takes a new photo."""
    found = point(number)
    if placed and found.placed_at and not photo:
        return found
    RoutePoint.update(
        placed_at=(found.placed_at or clock.now()) if placed else None,
        placed_by=(found.placed_by or by.name) if placed else "",
        placed_photo=(photo or found.placed_photo) if placed else "",
    ).where(RoutePoint.id == number).execute()
    if placed != bool(found.placed_at):
        audit.record(by, "sign_placed" if placed else "sign_taken_away", found.place)
    return point(number)


@writes
def add_entrance(name: str, by: Actor | None) -> None:
    """Another street door. Raises Refusal `entrance_name_taken`, `place_required`."""
    name = _demand_place({"place": name})
    if name in entrances():
        raise Refusal("entrance_name_taken")
    Entrance.create(name=name)
    audit.record(by, "entrance_added", name)


@writes
def remove_entrance(name: str, by: Actor) -> None:
    """A street door is not used after all; its points become everybody's. No such door: nothing to do."""
    if Entrance.delete().where(Entrance.name == name).execute():
        RoutePoint.update(entrance="").where(RoutePoint.entrance == name).execute()
        audit.record(by, "entrance_removed", name)


def pictures_in_use() -> set[str]:
    """The names of all pictures of the route; a removed point keeps none."""
    return {name for one in points() for name in (one.photo, one.placed_photo) if name}
