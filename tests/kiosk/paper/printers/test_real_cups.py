"""The print service itself, where it is installed; everywhere else the emulator has to do."""

import pypdfium2
import pytest
import zxingcpp

from kiosk.paper.badges import render
from kiosk.paper.papers import sheet
from kiosk.paper.printers import PrinterStatus, open_printer
from tests.kiosk.paper.badge_people import CODE, FIVE
from tests.print_service import queue

pytestmark = pytest.mark.cups


def test_a_badge_goes_through_cups_and_is_printed_when_cups_says_completed() -> None:
    paper = sheet("62x100", 300)
    with queue() as (address, sink):
        printer = open_printer("cups_queue", address, paper)
        assert printer.status() == PrinterStatus(True, "ok")
        assert printer.print_badge(render(FIVE[3], paper), "Ёлкина-Берёзкина Ольга") == "printed"
        assert printer.print_badge(render(FIVE[0], paper), "Қасымқызы Айгүл") == "printed"
    assert len(sink.documents) == 2
    page = pypdfium2.PdfDocument(sink.documents[0])[0].render(scale=300 / 72).to_pil()
    assert [found.text for found in zxingcpp.read_barcodes(page.convert("L"))] == [CODE]
