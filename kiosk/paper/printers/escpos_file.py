"""A receipt printer that the system shows as a file."""

from hub.i18n import N_
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Kind, escpos
from kiosk.paper.printers.lines import device_file

KIND = Kind(
    name=N_("Receipt printer as a device file (ESC/POS)"),
    hint=N_("Its file: /dev/usb/lp0"),
    address=device_file.ADDRESS,
    papers=escpos.PAPERS,
    resolutions=escpos.RESOLUTIONS,
)


def connect(address: str, sheet: Sheet) -> escpos.Escpos:
    """Return the printer behind this file. Many such never answer: the file is there while the printer is on."""
    return escpos.Escpos(device_file.at(address), sheet, talks=False)
