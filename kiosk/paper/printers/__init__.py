"""Printers. Each kind is a module of this folder with `KIND`, what to know of it, and `connect(address, sheet)`.

A kind's library is imported when its first badge is printed, never before: it may be absent, and costs time.
"""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Protocol

from PIL import Image

from kiosk.paper import extras
from kiosk.paper.papers import Sheet

DRIVERS = (
    "escpos_network",
    "escpos_usb",
    "escpos_file",
    "escpos_serial",
    "brother_network",
    "brother_usb",
    "brother_file",
    "zebra_network",
    "zebra_file",
    "cups_queue",
    "picture_folder",
    "pdf_folder",
)
# To connect, to answer, to take the next part of a badge: whatever is waited for, a desk knows within this time.
TIMEOUT_S = 3.0
# The longest a badge takes to come out of a printer that tells when it is out.
PAPER_S = 5.0


@dataclass(frozen=True, slots=True)
class Kind:
    """What to know of a kind of printer before one is opened.

    `name` and `hint` are message ids; `address` is a pattern, empty where the seminar's own folder is printed into.
    `package` is what Python imports and `extra` how to install it; both are empty where the box has all.
    """

    name: str
    hint: str
    address: str
    papers: tuple[str, ...]
    resolutions: tuple[int, ...]
    package: str = ""
    extra: str = ""

    @property
    def into_folder(self) -> bool:
        """Does it print into the seminar's own folder?"""
        return not self.address

    def fits(self, address: str) -> bool:
        """Can this be the address of such a printer?"""
        return self.into_folder or re.fullmatch(self.address, address.strip()) is not None

    @property
    def missing(self) -> bool:
        """Is its package absent?"""
        return bool(self.package) and find_spec(self.package) is None

    @property
    def command(self) -> str:
        """What installs its package."""
        return extras.command(self.extra) if self.extra else ""


class Outcome(StrEnum):
    """`sent`: the printer has taken the badge. `printed`: it has said that the badge is out."""

    SENT = "sent"
    PRINTED = "printed"


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """`code` is "ok" or one of the codes of PrinterTrouble."""

    ok: bool
    code: str


class PrinterTrouble(Exception):
    """A badge could not be given to a printer.

    `code` is a key of `printer_words.STATES` or `OF_THE_NAME`. `begun` says that the printer has got a part of the
    badge, or all of it: the badge may come out nevertheless.
    """

    def __init__(self, code: str, *, begun: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.begun = begun


class Printer(Protocol):
    """What the queue needs of a printer. No call takes longer than a few seconds."""

    def status(self) -> PrinterStatus:
        """Ask the printer how it is."""

    def print_badge(self, picture: Image.Image, label: str) -> Outcome:
        """Return when the printer has taken the 1-bit picture. `label` names it for people. Raises PrinterTrouble."""


class Unequipped:
    """A printer whose package is not installed: it says so, and gets nothing."""

    def status(self) -> PrinterStatus:
        """Always the same."""
        return PrinterStatus(False, "package_missing")

    def print_badge(self, picture: Image.Image, label: str) -> Outcome:
        """Raises PrinterTrouble."""
        raise PrinterTrouble("package_missing")


def kind(driver: str) -> Kind:
    """What to know of a driver. Raises ValueError for a foreign one."""
    if driver not in DRIVERS:
        raise ValueError(driver)
    found: Kind = import_module(f"{__name__}.{driver}").KIND
    return found


@cache
def kinds() -> dict[str, Kind]:
    """Every kind by its driver, as they are offered."""
    return {driver: kind(driver) for driver in DRIVERS}


def open_printer(driver: str, address: str, sheet: Sheet) -> Printer:
    """Return the printer at `address`, loaded with `sheet`. Raises ValueError for a foreign driver."""
    if kind(driver).missing:
        return Unequipped()
    printer: Printer = import_module(f"{__name__}.{driver}").connect(address, sheet)
    return printer
