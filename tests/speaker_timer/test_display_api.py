"""What a host may change of a display from afar, and of whose."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub import devices
from hub.access import Actor, Role
from hub.database import db
from hub.models import AuditEntry, Device
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from speaker_timer import display_looks, watch_links
from speaker_timer.displays import View
from tests.conftest import client_as

HOST = Actor(None, Role.HOST, "Динара", "", "127.0.0.1")


@pytest.fixture
def host(app: Flask) -> FlaskClient:
    return client_as(app, Role.HOST)


@pytest.fixture
def display(app: Flask) -> str:
    """A display that was let in."""
    with db.connection_context():
        return str(devices.admit(Role.DISPLAY, "Дисплей 1", "192.168.1.20").id)


def looks(device: str) -> display_looks.Looks:
    with db.connection_context():
        row = Device.get_by_id(device)
        return display_looks.looks_of(Actor(device, Role.DISPLAY, row.name, "", ""), "wall")


def test_a_display_begins_on_the_stage_without_a_sound(display: str) -> None:
    assert looks(display) == display_looks.Looks("Дисплей 1", View.STAGE, chime=False)


def test_a_host_changes_what_is_named_and_nothing_else(host: FlaskClient, display: str) -> None:
    path = f"/api/timer/displays/{display}"
    reply = host.post(path, json={"view": "corner"})
    assert [(one["name"], one["view"]) for one in (reply.json or {})["displays"]] == [("Дисплей 1", "corner")]
    host.post(path, json={"chime": True})
    host.post(path, json={"name": "  Монитор   сбоку "})
    assert looks(display) == display_looks.Looks("Монитор сбоку", View.CORNER, chime=True)
    with db.connection_context():
        entries = list(AuditEntry.select().where(AuditEntry.action == "timer_display_changed"))
    assert [entry.subject for entry in entries] == ["Дисплей 1", "Дисплей 1", "Монитор сбоку"]


def test_changing_nothing_is_no_entry_in_the_log(host: FlaskClient, display: str) -> None:
    assert host.post(f"/api/timer/displays/{display}", json={"view": "stage"}).status_code == 200
    with db.connection_context():
        assert not AuditEntry.select().where(AuditEntry.action == "timer_display_changed").exists()


@pytest.mark.parametrize(
    "wrong", [{"view": "watch"}, {"view": ""}, {"name": "  "}, {"chime": "yes"}, {"colour": "red"}]
)
def test_what_makes_no_sense_is_refused(wrong: dict[str, object], host: FlaskClient, display: str) -> None:
    assert host.post(f"/api/timer/displays/{display}", json=wrong).status_code == 422


def test_a_removed_display_is_out(app: Flask, host: FlaskClient, display: str) -> None:
    reply = host.post(f"/api/timer/displays/{display}/remove")
    assert reply.json == {"displays": []}
    with db.connection_context():
        assert Device.get_by_id(display).revoked_at is not None
    assert host.post(f"/api/timer/displays/{display}/remove").status_code == 404


@pytest.mark.parametrize("action", ["", "/remove"])
def test_people_and_speakers_phones_are_not_the_hosts_to_change(action: str, app: Flask, host: FlaskClient) -> None:
    with app.app_context(), db.connection_context():
        person = devices.admit(Role.DESK, "Динара", "")
        guest = watch_links.come_in(watch_links.offer("Тимур Цой", HOST), "")
    for device in (person.id, guest.id, "nobody"):
        assert host.post(f"/api/timer/displays/{device}{action}", json={}).status_code == 404


def test_only_hosts_may(app: Flask, display: str) -> None:
    desk = client_as(app, Role.DESK)
    for action in ("", "/identify", "/remove"):
        assert desk.post(f"/api/timer/displays/{display}{action}", json={}).status_code == 403


def test_a_persons_own_page_looks_as_its_address_asks() -> None:
    desk = Actor("1", Role.DESK, "Динара", "", "")
    assert display_looks.looks_of(desk, "wall", chime=True) == display_looks.Looks("Динара", View.WALL, chime=True)
    assert display_looks.looks_of(desk, "sideways").view == View.STAGE


def test_a_display_that_joins_takes_less_than_ten_kilobytes(app: Flask) -> None:
    """Two hundred of them then take less than two megabytes, however long the day is."""
    with db.connection_context():
        for hour in range(9, 21):
            titles = {"title": f"Как не терять клиентов между отделами, часть {hour}", "speaker": f"Тимур Цой {hour}"}
            ProgrammeItem.create(start=f"{hour:02}:00", end=f"{hour + 1:02}:00", kind=Kind.TALK, **titles)
    screen = client_as(app, Role.DISPLAY)
    replies = [screen.get(path) for path in ("/api/timer", "/api/announcements/standing")]
    assert all(reply.status_code == 200 for reply in replies)
    assert sum(len(reply.data) + len(str(reply.headers)) for reply in replies) < 10_000


def test_a_stranger_gets_a_code_and_a_display_its_page(app: Flask, display: str) -> None:
    stranger = app.test_client()
    assert 'class="code"' in stranger.get("/timer/display").text
    with stranger.session_transaction() as session:
        session["device"] = display
    assert 'id="figure"' in stranger.get("/timer/display").text


@pytest.mark.parametrize("role", [Role.SCREEN, Role.KIOSK])
def test_other_devices_are_not_shown_the_timer(role: Role, app: Flask) -> None:
    assert client_as(app, role).get("/timer/display").status_code == 403
