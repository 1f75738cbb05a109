"""A Brother QL that the system shows as a file."""

from hub.i18n import N_
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Kind, brother
from kiosk.paper.printers.lines import device_file

KIND = Kind(
    name=N_("Brother QL as a device file"),
    hint=N_("Its file, and its model if it is not a QL-820NWB: /dev/usb/lp0 or /dev/usb/lp0 QL-700"),
    address=device_file.ADDRESS + brother.MODEL,
    papers=brother.PAPERS,
    resolutions=brother.RESOLUTIONS,
    package=brother.PACKAGE,
    extra=brother.EXTRA,
)


def connect(address: str, sheet: Sheet) -> brother.Brother:
    """Return the printer behind this file; it says when a label is out."""
    path, model = brother.split(address)
    return brother.Brother(device_file.at(path), sheet, model, talks=True)
