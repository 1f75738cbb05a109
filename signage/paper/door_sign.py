"""The sign on the hall's door: its name, and the programme of the day beneath. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from signage.paper.foot import Imprint, foot
from signage.paper.marks import GREY, Mark, Panel, Room, Sheet
from signage.paper.papers import GAP, PADDING, STRIP, Orientation, split
from signage.paper.text_fit import Block, Style, fit
from signage.paper.typefaces import CAP_HEIGHT

NAME = Style(700, 32)
# The name takes what it needs, up to these shares: of the height above the list, of the width beside it.
NAME_ABOVE = 0.36
NAME_BESIDE = 0.42
_TIME_EMS = 3.2
_LARGEST, _SMALLEST = 8.0, 2.0  # mm of a capital letter in the list
_STEP = 0.93
_HAIR = 0.3
_AIR = 0.55  # between items, in heights of a capital letter


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the day: «10:05», what, and who (may be empty)."""

    time: str
    title: str
    who: str = ""


def door_sheets(name: str, hall: str, day: Sequence[Entry], imprint: Imprint) -> list[Sheet]:
    """One sheet, or more where the day is too long to be legible on one. The hall's name stands on each."""
    if not day:
        return [_sheet(name, hall, (), imprint)]
    room = _rooms(imprint, hall)[1]
    sheets, rest = [], list(day)
    while rest:
        count = _legible(rest, room)
        sheets.append(_sheet(name, hall, rest[:count], imprint))
        rest = rest[count:]
    return sheets


def _sheet(name: str, hall: str, day: Sequence[Entry], imprint: Imprint) -> Sheet:
    panel, room, strip = (*_rooms(imprint, hall if day else ""), split(imprint.paper.page())[1])
    if not day:
        panel = split(imprint.paper.page())[0]
    inside = panel.less(PADDING)
    block = fit(hall, NAME, inside.width, inside.height)
    top = inside.top + (inside.height - block.height) / 2
    marks: list[Mark] = [*imprint.paper.panel(panel)]
    marks += block.marks(Room(inside.left, top, inside.width, block.height))
    marks += _list(day, room)
    wide, high = imprint.paper.orientation.size
    return Sheet(name, wide, high, [*marks, *foot(imprint, strip)], scale=imprint.paper.format.scale)


def _rooms(imprint: Imprint, hall: str) -> tuple[Room, Room]:
    """The panel of the name and the room of the list."""
    above, _ = split(imprint.paper.page(), STRIP)
    if imprint.paper.orientation == Orientation.LANDSCAPE:
        panel = Room(above.left, above.top, above.width * NAME_BESIDE, above.height)
        return panel, Room(panel.right + 2 * GAP, above.top, above.width - panel.width - 2 * GAP, above.height)
    most = above.height * NAME_ABOVE
    high = fit(hall, NAME, above.width - 2 * PADDING, most - 2 * PADDING).height + 2 * PADDING
    panel = Room(above.left, above.top, above.width, high)
    return panel, Room(above.left, panel.bottom + GAP, above.width, above.height - high - GAP)


def _legible(day: Sequence[Entry], room: Room) -> int:
    """How many entries fit at the smallest size; at least one."""
    heights = [row.height + _SMALLEST * _AIR for row in _rows(day, _SMALLEST, room.width)]
    below = accumulate(heights)
    return max(1, sum(bottom - _SMALLEST * _AIR <= room.height for bottom in below))


def _list(day: Sequence[Entry], room: Room) -> Iterator[Mark]:
    cap = _LARGEST
    while cap > _SMALLEST and _height(_rows(day, cap, room.width), cap) > room.height:
        cap *= _STEP
    top = room.top
    for number, row in enumerate(_rows(day, cap, room.width)):
        if number:
            yield Panel(Room(room.left, top - cap * _AIR / 2, room.width, _HAIR), GREY)
        high = min(row.height, room.bottom - top)
        yield from row.time.marks(Room(room.left, top, row.indent, high))
        text = Room(room.left + row.indent, top, room.width - row.indent, high)
        yield from row.title.marks(text)
        yield from row.who.marks(Room(text.left, top + row.title.height, text.width, row.who.height))
        top += row.height + cap * _AIR


@dataclass(frozen=True, slots=True)
class _Row:
    time: Block
    title: Block
    who: Block
    indent: float

    @property
    def height(self) -> float:
        return self.title.height + self.who.height


def _rows(day: Sequence[Entry], cap: float, wide: float) -> list[_Row]:
    indent = _TIME_EMS * cap / CAP_HEIGHT
    text = wide - indent
    return [
        _Row(
            fit(entry.time, Style(700, cap), indent, 99),
            fit(entry.title, Style(600, cap), text, 999),
            fit(entry.who, Style(400, cap * 0.8), text, 999),
            indent,
        )
        for entry in day
    ]


def _height(rows: Sequence[_Row], cap: float) -> float:
    return sum(row.height for row in rows) + cap * _AIR * (len(rows) - 1)
