"""What a badge is made of, each piece with the rectangle that its ink fills, and how it is drawn."""

from dataclasses import dataclass
from typing import Protocol

from PIL import Image, ImageChops

from kiosk.paper.badge_text import Block
from kiosk.paper.layouts.layout import Align, Kind, Stand
from kiosk.paper.layouts.surface import Room

# A dot is black from this share of coverage on: under a half, or the thin strokes of small letters break.
_BLACK_FROM = 0.42
_BLACK = [0 if 255 - level >= 255 * _BLACK_FROM else 255 for level in range(256)]


class Piece(Protocol):
    """Something on a badge."""

    @property
    def kind(self) -> Kind:
        """Which element it is of."""

    @property
    def ink(self) -> Room:
        """The rectangle that it fills."""

    def draw(self, picture: Image.Image) -> None:
        """Draw it on a picture of mode "1"."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text in its place. On a `plate` the letters are white on black, and the ink is the plate."""

    kind: Kind
    room: Room
    block: Block
    align: Align
    stand: Stand
    plate: Room | None = None

    @property
    def ink(self) -> Room:
        return self.plate or self.letters

    @property
    def letters(self) -> Room:
        """The rectangle around the letters."""
        left = self._left(self.block.width)
        top = self._top
        return Room(left, top, left + self.block.width, top + self.block.height)

    @property
    def _top(self) -> int:
        spare = self.room.height - self.block.height
        return self.room.top + {"top": 0, "middle": spare // 2, "bottom": spare}[self.stand]

    def _left(self, width: int) -> int:
        spare = self.room.width - width
        return self.room.left + {"left": 0, "centre": spare // 2, "right": spare}[self.align]

    def draw(self, picture: Image.Image) -> None:
        """Thin strokes are kept, white ones as well as black ones."""
        area = self.ink
        grey = Image.new("L", (area.width, area.height), 255)
        baseline = self._top + self.block.ascent - area.top
        for number, line in enumerate(self.block.lines):
            left = self._left(self.block.face.ink_width(line)) - area.left
            self.block.face.draw(grey, left, baseline + number * self.block.advance, line, 0)
        dots = grey.point(_BLACK, "1")
        picture.paste(ImageChops.invert(dots) if self.plate else dots, (area.left, area.top))


@dataclass(frozen=True, slots=True)
class Dots:
    """A picture of mode "1", dot for dot."""

    kind: Kind
    left: int
    top: int
    dots: Image.Image

    @property
    def ink(self) -> Room:
        return Room(self.left, self.top, self.left + self.dots.width, self.top + self.dots.height)

    def draw(self, picture: Image.Image) -> None:
        """As it is."""
        picture.paste(self.dots, (self.left, self.top))


@dataclass(frozen=True, slots=True)
class Bar:
    """A black rectangle: a rule, a band, a line to write on."""

    kind: Kind
    ink: Room

    def draw(self, picture: Image.Image) -> None:
        """All of it black."""
        picture.paste(0, (self.ink.left, self.ink.top, self.ink.right, self.ink.bottom))


def put(kind: Kind, picture: Image.Image, room: Room, align: Align, stand: Stand) -> Dots:
    """A picture in its room, as the layout wants it to stand there."""
    across, down = room.width - picture.width, room.height - picture.height
    left = room.left + {"left": 0, "centre": across // 2, "right": across}[align]
    top = room.top + {"top": 0, "middle": down // 2, "bottom": down}[stand]
    return Dots(kind, left, top, picture)
