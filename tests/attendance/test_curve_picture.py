"""The arrivals curve as shapes."""

from hypothesis import given
from hypothesis import strategies as st

from attendance.curve_picture import HEIGHT, WIDTH, picture
from attendance.day import STEP_MS, Step


def curve(*arrivals: int, before: int = 0) -> list[Step]:
    return [Step(index * STEP_MS, count, before + sum(arrivals[: index + 1])) for index, count in enumerate(arrivals)]


def test_the_highest_bar_is_the_peak_and_stands_on_the_ground() -> None:
    half, peak, none = picture(curve(2, 4, 0)).bars
    assert (peak.y, peak.height) == (0, HEIGHT)
    assert (half.y, half.height) == (HEIGHT / 2, HEIGHT / 2)
    assert (none.y, none.height) == (HEIGHT, 0)


def test_the_line_begins_with_those_who_came_before_and_ends_with_all() -> None:
    points = picture(curve(*[1] * 20, before=20)).line.split()
    assert points[0] == f"0.0,{HEIGHT / 2}"
    assert points[-1] == f"{WIDTH}.0,0.0"


def test_a_few_steps_do_not_make_walls_of_bars() -> None:
    assert picture(curve(1)).bars[0].width < WIDTH / 12


@given(st.lists(st.integers(0, 50), min_size=1, max_size=432).map(lambda counts: [*counts, 1]))
def test_everything_stays_inside_the_picture(arrivals: list[int]) -> None:
    shapes = picture(curve(*arrivals))
    assert all(0 <= bar.x <= bar.x + bar.width <= WIDTH + 0.1 for bar in shapes.bars)
    assert all(0 <= bar.y <= HEIGHT and bar.height <= HEIGHT for bar in shapes.bars)
    points = [point.split(",") for point in shapes.line.split()]
    assert all(0 <= float(x) <= WIDTH + 0.1 and 0 <= float(y) <= HEIGHT for x, y in points)
