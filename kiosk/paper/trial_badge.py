"""A badge to try a printer with: it bypasses the queue, for the person who asked stands beside the printer."""

from collections.abc import Callable
from pathlib import Path

from PIL import Image

from hub import seminar
from kiosk import tickets
from kiosk.models import Printer
from kiosk.paper import print_claims, printer_list, scanner_card
from kiosk.paper.badges import Badge, render
from kiosk.paper.layouts.layout import Layout
from kiosk.paper.layouts.shipping import CLASSIC
from kiosk.paper.papers import Sheet, sheet
from kiosk.paper.printers import PrinterTrouble

# What a printer's own fonts lack: a look at the paper tells that pictures of letters come out.
LETTERS = "ӘҒҚҢӨҰҮҺІ әғқңөұүһі ЎҲЁ Oʻ Gʻ"


def print_trial(printer: Printer, pictures: Path, word: str, layout: Layout = CLASSIC) -> str:
    """Print it now; an Outcome or a code of PrinterTrouble. `word` stands where the first name does.

    Takes seconds at the worst: the printer's own timeouts. Not to be called inside a write.
    """
    found = seminar.current()
    badge = Badge(word, printer.name, LETTERS, printer.station, tickets.new_code(found.tag), found.title)
    return _print(printer, pictures, f"{word} {printer.name}", lambda paper: render(badge, paper, layout))


def print_card(printer: Printer, pictures: Path, title: str) -> str:
    """Print the card for scanners now; as `print_trial`."""
    return _print(printer, pictures, title, lambda paper: scanner_card.draw(paper, title))


def _print(printer: Printer, pictures: Path, label: str, draw: Callable[[Sheet], Image.Image]) -> str:
    device = printer_list.opened(printer, pictures)
    status = device.status()
    if status.ok:
        try:
            outcome = device.print_badge(draw(sheet(printer.paper, printer.dpi)), label)
        except PrinterTrouble as trouble:
            return _told(printer, trouble.code)
        printer_list.used_label(printer.id)
        _told(printer, "ok")
        return str(outcome)
    return _told(printer, status.code)


def _told(printer: Printer, state: str) -> str:
    """What has just been heard of the printer is what its card says, too."""
    print_claims.note(printer, state)
    return state
