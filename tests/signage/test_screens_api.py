"""Screens as JSON: who gets which plan, and what staff hear of a screen and change of it from afar."""

import base64

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub import devices
from hub.access import Actor, Role
from hub.database import db
from hub.models import Device
from signage import day, screens, watching
from tests.conftest import client_as
from tests.signage.way import OLGA, add

JPEG = b"\xff\xd8\xff" + bytes(100)


@pytest.fixture
def screen(app: Flask) -> Device:
    """A screen that was let in."""
    with app.app_context(), db.connection_context():
        return devices.admit(Role.SCREEN, "Экран у входа", "127.0.0.1", "its-token")


@pytest.fixture
def own(app: Flask, screen: Device) -> FlaskClient:
    """The screen's own browser."""
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = "Bearer its-token"
    return client


@pytest.fixture
def minder(app: Flask) -> FlaskClient:
    return client_as(app, Role.MINDER)


def say(app: Flask, screen: Device, **content: object) -> object:
    """The screen's page sends its heartbeat."""
    actor = Actor(screen.id, Role.SCREEN, screen.name, "", "127.0.0.1")
    return watching.of(app).shown("sid", actor, {"hash": "", "phase": "arriving", "size": "1920x1080", **content})


def line(client: FlaskClient) -> dict[str, object]:
    """The one screen as staff see it."""
    (one,) = client.get("/api/screens").get_json()["screens"]
    return dict(one)


def test_a_screen_gets_its_own_plan_whatever_it_asks_for(own: FlaskClient, screen: Device) -> None:
    plan = own.get("/api/screens/plan?point=1").get_json()
    assert plan["device"] == screen.id
    assert plan["frames"][0]["phase"] == "nowhere"


def test_what_changes_while_a_plan_is_read_is_asked_for_again(
    app: Flask, own: FlaskClient, screen: Device, monkeypatch: pytest.MonkeyPatch
) -> None:
    with db.connection_context():
        point = add("Холл").id

    def placed_right_after_it_was_read() -> day.Day:
        monkeypatch.undo()
        read = day.today()
        screens.change(screen.id, OLGA, point=point)
        return read

    monkeypatch.setattr(day, "today", placed_right_after_it_was_read)
    told = own.get("/api/screens/plan").get_json()
    assert told["screen"]["point"] is None
    with app.app_context(), db.connection_context():
        assert told["mark"] != day.told_mark()["mark"]


def test_staff_look_at_a_screen_or_at_a_point(app: Flask, minder: FlaskClient, screen: Device) -> None:
    assert minder.get(f"/api/screens/plan?device={screen.id}").get_json()["screen"]["name"] == "Экран у входа"
    assert minder.get("/api/screens/plan").get_json()["frames"][0]["arrow"]["name"] == "here"
    assert minder.get("/api/screens/plan?device=nobody").status_code == 404


def test_a_screen_is_given_its_place(app: Flask, minder: FlaskClient, own: FlaskClient, screen: Device) -> None:
    with db.connection_context():
        point = add("Холл").id
    reply = minder.post(f"/api/screens/{screen.id}", json={"point": point, "turned": 90, "languages": ["kk", "ru"]})
    changed = reply.get_json()
    assert (changed["place"], changed["turned"], changed["languages"]) == ("Холл", 90, ["kk", "ru"])
    assert set(own.get("/api/screens/plan").get_json()["frames"][0]["words"]) == {"kk", "ru"}
    assert minder.post(f"/api/screens/{screen.id}", json={"point": None}).get_json()["place"] == ""


@pytest.mark.parametrize("wrong", [{"turned": 45}, {"theme": "pink"}, {"languages": []}, {"languages": ["xx"]}])
def test_what_no_screen_can_do_is_refused(minder: FlaskClient, screen: Device, wrong: dict[str, object]) -> None:
    assert minder.post(f"/api/screens/{screen.id}", json=wrong).status_code == 422


def test_a_screen_that_shows_what_it_should_is_right(app: Flask, minder: FlaskClient, screen: Device) -> None:
    assert (line(minder)["here"], line(minder)["heard_at"]) == (False, None)
    say(app, screen)
    assert line(minder)["here"] is True
    assert line(minder)["hash"] != line(minder)["expected"]
    say(app, screen, hash=line(minder)["expected"])
    assert line(minder)["hash"] == line(minder)["expected"]
    assert line(minder)["size"] == "1920x1080"


def test_a_screen_that_was_closed_is_away_since_it_was_heard(app: Flask, minder: FlaskClient, screen: Device) -> None:
    say(app, screen)
    watching.of(app).left("sid", Actor(screen.id, Role.SCREEN, screen.name, "", ""))
    assert line(minder)["here"] is False
    assert line(minder)["heard_at"]


def test_its_picture_is_kept_and_served(app: Flask, minder: FlaskClient, screen: Device) -> None:
    assert minder.get(f"/api/screens/{screen.id}/thumb").status_code == 404
    say(app, screen, thumb=watching.PICTURE_HEAD + base64.b64encode(JPEG).decode())
    reply = minder.get(str(line(minder)["thumb"]))
    assert (reply.data, reply.mimetype) == (JPEG, "image/jpeg")


@pytest.mark.parametrize(
    "thumb",
    [
        "data:image/svg+xml;base64,PHN2Zz4=",
        watching.PICTURE_HEAD + "???",
        watching.PICTURE_HEAD + base64.b64encode(b"<html>").decode(),
        watching.PICTURE_HEAD + base64.b64encode(JPEG + bytes(watching.LARGEST_PICTURE)).decode(),
        17,
    ],
)
def test_what_is_no_small_picture_is_dropped(app: Flask, minder: FlaskClient, screen: Device, thumb: object) -> None:
    say(app, screen, thumb=thumb)
    assert line(minder)["thumb"] == ""


def test_a_persons_page_counts_as_no_screen(app: Flask, minder: FlaskClient, screen: Device) -> None:
    watching.of(app).shown("sid", Actor(screen.id, Role.HOST, "Тимур Цой", "", ""), {"hash": "1"})
    assert line(minder)["here"] is False


def test_a_screen_is_shut_out(minder: FlaskClient, own: FlaskClient, screen: Device) -> None:
    assert minder.post(f"/api/screens/{screen.id}/identify").get_json()["name"] == "Экран у входа"
    assert minder.post(f"/api/screens/{screen.id}/reload").status_code == 200
    assert minder.post(f"/api/screens/{screen.id}/unpair").json == {"screens": []}
    assert own.get("/api/screens/plan").status_code == 401
    assert minder.post(f"/api/screens/{screen.id}/identify").status_code == 404
