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
from signage.paper.text_fit import Block, Side, Style, fit

HEAD = 16
TALLEST, LOWEST = 40, 15  # mm of a point's row
NARROWEST = 85  # mm of a column
TICK = 5
TALLEST_LINE, LINE = 11, 0.48  # mm, and as a share of a row, of the line with the name
NUMBER_WIDTH = 11
PHOTO = 4 / 3  # the frame's proportion
_STROKE = 0.4
_NUMBER = Style(700, 6.5, lines=1)
_PLACE = Style(700, 4.4)
_NOTE = Style(400, 3.2)


@dataclass(frozen=True, slots=True)
class Stop:
    """A point for the map, or (number 0) a place off the route.

    `facts`: floor, what stands there, the door it belongs to; `text`: the sign's words; `signs`: what hangs there.
    """

    number: int
    arrow: Arrow
    place: str
    facts: str
    text: str = ""
    photo: Illustration | None = None
    signs: str = ""


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
    """Box, number, arrow and name on one line, what else is to be known beneath the name, the photo beside it."""
    yield Panel(Room(room.left, room.top, room.width, _STROKE), GREY)
    inside = Room(room.left, room.top + 2, room.width, room.height - 4)
    line = Room(inside.left, inside.top, inside.width, min(TALLEST_LINE, inside.height * LINE))
    yield Panel(Room(line.left, line.top + (line.height - TICK) / 2, TICK, TICK), BLACK, stroke=0.6)
    number = Room(line.left + TICK + 1, line.top, NUMBER_WIDTH, line.height)
    if stop.number:
        yield from _centred(fit(str(stop.number), _NUMBER, number.width, line.height), number, "middle")
    arrow = Room(number.right + 1, line.top, line.height, line.height)
    yield Shape(placed(drawing(stop.arrow), arrow))
    right = room.right
    if stop.photo:
        wide = min(inside.height * PHOTO, room.width * 0.3)
        yield stop.photo.inside(Room(room.right - wide, inside.top, wide, inside.height))
        right -= wide + 3
    left = arrow.right + 4
    yield from _words(stop, Room(left, inside.top, right - left, inside.height), line.height)


def _words(stop: Stop, room: Room, line: float) -> Iterator[Mark]:
    yield from _centred(fit(stop.place, _PLACE, room.width, line), Room(room.left, room.top, room.width, line), "left")
    notes = [text for text in (stop.facts, stop.text, stop.signs) if text]
    top = room.top + line
    for text in notes:
        block = fit(text, _NOTE, room.width, (room.height - line) / len(notes))
        yield from block.marks(Room(room.left, top, room.width, block.height))
        top += block.height


def _centred(block: Block, line: Room, side: Side) -> Iterator[Mark]:
    return block.marks(Room(line.left, line.top + (line.height - block.height) / 2, line.width, block.height), side)
