"""A badge to try a printer with: it bypasses the queue, for the person who asked stands beside the printer."""

from pathlib import Path

from hub import seminar
from kiosk import tickets
from kiosk.models import Printer
from kiosk.paper.badges import Badge, render
from kiosk.paper.papers import sheet
from kiosk.paper.printers import PrinterTrouble, open_printer

# What a printer's own fonts lack: a look at the paper tells that pictures of letters come out.
LETTERS = "ӘҒҚҢӨҰҮҺІ әғқңөұүһі ЎҲЁ Oʻ Gʻ"


def print_trial(printer: Printer, pictures: Path, word: str) -> str:
    """Print it now; "ok" or a code of PrinterTrouble. `word` stands where the first name does.

    Takes seconds at the worst: the printer's own timeouts. Not to be called inside a write.
    """
    address = str(pictures) if printer.driver == "picture_folder" else printer.address
    found = seminar.current()
    badge = Badge(word, printer.name, LETTERS, printer.station, tickets.new_code(found.tag), found.title)
    paper = sheet(printer.paper, printer.dpi)
    device = open_printer(printer.driver, address, paper)
    status = device.status()
    if not status.ok:
        return status.code
    try:
        device.print_badge(render(badge, paper), f"{word} {printer.name}")
    except PrinterTrouble as trouble:
        return trouble.code
    return "ok"
