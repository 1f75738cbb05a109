"""Devices that are in: listed with when they were heard, renamed, shut out."""

import html
import re

import pytest
from flask import Flask

from hub import clock, device_list, devices
from hub.access import Role
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.errors import Refusal
from hub.models import Device
from tests.conftest import client_as
from tests.page_visitor import Visitor

KINDS = (Role.KIOSK, Role.SCREEN, Role.DISPLAY)


@pytest.fixture
def screens(app: Flask) -> dict[Role, str]:
    """A device of every kind, by its id."""
    with db.connection_context():
        return {role: devices.admit(role, f"Экран {number}", "").id for number, role in enumerate(KINDS)}


def name_of(device: str) -> str:
    with db.connection_context():
        return str(Device.get_by_id(device).name)


@pytest.mark.parametrize("role", [Role.DESK, Role.HOST, Role.MINDER, Role.ORGANISER])
@pytest.mark.parametrize("kind", KINDS)
def test_the_team_renames_and_shuts_out_screens_of_every_kind(
    app: Flask, screens: dict[Role, str], role: Role, kind: Role
) -> None:
    person = Visitor(app).sign_in(role)
    person.open("/pairing")
    assert all(f'data-device="{one}"' in person.page for one in screens.values())
    assert person.send(f"/pairing/devices/{screens[kind]}/name", name="  У  лифта ").status_code == 302
    assert name_of(screens[kind]) == "У лифта"
    person.send(f"/pairing/devices/{screens[kind]}/remove")
    person.open("/pairing/now")
    assert f'data-device="{screens[kind]}"' not in person.page


def test_features_hear_of_a_renaming_and_of_nothing_that_is_none(app: Flask, screens: dict[Role, str]) -> None:
    heard: list[tuple[str, str, str]] = []
    device_list.when_renamed(app, lambda told: heard.append((str(told.device.id), told.before, told.after)))
    person = Visitor(app).sign_in(Role.DESK)
    person.open("/pairing")
    for name in ("У лифта", " У  лифта ", "", "У входа"):
        person.send(f"/pairing/devices/{screens[Role.KIOSK]}/name", name=name)
    kiosk = screens[Role.KIOSK]
    assert heard == [(kiosk, "Экран 0", "У лифта"), (kiosk, "У лифта", "У входа")]


def test_a_renaming_that_a_feature_cannot_follow_is_none(app: Flask, screens: dict[Role, str]) -> None:
    def refuse(told: device_list.Renamed) -> None:
        raise Refusal("not_found")

    device_list.when_renamed(app, refuse)
    person = Visitor(app).sign_in(Role.DESK)
    person.open("/pairing")
    assert person.send(f"/pairing/devices/{screens[Role.KIOSK]}/name", name="У лифта").status_code == 404
    assert name_of(screens[Role.KIOSK]) == "Экран 0"


def test_people_are_the_organisers_alone(app: Flask) -> None:
    host = Visitor(app).sign_in(Role.HOST)
    Visitor(app).sign_in(Role.DESK, name="Гость")
    with db.connection_context():
        guest = Device.get(Device.name == "Гость").id
    host.open("/pairing")
    assert "Гость" not in host.text
    for verb in ("name", "remove"):
        assert host.send(f"/pairing/devices/{guest}/{verb}", name="Чужой").status_code == 403
    organiser = Visitor(app).sign_in(Role.ORGANISER)
    organiser.open("/setup/entry")
    reply = organiser.send(f"/pairing/devices/{guest}/name", name="Нұрлан", **{"from": "entry"})
    assert reply.headers["Location"] == "/setup/entry"
    assert name_of(guest) == "Нұрлан"
    organiser.open("/setup/audit")
    assert "Device renamed Нұрлан" in organiser.text


@pytest.mark.parametrize(("name", "status"), [("", 422), (" \0 ", 422), ("Ы" * 61, 422), ("Ы" * 60, 302)])
def test_a_name_is_a_name(app: Flask, screens: dict[Role, str], name: str, status: int) -> None:
    person = Visitor(app).sign_in(Role.DESK)
    person.open("/pairing")
    assert person.send(f"/pairing/devices/{screens[Role.KIOSK]}/name", name=name).status_code == status
    assert 0 < len(name_of(screens[Role.KIOSK])) <= 60


@pytest.mark.parametrize("typed", [" ", "Экран <у лифта> " + "ы" * 50])
def test_a_refused_name_stays_in_its_field_in_the_list_that_it_was_typed_in(
    app: Flask, screens: dict[Role, str], typed: str
) -> None:
    person = Visitor(app).sign_in(Role.DESK)
    organiser = Visitor(app).sign_in(Role.ORGANISER)
    said = "At most 60 letters, and here are 66." if typed.strip() else "Please write a name."
    for visitor, where, heading in (
        (person, "", "Screens that are in"),
        (organiser, "entry", "How the team signs in"),
        (person, "entry", "Screens that are in"),  # the PINs are the organiser's alone
    ):
        visitor.open("/pairing")
        visitor.send(f"/pairing/devices/{screens[Role.SCREEN]}/name", name=typed, **{"from": where})
        assert heading in visitor.text
        assert ("How the team signs in" in visitor.text) == (visitor is organiser)
        assert visitor.page.count('<details class="confirm" open>') == 1
        [field] = re.findall(r"<input[^>]*autofocus[^>]*>", visitor.page)
        assert f'value="{html.escape(typed)}"' in field
        assert f'aria-invalid="true" aria-describedby="name-{screens[Role.SCREEN]}-wrong"' in field
        assert re.search(f'id="name-{screens[Role.SCREEN]}-wrong">{re.escape(said)}', visitor.page)


def test_one_that_is_out_already_is_not_found(app: Flask, screens: dict[Role, str]) -> None:
    person = Visitor(app).sign_in(Role.DESK)
    person.open("/pairing")
    person.send(f"/pairing/devices/{screens[Role.KIOSK]}/remove")
    for verb in ("name", "remove"):
        assert person.send(f"/pairing/devices/{screens[Role.KIOSK]}/{verb}", name="Снова").status_code == 404


def test_those_with_an_open_page_come_first_and_the_rest_as_they_were_last_heard(app: Flask) -> None:
    hub: Hub = app.extensions[EXTENSION]
    live = hub.live
    page = client_as(app, Role.KIOSK)
    socket = live.io.test_client(app, headers={"Authorization": page.environ_base["HTTP_AUTHORIZATION"]})
    with db.connection_context():
        Device.update(name="Терминал у входа").where(Device.role == Role.KIOSK).execute()
        for name, minutes in (("Давно", 600), ("Недавно", 5)):
            device = devices.admit(Role.KIOSK, name, "")
            Device.update(seen_at=clock.now() - minutes * 60_000).where(Device.id == device.id).execute()
        listed = device_list.look(devices.everybody(), live)
    assert [(one.device.name, one.here) for one in listed] == [
        ("Терминал у входа", True),
        ("Недавно", False),
        ("Давно", False),
    ]
    before = clock.now()
    socket.disconnect()
    with db.connection_context():
        gone = device_list.look(devices.everybody(), live)[0]
    assert (gone.device.name, gone.here, gone.seen_at >= before) == ("Терминал у входа", False, True)
