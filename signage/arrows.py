"""Arrows: their meaning, their opposite, and their one drawing for screens and paper. Pure.

A drawing is a list of polygons in a square of 100 x 100, y downwards, filled. One drawing for all means that the
paper sign and the screen beside it look the same.
"""

from enum import StrEnum
from math import cos, radians, sin

Polygon = tuple[tuple[float, float], ...]


class Arrow(StrEnum):
    """Where to go from here. `here`: this is the place."""

    UP = "up"
    UP_RIGHT = "up_right"
    RIGHT = "right"
    DOWN_RIGHT = "down_right"
    DOWN = "down"
    DOWN_LEFT = "down_left"
    LEFT = "left"
    UP_LEFT = "up_left"
    STAIRS_UP = "stairs_up"
    STAIRS_DOWN = "stairs_down"
    LIFT = "lift"
    DOOR = "door"
    HERE = "here"


DIRECTIONS = (
    Arrow.UP,
    Arrow.UP_RIGHT,
    Arrow.RIGHT,
    Arrow.DOWN_RIGHT,
    Arrow.DOWN,
    Arrow.DOWN_LEFT,
    Arrow.LEFT,
    Arrow.UP_LEFT,
)
BETWEEN_FLOORS = frozenset({Arrow.STAIRS_UP, Arrow.STAIRS_DOWN, Arrow.LIFT})

# Pointing up: a head of two broad strokes and a shaft, heavy enough for 15 metres.
_UP: tuple[Polygon, ...] = (((50, 6), (90, 46), (79, 57), (58, 36), (58, 94), (42, 94), (42, 36), (21, 57), (10, 46)),)
_STEPS: Polygon = ((8, 94), (8, 78), (29, 78), (29, 62), (50, 62), (50, 46), (71, 46), (71, 30), (92, 30), (92, 94))
_LIFT: tuple[Polygon, ...] = (
    ((10, 6), (90, 6), (90, 94), (10, 94), (10, 84), (80, 84), (80, 16), (20, 16), (20, 84), (10, 84)),
    ((50, 22), (66, 42), (34, 42)),
    ((50, 78), (66, 58), (34, 58)),
)
_DOOR: tuple[Polygon, ...] = (
    ((40, 6), (92, 6), (92, 94), (40, 94), (40, 84), (82, 84), (82, 16), (40, 16)),
    ((46, 30), (66, 50), (46, 70), (38, 62), (44, 56), (6, 56), (6, 44), (44, 44), (38, 38)),
)


def _round(x: float, y: float, radius: float, start: int, end: int) -> Polygon:
    """Points of an arc, degrees clockwise from the right."""
    at = (radians(degrees) for degrees in range(start, end + 1, 9))
    return tuple((round(x + radius * cos(a), 2), round(y + radius * sin(a), 2)) for a in at)


# One polygon with a seam to its hole: filled the same by whoever draws it, whatever its rule of filling.
_PIN: tuple[Polygon, ...] = (
    (
        (50, 96),
        *_round(50, 37, 32, 144, 270),
        *reversed(_round(50, 37, 13, -90, 270)),
        *_round(50, 37, 32, 270, 396),
    ),
)


def opposite(arrow: Arrow) -> Arrow:
    """The way back."""
    if arrow in DIRECTIONS:
        return DIRECTIONS[(DIRECTIONS.index(arrow) + 4) % 8]
    return {Arrow.STAIRS_UP: Arrow.STAIRS_DOWN, Arrow.STAIRS_DOWN: Arrow.STAIRS_UP}.get(arrow, arrow)


def drawing(arrow: Arrow) -> tuple[Polygon, ...]:
    """The polygons of an arrow."""
    if arrow in DIRECTIONS:
        steps = DIRECTIONS.index(arrow)
        turned = _turned(_UP[0], 45 * steps)
        return (_widened(turned) if steps % 2 else turned,)
    if arrow in {Arrow.STAIRS_UP, Arrow.STAIRS_DOWN}:
        return _stairs(arrow)
    return {Arrow.LIFT: _LIFT, Arrow.DOOR: _DOOR, Arrow.HERE: _PIN}[arrow]


def _stairs(arrow: Arrow) -> tuple[Polygon, ...]:
    """Steps, and a small arrow above them that goes the way one goes."""
    if arrow == Arrow.STAIRS_UP:
        return (_STEPS, _small(45, 1))
    return (_mirrored(_STEPS), _small(135, 49))


def _small(degrees: int, left: float) -> Polygon:
    return tuple((round(x / 2 + left, 2), round(y / 2, 2)) for x, y in _turned(_UP[0], degrees))


def _mirrored(polygon: Polygon) -> Polygon:
    return tuple((100 - x, y) for x, y in polygon)


def _turned(polygon: Polygon, degrees: int) -> Polygon:
    s, c = sin(radians(degrees)), cos(radians(degrees))
    centred = [(x - 50, y - 50) for x, y in polygon]
    return tuple((round(50 + x * c - y * s, 2), round(50 + x * s + y * c, 2)) for x, y in centred)


def _widened(polygon: Polygon) -> Polygon:
    """An aslant arrow takes less of its square: larger and in the middle it looks of one size with the others."""
    xs, ys = zip(*polygon, strict=True)
    x0, y0 = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    return tuple((round(50 + 1.18 * (x - x0), 2), round(50 + 1.18 * (y - y0), 2)) for x, y in polygon)


def svg_path(arrow: Arrow) -> str:
    """An arrow as the `d` of an SVG path in a viewBox of 0 0 100 100."""
    return "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in polygon) + "Z" for polygon in drawing(arrow))
