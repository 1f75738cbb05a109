"""Printers plugged into this box, as the kernel lists them; nothing is sent to them, and nobody needs to be root."""

import os
from pathlib import Path

from kiosk.paper.finding import Found, makers

BUS = Path("/sys/bus/usb/devices")
DEVICES = Path("/dev/usb")
PRINTER_CLASS = "07"


def look(bus: Path = BUS, devices: Path = DEVICES) -> list[Found]:
    """Every interface of the printer class, by its device file where the system made one."""
    return [
        _found(interface, devices)
        for interface in sorted(bus.glob("*:*"))
        if _read(interface / "bInterfaceClass") == PRINTER_CLASS
    ]


def _found(interface: Path, devices: Path) -> Found:
    device = interface.parent / interface.name.partition(":")[0]
    vendor, product = _read(device / "idVendor"), _read(device / "idProduct")
    name = " ".join(part for part in (_read(device / "manufacturer"), _read(device / "product")) if part)
    language = makers.language_of(int(vendor or "0", 16), name)
    model = makers.brother_model(name) if language == "brother" else ""
    file = next((devices / node.name for node in sorted(interface.glob("usbmisc/lp*"))), None)
    if file is None and language != "zebra":
        return makers.found(f"{language}_usb", f"{vendor}:{product}{model}", name)
    path = file or devices / "lp0"
    trouble = "unplugged" if not path.exists() else "" if os.access(path, os.R_OK | os.W_OK) else "no_permission"
    return makers.found(f"{language}_file", f"{path}{model}", name, trouble)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace").strip()
    except OSError:
        return ""  # pulled out while we looked
