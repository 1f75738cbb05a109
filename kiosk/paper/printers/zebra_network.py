"""A Zebra label printer in the network, or another that speaks ZPL."""

from hub.i18n import N_
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Kind, zebra
from kiosk.paper.printers.lines import network

KIND = Kind(
    name=N_("Zebra in the network (ZPL)"),
    hint=N_("Its address in the network: 192.168.1.70 or 192.168.1.70:9100"),
    address=network.ADDRESS,
    papers=zebra.PAPERS,
    resolutions=zebra.RESOLUTIONS,
    package=zebra.PACKAGE,
    extra=zebra.EXTRA,
)


def connect(address: str, sheet: Sheet) -> zebra.Zebra:
    """Return the printer at this address."""
    return zebra.Zebra(network.at(address), sheet)
