"""The route as JSON."""

import jsonschema_rs
import pytest
from flask import Flask

from hub.access import Role
from hub.database import db
from signage import route
from signage.arrows import Arrow
from tests.conftest import client_as
from tests.signage.way import OLGA, add


@pytest.fixture
def door(app: Flask) -> int:
    """A way of two points by one of two doors."""
    with app.app_context(), db.connection_context():
        route.add_entrance("Улица", OLGA)
        route.add_entrance("Двор", OLGA)
        number = int(add("Дверь", Arrow.LEFT, entrance="Улица", metres=45).id)
        add("Лестница", Arrow.STAIRS_UP)
        return number


def test_the_whole_way_is_told(app: Flask, door: int) -> None:
    told = client_as(app, Role.SCREEN).get("/api/route", query_string={"lang": "en"}).json or {}
    assert [point["place"] for point in told["points"]][:2] == ["Дверь", "Лестница"]
    assert (told["points"][0]["exit_arrow"], told["points"][0]["coffee_arrow"]) == ("right", "left")
    assert [(one["code"], one["point"]) for one in told["concerns"]] == [
        ("gap", door),
        ("way_out_unsaid", told["points"][2]["id"]),
        ("entrance_without_points", None),
    ]
    assert told["concerns"][2]["sentence"] == "Nothing shows the way from the entrance “Двор”."
    assert (told["placed"], told["total"], told["entrances"]) == (0, 3, ["Улица", "Двор"])


@pytest.mark.parametrize("role", [Role.ORGANISER, Role.MINDER, Role.DESK, Role.HOST])
def test_a_sign_is_ticked_and_taken_back(app: Flask, door: int, role: Role) -> None:
    client = client_as(app, role)
    ticked = client.post(f"/api/route/points/{door}/placed", json={"placed": True}).json or {}
    assert (ticked["placed_by"], ticked["placed_at"] is None) == (f"Test {role}", False)
    undone = client.post(f"/api/route/points/{door}/placed", json={"placed": False}).json or {}
    assert (undone["placed_by"], undone["placed_at"]) == ("", None)


def test_screens_may_look_and_not_tick(app: Flask, door: int) -> None:
    assert (
        client_as(app, Role.SCREEN).post(f"/api/route/points/{door}/placed", json={"placed": True}).status_code == 403
    )


def test_a_point_that_is_not_there_is_told_so(app: Flask) -> None:
    reply = client_as(app, Role.MINDER).post("/api/route/points/999/placed", json={"placed": True})
    assert (reply.status_code, (reply.json or {})["error"]) == (404, "point_unknown")


def test_replies_are_as_described(app: Flask, door: int) -> None:
    client = client_as(app, Role.ORGANISER)
    description = client.get("/api/openapi.json").json or {}
    for method, path, body in (
        ("get", "/api/route", None),
        ("post", "/api/route/points/{point}/placed", {"placed": True}),
    ):
        reply = client.open(path.replace("{point}", str(door)), method=method.upper(), json=body)
        schema = description["paths"][path][method]["responses"]["200"]["content"]["application/json"]["schema"]
        jsonschema_rs.validate({**schema, "components": description["components"]}, reply.json)
