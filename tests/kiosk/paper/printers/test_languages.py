"""Every kind of badge printer at its wire: what arrives is the badge dot for dot, and what is wrong is told in time."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pytest
import zxingcpp
from PIL import ImageChops

from kiosk.paper.badges import render
from kiosk.paper.papers import Sheet, sheet
from kiosk.paper.printers import Printer, PrinterStatus, PrinterTrouble, kind, open_printer
from tests.brother_paper import BrotherPaper
from tests.kiosk.paper.badge_people import CODE, FIVE
from tests.printer_emulator import DeviceEmulator, Emulator, Language, PrinterEmulator

# Driver -> how its device says that a badge is out.
WIRES = {
    "escpos_network": "printed",
    "escpos_file": "printed",
    "escpos_serial": "printed",
    "brother_network": "printed",
    "brother_file": "printed",
    "zebra_network": "printed",
    "zebra_file": "printed",
}
LABELS = {"62x100": (62, 100), "29x90": (29, 90)}
SIZED = ("escpos_network", "brother_file", "zebra_network")
SIZES = [(driver, paper) for driver in SIZED for paper in kind(driver).papers]


def language_of(driver: str, paper: Sheet) -> Language | str:
    """What the machine understands; a Brother holds the labels it is asked for."""
    if driver.startswith("brother"):
        return partial(BrotherPaper, loaded=LABELS.get(paper.paper.code, (62, 0)))
    return driver.partition("_")[0]


def usual(driver: str) -> Sheet:
    """The first paper and resolution of a kind."""
    return sheet(kind(driver).papers[0], kind(driver).resolutions[0])


@contextmanager
def at_work(driver: str, mode: str = "ok", paper: Sheet | None = None) -> Iterator[tuple[Emulator, Printer]]:
    """A machine in this mood, and the driver that is pointed at it."""
    loaded = paper or usual(driver)
    language = language_of(driver, loaded)
    if driver.endswith("_network"):
        with PrinterEmulator(mode, language) as machine:
            yield machine, open_printer(driver, machine.address, loaded)
    else:
        with DeviceEmulator(mode, language) as device:
            yield device, open_printer(driver, device.path, loaded)


@pytest.mark.parametrize(("driver", "code"), SIZES)
def test_on_every_paper_the_badge_arrives_dot_for_dot(driver: str, code: str) -> None:
    for dpi in kind(driver).resolutions[:2]:
        paper = sheet(code, dpi)
        badge = render(FIVE[3], paper)
        with at_work(driver, paper=paper) as (machine, printer):
            assert printer.print_badge(badge, "") == "printed"
            (out,) = machine.wait_for(1)
        whole = out.crop((0, 0, paper.width, paper.height)).convert("L")
        assert ImageChops.difference(whole, badge.convert("L")).getbbox() is None
        assert [found.text for found in zxingcpp.read_barcodes(whole)] == [CODE]


@pytest.mark.parametrize("driver", WIRES)
def test_through_every_wire_one_badge_after_another_comes_out(driver: str) -> None:
    badge = render(FIVE[0], usual(driver))
    with at_work(driver) as (machine, printer):
        assert printer.status() == PrinterStatus(True, "ok")
        assert [printer.print_badge(badge, "") for _ in range(2)] == [WIRES[driver]] * 2
        assert all(out.tobytes() == badge.tobytes() for out in machine.wait_for(2))


@pytest.mark.usefixtures("in_a_hurry")
@pytest.mark.parametrize("mode", ["out_of_paper", "cover_open", "offline"])
@pytest.mark.parametrize("driver", WIRES)
def test_what_keeps_a_printer_from_printing_is_told_before_it_gets_anything(driver: str, mode: str) -> None:
    badge = render(FIVE[0], usual(driver))
    with at_work(driver, mode) as (machine, printer):
        assert printer.status() == PrinterStatus(False, mode)
        with pytest.raises(PrinterTrouble, match=mode) as caught:
            printer.print_badge(badge, "")
        assert not caught.value.begun
        machine.become("ok")
        assert printer.print_badge(badge, "") == "printed"
        assert len(machine.wait_for(1)) == 1


@pytest.mark.usefixtures("in_a_hurry")
@pytest.mark.parametrize(
    ("driver", "outcome"),
    [
        ("escpos_file", "sent"),  # many such printers have nothing to say
        ("brother_network", "sent"),  # none of them says anything there
        ("escpos_serial", "mute"),
        ("brother_file", "mute"),
        ("zebra_network", "mute"),
    ],
)
def test_a_printer_that_says_nothing_is_never_said_to_have_printed(driver: str, outcome: str) -> None:
    badge = render(FIVE[0], usual(driver))
    with at_work(driver, "mute") as (machine, printer):
        if outcome == "sent":
            assert printer.status().ok
            assert printer.print_badge(badge, "") == "sent"
            assert len(machine.wait_for(1)) == 1
        else:
            assert printer.status() == PrinterStatus(False, outcome)
            assert machine.badges == []


@pytest.mark.usefixtures("in_a_hurry")
@pytest.mark.parametrize(("mode", "code"), [("stall", "stalled"), ("jam", "out_of_paper")])
@pytest.mark.parametrize("driver", WIRES)
def test_a_badge_that_breaks_off_is_doubtful_within_seconds(driver: str, mode: str, code: str) -> None:
    began = time.monotonic()
    badge = render(FIVE[2], usual(driver))
    with at_work(driver, mode) as (_, printer), pytest.raises(PrinterTrouble) as caught:
        printer.print_badge(badge, "")
    assert caught.value.begun
    assert caught.value.code == code
    assert time.monotonic() - began < 8


@pytest.mark.usefixtures("in_a_hurry")
@pytest.mark.parametrize("driver", ["escpos_network", "brother_network", "zebra_network", "escpos_file"])
def test_a_line_cut_in_the_middle_is_doubtful(driver: str) -> None:
    with at_work(driver, "cut_midway") as (_, printer), pytest.raises(PrinterTrouble, match="closed_midway") as caught:
        printer.print_badge(render(FIVE[2], usual(driver)), "")
    assert caught.value.begun


@pytest.mark.usefixtures("in_a_hurry")
@pytest.mark.parametrize("driver", ["escpos_network", "brother_network", "zebra_network"])
def test_a_printer_that_is_switched_on_later_prints_then(driver: str) -> None:
    badge = render(FIVE[0], usual(driver))
    with at_work(driver, "off") as (machine, printer):
        with pytest.raises(PrinterTrouble, match="unreachable"):
            printer.print_badge(badge, "")
        machine.become("ok")
        assert printer.print_badge(badge, "") == "printed"


@pytest.mark.parametrize("driver", ["brother_file", "zebra_network"])
def test_a_slow_printer_is_waited_for(driver: str) -> None:
    with at_work(driver, "slow") as (machine, printer):
        machine.rate = 40_000
        assert printer.print_badge(render(FIVE[0], usual(driver)), "") == "printed"


def test_a_zebra_that_counts_no_labels_only_takes_them() -> None:
    badge = render(FIVE[0], usual("zebra_network"))
    with at_work("zebra_network", "simple") as (machine, printer):
        assert [printer.print_badge(badge, "") for _ in range(2)] == ["sent", "sent"]
        assert len(machine.wait_for(2)) == 2


def test_a_brother_with_other_labels_in_it_says_so_and_wastes_none() -> None:
    badge = render(FIVE[0], sheet("29x90", 300))
    with PrinterEmulator("ok", "brother") as machine:
        printer = open_printer("brother_network", machine.address, sheet("29x90", 300))
        assert printer.status() == PrinterStatus(False, "wrong_width")
        with pytest.raises(PrinterTrouble, match="wrong_width") as caught:
            printer.print_badge(badge, "")
        assert not caught.value.begun
        assert machine.badges == []
