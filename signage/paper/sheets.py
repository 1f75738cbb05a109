"""All the sheets of an order, from the route, the programme and the seminar's facts."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from flask_babel import gettext as _

from hub.folder import Folder
from hub.models import Seminar
from hub.programme import plan
from kiosk.paper.badge_text import clean
from signage import route
from signage.arrows import Arrow
from signage.models import RoutePoint
from signage.paper import hanging, logo, wording
from signage.paper.door_sign import Entry, door_sheets
from signage.paper.foot import Imprint
from signage.paper.hanging import Hung
from signage.paper.illustrations import look
from signage.paper.marks import Line, Sheet
from signage.paper.order import ALL_KINDS, Kind, Order
from signage.paper.route_map import Stop, map_sheets
from signage.paper.table_sign import table_sheet
from signage.paper.typefaces import missing
from signage.paper.way_sign import WaySign, way_sheet
from signage.route_words import ARROWS


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
    hung = hanging.hung(order, points, order.kinds)
    made = [sheet for one in hung for sheet in _drawn(one, order, imprint)]
    return [*made, *_map(order, imprint, points, folder)] if Kind.MAP in order.kinds else made


def unprintable(made: list[Sheet]) -> str:
    """Letters of the sheets that the typeface lacks, each once."""
    lines = (mark for sheet in made for mark in (*sheet.marks, *sheet.turned) if isinstance(mark, Line))
    return missing("".join(dict.fromkeys("".join(line.text for line in lines))))


def _drawn(one: Hung, order: Order, imprint: Imprint) -> Iterator[Sheet]:
    name = _name(one)
    belonging = replace(imprint, spot=one.spot or name)
    if one.kind == Kind.TABLE:
        yield table_sheet(name, wording.registration(order.languages), belonging)
    elif one.kind == Kind.DOOR:
        yield from door_sheets(name, clean(order.hall) or imprint.title, _day(), belonging)
    else:
        sign = WaySign(name, one.arrow, wording.NOUNS[one.kind](order.languages), _words(one, order))
        yield way_sheet(sign, replace(belonging, address=_address(one, order)))


def _name(one: Hung) -> str:
    place = f"{one.number}. {clean(one.point.place)}" if one.point else ""
    if one.kind == Kind.HALL:
        return str(_("Hall: %(place)s", place=place))
    if one.kind == Kind.COFFEE:
        return str(_("Coffee: %(place)s", place=place) if place else _("Coffee: here"))
    if one.kind == Kind.EXIT:
        return str(_("Way out: %(place)s", place=place) if place else _("Way out: the door"))
    return place if one.kind == Kind.WAY else str(_(wording.SHEETS[one.kind]))


def _words(one: Hung, order: Order) -> str:
    """The point's own words. An arrow downwards is said in words too: on a wall it may point at the floor.

    Not beside «Выход»: out is clear, and "turn back" would add nothing.
    """
    own = _own_words(one)
    if own or one.arrow != Arrow.DOWN or one.kind == Kind.EXIT:
        return clean(own)
    return wording.spoken(order.languages[0], lambda: str(_(ARROWS[one.arrow])))


def _own_words(one: Hung) -> str:
    if one.point is None:
        return ""
    if one.kind == Kind.EXIT:
        return str(one.point.exit_text)
    # At a point that has its sign to the desk as well, its words are said there.
    return str(one.point.text) if one.kind == Kind.WAY or (one.kind == Kind.HALL and not one.point.hall_arrow) else ""


def _address(one: Hung, order: Order) -> str:
    """The way as it is from this point's own street door."""
    doors = route.entrances()
    if not order.address or one.kind != Kind.WAY or one.point is None or one.point.entrance not in doors[1:]:
        return order.address
    return f"{order.address}?door={doors.index(one.point.entrance) + 1}"


def _day() -> list[Entry]:
    return [
        Entry(item.start, clean(item.title), ", ".join(filter(None, (clean(item.speaker), clean(item.company)))))
        for item in plan.items()
    ]


def _map(order: Order, imprint: Imprint, points: Sequence[RoutePoint], folder: Folder) -> list[Sheet]:
    """Every point with what hangs there, then what hangs at none. Printed alone it tells of every kind."""
    kinds = order.kinds if set(order.kinds) != {Kind.MAP} else ALL_KINDS
    hung = hanging.hung(order, points, kinds)
    stops = [
        Stop(
            number,
            Arrow(point.arrow),
            clean(point.place),
            wording.of_point(point),
            clean(point.text),
            look(folder.signs / point.photo) if point.photo else None,
            wording.to_hang([one.kind for one in hung if one.number == number]),
        )
        for number, point in enumerate(points, start=1)
    ]
    elsewhere = [Stop(0, one.arrow, _name(one), "") for one in hung if one.point is None]
    return map_sheets(_("Map of the route"), _("Where the signs stand"), [*stops, *elsewhere], imprint)
