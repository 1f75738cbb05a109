"""The ways in, as the organiser manages them: PINs, QR links, devices."""

import base64
import io
import re

import pytest
import zxingcpp
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from hub import addresses, entry_pages
from hub.access import STAFF, Role
from hub.database import db
from hub.models import Device
from hub.settings import Settings
from tests.page_visitor import Visitor, pin_of

ADDRESS = re.compile(r'class="link-address">([^<]+)<')


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    found = Visitor(app).sign_in(Role.ORGANISER)
    found.open("/setup/entry")
    return found


def test_all_pins_are_shown(app: Flask, visitor: Visitor) -> None:
    for role in STAFF:
        pin = pin_of(app, role)
        assert f"{pin[:3]} {pin[3:]}" in visitor.text


def test_renewed_pins_shut_the_old_ones_out_and_nobody_who_is_in(app: Flask, visitor: Visitor) -> None:
    old = pin_of(app, Role.DESK)
    visitor.send("/setup/pins")
    assert visitor.open("/setup/entry").status_code == 200
    newcomer = Visitor(app)
    newcomer.open("/sign-in")
    assert newcomer.send("/sign-in", name="Ольга", pin=old).status_code == 403


def test_a_qr_link_leads_a_phone_in(app: Flask, visitor: Visitor) -> None:
    assert visitor.send("/setup/links", role="desk").status_code == 200
    shown = ADDRESS.search(visitor.page)
    assert shown is not None
    path = "/enter/" + shown[1].rpartition("/")[2]
    phone = Visitor(app)
    phone.open(path)
    phone.send(path, name="Тимур")
    assert phone.open("/desk").status_code == 200


def test_a_link_for_no_role_is_refused(visitor: Visitor) -> None:
    assert visitor.send("/setup/links", role="emperor").status_code == 422


def test_a_phone_is_never_sent_to_localhost_while_the_hub_has_an_address(
    app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(addresses, "of", lambda host: ["127.0.0.1", "192.168.1.7", "10.0.0.7"])
    with app.app_context():
        assert entry_pages.reachable("localhost:8000") == ["192.168.1.7:8000", "10.0.0.7:8000"]
        assert entry_pages.reachable("127.0.0.1") == ["192.168.1.7", "10.0.0.7"]
        assert entry_pages.reachable("kiosk.local:8000") == ["kiosk.local:8000"]


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "::1"])
def test_a_hub_that_listens_on_this_machine_alone_names_no_address_that_does_not_answer(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setattr(addresses, "_of_interfaces", lambda: ["192.168.1.7"])
    monkeypatch.setattr(settings, "host", host)
    with app.app_context():
        assert entry_pages.reachable("localhost:8000") == ["localhost:8000"]
        assert entry_pages.reachable("kiosk.example:8000") == ["kiosk.example:8000"], "a proxy stands before it"
    page = app.test_client().get("/timer/display?lang=en", base_url="http://localhost:8000").text
    assert "localhost:8000" in page
    assert "Only this machine can" in page
    assert "192.168.1.7" not in page


def test_without_any_address_the_page_says_so(monkeypatch: pytest.MonkeyPatch, visitor: Visitor) -> None:
    monkeypatch.setattr(addresses, "of", lambda host: ["127.0.0.1"])
    visitor.send("/setup/links", role="desk")
    assert "no address that phones could reach" in visitor.text


def test_a_device_is_shut_out_at_once(app: Flask, visitor: Visitor) -> None:
    guest = Visitor(app).sign_in(Role.DESK, name="Гость")
    with db.connection_context():
        device = Device.get(Device.name == "Гость")
    assert visitor.send(f"/pairing/devices/{device.id}/remove").status_code == 302
    assert guest.open("/desk").status_code == 302, "to the door"
    visitor.open("/setup/audit")
    assert "Device shut out Гость" in visitor.text


def test_an_unknown_device_is_told_so(visitor: Visitor) -> None:
    assert visitor.send("/pairing/devices/nobody/remove").status_code == 404


@pytest.mark.parametrize("path", ["/setup/pins", "/setup/links"])
def test_only_the_organiser_changes_the_ways_in(desk: FlaskClient, path: str) -> None:
    assert desk.post(path, data={"role": "organiser"}).status_code == 403


def test_the_picture_is_a_qr_of_the_address() -> None:
    kind, _, data = entry_pages.qr_picture("http://192.168.1.7:8000/enter/abc").partition(",")
    assert kind == "data:image/svg+xml;base64"
    drawn = base64.b64decode(data).decode()
    assert "<script" not in drawn
    assert _read(drawn) == "http://192.168.1.7:8000/enter/abc"


def _read(svg: str) -> str:
    """Draw the squares of the SVG's path and read them as a camera would."""
    side = int(re.findall(r'viewBox="0 0 (\d+)', svg)[0])
    image = Image.new("L", (side * 4, side * 4), 255)
    for x, y in re.findall(r"M(\d+),(\d+)H", svg):
        image.paste(0, (int(x) * 4, int(y) * 4, int(x) * 4 + 4, int(y) * 4 + 4))
    kept = io.BytesIO()
    image.save(kept, "PNG")
    return zxingcpp.read_barcodes(Image.open(kept))[0].text
