"""All the sheets of an order, from the route, the programme and the seminar's facts."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from flask_babel import gettext as _

from hub.folder import Folder
from hub.models import Seminar
from hub.programme import plan
from kiosk.paper.badge_text import clean
from signage import route
from signage.arrows import Arrow
from signage.models import RoutePoint
from signage.paper import logo, wording
from signage.paper.door_sign import Entry, door_sheets
from signage.paper.foot import Imprint
from signage.paper.illustrations import look
from signage.paper.marks import Line, Sheet
from signage.paper.order import Kind, Order
from signage.paper.route_map import Stop, map_sheets
from signage.paper.table_sign import table_sheet
from signage.paper.typefaces import missing
from signage.paper.way_sign import WaySign, way_sheet
from signage.route import Means
from signage.route_words import ARROWS

_Maker = Callable[[Order, Imprint, list[RoutePoint], Folder], Iterator[Sheet]]


def sheets(order: Order, facts: Seminar, folder: Folder) -> list[Sheet]:
    """The order's sheets, in the order in which they are needed. `facts` is the seminar; may be empty."""
    points = route.points()
    main = order.languages[0]
    imprint = Imprint(
        order.paper,
        clean(facts.title),
        wording.when_and_where(facts, main),
        wording.caption(main),
        order.address,
        logo.current(folder),
    )
    return [sheet for kind in order.kinds for sheet in _MAKERS[kind](order, imprint, points, folder)]


def unprintable(made: list[Sheet]) -> str:
    """Letters of the sheets that the typeface lacks, each once."""
    lines = (mark for sheet in made for mark in (*sheet.marks, *sheet.turned) if isinstance(mark, Line))
    return missing("".join(dict.fromkeys("".join(line.text for line in lines))))


def chosen(order: Order, points: list[RoutePoint]) -> list[tuple[int, RoutePoint]]:
    """The points that get a sign, each with its number on the route."""
    return [
        (number, point)
        for number, point in enumerate(points, start=1)
        if (point.id in order.points if order.points is not None else point.means == Means.PAPER)
    ]


def _way(order: Order, imprint: Imprint, points: list[RoutePoint], folder: Folder) -> Iterator[Sheet]:
    nouns = wording.registration(order.languages)
    doors = route.entrances()
    for number, point in chosen(order, points):
        name = f"{number}. {clean(point.place)}"
        sign = WaySign(name, Arrow(point.arrow), nouns, _words(point.text, Arrow(point.arrow), order))
        yield way_sheet(sign, replace(imprint, address=_from_door(order.address, point, doors)))


def _words(own: str, arrow: Arrow, order: Order) -> str:
    """The point's own words. An arrow downwards is said in words too: on a wall it may point at the floor."""
    if own or arrow != Arrow.DOWN:
        return clean(own)
    return wording.spoken(order.languages[0], lambda: str(_(ARROWS[arrow])))


def _from_door(address: str, point: RoutePoint, doors: list[str]) -> str:
    """The way as it is from this point's own street door."""
    if not address or point.entrance not in doors[1:]:
        return address
    return f"{address}?door={doors.index(point.entrance) + 1}"


def _table(order: Order, imprint: Imprint, points: list[RoutePoint], folder: Folder) -> Iterator[Sheet]:
    yield table_sheet(_("Sign on the desk"), wording.registration(order.languages), imprint)


def _door(order: Order, imprint: Imprint, points: list[RoutePoint], folder: Folder) -> Iterator[Sheet]:
    day = [
        Entry(item.start, clean(item.title), ", ".join(filter(None, (clean(item.speaker), clean(item.company)))))
        for item in plan.items()
    ]
    yield from door_sheets(_("Sign on the hall's door"), clean(order.hall) or imprint.title, day, imprint)


def _coffee(order: Order, imprint: Imprint, points: list[RoutePoint], folder: Folder) -> Iterator[Sheet]:
    """Where somebody said that the coffee is another way, and the place itself."""
    nouns = wording.coffee(order.languages)
    for number, point in chosen(order, points):
        if point.coffee_arrow:
            name = _("Coffee: %(place)s", place=f"{number}. {clean(point.place)}")
            arrow = Arrow(point.coffee_arrow)
            yield way_sheet(WaySign(name, arrow, nouns, _words("", arrow, order)), imprint)
    yield way_sheet(WaySign(_("Coffee: here"), Arrow.HERE, nouns), imprint)


def _exit(order: Order, imprint: Imprint, points: list[RoutePoint], folder: Folder) -> Iterator[Sheet]:
    """Back from each point, and the door itself."""
    nouns = wording.way_out(order.languages)
    ways = [(number, point, route.way_out(point)) for number, point in chosen(order, points)]
    for number, point, arrow in ways:
        if arrow != Arrow.HERE:
            name = _("Way out: %(place)s", place=f"{number}. {clean(point.place)}")
            yield way_sheet(WaySign(name, arrow, nouns, _words(point.exit_text, arrow, order)), imprint)
    if not any(arrow == Arrow.DOOR for _number, _point, arrow in ways):
        yield way_sheet(WaySign(_("Way out: the door"), Arrow.DOOR, nouns), imprint)


def _map(order: Order, imprint: Imprint, points: list[RoutePoint], folder: Folder) -> Iterator[Sheet]:
    stops = [
        Stop(
            number,
            Arrow(point.arrow),
            clean(point.place),
            wording.of_point(point),
            clean(point.text),
            look(folder.signs / point.photo) if point.photo else None,
        )
        for number, point in enumerate(points, start=1)
    ]
    yield from map_sheets(_("Map of the route"), _("Where the signs stand"), stops, imprint)


_MAKERS: dict[Kind, _Maker] = {
    Kind.WAY: _way,
    Kind.TABLE: _table,
    Kind.DOOR: _door,
    Kind.COFFEE: _coffee,
    Kind.EXIT: _exit,
    Kind.MAP: _map,
}
