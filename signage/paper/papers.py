"""Formats, and the frame that all signs share: a panel that carries the message, a white strip beneath it."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from signage.paper.marks import BLACK, YELLOW, Mark, Panel, Room


class Format(StrEnum):
    """Sizes of paper."""

    A4 = "A4"
    A3 = "A3"

    @property
    def scale(self) -> float:
        """Signs are laid out on A4; A3 is the same drawing, larger."""
        return 420 / 297 if self == Format.A3 else 1


class Orientation(StrEnum):
    """How the paper hangs."""

    PORTRAIT = "portrait"
    LANDSCAPE = "landscape"

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of A4, mm."""
        return (210, 297) if self == Orientation.PORTRAIT else (297, 210)


class Colour(StrEnum):
    """Black on yellow as at airports, or little ink for an office printer."""

    YELLOW = "yellow"
    WHITE = "white"


# No office printer prints up to the edge.
MARGIN = 8
PADDING = 11
STRIP = 27  # at the foot
GAP = 5


@dataclass(frozen=True, slots=True)
class Paper:
    """How the sheets are to be."""

    format: Format = Format.A4
    orientation: Orientation = Orientation.PORTRAIT
    colour: Colour = Colour.YELLOW

    def page(self) -> Room:
        """The sheet without its margins."""
        wide, high = self.orientation.size
        return Room(0, 0, wide, high).less(MARGIN)

    def panel(self, room: Room) -> Iterator[Mark]:
        """The ground of a message. White paper has a thick frame instead, so that it is a sign from afar too."""
        if self.colour == Colour.YELLOW:
            yield Panel(room, YELLOW, radius=4)
        else:
            yield Panel(room, BLACK, radius=4, stroke=3)


def split(page: Room, strip: float = STRIP) -> tuple[Room, Room]:
    """The panel above and the strip at the foot."""
    panel = Room(page.left, page.top, page.width, page.height - strip - GAP)
    return panel, Room(page.left, panel.bottom + GAP, page.width, strip)
