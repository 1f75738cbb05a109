"""A receipt printer in the network."""

from hub.i18n import N_
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Kind, escpos
from kiosk.paper.printers.lines import network

KIND = Kind(
    name=N_("Receipt printer in the network (ESC/POS)"),
    hint=N_("Its address in the network: 192.168.1.50 or 192.168.1.50:9100"),
    address=network.ADDRESS,
    papers=escpos.PAPERS,
    resolutions=escpos.RESOLUTIONS,
)


def connect(address: str, sheet: Sheet) -> escpos.Escpos:
    """Return the printer at `host`, `host:port` or `[IPv6]:port`; it takes pictures as wide as the sheet."""
    return escpos.Escpos(network.at(address), sheet)
