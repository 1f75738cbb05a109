"""The badge as it is held: a sheet, perhaps turned, with its shape and its place inside the margins."""

from dataclasses import dataclass

from kiosk.paper.layouts.layout import Place, Shape
from kiosk.paper.papers import MM_PER_INCH, Sheet

# Width as a multiple of the height. What is narrower than a half is a label that is worn across.
_WORN_ACROSS = 0.5
_TALL = 0.85
_STRIP = 2.4


@dataclass(frozen=True, slots=True)
class Room:
    """A rectangle of dots; `right` and `bottom` are the first dots outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def width(self) -> int:
        return self.right - self.left

    @property
    def height(self) -> int:
        return self.bottom - self.top

    def with_(self, other: "Room") -> "Room":
        """The smallest rectangle that holds both."""
        left, top = min(self.left, other.left), min(self.top, other.top)
        return Room(left, top, max(self.right, other.right), max(self.bottom, other.bottom))

    def overlaps(self, other: "Room") -> bool:
        """Is there a dot in both?"""
        across = self.left < other.right and other.left < self.right
        return across and self.top < other.bottom and other.top < self.bottom

    def grown(self, by: int) -> "Room":
        """With so many dots more on each side."""
        return Room(self.left - by, self.top - by, self.right + by, self.bottom + by)


@dataclass(frozen=True, slots=True)
class Surface:
    """What a badge is drawn on: dots across and down as it is worn; `turned` ones leave the printer sideways."""

    width: int
    height: int
    dpi: int
    turned: bool

    @property
    def shape(self) -> Shape:
        """Which arrangement is for it."""
        proportion = self.width / self.height
        if proportion >= _STRIP:
            return "strip"
        return "wide" if proportion >= _TALL else "tall"

    def dots(self, mm: float) -> int:
        """Millimetres as dots, one at least."""
        return max(1, round(mm / MM_PER_INCH * self.dpi))

    def inside(self, margin: float) -> Room:
        """All but the margins, mm."""
        edge = self.dots(margin)
        return Room(edge, edge, self.width - edge, self.height - edge)

    def room(self, place: Place, margin: float) -> Room:
        """A layout's place in dots."""
        free = self.inside(margin)
        across = [free.left + round(free.width * share / 100) for share in (place.x, place.x + place.width)]
        down = [free.top + round(free.height * share / 100) for share in (place.y, place.y + place.height)]
        return Room(
            across[0],
            down[0],
            min(free.right, max(across[1], across[0] + 1)),
            min(free.bottom, max(down[1], down[0] + 1)),
        )


def surface(sheet: Sheet) -> Surface:
    """How a badge on this sheet is worn."""
    turned = sheet.width / sheet.height < _WORN_ACROSS
    width, height = (sheet.height, sheet.width) if turned else (sheet.width, sheet.height)
    return Surface(width, height, sheet.dpi, turned)
