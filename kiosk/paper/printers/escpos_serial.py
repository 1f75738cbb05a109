"""A receipt printer at a serial port."""

from hub.i18n import N_
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Kind, escpos
from kiosk.paper.printers.lines import serial_port

KIND = Kind(
    name=N_("Receipt printer at a serial port (ESC/POS)"),
    hint=N_("Its port, and its speed if it is not 115200: /dev/ttyUSB0 or /dev/ttyUSB0@9600"),
    address=serial_port.ADDRESS,
    papers=escpos.PAPERS,
    resolutions=escpos.RESOLUTIONS,
    package="serial",
    extra="serial",
)


def connect(address: str, sheet: Sheet) -> escpos.Escpos:
    """Return the printer at this port."""
    return escpos.Escpos(serial_port.at(address), sheet)
