"""The live channel tells each role its own, and nothing to whoever may no longer come in."""

from typing import Any

from flask import Flask
from flask_socketio import SocketIOTestClient

from hub import devices
from hub.access import Actor, Role
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.models import Device
from tests.page_visitor import Visitor


def listen(app: Flask, role: Role, name: str) -> SocketIOTestClient:
    """A socket of somebody who signs in by a token."""
    with db.connection_context():
        token = devices.issue_token(role, name)
    return hub_of(app).live.io.test_client(app, headers={"Authorization": f"Bearer {token}"})


def hub_of(app: Flask) -> Hub:
    """The hub of an application."""
    found: Hub = app.extensions[EXTENSION]
    return found


def heard(socket: SocketIOTestClient) -> list[str]:
    """The topics that a socket was told of."""
    return [event["name"] for event in socket.get_received()]


def test_the_names_of_those_who_come_are_told_to_desks_and_organisers_alone(app: Flask) -> None:
    sockets = {role: listen(app, role, "Динара") for role in Role}
    hub_of(app).live.tell()
    assert {role for role, socket in sockets.items() if "desk" in heard(socket)} == {Role.DESK, Role.ORGANISER}


def test_a_stranger_may_not_listen(app: Flask) -> None:
    assert not hub_of(app).live.io.test_client(app).is_connected()


def test_a_device_that_is_shut_out_hears_no_more(app: Flask) -> None:
    socket = listen(app, Role.DESK, "Тимур")
    visitor = Visitor(app).sign_in(Role.ORGANISER)
    with db.connection_context():
        device = Device.get(Device.name == "Тимур").id
    visitor.open("/setup/entry")
    assert visitor.send(f"/pairing/devices/{device}/remove").status_code == 302
    assert not socket.is_connected()


def test_what_a_page_says_while_it_goes_is_forgotten_too(app: Flask) -> None:
    live, kept = hub_of(app).live, set[str]()
    socket = listen(app, Role.DISPLAY, "Дисплей 1")

    def hear(sid: str, actor: Actor, content: dict[str, Any]) -> None:
        socket.disconnect()  # in the middle of being heard
        kept.add(sid)

    live.hear("hello", hear, Role.DISPLAY)
    live.when_left(lambda sid, actor: kept.discard(sid))
    socket.emit("hello", {})
    assert not socket.is_connected()
    assert kept == set()
