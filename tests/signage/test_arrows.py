"""Every arrow has one drawing, and points where it says."""

import re

import pytest

from signage.arrows import BETWEEN_FLOORS, DIRECTIONS, Arrow, Polygon, drawing, opposite, svg_path

STEPS = {
    Arrow.UP: (0, -1), Arrow.UP_RIGHT: (1, -1), Arrow.RIGHT: (1, 0), Arrow.DOWN_RIGHT: (1, 1),
    Arrow.DOWN: (0, 1), Arrow.DOWN_LEFT: (-1, 1), Arrow.LEFT: (-1, 0), Arrow.UP_LEFT: (-1, -1),
}  # fmt: skip


def area(polygon: Polygon) -> float:
    """The area of a polygon; above zero when it runs clockwise on a screen."""
    return sum(x * v - u * y for (x, y), (u, v) in zip(polygon, polygon[1:] + polygon[:1], strict=True)) / 2


def covered(arrow: Arrow, x: float, y: float) -> bool:
    """Is there ink at this place, by the rule of even and odd?"""
    return any(_inside(polygon, x, y) for polygon in drawing(arrow))


def _inside(polygon: Polygon, x: float, y: float) -> bool:
    crossings = 0
    for (ax, ay), (bx, by) in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        if (ay > y) != (by > y) and x < ax + (y - ay) / (by - ay) * (bx - ax):
            crossings += 1
    return crossings % 2 == 1


@pytest.mark.parametrize("arrow", list(Arrow))
def test_every_drawing_lies_in_its_square(arrow: Arrow) -> None:
    points = [point for polygon in drawing(arrow) for point in polygon]
    assert all(0 <= value <= 100 for point in points for value in point)
    assert all(abs(area(polygon)) > 10 for polygon in drawing(arrow))
    xs, ys = zip(*points, strict=True)
    assert max(max(xs) - min(xs), max(ys) - min(ys)) >= 80, "as large as its square allows"


@pytest.mark.parametrize("arrow", DIRECTIONS)
def test_the_tip_lies_where_the_arrow_points(arrow: Arrow) -> None:
    (polygon,) = drawing(arrow)
    dx, dy = STEPS[arrow]
    ahead = max(polygon, key=lambda point: (point[0] - 50) * dx + (point[1] - 50) * dy)
    assert ahead == polygon[0], "the tip is drawn first"
    assert all((value - 50) * step >= 30 for value, step in zip(ahead, (dx, dy), strict=True) if step)
    assert all(value == 50 for value, step in zip(ahead, (dx, dy), strict=True) if not step)


def test_no_two_arrows_look_alike() -> None:
    assert len({svg_path(arrow) for arrow in Arrow}) == len(Arrow)


def test_the_way_back_is_back_again_the_way_there() -> None:
    for arrow in Arrow:
        assert opposite(opposite(arrow)) == arrow
    assert opposite(Arrow.UP_RIGHT) == Arrow.DOWN_LEFT
    assert opposite(Arrow.STAIRS_UP) == Arrow.STAIRS_DOWN
    assert opposite(Arrow.DOOR) == Arrow.DOOR


def test_stairs_up_rise_to_the_right_and_stairs_down_fall_to_it() -> None:
    assert covered(Arrow.STAIRS_UP, 80, 40)
    assert not covered(Arrow.STAIRS_UP, 15, 70)
    assert covered(Arrow.STAIRS_DOWN, 20, 40)
    assert not covered(Arrow.STAIRS_DOWN, 85, 70)
    assert {Arrow.STAIRS_UP, Arrow.STAIRS_DOWN, Arrow.LIFT} == BETWEEN_FLOORS


def test_the_pin_has_a_hole_for_whoever_fills_it() -> None:
    (pin,) = drawing(Arrow.HERE)
    assert not covered(Arrow.HERE, 50, 37)
    assert covered(Arrow.HERE, 28, 37)
    assert covered(Arrow.HERE, 50, 80)
    assert area(pin) > 0


@pytest.mark.parametrize("arrow", list(Arrow))
def test_the_path_for_svg_is_the_same_drawing(arrow: Arrow) -> None:
    path = svg_path(arrow)
    assert path.count("M") == path.count("Z") == len(drawing(arrow))
    numbers = [float(number) for number in re.findall(r"-?\d+\.?\d*", path)]
    assert numbers == pytest.approx([value for polygon in drawing(arrow) for point in polygon for value in point])
