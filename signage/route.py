"""The route: points in order from a street door to the hall, drawn by whoever walks it, and what is missing on it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from peewee import fn

from hub import audit, clock
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from signage.arrows import BETWEEN_FLOORS, Arrow
from signage.models import Entrance, RoutePoint, Screen

WORDS = frozenset({"entrance", "place", "floor", "text", "exit_text"})
FACTS = WORDS | {"arrow", "coffee_arrow", "exit_arrow", "means", "fork", "metres"}
# Farther apart than this one begins to doubt whether one is still right.
FARTHEST_M = 30


class Means(StrEnum):
    """What shows the way at a point."""

    SCREEN = "screen"
    PAPER = "paper"
    PERSON = "person"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Concern:
    """Something on the way that will make somebody ask; `point` is None where a whole entrance is meant."""

    code: str
    point: int | None = None
    place: str = ""


def points() -> list[RoutePoint]:
    """The route in its order."""
    return list(RoutePoint.select().where(RoutePoint.removed_at.is_null()).order_by(RoutePoint.position))


def point(number: int) -> RoutePoint:
    """One point. Raises Refusal `point_unknown`."""
    found: RoutePoint | None = RoutePoint.get_or_none(RoutePoint.id == number, RoutePoint.removed_at.is_null())
    if found is None:
        raise Refusal("point_unknown")
    return found


def entrances() -> list[str]:
    """The street doors' names."""
    return [entrance.name for entrance in Entrance.select().order_by(Entrance.id)]


@writes
def begin(desk_place: str, by: Actor | None) -> None:
    """A route always ends at the desk: its own sign is a point that cannot be forgotten."""
    if not RoutePoint.select().where(RoutePoint.is_desk, RoutePoint.removed_at.is_null()).exists():
        RoutePoint.create(position=1, place=desk_place, arrow=Arrow.HERE, means=Means.PAPER, is_desk=True)
        audit.record(by, "route_begun")


@writes
def add(by: Actor, **facts: object) -> RoutePoint:
    """A point at the end of the way, right before the desk. Raises Refusal `place_required`."""
    place = _demand_place(facts)
    desk = RoutePoint.select().where(RoutePoint.is_desk, RoutePoint.removed_at.is_null()).first()
    last = RoutePoint.select(fn.MAX(RoutePoint.position)).scalar() or 0
    position = desk.position if desk else last + 1
    RoutePoint.update(position=RoutePoint.position + 1).where(RoutePoint.position >= position).execute()
    made = RoutePoint.create(**{**facts, "place": place, "position": position})
    audit.record(by, "route_point_added", place)
    return made


@writes
def change(number: int, by: Actor, **facts: object) -> RoutePoint:
    """Correct some facts (names of FACTS) of a point. Raises Refusal `point_unknown`, `place_required`."""
    found = point(number)
    if "place" in facts:
        facts["place"] = _demand_place(facts)
    before = {name: getattr(found, name) for name in facts}
    RoutePoint.update(**facts).where(RoutePoint.id == number).execute()
    audit.record(by, "route_point_changed", found.place, before=before, after=facts)
    return point(number)


def _demand_place(facts: dict[str, object]) -> str:
    place = str(facts.get("place") or "").strip()
    if not place:
        raise Refusal("place_required")
    return place


@writes
def move(number: int, before: int | None, by: Actor) -> None:
    """Put a point before another one, or (None) at the end."""
    moved = point(number)
    others = [one for one in points() if one.id != number]
    at = next((n for n, one in enumerate(others) if one.id == before), len(others))
    for position, one in enumerate([*others[:at], moved, *others[at:]], start=1):
        RoutePoint.update(position=position).where(RoutePoint.id == one.id).execute()
    audit.record(by, "route_point_moved", moved.place)


@writes
def remove(number: int, by: Actor) -> None:
    """Take a point from the route; its screen stands nowhere then. Raises Refusal `desk_sign_stays`."""
    found = point(number)
    if found.is_desk:
        raise Refusal("desk_sign_stays")
    RoutePoint.update(removed_at=clock.now()).where(RoutePoint.id == number).execute()
    Screen.update(point=None).where(Screen.point == number).execute()
    audit.record(by, "route_point_removed", found.place)


@writes
def place(number: int, placed: bool, by: Actor, photo: str = "") -> RoutePoint:
    """Tick that a sign stands, or take the tick back."""
    found = point(number)
    RoutePoint.update(
        placed_at=clock.now() if placed else None,
        placed_by=by.name if placed else "",
        placed_photo=photo or (found.placed_photo if placed else ""),
    ).where(RoutePoint.id == number).execute()
    audit.record(by, "sign_placed" if placed else "sign_taken_away", found.place)
    return point(number)


@writes
def add_entrance(name: str, by: Actor) -> None:
    """Another street door. Raises Refusal `entrance_name_taken`, `place_required`."""
    name = _demand_place({"place": name})
    if Entrance.select().where(Entrance.name == name).exists():
        raise Refusal("entrance_name_taken")
    Entrance.create(name=name)
    audit.record(by, "entrance_added", name)


def warnings(route: Sequence[RoutePoint], doors: Sequence[str]) -> list[Concern]:
    """What will make somebody ask the way. Pure."""
    return [*_of_points(route), *_of_doors(route, doors)]


def _of_points(route: Sequence[RoutePoint]) -> Iterator[Concern]:
    if not any(one.is_desk for one in route):
        yield Concern("desk_sign_missing")
    for one in route:
        if one.fork and one.means == Means.NOTHING:
            yield Concern("fork_without_sign", one.id, one.place)
    for one, following in _steps(route):
        if one.floor and following.floor and one.floor != following.floor and one.arrow not in BETWEEN_FLOORS:
            yield Concern("floors_without_stairs", one.id, one.place)
        if one.arrow == following.arrow and one.arrow not in {Arrow.UP, Arrow.HERE}:
            yield Concern("same_arrow_twice", following.id, following.place)
        if one.metres is not None and one.metres > FARTHEST_M:
            yield Concern("gap", one.id, one.place)
        if one.arrow == Arrow.HERE and not one.is_desk:
            yield Concern("way_ends_early", one.id, one.place)


def _steps(route: Sequence[RoutePoint]) -> Iterator[tuple[RoutePoint, RoutePoint]]:
    """Each pair of points that follow one another on somebody's way."""
    doors = {one.entrance for one in route if one.entrance} or {""}
    seen: set[tuple[int, int]] = set()
    for door in sorted(doors):
        way = [one for one in route if one.entrance in {"", door}]
        for one, following in pairwise(way):
            if (one.id, following.id) not in seen:
                seen.add((one.id, following.id))
                yield one, following


def _of_doors(route: Sequence[RoutePoint], doors: Sequence[str]) -> Iterator[Concern]:
    own = {one.entrance for one in route}
    for door in doors:
        if door not in own:
            yield Concern("entrance_without_points", place=door)
