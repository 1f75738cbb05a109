"""Which sheet hangs where: one plan for the sheets themselves and for whoever puts them up."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kiosk.paper.badge_text import clean
from signage import route
from signage.arrows import Arrow
from signage.models import RoutePoint
from signage.paper.order import Kind, Order
from signage.route import Means

# The last point's arrow where it stands at the hall's own door.
_AT_DOOR = frozenset({Arrow.HERE, Arrow.DOOR})


@dataclass(frozen=True, slots=True)
class Hung:
    """A sheet of a kind at a point of the route, `number` being its place there; at none: 0 and None."""

    kind: Kind
    arrow: Arrow
    number: int = 0
    point: RoutePoint | None = None

    @property
    def spot(self) -> str:
        """«4 · Лестница у лифта»; empty where it belongs to no point."""
        return f"{self.number} · {clean(self.point.place)}" if self.point else ""


_Numbered = list[tuple[int, RoutePoint]]


def chosen(order: Order, points: Sequence[RoutePoint]) -> _Numbered:
    """The points that get a sign, each with its number on the route."""
    return [
        (number, point)
        for number, point in enumerate(points, start=1)
        if (point.id in order.points if order.points is not None else point.means == Means.PAPER)
    ]


def hung(order: Order, points: Sequence[RoutePoint], kinds: Sequence[Kind]) -> list[Hung]:
    """The sheets of these kinds, in their order; the map hangs nowhere."""
    return [one for kind in kinds if kind in _PLANS for one in _PLANS[kind](order, points)]


def _way(order: Order, points: Sequence[RoutePoint]) -> Iterator[Hung]:
    beyond = route.beyond_desk(points)
    for number, point in chosen(order, points):
        if point not in beyond:
            yield Hung(Kind.WAY, Arrow(point.arrow), number, point)


def _hall(order: Order, points: Sequence[RoutePoint]) -> Iterator[Hung]:
    """Where somebody said where the hall is, and every point that leads there from the desk."""
    beyond = route.beyond_desk(points)
    for number, point in chosen(order, points):
        if point.hall_arrow or point in beyond:
            yield Hung(Kind.HALL, Arrow(point.hall_arrow or point.arrow), number, point)


def _table(order: Order, points: Sequence[RoutePoint]) -> Iterator[Hung]:
    desk = next(((number, one) for number, one in enumerate(points, start=1) if one.is_desk), (0, None))
    yield Hung(Kind.TABLE, Arrow.HERE, *desk)


def _door(order: Order, points: Sequence[RoutePoint]) -> Iterator[Hung]:
    beyond = route.beyond_desk(points)
    if beyond and beyond[-1].arrow in _AT_DOOR:
        yield Hung(Kind.DOOR, Arrow.HERE, len(points), beyond[-1])
    else:
        yield Hung(Kind.DOOR, Arrow.HERE)


def _coffee(order: Order, points: Sequence[RoutePoint]) -> Iterator[Hung]:
    """Where somebody said that the coffee is another way, and the place itself."""
    for number, point in chosen(order, points):
        if point.coffee_arrow:
            yield Hung(Kind.COFFEE, Arrow(point.coffee_arrow), number, point)
    yield Hung(Kind.COFFEE, Arrow.HERE)


def _exit(order: Order, points: Sequence[RoutePoint]) -> Iterator[Hung]:
    """Back from each point, and the door itself."""
    ways = [(number, point, route.way_out(point)) for number, point in chosen(order, points)]
    for number, point, arrow in ways:
        if arrow != Arrow.HERE:
            yield Hung(Kind.EXIT, arrow, number, point)
    if not any(arrow == Arrow.DOOR for _number, _point, arrow in ways):
        yield Hung(Kind.EXIT, Arrow.DOOR)


_PLANS: dict[Kind, Callable[[Order, Sequence[RoutePoint]], Iterator[Hung]]] = {
    Kind.WAY: _way,
    Kind.HALL: _hall,
    Kind.TABLE: _table,
    Kind.DOOR: _door,
    Kind.COFFEE: _coffee,
    Kind.EXIT: _exit,
}
