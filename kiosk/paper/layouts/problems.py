"""What would go wrong with a layout on a paper, seen on a badge itself: told while it is made, never at the printer."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from kiosk.paper.layouts.composing import Composition
from kiosk.paper.layouts.layout import Kind
from kiosk.paper.layouts.pieces import Dots, Words
from kiosk.qr_codes import MODULES

# Modules that cheap scanners still read, and the white that they want around the code.
SMALLEST_MODULE_MM = 0.33
QUIET_MODULES = 2


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an element, or between it and another: overlap, qr_small, qr_crowded, outside, shortened."""

    code: str
    kind: Kind
    other: Kind | None = None


def problems(composition: Composition) -> list[Problem]:
    """What is wrong with this badge, the worst first."""
    return [*_overlaps(composition), *_outside(composition), *_of_the_qr(composition), *_shortened(composition)]


def _overlaps(composition: Composition) -> Iterator[Problem]:
    for one, other in combinations(composition.pieces, 2):
        if one.ink.overlaps(other.ink):
            yield Problem("overlap", one.kind, other.kind)


def _outside(composition: Composition) -> Iterator[Problem]:
    inside = composition.inside
    for piece in composition.pieces:
        if piece.ink.with_(inside) != inside:
            yield Problem("outside", piece.kind)


def _of_the_qr(composition: Composition) -> Iterator[Problem]:
    code = next((piece for piece in composition.pieces if piece.kind == "qr"), None)
    if not isinstance(code, Dots):
        return
    module = code.dots.width // MODULES
    if module < composition.surface.dots(SMALLEST_MODULE_MM):
        yield Problem("qr_small", "qr")
    wanted = code.ink.grown(QUIET_MODULES * module)
    for piece in composition.pieces:
        if piece is not code and piece.ink.overlaps(wanted) and not piece.ink.overlaps(code.ink):
            yield Problem("qr_crowded", "qr", piece.kind)


def _shortened(composition: Composition) -> Iterator[Problem]:
    for piece in composition.pieces:
        if isinstance(piece, Words) and piece.block.shortened:
            yield Problem("shortened", piece.kind)
