"""What will make somebody on the way ask: what is missing on the route, or contradicts itself. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from signage.arrows import BETWEEN_FLOORS, Arrow
from signage.models import RoutePoint
from signage.route import Means, beyond_desk, way_out

# Farther apart than this one begins to doubt whether one is still right.
FARTHEST_M = 30


@dataclass(frozen=True, slots=True)
class Concern:
    """Something on the way that will make somebody ask; `point` is None where a whole entrance is meant."""

    code: str
    point: int | None = None
    place: str = ""


def concerns(route: Sequence[RoutePoint], doors: Sequence[str]) -> list[Concern]:
    """All concerns about a route, the street doors being `doors`: each point's in its order, then the doors'."""
    found = [*_of_points(route), *_of_steps(route)]
    order = {one.id: n for n, one in enumerate(route)}
    return [*sorted(found, key=lambda one: order.get(one.point or 0, -1)), *_of_doors(route, doors)]


def _of_points(route: Sequence[RoutePoint]) -> Iterator[Concern]:
    if not any(one.is_desk for one in route):
        yield Concern("desk_sign_missing")
    # Nothing comes after the last point beyond the desk: the hall is there.
    at_hall = next((one.id for one in reversed(beyond_desk(route))), None)
    for one in route:
        if one.fork and one.means == Means.NOTHING:
            yield Concern("fork_without_sign", one.id, one.place)
        if one.metres is not None and one.metres > FARTHEST_M and one.id != at_hall:
            yield Concern("gap", one.id, one.place)
        if one.arrow == Arrow.HERE and not one.is_desk and one.id != at_hall:
            yield Concern("way_ends_early", one.id, one.place)
        if one.means != Means.NOTHING and len(route) > 1:
            yield from _of_way_out(one)


def _of_way_out(one: RoutePoint) -> Iterator[Concern]:
    out = way_out(one)
    if out == Arrow.LIFT:
        yield Concern("way_out_by_lift", one.id, one.place)
    elif out == Arrow.HERE:
        yield Concern("way_out_unsaid", one.id, one.place)


def _of_steps(route: Sequence[RoutePoint]) -> Iterator[Concern]:
    for one, following in _steps(route):
        onward = _onward(one)
        other_floor = one.floor and following.floor and one.floor != following.floor
        if other_floor and onward and onward not in BETWEEN_FLOORS:
            yield Concern("floors_without_stairs", one.id, one.place)
        if onward == following.arrow and onward not in {Arrow.UP, Arrow.HERE}:
            yield Concern("same_arrow_twice", following.id, following.place)


def _onward(one: RoutePoint) -> str:
    """The arrow to the next point; empty at a desk of which nobody has said where the hall is."""
    return str(one.hall_arrow if one.is_desk else one.arrow)


def _steps(route: Sequence[RoutePoint]) -> Iterator[tuple[RoutePoint, RoutePoint]]:
    """Each pair of points that follow one another on somebody's way."""
    seen: set[tuple[int, int]] = set()
    for door in sorted({one.entrance for one in route if one.entrance} or {""}):
        way = [one for one in route if one.entrance in {"", door}]
        for one, following in pairwise(way):
            if (one.id, following.id) not in seen:
                seen.add((one.id, following.id))
                yield one, following


def _of_doors(route: Sequence[RoutePoint], doors: Sequence[str]) -> Iterator[Concern]:
    for door in doors:
        way = [one for one in route if one.entrance in {"", door}]
        if not any(one.entrance for one in way):
            yield Concern("entrance_without_points", place=door)
        elif not way[0].entrance:
            yield Concern("entrance_begins_later", place=door)
