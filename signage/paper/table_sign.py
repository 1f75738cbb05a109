"""The sign on the desk: a landscape sheet folded in the middle, to be read from both sides. Pure."""

from collections.abc import Iterator, Sequence

from signage.paper.foot import Imprint, foot
from signage.paper.marks import GREY, Mark, Panel, Room, Sheet
from signage.paper.papers import GAP, MARGIN, Orientation
from signage.paper.way_sign import blocks, height, stacked

STRIP = 14
BETWEEN_LANGUAGES = " · "
PADDING = 7
# Where to fold is marked at the edges alone, so that nothing crosses the face.
FOLD_MARK = 6
_HAIR = 0.3


def table_sheet(name: str, nouns: Sequence[str], imprint: Imprint) -> Sheet:
    """Both faces; the far one stands on its head before the folding."""
    wide, high = Orientation.LANDSCAPE.size
    face = [*_face(nouns, imprint, Room(MARGIN, high / 2 + MARGIN, wide - 2 * MARGIN, high / 2 - 2 * MARGIN))]
    folds = [
        Panel(Room(left, high / 2 - _HAIR / 2, FOLD_MARK, _HAIR), GREY) for left in (MARGIN, wide - MARGIN - FOLD_MARK)
    ]
    return Sheet(name, wide, high, [*face, *folds], turned=face, scale=imprint.paper.format.scale)


def _face(nouns: Sequence[str], imprint: Imprint, room: Room) -> Iterator[Mark]:
    panel = Room(room.left, room.top, room.width, room.height - STRIP - GAP)
    yield from imprint.paper.panel(panel)
    inside = panel.less(PADDING)
    # The face is low and wide: the other languages share a line.
    words = blocks([nouns[0], *filter(None, [BETWEEN_LANGUAGES.join(nouns[1:])])], "", inside.width, inside.height)
    high = height(words)
    centred = Room(inside.left, inside.top + (inside.height - high) / 2, inside.width, high)
    yield from stacked(words, centred, "middle")
    yield from foot(imprint, Room(room.left, panel.bottom + GAP, room.width, STRIP), with_way=False)
