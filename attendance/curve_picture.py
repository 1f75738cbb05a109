"""The arrivals curve as shapes for the page: bars for each five minutes, a line of all who had come."""

from collections.abc import Sequence
from dataclasses import dataclass

from attendance.day import Step

WIDTH, HEIGHT = 1000, 200
_GAP = 0.15
# With a handful of steps a bar would be as wide as a wall.
_FEWEST = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle in units of the picture."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """Bars by the scale of the peak; `line` is the `points` of a polyline by the scale of the total."""

    bars: tuple[Bar, ...]
    line: str
    width: int = WIDTH
    height: int = HEIGHT


def picture(curve: Sequence[Step]) -> Picture:
    """Shapes for a curve of at least one step."""
    slot = WIDTH / max(len(curve), _FEWEST)
    peak = max(step.arrivals for step in curve)
    bars = tuple(_bar(index * slot, slot, step.arrivals / peak) for index, step in enumerate(curve))
    ends = [(index * slot + slot, HEIGHT - HEIGHT * step.total / curve[-1].total) for index, step in enumerate(curve)]
    points = [(0.0, HEIGHT - HEIGHT * (curve[0].total - curve[0].arrivals) / curve[-1].total), *ends]
    return Picture(bars, " ".join(f"{x:.1f},{y:.1f}" for x, y in points))


def _bar(x: float, slot: float, share: float) -> Bar:
    height = HEIGHT * share
    return Bar(round(x + slot * _GAP / 2, 1), round(HEIGHT - height, 1), round(slot * (1 - _GAP), 1), round(height, 1))
