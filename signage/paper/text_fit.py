"""Set a text as large as a room allows: wrapped, narrower where that pays, and never cut. Pure."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from signage.paper.marks import BLACK, Line, Room
from signage.paper.typefaces import ASCENT, CAP_HEIGHT, DESCENT, width

Side = Literal["left", "middle", "right"]

LEADING = 1.16  # baseline to baseline, in ems
# What a narrower face costs, as a share of the size it wins.
_WORTH = {100.0: 1.0, 87.5: 0.94, 75.0: 0.87}
_SMALLEST = 0.2  # mm an em; a text that needs less than this is no text
_CLOSE_ENOUGH = 0.005
# Widths to try for lines of one length, percent of the room.
_NARROWEST, _STEP = 30, 2
# A line ends after a space. A word is made smaller rather than broken, unless it is longer than any word of the
# five languages: then a line may end after its hyphens, and at last anywhere.
_WORDS = re.compile(r"\S+\s*")
_PARTS = re.compile(r"[^-]*-+\s*|[^-]+")
_LONGEST_WORD = 24


@dataclass(frozen=True, slots=True)
class Style:
    """A weight, and the largest height of a capital letter, mm."""

    weight: int
    largest_cap: float
    lines: int = 99
    colour: str = BLACK


@dataclass(frozen=True, slots=True)
class Block:
    """Lines in their face; `size` is mm an em. The height is from the first line's capitals to the last's tails."""

    lines: tuple[str, ...]
    style: Style
    size: float
    stretch: float

    @property
    def cap(self) -> float:
        """The height of a capital letter, mm."""
        return self.size * CAP_HEIGHT

    @property
    def height(self) -> float:
        """Mm that the block takes, marks above letters and tails below them included."""
        return self.size * _height(len(self.lines)) if self.lines else 0

    @property
    def width(self) -> float:
        """Mm of the longest line."""
        return max((self.size * width(line, self.style.weight, self.stretch) for line in self.lines), default=0)

    def marks(self, room: Room, side: Side = "left") -> Iterator[Line]:
        """The lines from the top of a room on, ranged to one of its sides."""
        for number, line in enumerate(self.lines):
            wide = self.size * width(line, self.style.weight, self.stretch)
            left = room.left + {"left": 0.0, "middle": (room.width - wide) / 2, "right": room.width - wide}[side]
            baseline = room.top + self.size * (ASCENT + number * LEADING)
            yield Line(left, baseline, line, self.size, wide, self.style.weight, self.stretch, colour=self.style.colour)


def fit(text: str, style: Style, wide: float, high: float) -> Block:
    """The text as large as `wide` x `high` mm and the style allow. Nothing is left out of a text of any length."""
    if not text:
        return Block((), style, style.largest_cap / CAP_HEIGHT, 100)
    largest = style.largest_cap / CAP_HEIGHT
    at_ease = _set(text, style, 100, largest, wide, high)
    if at_ease:
        return at_ease
    found = [_largest(text, style, stretch, wide, high) for stretch in _WORTH]
    return max(found, key=lambda block: block.size * _WORTH[block.stretch])


def balanced(text: str, style: Style, wide: float, high: float) -> Block:
    """As `fit`, in as many lines, but of about one length: no word is left alone."""
    block = fit(text, style, wide, high)
    narrower = [
        _set(text, style, block.stretch, block.size, wide * share / 100, high)
        for share in range(_NARROWEST, 100, _STEP)
    ]
    return next((other for other in narrower if other and len(other.lines) == len(block.lines)), block)


def _largest(text: str, style: Style, stretch: float, wide: float, high: float) -> Block:
    """Halve the doubt about the size until it is small."""
    fits, too_large = _SMALLEST, style.largest_cap / CAP_HEIGHT
    best = _set(text, style, stretch, too_large, wide, high)
    if best:
        return best
    while too_large - fits > _CLOSE_ENOUGH * too_large:
        size = (fits + too_large) / 2
        block = _set(text, style, stretch, size, wide, high)
        if block:
            best, fits = block, size
        else:
            too_large = size
    return best or Block(_wrapped(text, style.weight, stretch, wide / _SMALLEST), style, _SMALLEST, stretch)


def _set(text: str, style: Style, stretch: float, size: float, wide: float, high: float) -> Block | None:
    lines = _wrapped(text, style.weight, stretch, wide / size)
    whole = all(width(line, style.weight, stretch) * size <= wide for line in lines)
    if not whole or len(lines) > style.lines or _height(len(lines)) * size > high:
        return None
    return Block(lines, style, size, stretch)


def _height(lines: int) -> float:
    return ASCENT + (lines - 1) * LEADING + DESCENT


def _wrapped(text: str, weight: int, stretch: float, ems: float) -> tuple[str, ...]:
    """Lines of whole words, as many as are needed; one that is too long by itself stays as it is."""
    lines = [""]
    for word in _pieces(text, weight, stretch, ems):
        if lines[-1] and width((lines[-1] + word).rstrip(), weight, stretch) > ems:
            lines.append("")
        lines[-1] += word
    return tuple(line.strip() for line in lines)


def _pieces(text: str, weight: int, stretch: float, ems: float) -> Iterator[str]:
    for word in _WORDS.findall(text):
        if len(word) <= _LONGEST_WORD:
            yield word
            continue
        for part in _PARTS.findall(word):
            yield from [part] if len(part) <= _LONGEST_WORD else _broken(part, weight, stretch, ems)


def _broken(word: str, weight: int, stretch: float, ems: float) -> Iterator[str]:
    piece = ""
    for letter in word:
        if piece and width(piece + letter, weight, stretch) > ems:
            yield piece
            piece = ""
        piece += letter
    yield piece
