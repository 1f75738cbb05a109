"""A badge over the network: what arrives, and what is said when it does not."""

import time

import pytest
import zxingcpp
from PIL import ImageChops

from kiosk.paper.badges import Badge, render
from kiosk.paper.papers import Sheet, sheet
from kiosk.paper.printers import Outcome, PrinterStatus, PrinterTrouble, open_printer
from kiosk.paper.printers.escpos import Escpos
from kiosk.paper.printers.escpos_network import connect
from kiosk.paper.printers.lines.network import place
from tests.kiosk.paper.badge_people import CODE, FIVE, HARD, ROLL
from tests.printer_emulator import PrinterEmulator

BADGE = render(FIVE[0], ROLL)
NAME = (0, 60, 576, 255)
# Nothing may take longer: to connect, to send, to wait for the answer in turn, to ask once more.
LONGEST_S = 8.0


def to(printer: PrinterEmulator, paper: Sheet = ROLL) -> Escpos:
    """The driver, pointed at the emulator."""
    return connect(printer.address, paper)


@pytest.mark.parametrize("person", [*FIVE, *HARD[:5]])
def test_what_arrives_is_the_badge_dot_for_dot(person: Badge) -> None:
    badge = render(person, ROLL)
    with PrinterEmulator() as printer:
        to(printer).print_badge(badge, "")
        (out,) = printer.wait_for(1)
    assert [found.text for found in zxingcpp.read_barcodes(out.convert("L"))] == [CODE]
    assert ImageChops.difference(out.convert("L").crop(NAME), badge.convert("L").crop(NAME)).getbbox() is None


@pytest.mark.parametrize("paper", [sheet("roll58", 203), sheet("a7", 203), sheet("roll104", 203)])
def test_any_width_of_paper_gets_its_picture_whole(paper: Sheet) -> None:
    badge, width = render(FIVE[0], paper), paper.width
    with PrinterEmulator() as printer:
        to(printer, paper).print_badge(badge, "")
        (out,) = printer.wait_for(1)
    assert out.crop((0, 0, width, badge.height)).tobytes() == badge.tobytes()
    assert ImageChops.invert(out.convert("L")).crop((width, 0, out.width, out.height)).getbbox() is None


@pytest.mark.parametrize("address", ["127.0.0.1:91000", "printer..local"])
def test_an_address_that_cannot_be_is_a_printer_that_cannot_be_reached(address: str) -> None:
    assert connect(address, ROLL).status() == PrinterStatus(False, "unreachable")


@pytest.mark.parametrize(("mode", "outcome"), [("ok", "printed"), ("slow", "printed"), ("simple", "sent")])
def test_a_good_printer_takes_one_badge_after_another_and_only_an_answer_in_turn_is_printed(
    mode: str, outcome: Outcome
) -> None:
    with PrinterEmulator(mode) as printer:
        driver = to(printer)
        assert driver.status() == PrinterStatus(True, "ok")
        assert driver.print_badge(BADGE, "") == outcome
        assert driver.print_badge(BADGE, "") == outcome
        assert len(printer.wait_for(2)) == 2


@pytest.mark.usefixtures("in_a_hurry")
@pytest.mark.parametrize(
    ("mode", "code"),
    [
        ("off", "unreachable"),
        ("mute", "mute"),
        ("out_of_paper", "out_of_paper"),
        ("cover_open", "cover_open"),
        ("offline", "offline"),
    ],
)
def test_a_printer_that_cannot_print_says_why_before_it_gets_anything(mode: str, code: str) -> None:
    began = time.monotonic()
    with PrinterEmulator(mode) as printer:
        driver = to(printer)
        assert driver.status() == PrinterStatus(False, code)
        with pytest.raises(PrinterTrouble, match=code) as caught:
            driver.print_badge(BADGE, "")
        assert not caught.value.begun
        assert time.monotonic() - began < LONGEST_S
        assert printer.badges == []


@pytest.mark.usefixtures("in_a_hurry")
@pytest.mark.parametrize(
    ("mode", "code"), [("stall", "stalled"), ("cut_midway", "closed_midway"), ("jam", "out_of_paper")]
)
def test_a_badge_that_breaks_off_in_the_middle_is_never_called_taken(mode: str, code: str) -> None:
    began = time.monotonic()
    with PrinterEmulator(mode) as printer, pytest.raises(PrinterTrouble, match=code) as caught:
        to(printer).print_badge(BADGE, "")
    assert caught.value.begun
    assert time.monotonic() - began < LONGEST_S


def test_a_printer_that_comes_back_takes_the_next_badge() -> None:
    with PrinterEmulator("off") as printer:
        driver = to(printer)
        with pytest.raises(PrinterTrouble, match="unreachable"):
            driver.print_badge(BADGE, "")
        printer.become("ok")
        driver.print_badge(BADGE, "")
        assert len(printer.wait_for(1)) == 1


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.168.1.50", ("192.168.1.50", 9100)),
        (" printer.local:9101 ", ("printer.local", 9101)),
        ("[fe80::1]:9100", ("fe80::1", 9100)),
    ],
)
def test_addresses_are_read_as_people_write_them(address: str, expected: tuple[str, int]) -> None:
    assert place(address) == expected


@pytest.mark.parametrize("address", ["", "host:99999", "no such host", "host:port:9100"])
def test_an_address_that_leads_nowhere_is_unreachable(address: str) -> None:
    assert connect(address, ROLL).status() == PrinterStatus(False, "unreachable")


def test_only_drivers_of_the_house_are_opened() -> None:
    with pytest.raises(ValueError, match="os"):
        open_printer("os", "", ROLL)
