"""The sign of one point of the route: one arrow, one noun. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from signage.arrows import DIRECTIONS, Arrow, drawing
from signage.paper.foot import Imprint, foot
from signage.paper.marks import Mark, Room, Shape, Sheet, placed
from signage.paper.papers import PADDING, Orientation, split
from signage.paper.text_fit import Block, Side, Style, balanced, fit

NOUN = Style(700, 40, lines=3)
OTHER = Style(500, 16, lines=2)
TEXT = Style(400, 9)
BETWEEN = 5
# How much of the panel the words may take beneath the arrow: with each block a little more; and the arrow beside them.
WORDS_BENEATH = 0.36
MORE_EACH = 0.05
ARROW_BESIDE = 0.4
_RIGHTWARDS = frozenset({Arrow.UP_RIGHT, Arrow.RIGHT, Arrow.DOWN_RIGHT})


@dataclass(frozen=True, slots=True)
class WaySign:
    """`nouns`: where to, in each language, the main one first; `text`: the organiser's own words at this point."""

    name: str
    arrow: Arrow
    nouns: Sequence[str]
    text: str = ""


def way_sheet(sign: WaySign, imprint: Imprint) -> Sheet:
    """The sign on its paper."""
    page = imprint.paper.page()
    panel, strip = split(page)
    inside = panel.less(PADDING)
    lay = _beneath if imprint.paper.orientation == Orientation.PORTRAIT else _beside
    marks = [*imprint.paper.panel(panel), *lay(sign, inside), *foot(imprint, strip)]
    wide, high = imprint.paper.orientation.size
    return Sheet(sign.name, wide, high, marks, scale=imprint.paper.format.scale)


def _beneath(sign: WaySign, room: Room) -> Iterator[Mark]:
    share = WORDS_BENEATH + MORE_EACH * (len(sign.nouns) + bool(sign.text))
    words = blocks(sign.nouns, sign.text, room.width, room.height * share)
    high = height(words)
    side = min(room.width, room.height - high - 2 * BETWEEN)
    spare = room.height - high - side
    at = {"left": room.left, "middle": room.left + (room.width - side) / 2, "right": room.right - side}[_side(sign)]
    yield Shape(placed(drawing(sign.arrow), Room(at, room.top + spare / 3, side, side)))
    yield from stacked(words, Room(room.left, room.bottom - high, room.width, high), _side(sign))


def _beside(sign: WaySign, room: Room) -> Iterator[Mark]:
    side = min(room.height, room.width * ARROW_BESIDE)
    rightwards = sign.arrow in _RIGHTWARDS
    words_wide = room.width - side - 2 * BETWEEN
    left = room.right - side if rightwards else room.left
    yield Shape(placed(drawing(sign.arrow), Room(left, room.top + (room.height - side) / 2, side, side)))
    words = blocks(sign.nouns, sign.text, words_wide, room.height)
    high = height(words)
    words_left = room.left if rightwards else room.right - words_wide
    beside = Room(words_left, room.top + (room.height - high) / 2, words_wide, high)
    yield from stacked(words, beside, "right" if rightwards else "left")


def _side(sign: WaySign) -> Side:
    """Words stand where the arrow points; those of what is no direction, and of straight on, in the middle."""
    if sign.arrow not in DIRECTIONS or sign.arrow in {Arrow.UP, Arrow.DOWN}:
        return "middle"
    return "right" if sign.arrow in _RIGHTWARDS else "left"


def blocks(nouns: Sequence[str], text: str, wide: float, high: float) -> list[Block]:
    """The main noun as large as can be, the others beneath it, then the organiser's words."""
    parts = [1.0, *(0.42 for _ in nouns[1:]), *([0.6] if text else [])]
    unit = (high - BETWEEN * (len(parts) - 1)) / sum(parts)
    noun = fit(nouns[0], NOUN, wide, unit)
    smaller = Style(OTHER.weight, min(OTHER.largest_cap, noun.cap * 0.62), OTHER.lines)
    found = [noun, *(fit(other, smaller, wide, unit * 0.42) for other in nouns[1:])]
    if text:
        least = Style(TEXT.weight, min(TEXT.largest_cap, noun.cap * 0.5))
        found.append(balanced(text, least, wide, unit * 0.6))
    return found


def height(words: Sequence[Block]) -> float:
    """Mm that the blocks take above one another."""
    return sum(block.height for block in words) + BETWEEN * (len(words) - 1)


def stacked(words: Sequence[Block], room: Room, side: Side) -> Iterator[Mark]:
    """The blocks from the top of the room on."""
    top = room.top
    for block in words:
        yield from block.marks(Room(room.left, top, room.width, block.height), side)
        top += block.height + BETWEEN
