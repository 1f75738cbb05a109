"""Printers, each kind a module of this folder with `connect(address, sheet) -> Printer`."""

from dataclasses import dataclass
from importlib import import_module
from typing import Protocol

from PIL import Image

from kiosk.paper.papers import Sheet

DRIVERS = ("escpos_network", "picture_folder")


@dataclass(frozen=True, slots=True)
class PrinterStatus:
    """`code` is "ok" or one of the codes of PrinterTrouble."""

    ok: bool
    code: str


class PrinterTrouble(Exception):
    """A badge could not be given to a printer.

    `code` is one of unreachable, mute, out_of_paper, cover_open, offline, stalled, closed_midway. `begun` says that
    the printer has got a part of the badge, or all of it: the badge may come out nevertheless.
    """

    def __init__(self, code: str, *, begun: bool = False) -> None:
        super().__init__(code)
        self.code = code
        self.begun = begun


class Printer(Protocol):
    """What the queue needs of a printer. No call takes longer than a few seconds."""

    def status(self) -> PrinterStatus:
        """Ask the printer how it is."""

    def print_badge(self, picture: Image.Image, label: str) -> None:
        """Return when the printer has taken the 1-bit picture. `label` names it for people. Raises PrinterTrouble."""


def open_printer(driver: str, address: str, sheet: Sheet) -> Printer:
    """Return the printer at `address`, loaded with `sheet`. Raises ValueError for a foreign driver."""
    if driver not in DRIVERS:
        raise ValueError(driver)
    printer: Printer = import_module(f"{__name__}.{driver}").connect(address, sheet)
    return printer
