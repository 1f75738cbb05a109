"""The verbs of the route: points in their order, the desk's sign at its end, signs ticked."""

import pytest

from hub.access import Role
from hub.errors import Refusal
from hub.models import AuditEntry, Device
from signage import route
from signage.arrows import Arrow
from signage.models import RoutePoint, Screen
from signage.route import Means
from tests.signage.way import OLGA, TIMUR, add, places

pytestmark = pytest.mark.usefixtures("database")


def desk() -> RoutePoint:
    found: RoutePoint = RoutePoint.get(RoutePoint.is_desk)
    return found


def test_a_new_seminar_has_the_desks_own_sign_once() -> None:
    route.begin("Стойка", OLGA)
    assert [(one.is_desk, one.arrow, one.means) for one in route.points()] == [(True, Arrow.HERE, Means.PAPER)]


def test_points_come_one_after_another_before_the_desk() -> None:
    for place in ("Дверь", "Лестница", "Коридор"):
        add(place)
    assert places() == ["Дверь", "Лестница", "Коридор", desk().place]
    assert [one.position for one in route.points()] == [1, 2, 3, 4]


def test_a_point_may_come_right_after_another() -> None:
    first, _last = add("Дверь"), add("Коридор")
    add("Лестница", after=first.id)
    assert places()[:3] == ["Дверь", "Лестница", "Коридор"]
    with pytest.raises(Refusal, match="point_unknown"):
        add("Нигде", after=999)


def test_an_entrances_points_stand_together_before_the_common_way() -> None:
    route.add_entrance("Двор", OLGA)
    add("Дверь", entrance="Улица")
    add("Лестница")
    add("Ворота", entrance="Двор")
    add("Холл", entrance="Улица")
    add("Арка", entrance="Двор")
    assert places()[:-1] == ["Дверь", "Холл", "Ворота", "Арка", "Лестница"]


def test_the_way_goes_on_from_the_desk_to_the_hall() -> None:
    route.add_entrance("Двор", OLGA)
    add("Ворота", entrance="Двор")
    corridor = add("Коридор", after=desk().id, entrance="Двор")
    door = add("Дверь зала", after=corridor.id)
    add("Лестница")
    assert places() == ["Ворота", "Лестница", desk().place, "Коридор", "Дверь зала"]
    assert corridor.entrance == "", "all go the same way from the desk"
    assert route.change(corridor.id, OLGA, entrance="Двор").entrance == ""
    assert [one.id for one in route.beyond_desk(route.points())] == [corridor.id, door.id]
    assert [route.is_beyond_desk(one) for one in (desk(), door, None)] == [False, True, False]


def test_points_stay_on_their_side_of_the_desk() -> None:
    before, corridor = add("Дверь"), add("Коридор", after=desk().id)
    hall = add("Дверь зала", after=corridor.id)
    for step in (1, -1):
        route.shift(before.id, step, OLGA)
        route.shift(corridor.id, -1, OLGA)
        route.shift(hall.id, 1, OLGA)
        assert places() == ["Дверь", desk().place, "Коридор", "Дверь зала"]
    route.shift(hall.id, -1, OLGA)
    assert places()[2:] == ["Дверь зала", "Коридор"]
    route.move(corridor.id, before.id, OLGA)
    route.move(before.id, hall.id, OLGA)
    assert places() == ["Дверь", desk().place, "Коридор", "Дверь зала"]


def test_a_form_sent_twice_adds_one_point() -> None:
    wish = "7d3f0b0a-2f0e-4c2f-9a52-0f7a6f1f1a11"
    assert add("Дверь", wish=wish).id == add("Дверь", wish=wish).id
    assert places()[:-1] == ["Дверь"]


@pytest.mark.parametrize("place", ["", "   "])
def test_a_point_needs_a_place(place: str) -> None:
    with pytest.raises(Refusal, match="place_required"):
        add(place)
    with pytest.raises(Refusal, match="place_required"):
        route.change(desk().id, OLGA, place=place)


def test_points_go_up_and_down_and_never_past_the_ends() -> None:
    first, second = add("Дверь"), add("Лестница")
    route.shift(first.id, -1, OLGA)
    assert places()[:2] == ["Дверь", "Лестница"]
    route.shift(second.id, -1, OLGA)
    assert places()[:2] == ["Лестница", "Дверь"]
    route.shift(second.id, 1, OLGA)
    assert places()[:2] == ["Дверь", "Лестница"]
    route.shift(second.id, 1, OLGA)
    assert places() == ["Дверь", "Лестница", desk().place], "the desk is the last"


def test_a_point_goes_before_another_or_to_the_end() -> None:
    first, second, third = add("Дверь"), add("Лестница"), add("Коридор")
    route.move(third.id, first.id, OLGA)
    route.move(first.id, None, OLGA)
    assert places() == ["Коридор", "Лестница", "Дверь", desk().place]
    route.move(second.id, desk().id, OLGA)
    assert places()[2:] == ["Лестница", desk().place]


def test_the_desks_sign_neither_moves_nor_goes_nor_turns() -> None:
    add("Дверь")
    with pytest.raises(Refusal, match="desk_sign_stays"):
        route.shift(desk().id, -1, OLGA)
    with pytest.raises(Refusal, match="desk_sign_stays"):
        route.remove(desk().id, OLGA)
    changed = route.change(desk().id, OLGA, place="Стол у окна", arrow=Arrow.LEFT, entrance="Двор")
    assert (changed.place, changed.arrow, changed.entrance) == ("Стол у окна", Arrow.HERE, "")


def test_a_removed_point_leaves_its_screen_without_a_place() -> None:
    point = add("Дверь", means=Means.SCREEN)
    device = Device.create(id="d", role=Role.SCREEN, name="Экран", created_at=1, seen_at=1)
    Screen.create(device=device, point=point)
    route.remove(point.id, OLGA)
    assert places() == [desk().place]
    assert Screen.get().point is None
    with pytest.raises(Refusal, match="point_unknown"):
        route.point(point.id)


def test_only_what_changes_is_in_the_log() -> None:
    point = add("Дверь", Arrow.LEFT)
    before = AuditEntry.select().count()
    route.change(point.id, OLGA, place="Дверь", arrow="left")
    assert AuditEntry.select().count() == before
    route.change(point.id, OLGA, place="Дверь", arrow="right", photo="way-x.jpg")
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).get()
    assert entry.action == "route_point_changed"
    assert '"arrow": "right"' in entry.detail
    assert "way-x" not in entry.detail


def test_a_sign_is_ticked_once_and_the_tick_can_be_taken_back() -> None:
    point = add("Дверь")
    ticked = route.place(point.id, True, TIMUR)
    assert (ticked.placed_by, ticked.placed_photo) == ("Тимур Цой", "")
    again = route.place(point.id, True, OLGA)
    assert (again.placed_at, again.placed_by) == (ticked.placed_at, "Тимур Цой"), "a repeat changes nothing"
    shown = route.place(point.id, True, OLGA, "way-y.jpg")
    assert (shown.placed_at, shown.placed_photo) == (ticked.placed_at, "way-y.jpg")
    undone = route.place(point.id, False, OLGA)
    assert (undone.placed_at, undone.placed_by, undone.placed_photo) == (None, "", "")
    assert [entry.action for entry in AuditEntry.select()][-2:] == ["sign_placed", "sign_taken_away"]


def test_an_entrance_is_named_once_and_its_points_become_common_when_it_goes() -> None:
    route.add_entrance("Двор", OLGA)
    with pytest.raises(Refusal, match="entrance_name_taken"):
        route.add_entrance(" Двор ", OLGA)
    with pytest.raises(Refusal, match="place_required"):
        route.add_entrance(" ", OLGA)
    point = add("Ворота", entrance="Двор")
    route.remove_entrance("Двор", OLGA)
    route.remove_entrance("Двор", OLGA)
    assert route.entrances() == []
    assert route.point(point.id).entrance == ""


def test_the_ways_out_and_to_the_coffee_hold_even_where_nobody_chose_them() -> None:
    plain, chosen = add("Дверь", Arrow.LEFT), add("Холл", Arrow.LEFT, exit_arrow="up", coffee_arrow="door")
    assert (route.way_out(plain), route.way_to_coffee(plain)) == (Arrow.RIGHT, Arrow.LEFT)
    assert (route.way_out(chosen), route.way_to_coffee(chosen)) == (Arrow.UP, Arrow.DOOR)


def test_the_way_to_the_hall_holds_where_nobody_chose_it_but_at_the_desk() -> None:
    plain, chosen = add("Дверь", Arrow.LEFT), add("Холл", Arrow.LEFT, hall_arrow="up")
    assert (route.way_to_hall(plain), route.way_to_hall(chosen)) == (Arrow.LEFT, Arrow.UP)
    assert route.way_to_hall(desk()) is None
    assert route.way_to_hall(route.change(desk().id, OLGA, hall_arrow="right")) == Arrow.RIGHT
