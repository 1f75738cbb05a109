"""Make a text fit a place of fixed size: smaller, narrower, broken, and cut only when nothing else helps."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations, pairwise
from math import ceil

from PIL import Image

from kiosk.paper.typefaces import Face

_LEADING = 1.06  # baseline to baseline, in ems: as tight as Й under a descender allows
_DESCENT = 0.16  # ems kept free under a baseline even where no letter hangs below it
_MEASURE = 100  # pixels an em at which candidates are compared
_LONGEST = 160  # characters; nothing longer can be legible on a badge
_MOST_WORDS = 24

# What a narrower face and one more line cost, as a share of the size they win: a text is first made
# smaller, then narrower, and broken only when that makes the letters clearly larger. More than two lines have to win
# more still: the eye takes them for a list.
_WORTH_OF_WIDTH = {100.0: 1.0, 75.0: 0.88, 62.5: 0.8}
_WORTH_OF_A_BREAK = 0.88
_WORTH_OF_ONE_MORE = 0.9


@dataclass(frozen=True)
class Style:
    """How a text may be set: weight, the largest and the smallest legible size in pixels an em, lines."""

    weight: int
    largest: int
    legible: int
    lines: int = 1

    def scaled(self, factor: float) -> "Style":
        """Return the same style for a printer with `factor` times as many dots."""
        return Style(self.weight, round(self.largest * factor), round(self.legible * factor), self.lines)


@dataclass(frozen=True)
class Block:
    """Lines of text with their face; `ascent` and `descent` are pixels above and below the first baseline."""

    lines: tuple[str, ...]
    face: Face
    ascent: int
    descent: int
    width: int

    @property
    def height(self) -> int:
        """Pixels from the first line's ink to what hangs under the last."""
        return self.ascent + self.descent

    @property
    def shortened(self) -> bool:
        """Does it lack a part of the text?"""
        return self.lines[-1].endswith("…")

    @property
    def advance(self) -> int:
        """Pixels from one baseline to the next."""
        return round(self.face.size * _LEADING)

    def draw(self, picture: Image.Image, left: int, baseline: int, ink: int = 0) -> None:
        """Draw the lines with their ink starting at `left` and the first of them standing on `baseline`."""
        for number, line in enumerate(self.lines):
            self.face.draw(picture, left, baseline + number * self.advance, line, ink)

    def draw_centred(self, picture: Image.Image, middle: int, baseline: int, ink: int = 0) -> None:
        """Draw the lines with the middle of each at `middle`."""
        for number, line in enumerate(self.lines):
            left = middle - self.face.ink_width(line) // 2
            self.face.draw(picture, left, baseline + number * self.advance, line, ink)


@dataclass(frozen=True)
class _Setting:
    """One way to set a text, and the size it could have."""

    lines: tuple[str, ...]
    stretch: float
    size: int

    @property
    def worth(self) -> float:
        breaks = len(self.lines) - 1
        lost = _WORTH_OF_A_BREAK**breaks * _WORTH_OF_ONE_MORE ** max(0, breaks - 1)
        return self.size * _WORTH_OF_WIDTH[self.stretch] * lost


def clean(text: str) -> str:
    """Return the text in composed letters, on one line, without control characters."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(" " if not letter.isprintable() else letter for letter in composed).split())


@lru_cache(maxsize=256)
def fit(text: str, style: Style, width: int, height: int) -> Block:
    """Set `text` inside `width` x `height` pixels, as legibly as the style allows."""
    text = clean(text)[:_LONGEST]
    best = max(_settings(text, style, width, height), key=lambda setting: setting.worth, default=None)
    if best is None:
        return _cut(text, style, width, height)
    size = best.size
    block = _set(best.lines, Face(size, style.weight, best.stretch))
    while size > style.legible and (block.width > width or block.height > height):
        size -= 1
        block = _set(best.lines, Face(size, style.weight, best.stretch))
    return block


def _settings(text: str, style: Style, width: int, height: int) -> Iterator[_Setting]:
    for stretch in _WORTH_OF_WIDTH:
        face = Face(_MEASURE, style.weight, stretch)
        for count in range(1, style.lines + 1):
            lines = _broken(text, count, face)
            if lines:
                block = _set(lines, face)
                room = min(width / max(1, block.width), height / max(1, block.height))
                size = min(style.largest, int(room * _MEASURE))
                if size >= style.legible:
                    yield _Setting(lines, stretch, size)
                if size == style.largest:
                    return  # nothing narrower or more broken can be better


def _broken(text: str, count: int, face: Face) -> tuple[str, ...] | None:
    """Break the text after spaces and hyphens into exactly `count` lines, the longest as short as can be."""
    words = _words(text)
    if count == 1:
        return (text,)
    if not count <= len(words) <= _MOST_WORDS:
        return None
    ends = [face.ink_width("".join(words[:n])) for n in range(len(words) + 1)]
    cuts = min(
        ([0, *inner, len(words)] for inner in combinations(range(1, len(words)), count - 1)),
        key=lambda cuts: max(ends[b] - ends[a] for a, b in pairwise(cuts)),
    )
    return tuple("".join(words[a:b]).strip() for a, b in pairwise(cuts))


def _cut(text: str, style: Style, width: int, height: int) -> Block:
    """Set the text as narrow and small as may be, break inside words, and end what is left in an ellipsis."""
    face = Face(style.legible, style.weight, min(_WORTH_OF_WIDTH))
    lines: list[str] = []
    rest = text
    while rest and len(lines) < style.lines and (not lines or _set([*lines, rest], face).height <= height):
        line, rest = _first_line(rest, face, width, style.lines - len(lines))
        lines.append(line)
    if rest:
        lines[-1] = _with_ellipsis(lines[-1].rstrip("-"), face, width)
    return _set(lines, face)


def _first_line(text: str, face: Face, width: int, most: int) -> tuple[str, str]:
    """Split off as many whole words as fit; of a word that is too long by itself, as many letters.

    Where the word ends within `most` lines, its parts are about as long as each other.
    """
    words = _words(text)
    for count in range(len(words), 0, -1):
        line = "".join(words[:count]).strip()
        if face.ink_width(line) <= width:
            return line, "".join(words[count:])
    word = words[0].strip()
    letters = next(n for n in range(len(word), 0, -1) if n == 1 or face.ink_width(word[:n] + "-") <= width)
    parts = ceil(len(word) / letters)
    even = ceil(len(word) / parts)
    if parts <= most and all(face.ink_width(word[n : n + even]) <= width for n in range(even, len(word), even)):
        letters = even
    return text[:letters] + "-", text[letters:]


def _with_ellipsis(line: str, face: Face, width: int) -> str:
    while line and face.ink_width(line + "…") > width:
        line = line[:-1].rstrip()
    return line + "…"


def _set(lines: Sequence[str], face: Face) -> Block:
    boxes = [face.box(line) for line in lines]
    below = round(face.size * _LEADING) * (len(lines) - 1)
    descent = max(boxes[-1][3], round(face.size * _DESCENT)) + below
    return Block(tuple(lines), face, -boxes[0][1], descent, max(box[2] - box[0] for box in boxes))


# A text may be broken after spaces, and after a hyphen between two words, not one that stands in «1-й». A dot or a
# dash between words stays at the end of its line.
_WORD = re.compile(r".+?(?:(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2})|\s+(?:[·•|—–]\s+)*|$)")


def _words(text: str) -> list[str]:
    return _WORD.findall(text)
