"""A receipt printer at a USB port that the system itself does not drive."""

from hub.i18n import N_
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Kind, escpos
from kiosk.paper.printers.lines import usb_port

KIND = Kind(
    name=N_("Receipt printer by USB (ESC/POS)"),
    hint=N_("Its USB numbers, as lsusb prints them: 04b8:0202"),
    address=usb_port.ADDRESS,
    papers=escpos.PAPERS,
    resolutions=escpos.RESOLUTIONS,
    package="usb",
    extra="usb",
)


def connect(address: str, sheet: Sheet) -> escpos.Escpos:
    """Return the printer with these numbers. Many such never answer: that it is there says that it is on."""
    return escpos.Escpos(usb_port.at(address), sheet, talks=False)
