"""Rolls, cards and the second printer, by their pages; and what the command line says of printers."""

import re
import uuid
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner
from flask import Flask

from hub.cli import build
from hub.database import db, write
from hub.settings import Settings
from kiosk.models import Attendee, Printer
from kiosk.paper import extras, print_jobs, printer_words
from kiosk.paper.printers import DRIVERS, Kind, kinds, permissions
from kiosk.paper.scanner_card import HALVES
from tests.conftest import TESTER
from tests.kiosk.paper.printers_in_use import printer
from tests.page_visitor import Visitor
from tests.printer_emulator import PrinterEmulator


def kept(row: Printer) -> Printer:
    with db.connection_context():
        found: Printer = Printer.get_by_id(row.id)
        return found


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("mute", "answers nothing since 13:45: switch it off and on"),
        ("unreachable", "does not answer since 13:45: is it on and in the network?"),
        ("ok", "ready since 13:45 labels"),
    ],
)
def test_since_when_stands_with_what_is_the_matter_not_with_what_to_do(
    organising: Visitor, state: str, said: str
) -> None:
    noon = datetime(2026, 5, 12, 13, 45, tzinfo=ZoneInfo("Asia/Almaty"))
    printer(state=state, state_at=int(noon.timestamp() * 1000))
    organising.open("/badges")
    assert said in re.sub(r"\s+", " ", organising.text).replace(" :", ":")


@pytest.mark.parametrize(("surname", "whole"), [("Ж" * 300, True), ("Қасымқызы", False)])
def test_a_row_is_two_lines_of_a_name_and_keeps_the_rest_at_hand(
    organising: Visitor, cast: dict[str, Attendee], surname: str, *, whole: bool
) -> None:
    person = cast["aigul"]
    with db.connection_context():
        Attendee.update(surname=surname).where(Attendee.id == person.id).execute()
        print_jobs.reprint(person.id, str(uuid.uuid4()), "", TESTER)
    organising.open("/badges")
    name = f"{surname} {person.first_name}"
    told = f' title="{name}"' if whole else ""
    assert f'<span class="two-lines"{told}>{name}</span>' in organising.page


@pytest.mark.parametrize(("mode", "state"), [("out_of_paper", "out_of_paper"), ("ok", "ok")])
def test_the_card_of_a_printer_says_what_its_test_badge_has_told(organising: Visitor, mode: str, state: str) -> None:
    with PrinterEmulator(mode) as machine:
        row = printer("escpos_network", address=machine.address, state="mute")
        organising.open("/badges")
        organising.send(f"/badges/printers/{row.id}/try")
        assert kept(row).state == state


def test_a_package_is_added_where_the_program_came_from(tmp_path: Path) -> None:
    assert extras.command("brother", tmp_path) == 'pip install "event-day-box[brother]"'
    (tmp_path / "pyproject.toml").touch()
    assert extras.command("brother", tmp_path) == '.venv/bin/pip install -e ".[brother]"'


@pytest.mark.parametrize(("labels", "left"), [("300", 300), ("", None)])
def test_a_new_roll_is_counted(organising: Visitor, labels: str, left: int | None) -> None:
    row = printer(labels_left=5)
    organising.open("/badges")
    assert "5 labels left on the roll; have the next roll at hand" in organising.text
    assert organising.send(f"/badges/printers/{row.id}/roll", labels=labels).status_code == 302
    assert kept(row).labels_left == left


def test_a_roll_that_is_at_its_end_by_the_count_asks_for_the_next(organising: Visitor) -> None:
    printer(labels_left=0)
    organising.open("/badges")
    assert "By the count the roll is at its end" in organising.text
    assert "0 labels" not in organising.text


def test_labels_that_nobody_counts_are_said_to_be_so_and_counting_ends_by_a_button(organising: Visitor) -> None:
    row = printer(labels_left=300)
    organising.open("/badges")
    organising.send(f"/badges/printers/{row.id}/roll", labels="200", none="true")
    assert kept(row).labels_left is None
    organising.open("/badges")
    assert "labels are not counted" in organising.text
    assert "Count the labels" in organising.text


@pytest.mark.parametrize(
    ("others", "said"),
    [
        ([], "for all desks"),
        ([{"station": "Стол 1"}], "for desks without a printer of their own"),
        ([{"is_default": True}], "only as a stand-in and in advance"),
    ],
)
def test_it_is_said_whose_badges_come_out_of_a_printer(
    organising: Visitor, others: list[dict[str, Any]], said: str
) -> None:
    row = printer()
    for number, facts in enumerate(others):
        printer(name=f"Другой {number}", **facts)
    organising.open("/badges/now")
    listed = organising.page.partition(f'data-printer="{row.id}"')[2].partition("</small>")[0]
    assert said in listed


@pytest.mark.parametrize("labels", ["0", "-1", "many", "9" * 30])
def test_a_roll_of_no_number_is_refused(organising: Visitor, labels: str) -> None:
    row = printer()
    assert organising.send(f"/badges/printers/{row.id}/roll", labels=labels).status_code == 422
    assert kept(row).labels_left is None


def write_state(row: Printer, state: str) -> None:
    """How the printer was when it was asked last."""
    with db.connection_context():
        write(lambda: Printer.update(state=state).where(Printer.id == row).execute())


def test_who_stands_in_is_said_and_nobody_stands_in_for_himself(organising: Visitor) -> None:
    second = printer()
    fields = {"name": "Первый", "driver": "picture_folder", "paper": "roll80", "dpi": "203"}
    organising.send("/badges/printers/new", **fields, second=str(second.id))
    with db.connection_context():
        first = Printer.get(Printer.name == "Первый")
    write_state(first, "out_of_paper")
    assert first.second == second
    organising.open("/badges")
    assert "“Стойка” prints in its place." in organising.text
    write_state(second, "cover_open")
    organising.open("/badges")
    assert "“Стойка”, which stands in, cannot print either: badges wait." in organising.text
    assert "in its place" not in organising.text
    assert organising.send(f"/badges/printers/{first.id}", **fields, second=str(first.id)).status_code == 409
    assert "cannot stand in for itself" in organising.text
    assert organising.send(f"/badges/printers/{first.id}", **fields, second="999").status_code == 404
    organising.send(f"/badges/printers/{second.id}/remove")
    assert kept(first).second_id is None


def test_the_card_is_printed_and_what_the_scanner_types_is_judged(organising: Visitor, app: Flask) -> None:
    row = printer(labels_left=9)
    organising.open("/badges/scanner")
    reply = organising.send(f"/badges/printers/{row.id}/card")
    assert reply.location.endswith("/badges/scanner"), "where its codes are scanned"
    organising.open("/badges/scanner")
    assert "the card is out" in organising.text
    assert kept(row).labels_left == 8
    for typed, shape, said in (
        (HALVES[0], "go", "types rightly"),
        ("4600051000057", "stop", "It typed: 4600051000057"),
    ):
        organising.send("/badges/scanner", typed=typed)
        assert f'data-verdict="{shape}"' in organising.page
        assert said in organising.text


def test_a_package_that_is_missing_is_named_with_the_command_that_adds_it(
    organising: Visitor, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = printer("brother_network", address="10.0.0.5", paper="endless62", dpi=300)
    monkeypatch.setattr(Kind, "missing", property(lambda kind: kind.package == "brother_ql"))
    organising.open("/badges")
    organising.send(f"/badges/printers/{row.id}/try")
    organising.open("/badges")
    assert extras.command("brother") in organising.text


def test_every_kind_says_what_it_is_and_no_two_say_the_same() -> None:
    assert list(kinds()) == list(DRIVERS)
    assert len({kind.name for kind in kinds().values()}) == len(DRIVERS)
    for kind in kinds().values():
        assert kind.hint
        assert kind.papers
        assert kind.resolutions
        assert kind.into_folder or not kind.fits("")


@pytest.mark.parametrize(
    ("address", "device"),
    [
        ("04B8:0202", 'SUBSYSTEM=="usb", ATTR{idVendor}=="04b8", ATTR{idProduct}=="0202"'),
        ("/dev/usb/lp0 QL-700", 'SUBSYSTEM=="usbmisc", KERNEL=="lp[0-9]*"'),
        ("/dev/ttyUSB0@9600", 'KERNEL=="ttyUSB0"'),
    ],
)
def test_the_line_for_udev_names_the_device(address: str, device: str) -> None:
    assert permissions.udev_line(address).startswith(f'{device}, MODE="0660", GROUP="')


def test_the_command_line_asks_each_printer_and_ends_red_where_one_cannot_print(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_DATA", str(settings.data))
    monkeypatch.setenv("KIOSK_LANGUAGE", "en")
    runner = CliRunner()
    none = runner.invoke(build(), ["check"])
    assert (none.exit_code, "none is set up" in none.output) == (1, True)
    with PrinterEmulator() as machine:
        printer("escpos_network", address=machine.address)
        well = runner.invoke(build(), ["check"])
        assert (well.exit_code, "+ Стойка: ready" in well.output) == (0, True)
        machine.become("out_of_paper")
        empty = runner.invoke(build(), ["check"])
        assert (empty.exit_code, "! Стойка: out of paper" in empty.output) == (1, True)


def test_the_command_line_says_the_very_line_to_type(
    app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_DATA", str(settings.data))
    monkeypatch.setattr(Kind, "missing", property(lambda kind: kind.package == "zebrafy"))
    printer("zebra_network", address="10.0.0.5", paper="a7")
    said = CliRunner().invoke(build(), ["check"])
    assert (said.exit_code, extras.command("zebra") in said.output) == (1, True)


def test_every_trouble_has_its_words() -> None:
    for code in ("package_missing", "libusb_missing", "no_permission", "no_cups"):
        assert printer_words.remedy(code, "escpos_usb", "04b8:0202") is not None
    assert printer_words.remedy("out_of_paper", "escpos_usb", "04b8:0202") is None
