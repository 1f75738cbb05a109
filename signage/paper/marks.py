"""What a sheet of paper carries: a few kinds of marks, in millimetres from the upper left corner. Pure.

Whoever lays a sign out writes marks; `pdf` and `preview` draw them. So what is seen on the page is what is printed.
"""

from dataclasses import dataclass, field
from typing import Literal

from signage.arrows import Polygon

BLACK = "#000000"
WHITE = "#ffffff"
YELLOW = "#ffc40c"  # as on the pages: `--sign`
GREY = "#595959"


@dataclass(frozen=True, slots=True)
class Room:
    """A place to put something in."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height

    def less(self, by: float) -> "Room":
        """The room inside a margin of `by`."""
        return Room(self.left + by, self.top + by, self.width - 2 * by, self.height - 2 * by)

    def times(self, scale: float) -> "Room":
        """The same room of a drawing made larger."""
        return Room(self.left * scale, self.top * scale, self.width * scale, self.height * scale)


@dataclass(frozen=True, slots=True)
class Panel:
    """A rectangle with round corners: filled, or (`stroke` > 0) its frame, the stroke lying inside the room."""

    room: Room
    colour: str
    radius: float = 0
    stroke: float = 0
    kind: Literal["panel"] = "panel"


@dataclass(frozen=True, slots=True)
class Shape:
    """Filled polygons, evenodd: an inner one is a hole."""

    polygons: tuple[Polygon, ...]
    colour: str = BLACK
    kind: Literal["shape"] = "shape"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text: its start on the baseline, `size` an em, `width` as measured."""

    left: float
    baseline: float
    text: str
    size: float
    width: float
    weight: int = 400
    stretch: float = 100
    colour: str = BLACK
    kind: Literal["line"] = "line"


@dataclass(frozen=True, slots=True)
class Picture:
    """An image file, which has the room's proportions."""

    room: Room
    file: str
    kind: Literal["picture"] = "picture"


Mark = Panel | Shape | Line | Picture


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page. `turned` marks are drawn upside down (180 degrees about the middle); `scale` makes A3 of A4."""

    name: str
    width: float
    height: float
    marks: list[Mark]
    turned: list[Mark] = field(default_factory=list)
    scale: float = 1


def placed(polygons: tuple[Polygon, ...], room: Room) -> tuple[Polygon, ...]:
    """Polygons of a 100 x 100 square, in a room."""
    wide, high = room.width / 100, room.height / 100
    return tuple(
        tuple((round(room.left + x * wide, 3), round(room.top + y * high, 3)) for x, y in polygon)
        for polygon in polygons
    )
