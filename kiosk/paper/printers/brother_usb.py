"""A Brother QL at a USB port that the system itself does not drive."""

from hub.i18n import N_
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Kind, Printer, Unequipped, brother, escpos_usb
from kiosk.paper.printers.lines import usb_port

KIND = Kind(
    name=N_("Brother QL by USB"),
    hint=N_("Its USB numbers, and its model if it is not a QL-820NWB: 04f9:2042 or 04f9:2042 QL-700"),
    address=usb_port.ADDRESS + brother.MODEL,
    papers=brother.PAPERS,
    resolutions=brother.RESOLUTIONS,
    package=brother.PACKAGE,
    extra="brother,usb",
)


def connect(address: str, sheet: Sheet) -> Printer:
    """Return the printer with these numbers; it says when a label is out."""
    if escpos_usb.KIND.missing:  # it needs two packages
        return Unequipped()
    numbers, model = brother.split(address)
    return brother.Brother(usb_port.at(numbers), sheet, model, talks=True)
