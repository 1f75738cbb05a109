"""The route on one page, for the person who puts the signs up: every point with a box to tick. Pure.

Little ink: it is a paper to work with, not a sign.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

from signage.arrows import Arrow, drawing
from signage.paper.foot import Imprint
from signage.paper.illustrations import Illustration
from signage.paper.marks import BLACK, GREY, Mark, Panel, Room, Shape, Sheet, placed
from signage.paper.papers import GAP
from signage.paper.text_fit import Style, fit

HEAD = 16
TALLEST, LOWEST = 40, 15  # mm of a point's row
NARROWEST = 85  # mm of a column
TICK = 6
PHOTO = 4 / 3  # the frame's proportion
_STROKE = 0.4
_NUMBER = Style(700, 5, lines=1)
_LARGE_NUMBER = Style(700, 11, lines=1)
_PLACE = Style(700, 4.4)
_NOTE = Style(400, 3.2)


@dataclass(frozen=True, slots=True)
class Stop:
    """A point for the map. `facts`: floor, what stands there, the door it belongs to; `text`: the sign's words."""

    number: int
    arrow: Arrow
    place: str
    facts: str
    text: str = ""
    photo: Illustration | None = None


def map_sheets(name: str, heading: str, stops: Sequence[Stop], imprint: Imprint) -> list[Sheet]:
    """One sheet; more only for a route longer than any house."""
    page = imprint.paper.page()
    columns = _columns(len(stops), page)
    most = columns * _rows_at_most(page)
    return [
        _sheet(name, heading, stops[first : first + most], columns, imprint)
        for first in range(0, max(1, len(stops)), most)
    ]


def _rows_at_most(page: Room) -> int:
    return int((page.height - HEAD) // LOWEST)


def _columns(count: int, page: Room) -> int:
    """As few as let every row be tall enough to be read."""
    most = int(page.width // NARROWEST)
    roomy = (columns for columns in range(1, most) if ceil(count / columns) * TALLEST * 0.7 <= page.height - HEAD)
    return next(roomy, most)


def _sheet(name: str, heading: str, stops: Sequence[Stop], columns: int, imprint: Imprint) -> Sheet:
    page = imprint.paper.page()
    rows = max(1, ceil(len(stops) / columns))
    high = min(TALLEST, (page.height - HEAD) / rows)
    wide = (page.width - GAP * (columns - 1)) / columns
    marks: list[Mark] = [*_heading(heading, imprint, Room(page.left, page.top, page.width, HEAD))]
    for number, stop in enumerate(stops):
        column, row = divmod(number, rows)
        at = Room(page.left + column * (wide + GAP), page.top + HEAD + row * high, wide, high)
        marks += _row(stop, at)
    width, height = imprint.paper.orientation.size
    return Sheet(name, width, height, marks, scale=imprint.paper.format.scale)


def _heading(heading: str, imprint: Imprint, room: Room) -> Iterator[Mark]:
    half = room.width / 2 - GAP
    yield from fit(heading, Style(700, 5), half, HEAD - GAP).marks(Room(room.left, room.top, half, HEAD))
    title = fit(f"{imprint.title} · {imprint.when}", Style(400, 2.8, colour=GREY), half, HEAD - GAP)
    yield from title.marks(Room(room.right - half, room.top, half, HEAD), "right")


def _row(stop: Stop, room: Room) -> Iterator[Mark]:
    yield Panel(Room(room.left, room.top, room.width, _STROKE), GREY)
    inside = Room(room.left, room.top + 2, room.width, room.height - 4)
    tick = Room(inside.left, inside.top, TICK, TICK)
    yield Panel(tick, BLACK, stroke=0.6)
    if stop.photo:
        number = fit(str(stop.number), _NUMBER, TICK + 2, inside.height - TICK - 1)
        yield from number.marks(Room(tick.left - 1, tick.bottom + 1, TICK + 2, number.height), "middle")
    left = tick.right + 3
    photo = Room(left, inside.top, min(inside.height * PHOTO, room.width * 0.3), inside.height)
    arrow = min(inside.height, room.width * 0.16, 24)
    side = Room(photo.right + 3, inside.top + (inside.height - arrow) / 2, arrow, arrow)
    if stop.photo:
        yield stop.photo.inside(photo)
        yield Shape(placed(drawing(stop.arrow), side))
    else:
        yield from _instead_of_photo(stop, Room(photo.left, photo.top, side.right - photo.left, photo.height))
    yield from _words(stop, Room(side.right + 4, inside.top, room.right - side.right - 4, inside.height))


def _instead_of_photo(stop: Stop, room: Room) -> Iterator[Mark]:
    """Nobody has taken a photo: the number, and the arrow as large as the room allows."""
    side = min(room.height, room.width / 2)
    yield Shape(placed(drawing(stop.arrow), Room(room.right - side, room.top + (room.height - side) / 2, side, side)))
    number = fit(str(stop.number), _LARGE_NUMBER, room.width - side - GAP, room.height)
    middle = Room(room.left, room.top + (room.height - number.height) / 2, room.width - side - GAP, number.height)
    yield from number.marks(middle, "middle")


def _words(stop: Stop, room: Room) -> Iterator[Mark]:
    top = room.top
    parts = ((stop.place, _PLACE, 0.45), (stop.facts, _NOTE, 0.3), (stop.text, _NOTE, 0.25))
    for text, style, share in parts:
        block = fit(text, style, room.width, room.height * share)
        yield from block.marks(Room(room.left, top, room.width, block.height))
        top += block.height
