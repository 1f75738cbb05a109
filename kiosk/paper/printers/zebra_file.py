"""A Zebra label printer that the system shows as a file."""

from hub.i18n import N_
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Kind, zebra
from kiosk.paper.printers.lines import device_file

KIND = Kind(
    name=N_("Zebra as a device file (ZPL)"),
    hint=N_("Its file: /dev/usb/lp0"),
    address=device_file.ADDRESS,
    papers=zebra.PAPERS,
    resolutions=zebra.RESOLUTIONS,
    package=zebra.PACKAGE,
    extra=zebra.EXTRA,
)


def connect(address: str, sheet: Sheet) -> zebra.Zebra:
    """Return the printer behind this file."""
    return zebra.Zebra(device_file.at(address), sheet)
