"""Finding a printer, and the form in which it is set up."""

import re

import pytest
from flask import Flask
from playwright.sync_api import Browser, expect

from hub import devices, seminar
from hub.access import Role
from hub.database import db
from kiosk.paper.finding import Found, usb_bus
from tests.conftest import TESTER
from tests.kiosk.paper.printers_in_use import printer
from tests.live_hub import LiveHub
from tests.page_visitor import Visitor
from tests.printer_emulator import PrinterEmulator


def test_a_found_printer_fills_the_form_by_one_tap(organising: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    plugged = Found("brother_file", "/dev/usb/lp0 QL-700", "Brother QL-700", "endless62", 300, "no_permission")
    monkeypatch.setattr(usb_bus, "look", lambda: [plugged])
    organising.open("/badges/printers/find")
    assert "Brother QL-700" in organising.text
    assert 'SUBSYSTEM=="usbmisc", KERNEL=="lp[0-9]*", MODE="0660"' in organising.text
    link = organising.page.partition('class="button primary" href="')[2].partition('"')[0].replace("&amp;", "&")
    organising.open(link + "&lang=en")
    assert 'value="/dev/usb/lp0 QL-700"' in organising.page
    assert '<option value="endless62" selected' in organising.page
    assert '<option value="brother_file" selected' in organising.page


@pytest.mark.parametrize(
    ("station", "known"),
    [("", True), ("desk  2", True), ("Стойка Прессы", True), ("терминал у входа", True), ("Стойка", False)],
)
def test_the_form_offers_the_desks_and_says_that_one_is_none_yet(
    app: Flask, organising: Visitor, station: str, *, known: bool
) -> None:
    with db.connection_context():
        seminar.change(TESTER, language="en")
        devices.admit(Role.KIOSK, "Терминал у входа", "")
        devices.sit_at(devices.admit(Role.DESK, "Динара", "").id, "Стойка прессы")
        devices.sit_at(devices.admit(Role.DESK, "Тимур", "").id, "DESK 1")
    organising.open(f"/badges/printers/{printer(station=station).id}")
    offered = re.findall(r'<option value="([^"]*)">', organising.page.partition('<datalist id="desks">')[2])
    assert offered[:5] == ["Desk 1", "Desk 2", "Desk 3", "Стойка прессы", "Терминал у входа"]
    assert 'role="status" hidden>There is no such desk yet' in organising.page or not known
    assert 'role="status">There is no such desk yet' in organising.page or known


@pytest.mark.browser
def test_a_slip_in_a_desks_name_is_told_while_it_is_typed(browser: Browser, hub: LiveHub) -> None:
    context = browser.new_context(extra_http_headers={"Authorization": f"Bearer {hub.token(Role.ORGANISER)}"})
    page = context.new_page()
    page.goto(f"{hub.url}/badges/printers/new")
    unknown, station = page.locator("#station-unknown"), page.locator("#station")
    usual = page.locator("#desks option").first.get_attribute("value") or ""
    for typed, told in (("Стойка", True), (f" {usual.upper()} ", False), ("", False)):
        station.fill(typed)
        station.blur()
        expect(unknown).to_be_visible(visible=told)
    context.close()


def test_the_network_is_asked_at_one_address_only(organising: Visitor) -> None:
    organising.open("/badges/printers/find")
    with PrinterEmulator() as machine:
        organising.send("/badges/printers/find", address=machine.address)
        assert machine.address in organising.text
        assert machine.connections == 1
    organising.send("/badges/printers/find", address="127.0.0.1:1")
    assert "Nobody answers at 127.0.0.1:1" in organising.text
    assert organising.send("/badges/printers/find", address="a b; c").status_code == 422
    assert 'aria-describedby="address-wrong address-hint"' in organising.page


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ("192.168.1.50", True),
        ("192.168.1.50:9100", True),
        ("printer-2.local:65535", True),
        ("3d-printer", True),
        ("[fe80::1]:9100", True),
        ("999.1.1.1", False),
        ("192.168.1", False),
        ("192.168.1.256:9100", False),
        ("192.168.1.50:65536", False),
        ("192.168.1.50:0", False),
        ("1234", False),
        (".", False),
        ("принтер..local", False),
    ],
)
def test_an_address_that_cannot_be_is_refused_at_its_field(organising: Visitor, address: str, fits: bool) -> None:
    fields = {"driver": "escpos_network", "paper": "roll80", "dpi": "203", "name": "Стойка"}
    assert organising.send("/badges/printers/new", **fields, address=address).status_code == (302 if fits else 422)
    assert fits or 'id="address-wrong"' in organising.page


def test_a_name_too_long_is_refused_and_not_cut(organising: Visitor) -> None:
    fields = {"driver": "picture_folder", "paper": "roll80", "dpi": "203"}
    assert organising.send("/badges/printers/new", **fields, name="П" * 61).status_code == 422
    assert 'id="name-wrong"' in organising.page
    assert "П" * 61 in organising.page
    assert 'data-letters-of="name"' in organising.page
