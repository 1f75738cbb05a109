"""Links by which speakers watch their time, and can do nothing else."""

import base64

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hub import devices, sessions
from hub.access import Actor, Role
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.errors import Refusal
from hub.models import AuditEntry, Device
from speaker_timer import watch_links
from speaker_timer.models import Display, WatchLink
from tests.conftest import client_as
from tests.page_visitor import Visitor

HOST = Actor(None, Role.HOST, "Тимур Цой", "", "192.168.1.7")
LINKS = "/api/timer/watch-links"
SPEAKER = "Нұрлан Әбдіқадыров"


@pytest.fixture
def host(app: Flask) -> FlaskClient:
    return client_as(app, Role.HOST)


def offer(host: FlaskClient, name: str = SPEAKER) -> str:
    """The path of a new link."""
    reply = host.post(LINKS, json={"name": name})
    assert reply.status_code == 200
    return "/timer/watch/" + str((reply.json or {})["address"]).rpartition("/")[2]


def come_in(phone: Visitor, path: str) -> TestResponse:
    """Open a link and go through, as its page does by itself."""
    looked = phone.open(path)
    return phone.send(path) if looked.status_code == 200 else looked


def links(host: FlaskClient) -> list[tuple[str, int]]:
    """Each link that opens: for whom, and how many phones came in by it."""
    return [(link["name"], link["phones"]) for link in (host.get(LINKS).json or {})["links"]]


def first_id(host: FlaskClient) -> str:
    """The newest link's id."""
    return str((host.get(LINKS).json or {})["links"][0]["id"])


def test_a_name_that_is_too_long_makes_no_link_with_half_of_it(host: FlaskClient) -> None:
    for name, status in (("Ы" * 61, 422), ("Ы" * 60, 200)):
        assert host.post(LINKS, json={"name": name}).status_code == status
    assert links(host) == [("Ы" * 60, 0)]


def test_a_link_lets_a_speakers_phone_in_to_watch(app: Flask, host: FlaskClient) -> None:
    phone = Visitor(app)
    reply = come_in(phone, offer(host))
    assert (reply.status_code, reply.headers["Location"]) == (302, "/timer/display")
    with db.connection_context():
        device = Device.get(Device.role == Role.DISPLAY)
        assert (device.name, Display.get(Display.device == device).view) == (SPEAKER, "watch")
    assert phone.client.get("/api/timer").status_code == 200
    assert links(host) == [(SPEAKER, 1)]


def test_a_messenger_that_looks_at_a_link_for_its_preview_is_no_phone(app: Flask, host: FlaskClient) -> None:
    path = offer(host)
    for _ in range(3):
        assert Visitor(app).open(path).status_code == 200
    assert links(host) == [(SPEAKER, 0)]


def test_whoever_watches_presses_nothing(app: Flask, host: FlaskClient) -> None:
    phone = Visitor(app)
    come_in(phone, offer(host))
    for path in ("/api/timer/cards", "/api/timer/actions", "/api/pairings", LINKS):
        assert phone.client.post(path, json={}).status_code == 403, path
    for path in ("/", "/desk", "/setup/entry", "/pairing", "/api/attendees", LINKS):
        assert phone.client.get(path).status_code == 403, path


def test_a_watching_phone_is_forgotten_as_soon_as_a_persons(app: Flask, host: FlaskClient) -> None:
    phone = Visitor(app)
    come_in(phone, offer(host))
    with phone.client.session_transaction() as kept:
        assert sessions.STAYS not in kept


def test_opening_a_link_again_makes_no_second_device(app: Flask, host: FlaskClient) -> None:
    path, phone = offer(host), Visitor(app)
    for _ in range(3):
        assert come_in(phone, path).status_code == 302
    assert links(host) == [(SPEAKER, 1)]


def test_a_host_who_tries_the_link_stays_the_host(app: Flask, host: FlaskClient) -> None:
    path = offer(host)
    person = Visitor(app).sign_in(Role.HOST, "Тимур Цой")
    assert person.open(path).headers["Location"] == "/timer/display"
    assert person.client.get(LINKS).status_code == 200
    assert links(host) == [(SPEAKER, 0)]


def test_a_closed_link_shuts_out_all_phones_that_came_by_it_and_no_others(app: Flask, host: FlaskClient) -> None:
    path, other = offer(host), offer(host, "Ольга Ёлкина-Берёзкина")
    first, second, stranger = (Visitor(app) for _ in range(3))
    for phone, link in ((first, path), (second, path), (stranger, other)):
        come_in(phone, link)
    closed = next(link["id"] for link in (host.get(LINKS).json or {})["links"] if link["name"] == SPEAKER)
    reply = host.post(f"{LINKS}/{closed}/revoke").json or {}
    assert (reply["shut_out"], [link["name"] for link in reply["links"]]) == (2, ["Ольга Ёлкина-Берёзкина"])
    assert [phone.client.get("/api/timer").status_code for phone in (first, second, stranger)] == [401, 401, 200]
    assert first.open(path).status_code == 410
    assert "This link no longer opens" in first.text


def test_a_phone_that_was_shut_out_is_told_so_and_waits_among_no_screens(app: Flask, host: FlaskClient) -> None:
    phone = Visitor(app)
    come_in(phone, offer(host))
    host.post(f"{LINKS}/{first_id(host)}/revoke")
    assert phone.open("/timer/display").status_code == 410
    assert host.get("/api/pairings").json == {"waiting": []}
    assert come_in(phone, offer(host)).status_code == 302, "a new link opens"
    assert phone.client.get("/api/timer").status_code == 200


def test_closing_a_link_hangs_up(app: Flask, host: FlaskClient) -> None:
    phone = Visitor(app)
    come_in(phone, offer(host))
    hub: Hub = app.extensions[EXTENSION]
    socket = hub.live.io.test_client(app, flask_test_client=phone.client)
    assert socket.is_connected()
    host.post(f"{LINKS}/{first_id(host)}/revoke")
    assert not socket.is_connected()


def test_closing_a_link_twice_is_no_trouble(app: Flask, host: FlaskClient) -> None:
    offer(host)
    link = first_id(host)
    assert [(host.post(f"{LINKS}/{link}/revoke").json or {})["shut_out"] for _ in range(2)] == [0, 0]
    with db.connection_context():
        assert AuditEntry.select().where(AuditEntry.action == "watch_link_closed").count() == 1


def test_a_new_link_comes_with_a_qr_and_is_shown_once(host: FlaskClient) -> None:
    reply = host.post(LINKS, json={"name": f"  {SPEAKER} "}).json or {}
    assert base64.b64decode(reply["picture"].partition(",")[2]).startswith(b"<?xml")
    token = reply["address"].rpartition("/")[2]
    assert token not in str(host.get(LINKS).json)
    assert links(host) == [(SPEAKER, 0)]


@pytest.mark.parametrize(
    ("path", "asked", "status"),
    [
        (LINKS, {"name": "  "}, 422),
        (LINKS, {}, 422),
        (f"{LINKS}/nothing/revoke", None, 404),
    ],
)
def test_what_a_host_gets_wrong_is_told(
    host: FlaskClient, path: str, asked: dict[str, object] | None, status: int
) -> None:
    assert host.post(path, json=asked).status_code == status


def test_an_unknown_link_opens_nothing(app: Flask) -> None:
    stranger = Visitor(app)
    assert stranger.open("/timer/watch/made-up").status_code == 410
    assert stranger.client.get("/api/timer").status_code == 401


@pytest.mark.usefixtures("database")
def test_a_link_that_went_round_the_hall_has_an_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watch_links, "MOST_PHONES", 3)
    token = watch_links.offer(SPEAKER, HOST)
    phones = [watch_links.come_in(token, f"10.0.0.{number}") for number in range(3)]
    with pytest.raises(Refusal, match="too_many_phones"):
        watch_links.come_in(token, "10.0.0.9")
    devices.revoke(phones[0].id)
    watch_links.come_in(token, "10.0.0.9")


@pytest.mark.usefixtures("database")
def test_the_secret_of_a_link_is_stored_as_a_hash_only() -> None:
    token = watch_links.offer(SPEAKER, HOST)
    watch_links.come_in(token, "10.0.0.9")
    kept = str([*WatchLink.select().tuples(), *Device.select().tuples(), *AuditEntry.select().tuples()])
    assert token not in kept
    assert [entry.action for entry in AuditEntry.select().order_by(AuditEntry.id)][-2:] == [
        "watch_link_offered",
        "watch_link_opened",
    ]
