"""The route's pages without a browser: forms that keep what was typed, pictures, and the public page."""

import io
import re
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from hub.access import Role
from hub.database import db
from signage import route
from signage.arrows import Arrow
from signage.models import RoutePoint
from tests.page_visitor import Visitor
from tests.signage.way import OLGA, TIMUR, add, shot

NASTY = "<script>alert('x')</script>&\"Дверь\""
POINT: dict[str, Any] = {"place": "Дверь", "arrow": "left", "means": "paper"}
PHOTO = re.compile(r'name="photo" value="([^"]*)"')


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    found = Visitor(app).sign_in(Role.ORGANISER)
    found.open("/signs/route/points/new")
    return found


def send(visitor: Visitor, path: str, content: bytes | None = None, **fields: str) -> TestResponse:
    """A form with a photo in it."""
    data: dict[str, Any] = {**fields}
    if content is not None:
        data["photo_file"] = (io.BytesIO(content), "IMG_0001.jpg")
    return visitor.send(path, **data)


def only(app: Flask) -> RoutePoint:
    """The one point beside the desk's sign."""
    with app.app_context(), db.connection_context():
        (found,) = [one for one in route.points() if not one.is_desk]
        return found


def test_a_point_is_added_with_its_photo(app: Flask, visitor: Visitor) -> None:
    reply = send(visitor, "/signs/route/points/new", shot(), **POINT, floor="1", metres="12", fork="true", then="next")
    kept = only(app)
    assert reply.location == f"/signs/route/points/new?after={kept.id}"
    assert (kept.place, kept.arrow, kept.floor, kept.metres, kept.fork) == ("Дверь", Arrow.LEFT, "1", 12, True)
    picture = visitor.client.get(f"/signs/photos/{kept.photo}")
    assert (picture.mimetype, picture.headers["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")


def test_what_was_typed_stays_and_so_does_the_photo(app: Flask, visitor: Visitor) -> None:
    wrong = {"place": "", "arrow": "nowhere", "means": "paper", "metres": "далеко", "text": "Налево"}
    assert send(visitor, "/signs/route/points/new", shot(), **wrong).status_code == 422
    for field in ("place", "arrow", "metres"):
        assert f'id="{field}-wrong"' in visitor.page
    assert 'value="далеко"' in visitor.page
    assert 'value="Налево"' in visitor.page
    found = PHOTO.search(visitor.page)
    assert found is not None
    assert send(visitor, "/signs/route/points/new", **POINT, photo=found[1]).status_code == 302
    assert only(app).photo == found[1] != ""


def test_a_place_that_is_too_long_is_told_at_its_field_and_not_cut(visitor: Visitor) -> None:
    long = "я" * 121
    assert send(visitor, "/signs/route/points/new", **{**POINT, "place": long}).status_code == 422
    assert 'id="place-wrong"' in visitor.page
    assert f'value="{long}"' in visitor.page
    assert 'data-letters-of="place" data-most="120"' in visitor.page
    assert "maxlength" not in visitor.page
    assert visitor.send("/signs/route/entrances", name=long).status_code == 422
    assert 'id="entrance-name-wrong"' in visitor.page
    assert f'value="{long}"' in visitor.page


@pytest.mark.parametrize("content", [b"not a picture", shot()[:300], b"\x89PNG\r\n\x1a\n" + b"\0" * 99])
def test_a_malformed_photo_is_told_beside_its_field(app: Flask, visitor: Visitor, content: bytes) -> None:
    assert send(visitor, "/signs/route/points/new", content, **POINT).status_code == 422
    assert 'id="photo-wrong"' in visitor.page
    assert 'value="Дверь"' in visitor.page


@pytest.mark.parametrize("name", ["../seminar.sqlite3", "way-" + "a" * 22 + ".jpg", NASTY])
def test_a_made_up_photo_is_not_taken(app: Flask, visitor: Visitor, name: str) -> None:
    send(visitor, "/signs/route/points/new", **POINT, photo=name)
    assert only(app).photo == ""


def test_names_are_text_wherever_they_are_shown(app: Flask, visitor: Visitor) -> None:
    send(visitor, "/signs/route/points/new", **{**POINT, "place": NASTY}, text=NASTY, exit_text=NASTY)
    visitor.send("/signs/route/entrances", name=NASTY[:60])
    with app.app_context(), db.connection_context():
        route.place(only(app).id, True, TIMUR)
    for path in ("/signs/route", "/signs/route?order=yes", f"/signs/route/points/{only(app).id}", "/route"):
        assert visitor.open(path).status_code == 200
        assert "<script>alert" not in visitor.page, path
        assert "alert(&#39;x&#39;)" in visitor.page, path


def test_a_point_is_changed_and_its_photo_taken_away(app: Flask, visitor: Visitor) -> None:
    send(visitor, "/signs/route/points/new", shot(), **POINT)
    kept = only(app)
    path = f"/signs/route/points/{kept.id}"
    visitor.open(path)
    assert send(visitor, path, **{**POINT, "arrow": "door"}, photo=kept.photo, without_photo="true").status_code == 302
    assert (only(app).arrow, only(app).photo) == (Arrow.DOOR, "")


def test_the_way_is_drawn_on_from_the_desk_to_the_hall(app: Flask, visitor: Visitor) -> None:
    with app.app_context(), db.connection_context():
        desk = route.points()[-1].id
    visitor.open(f"/signs/route/points/{desk}")
    assert f"/signs/route/points/new?after={desk}" in visitor.page
    send(visitor, f"/signs/route/points/{desk}", place="Стол у окна", means="paper", hall_arrow="up_right")
    visitor.open(f"/signs/route/points/new?after={desk}")
    assert 'name="hall_arrow"' not in visitor.page, "its main arrow leads to the hall"
    door = {**POINT, "place": "Дверь зала", "after": str(desk)}
    reply = send(visitor, "/signs/route/points/new", **door, then="next")
    assert reply.location == f"/signs/route/points/new?after={only(app).id}"
    with app.app_context(), db.connection_context():
        assert [one.place for one in route.points()] == ["Стол у окна", "Дверь зала"]
        assert route.points()[0].hall_arrow == Arrow.UP_RIGHT
    for path in ("/route", "/signs/route"):
        visitor.open(f"{path}?lang=en")
        assert visitor.page.index("Стол у окна") < visitor.page.rindex("Дверь зала")
        assert "Ahead to the right" in visitor.page


def test_the_desks_sign_is_changed_without_an_arrow(app: Flask, visitor: Visitor) -> None:
    with app.app_context(), db.connection_context():
        desk = route.points()[-1]
    visitor.open(f"/signs/route/points/{desk.id}")
    assert 'name="arrow"' not in visitor.page
    assert "Remove the point" not in visitor.text
    reply = send(visitor, f"/signs/route/points/{desk.id}", place="Стол у окна", means="screen", exit_arrow="down")
    assert reply.status_code == 302
    with app.app_context(), db.connection_context():
        changed = route.point(desk.id)
        assert (changed.place, changed.arrow, changed.exit_arrow) == ("Стол у окна", Arrow.HERE, Arrow.DOWN)
    assert visitor.send(f"/signs/route/points/{desk.id}/remove").status_code == 409


def test_an_entrance_that_is_not_there_is_refused(visitor: Visitor) -> None:
    assert send(visitor, "/signs/route/points/new", **POINT, entrance="Чердак").status_code == 422


def test_an_entrances_name_is_kept_when_it_is_taken(visitor: Visitor) -> None:
    visitor.send("/signs/route/entrances", name="Двор")
    assert visitor.send("/signs/route/entrances", name="Двор").status_code == 409
    assert 'value="Двор"' in visitor.page
    assert "There is an entrance of this name already." in visitor.text
    assert visitor.send("/signs/route/entrances", name="я" * 61).status_code == 422
    visitor.send("/signs/route/entrances/remove", name="Двор")
    visitor.open("/signs/route")
    assert "Двор" not in visitor.text


def test_points_move_by_buttons_and_go(app: Flask, visitor: Visitor) -> None:
    with app.app_context(), db.connection_context():
        first, second = add("Дверь"), add("Лестница")
    visitor.open("/signs/route?order=yes")
    assert visitor.send(f"/signs/route/points/{second.id}/move", to="up").location.endswith(f"#point-{second.id}")
    visitor.send(f"/signs/route/points/{first.id}/remove")
    assert only(app).place == "Лестница"
    assert visitor.open(f"/signs/route/points/{first.id}").status_code == 404


def test_a_point_of_several_concerns_is_named_once_among_them(app: Flask, visitor: Visitor) -> None:
    with app.app_context(), db.connection_context():
        hall = add("Холл", metres=200, fork=True, means="nothing")
        add("Лестница")
    visitor.open("/signs/route")
    assert visitor.page.count(f'<a href="#point-{hall.id}">') == 1
    assert visitor.page.count('class="of-the-same"') == 1


@pytest.mark.parametrize("role", [Role.MINDER, Role.DESK, Role.HOST])
def test_helpers_look_and_tick_and_change_nothing_else(app: Flask, role: Role) -> None:
    with app.app_context(), db.connection_context():
        point = add("Дверь")
    hand = Visitor(app).sign_in(role, "Нұрлан Әбдіқадыров")
    hand.open("/signs/route")
    assert "Add a point" not in hand.text
    send(hand, f"/signs/route/points/{point.id}/placed", shot(), placed="yes")
    hand.open("/signs/route")
    assert "1 of 2 signs stand" in hand.text
    assert "Нұрлан Әбдіқадыров" in hand.text
    assert hand.send(f"/signs/route/points/{point.id}", **POINT).status_code == 403
    hand.open("/signs/route")
    hand.send(f"/signs/route/points/{point.id}/placed", placed="no")
    assert only(app).placed_at is None


def test_strangers_see_the_way_and_nothing_of_any_person(app: Flask) -> None:
    hand = Visitor(app).sign_in(Role.ORGANISER, "Айгүл Қасымқызы")
    hand.open("/signs/route/points/new")
    send(hand, "/signs/route/points/new", shot(), **POINT)
    send(hand, f"/signs/route/points/{only(app).id}/placed", shot(colour="blue"), placed="yes")
    point = only(app)
    stranger = Visitor(app)
    assert stranger.open("/route").status_code == 200
    assert stranger.text.count("How to get there") == 2  # the browser's title, and the page's
    assert "Дверь To the left" in stranger.text
    assert "Айгүл" not in stranger.page
    assert point.placed_photo not in stranger.page
    assert stranger.client.get(f"/route/photos/{point.photo}").status_code == 200
    for path in (f"/route/photos/{point.placed_photo}", "/route/photos/..%2fsecret_key", "/route/photos/way-x.jpg"):
        assert stranger.client.get(path).status_code == 404
    assert stranger.client.get(f"/signs/photos/{point.photo}").status_code == 302
    with app.app_context(), db.connection_context():
        route.remove(point.id, OLGA)
    assert stranger.client.get(f"/route/photos/{point.photo}").status_code == 404


def test_whoever_comes_by_the_yard_is_led_from_the_yard(app: Flask) -> None:
    with app.app_context(), db.connection_context():
        for door in ("Улица", "Двор"):
            route.add_entrance(door, OLGA)
            add(f"{door}: дверь", entrance=door)
        add("Лестница")
    stranger = Visitor(app)
    stranger.open("/route?door=2&lang=en")
    assert "Двор: дверь" in stranger.text
    assert "Улица: дверь" not in stranger.text
    assert "Лестница" in stranger.text
    for odd in ("0", "9", "-1", "²", "x" * 50):
        stranger.open(f"/route?door={odd}&lang=en")
        assert "Улица: дверь" in stranger.text


def test_an_undrawn_way_says_what_to_do(app: Flask) -> None:
    stranger = Visitor(app)
    stranger.open("/route")
    assert "The way is not drawn yet." in stranger.text
    assert "Registration" in stranger.text
