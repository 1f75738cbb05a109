"""A Brother QL in the network. Its firmware answers no questions there: badges are "sent", never "printed"."""

from hub.i18n import N_
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Kind, brother
from kiosk.paper.printers.lines import network

KIND = Kind(
    name=N_("Brother QL in the network"),
    hint=N_("Its address, and its model if it is not a QL-820NWB: 192.168.1.60 or 192.168.1.60 QL-720NW"),
    address=network.ADDRESS + brother.MODEL,
    papers=brother.PAPERS,
    resolutions=brother.RESOLUTIONS,
    package=brother.PACKAGE,
    extra=brother.EXTRA,
)


def connect(address: str, sheet: Sheet) -> brother.Brother:
    """Return the printer at this address."""
    host, model = brother.split(address)
    return brother.Brother(network.at(host), sheet, model, talks=False)
