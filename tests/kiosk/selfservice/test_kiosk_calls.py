"""A kiosk calls the desk: one call however often it is pressed, answered once, heard of by both."""

import uuid
from typing import Any

from flask import Flask
from flask.testing import FlaskClient

from hub.access import Role
from tests.conftest import client_as


def call(kiosk: FlaskClient) -> Any:
    return kiosk.post("/api/kiosk/calls", json={"id": str(uuid.uuid4())}).json


def waiting(desk: FlaskClient) -> list[dict[str, str]]:
    return list((desk.get("/api/kiosk/calls").json or {})["calls"])


def test_a_second_press_is_the_same_call(app: Flask, desk: FlaskClient) -> None:
    kiosk = client_as(app, Role.KIOSK)
    assert call(kiosk) == call(kiosk) == {"call": "open", "answered_by": ""}
    (one,) = waiting(desk)
    assert set(one) == {"id", "kiosk", "at"}
    assert one["kiosk"] == "Test kiosk"
    assert (kiosk.get("/api/kiosk").json or {})["call"] == "open"


def test_the_first_who_answers_is_who_comes(app: Flask, desk: FlaskClient) -> None:
    kiosk = client_as(app, Role.KIOSK)
    call(kiosk)
    (one,) = waiting(desk)
    for who in (desk, client_as(app, Role.ORGANISER)):
        assert who.post(f"/api/kiosk/calls/{one['id']}/answer").json == {"calls": []}
    told = kiosk.get("/api/kiosk").json or {}
    assert (told["call"], told["answered_by"]) == ("answered", "Test desk")
    assert call(kiosk)["call"] == "open"
    assert [other["id"] for other in waiting(desk)] != [one["id"]]


def test_a_call_that_nobody_made_cannot_be_answered(desk: FlaskClient) -> None:
    for made_up in (str(uuid.uuid4()), "nothing", "%00"):
        assert desk.post(f"/api/kiosk/calls/{made_up}/answer").status_code == 404


def test_each_kiosk_has_a_call_of_its_own(app: Flask, desk: FlaskClient) -> None:
    for _ in range(2):
        call(client_as(app, Role.KIOSK))
    assert len(waiting(desk)) == 2
