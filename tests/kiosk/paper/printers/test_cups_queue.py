"""A print queue at its wire: the page is the paper's own size, and only "completed" is printed."""

import struct
from pathlib import Path

import pytest
import zxingcpp

from kiosk.paper.badges import render
from kiosk.paper.papers import PAPERS, sheet
from kiosk.paper.printers import PrinterStatus, PrinterTrouble, ipp, kind, open_printer
from kiosk.paper.printers.pdf_folder import page_mm
from tests.ipp_emulator import IppEmulator
from tests.kiosk.paper.badge_people import CODE, FIVE

LABEL = sheet("62x100", 300)
BADGE = render(FIVE[3], LABEL)


@pytest.mark.parametrize("code", PAPERS)
def test_on_every_paper_the_page_is_the_papers_own_size_and_its_code_can_be_read(code: str) -> None:
    paper = sheet(code, 300)
    with IppEmulator() as queue:
        printer = open_printer("cups_queue", queue.address, paper)
        assert printer.print_badge(render(FIVE[3], paper), "Ёлкина-Берёзкина Ольга") == "printed"
        assert queue.named == ["Ёлкина-Берёзкина Ольга"]
        assert queue.sizes[0] == pytest.approx(page_mm(paper), abs=0.5)
        assert [found.text for found in zxingcpp.read_barcodes(queue.pages[0])] == [CODE]


@pytest.mark.usefixtures("in_a_hurry")
@pytest.mark.parametrize(
    ("mode", "code"),
    [
        ("out_of_paper", "out_of_paper"),
        ("cover_open", "cover_open"),
        ("offline", "offline"),
        ("off", "unreachable"),
        ("mute", "mute"),
    ],
)
def test_what_keeps_a_queue_from_printing_is_told_before_it_gets_a_job(mode: str, code: str) -> None:
    with IppEmulator(mode) as queue:
        printer = open_printer("cups_queue", queue.address, LABEL)
        assert printer.status() == PrinterStatus(False, code)
        with pytest.raises(PrinterTrouble, match=code) as caught:
            printer.print_badge(BADGE, "")
        assert not caught.value.begun
        assert queue.pages == []


@pytest.mark.usefixtures("in_a_hurry")
@pytest.mark.parametrize(
    ("mode", "code", "begun"),
    [("refuse", "refused", False), ("give_up", "cancelled", True), ("never", "stalled", True)],
)
def test_a_job_that_does_not_end_well_is_no_badge_and_leaves_nothing_behind(mode: str, code: str, begun: bool) -> None:
    with IppEmulator(mode) as queue, pytest.raises(PrinterTrouble, match=code) as caught:
        open_printer("cups_queue", queue.address, LABEL).print_badge(BADGE, "")
    assert caught.value.begun == begun
    assert (ipp.CANCEL_JOB in queue.asked) == (mode == "never"), "it would come out when the printer returns"


def test_without_the_print_service_a_queue_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ipp, "SOCKET", tmp_path / "none")
    monkeypatch.setattr(ipp, "PORT", 1)
    assert open_printer("cups_queue", "Badge", LABEL).status() == PrinterStatus(False, "no_cups")


@pytest.mark.parametrize(
    "answer", [b"", b"\x01\x01", b"\x01\x01\x00\x00" + b"\xff" * 40, b"\x01\x01\x00\x00\0\0\0\1\x04\x21"]
)
def test_a_damaged_answer_is_an_error_of_its_own(answer: bytes) -> None:
    with pytest.raises(ipp.IppError):
        ipp.understood(answer)


def test_a_message_is_read_back_as_it_was_written() -> None:
    wanted: ipp.Attributes = {"job-name": ["Әлия"], "job-id": [7], "media-col": [{"media-size": {"x-dimension": 6200}}]}
    status, groups = ipp.parsed(struct.pack(">BBHI", 1, 1, 2, 1) + ipp._group(2, wanted) + b"\x03")
    assert (status, groups) == (2, [{"job-name": ["Әлия"], "job-id": [7]}])


@pytest.mark.parametrize(
    ("address", "fits"),
    [
        ("Badge", True),
        ("Brother_QL-820", True),
        ("ipp://192.168.1.80/ipp/print", True),
        ("ipp://[fe80::1]:631/ipp/print", True),
        ("", False),
        ("../etc", False),
        ("http://x", False),
    ],
)
def test_a_queue_is_known_by_its_name_or_its_address(address: str, fits: bool) -> None:
    assert kind("cups_queue").fits(address) == fits
