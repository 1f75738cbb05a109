"""What will make somebody ask the way is found before they do."""

from typing import Any

from signage import route_words
from signage.arrows import Arrow
from signage.concerns import FARTHEST_M, concerns
from signage.models import RoutePoint
from signage.route import Means

KEYS = {
    "desk_sign_missing", "fork_without_sign", "gap", "way_ends_early", "floors_without_stairs", "same_arrow_twice",
    "way_out_by_lift", "way_out_unsaid", "entrance_without_points", "entrance_begins_later",
}  # fmt: skip


def way(*points: dict[str, Any], desk: bool = True) -> list[RoutePoint]:
    """Points that are nowhere kept, numbered from 1; the desk's sign is the last."""
    last = {"place": "Стол", "arrow": Arrow.HERE, "is_desk": True, "exit_arrow": Arrow.DOWN}
    told = [*points, last] if desk else list(points)
    return [
        RoutePoint(**{"id": n, "place": f"Точка {n}", "arrow": Arrow.UP, "means": Means.PAPER, **one})
        for n, one in enumerate(told, start=1)
    ]


def found(*points: dict[str, Any], doors: tuple[str, ...] = ()) -> list[tuple[str, int | None]]:
    return [(one.code, one.point) for one in concerns(way(*points), doors)]


def test_a_good_way_raises_no_concern() -> None:
    assert found({"arrow": Arrow.RIGHT}, {"floor": "1", "arrow": Arrow.STAIRS_UP}, {"floor": "2", "metres": 20}) == []


def test_a_way_without_the_desks_sign_is_told() -> None:
    assert [one.code for one in concerns(way({}, desk=False), ())] == ["desk_sign_missing"]


def test_a_fork_needs_a_sign() -> None:
    assert found({"fork": True, "means": Means.NOTHING}) == [("fork_without_sign", 1)]
    assert found({"fork": True, "means": Means.PERSON}) == []


def test_a_long_stretch_without_a_sign_is_a_gap() -> None:
    assert found({"metres": FARTHEST_M + 1}) == [("gap", 1)]
    assert found({"metres": FARTHEST_M}) == []


def test_another_floor_needs_stairs_or_a_lift() -> None:
    assert found({"floor": "1"}, {"floor": "2"}) == [("floors_without_stairs", 1)]
    assert found({"floor": "1"}, {"floor": ""}) == []


def test_the_same_arrow_twice_is_doubted_unless_it_leads_straight_on() -> None:
    assert found({"arrow": Arrow.LEFT}, {"arrow": Arrow.LEFT}) == [("same_arrow_twice", 2)]
    assert found({}, {}) == []


def test_here_in_the_middle_ends_the_way_early() -> None:
    assert found({"arrow": Arrow.HERE, "exit_arrow": Arrow.DOWN}) == [("way_ends_early", 1)]


def beyond(*points: dict[str, Any], **desk: Any) -> list[tuple[str, int | None]]:
    """The concerns of points behind the desk, which is the first here."""
    here = {"place": "Стол", "arrow": Arrow.HERE, "is_desk": True, "exit_arrow": Arrow.DOWN, **desk}
    return [(one.code, one.point) for one in concerns(way(here, *points, desk=False), ())]


def test_the_way_from_the_desk_to_the_hall_ends_at_the_hall() -> None:
    door = {"arrow": Arrow.HERE, "exit_arrow": Arrow.DOWN, "metres": FARTHEST_M + 1}
    assert beyond({"arrow": Arrow.LEFT, "fork": True}, door) == []
    assert beyond(door, {"arrow": Arrow.UP}) == [("gap", 2), ("way_ends_early", 2)]
    assert beyond({"fork": True, "means": Means.NOTHING}) == [("fork_without_sign", 2)]


def test_at_the_desk_the_arrow_to_the_hall_leads_to_the_next_point() -> None:
    upstairs = {"floor": "2"}
    assert beyond(upstairs, floor="1", hall_arrow=Arrow.LEFT) == [("floors_without_stairs", 1)]
    assert beyond(upstairs, floor="1", hall_arrow=Arrow.STAIRS_UP) == []
    assert beyond(upstairs, floor="1") == [], "nobody has said where the hall is"
    assert beyond({"arrow": Arrow.LEFT}, hall_arrow=Arrow.LEFT) == [("same_arrow_twice", 2)]


def test_nobody_is_sent_out_by_lift_or_nowhere() -> None:
    assert found({"arrow": Arrow.LIFT}) == [("way_out_by_lift", 1)]
    assert found({"arrow": Arrow.LIFT, "exit_arrow": Arrow.STAIRS_DOWN}) == []
    assert found({}, {"arrow": Arrow.HERE}) == [("way_ends_early", 2), ("way_out_unsaid", 2)]
    unsaid = way({})
    unsaid[-1].exit_arrow = ""
    assert [one.code for one in concerns(unsaid, ())] == ["way_out_unsaid"]
    assert concerns(unsaid[-1:], ()) == [], "nothing is drawn yet"


def test_a_second_entrance_needs_points_of_its_own() -> None:
    street = {"entrance": "Улица"}
    assert found(street, {}, doors=("Улица", "Двор")) == [("entrance_without_points", None)]
    assert found(street, {"entrance": "Двор"}, {}, doors=("Улица", "Двор")) == []
    assert found({}, street, doors=("Улица",)) == [("entrance_begins_later", None)]


def test_ways_by_two_doors_are_looked_at_one_by_one() -> None:
    left = {"arrow": Arrow.LEFT}
    apart = ({"entrance": "Улица", **left}, {"entrance": "Двор", **left}, {"arrow": Arrow.RIGHT})
    assert found(*apart, doors=("Улица", "Двор")) == []
    both = ({"entrance": "Улица", **left}, {"entrance": "Двор", **left}, left)
    assert found(*both, doors=("Улица", "Двор")) == [("same_arrow_twice", 3), ("same_arrow_twice", 3)]


def test_concerns_come_in_the_order_of_the_way() -> None:
    assert [point for _code, point in found({"metres": 99}, {"arrow": Arrow.LIFT}, {"metres": 99})] == [1, 2, 3]


def test_every_concern_has_its_words() -> None:
    assert set(route_words.CONCERNS) == KEYS
    assert set(route_words.ARROWS) == set(Arrow)
    assert set(route_words.MEANS) == set(Means)
