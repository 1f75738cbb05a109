"""Announcing over the API: who may, what everybody hears, what is counted."""

import uuid
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from flask_socketio import SocketIOTestClient

from hub import devices, steady
from hub.access import STAFF, Role
from hub.announcements import expiry, news, starts
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.dates import clock_time
from hub.i18n import LANGUAGES
from hub.models import AuditEntry, Device
from tests.conftest import client_as

MINUTE = 60_000


def hub_of(app: Flask) -> Hub:
    found: Hub = app.extensions[EXTENSION]
    return found


def paired(app: Flask, role: Role, name: str) -> tuple[str, SocketIOTestClient]:
    """A device that was let in by its code, with an open page."""
    with db.connection_context():
        device = devices.admit(role, name, "192.168.1.20")
    client = app.test_client()
    with client.session_transaction() as session:
        session["device"] = device.id
    return str(device.id), hub_of(app).live.io.test_client(app, flask_test_client=client)


def announce(client: FlaskClient, kind: str = "free", text: str = "Просим в зал", **more: object) -> Any:
    return client.post("/api/announcements", json={"kind": kind, "text": text, **more})


def take_back(client: FlaskClient, announcement: str) -> Any:
    """What stands after it."""
    reply: Any = client.post(f"/api/announcements/{announcement}/take-back").json
    return reply["standing"]


def pushed(socket: SocketIOTestClient) -> list[Any]:
    return [event["args"][0] for event in socket.get_received() if event["name"] == news.CHANNEL]


@pytest.fixture
def host(app: Flask) -> FlaskClient:
    return client_as(app, Role.HOST)


@pytest.mark.parametrize("role", STAFF)
def test_anybody_of_the_team_may_announce(app: Flask, role: Role) -> None:
    assert announce(client_as(app, role)).status_code == 200


@pytest.mark.parametrize("role", [Role.SCREEN, Role.DISPLAY, Role.KIOSK])
def test_a_device_sees_what_stands_and_may_not_announce(app: Flask, role: Role) -> None:
    client = client_as(app, role)
    assert announce(client).status_code == 403
    assert client.get("/api/announcements/standing").status_code == 200


@pytest.mark.parametrize("role", list(Role))
def test_everybody_hears_at_once_in_every_language(app: Flask, host: FlaskClient, role: Role) -> None:
    socket = paired(app, role, "Экран 1")[1]
    announce(host, "delayed", "10")
    (told,) = pushed(socket)
    words = told["standing"][0]["words"]
    assert list(words) == list(LANGUAGES)
    assert words["en"] == {"head": "We begin 10 minutes later", "text": ""}


def test_a_delay_is_told_with_the_new_time_which_a_moved_programme_does_not_change(
    host: FlaskClient,
) -> None:
    start = steady.now() + 10 * MINUTE
    starts.known_by(host.application, lambda: [start])
    announce(host, "delayed", "20")
    starts.known_by(host.application, lambda: [start + 20 * MINUTE])
    one = announce(host).json["standing"][0]
    with host.application.app_context(), db.connection_context():
        clock = clock_time(start + 20 * MINUTE)
    assert one["words"]["en"] == {"head": f"We begin 20 minutes later, at {clock}", "text": ""}


def test_a_repeat_of_a_tap_announces_nothing_twice(host: FlaskClient) -> None:
    tap = str(uuid.uuid4())
    announce(host, id=tap)
    assert len(announce(host, id=tap).json["standing"]) == 1


@pytest.mark.parametrize("kind", ["moved", "lost", "free"])
def test_what_says_nothing_without_words_is_refused_without_them(host: FlaskClient, kind: str) -> None:
    reply = announce(host, kind, "  ")
    assert (reply.status_code, reply.json["error"]) == (422, "announcement_text_required")


@pytest.mark.parametrize("wrong", [{"kind": "fire"}, {"minutes": 0}, {"minutes": 181}, {"text": "я" * 201}, {"to": 1}])
def test_a_malformed_wish_is_refused(host: FlaskClient, wrong: dict[str, object]) -> None:
    assert host.post("/api/announcements", json={"kind": "free", "text": "Да", **wrong}).status_code == 422


def test_a_screen_that_is_not_paired_cannot_be_chosen(app: Flask, host: FlaskClient) -> None:
    display = paired(app, Role.DISPLAY, "Дисплей 1")[0]
    for unknown in (display, "nobody"):
        assert announce(host, screens=[unknown]).json["error"] == "screen_unknown"


def test_an_evacuation_has_no_end_and_no_chosen_screens(app: Flask, host: FlaskClient) -> None:
    screen = paired(app, Role.SCREEN, "Экран 1")[0]
    (one,) = announce(host, "evacuation", "", minutes=5, screens=[screen]).json["standing"]
    assert (one["expires_at"], one["devices"]) == (None, [])
    assert "way out" in one["words"]["en"]["text"]


def test_taking_back_ends_it_for_everybody_and_may_be_repeated(app: Flask, host: FlaskClient) -> None:
    socket = paired(app, Role.SCREEN, "Экран 1")[1]
    one = announce(host).json["standing"][0]["id"]
    for _ in range(2):
        assert take_back(host, one) == []
    assert [len(told["standing"]) for told in pushed(socket)] == [1, 0, 0]
    assert host.post("/api/announcements/nothing/take-back").status_code == 404
    with db.connection_context():
        assert AuditEntry.select().where(AuditEntry.action == "announcement_taken_back").count() == 1


def test_of_two_evacuations_called_at_once_either_ends_both(host: FlaskClient) -> None:
    announce(host, "evacuation", "")
    first = announce(host, "evacuation", "Дым на втором этаже").json["standing"][0]["id"]
    announce(host)
    assert [one["kind"] for one in take_back(host, first)] == ["free"]


def test_it_is_counted_who_has_painted_it(app: Flask, host: FlaskClient) -> None:
    first, second = (paired(app, Role.SCREEN, f"Экран {n}")[1] for n in (1, 2))
    paired(app, Role.DISPLAY, "Дисплей 1")
    told = announce(host).json
    assert (told["standing"][0]["shown"], told["standing"][0]["meant"]) == (0, 2)
    first.emit("announced", {"seq": told["seq"]})
    second.emit("announced", {"seq": told["seq"] - 1})
    (one,) = host.get("/api/announcements").json["standing"]  # type: ignore[index]
    assert (one["shown"], one["missing"]) == (1, ["Экран 2"])
    first.disconnect()
    (one,) = host.get("/api/announcements").json["standing"]  # type: ignore[index]
    assert one["missing"] == ["Экран 1", "Экран 2"]


def test_an_evacuation_is_meant_for_displays_and_kiosks_too(app: Flask, host: FlaskClient) -> None:
    for role in (Role.SCREEN, Role.DISPLAY, Role.KIOSK):
        paired(app, role, f"Устройство {role}")
    assert announce(host, "evacuation", "").json["standing"][0]["meant"] == 3


def test_a_chosen_screen_that_was_shut_out_is_no_longer_waited_for(app: Flask, host: FlaskClient) -> None:
    screen = paired(app, Role.SCREEN, "Экран 1")[0]
    paired(app, Role.SCREEN, "Экран 2")
    assert announce(host, screens=[screen]).json["standing"][0]["meant"] == 1
    with db.connection_context():
        devices.revoke(screen)
        assert Device.get_by_id(screen).revoked_at
    assert host.get("/api/announcements").json["standing"][0]["meant"] == 0  # type: ignore[index]


class _Turns:
    """An event that lets a worker make some turns, `between` each two."""

    def __init__(self, turns: int, between: Any) -> None:
        self.left, self.between, self.waits = turns, between, list[float]()

    def wait(self, seconds: float) -> bool:
        self.waits.append(seconds)
        self.left -= 1
        if self.waits[1:]:
            self.between()
        return self.left < 0


def test_an_end_by_itself_is_told_to_everybody(app: Flask, host: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    socket = paired(app, Role.SCREEN, "Экран 1")[1]
    announce(host, minutes=1)
    socket.get_received()
    now = steady.now()
    turns = _Turns(2, lambda: monkeypatch.setattr(steady, "now", lambda: now + MINUTE))
    expiry.keep_ending(hub_of(app))(turns)  # type: ignore[arg-type]
    (told,) = pushed(socket)
    assert (told["seq"], told["standing"]) == (2, [])
