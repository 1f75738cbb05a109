"""Zebra and others that speak ZPL. zebrafy writes the label; the questions are ours.

A printer that counts its labels is asked for the count before and after: one more means that the label is out.
"""

import re
import time
from threading import Event

from PIL import Image

from kiosk.paper import printers
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Outcome, PrinterStatus, PrinterTrouble
from kiosk.paper.printers.lines import Line, OpenLine

PAPERS = ("62x100", "29x90", "4x6in", "a7", "a6", "roll58", "roll80", "roll104")
RESOLUTIONS = (203, 300, 600)
PACKAGE, EXTRA = "zebrafy", "zebra"

# Three lines, each between STX and ETX: ~HS is answered at once, whatever else the printer does.
_HOW_ARE_YOU = b"~HS"
_STATE = re.compile(rb"\x02([^\x03]*)\x03\s*\x02([^\x03]*)\x03\s*\x02([^\x03]*)\x03", re.DOTALL)
_HOW_MANY = b'! U1 getvar "odometer.total_label_count"\r\n'
_COUNT = re.compile(rb'"([^"]*)"')
LOOK_S = 0.1
_LONGEST_ANSWER = 1024


class Zebra:
    """One printer. It is always expected to answer."""

    def __init__(self, open_line: OpenLine, sheet: Sheet) -> None:
        self._open_line, self._sheet = open_line, sheet
        self._counts = True

    def status(self) -> PrinterStatus:
        """Ask for state and paper."""
        try:
            with self._open_line() as line:
                _demand_ready(line)
        except PrinterTrouble as trouble:
            return PrinterStatus(False, trouble.code)
        return PrinterStatus(True, "ok")

    def print_badge(self, picture: Image.Image, label: str) -> Outcome:
        """Ask how the printer is, send the label, and wait until the printer has nothing left to do."""
        written = commands(picture)
        with self._open_line() as line:
            _demand_ready(line)
            before = self._count(line)
            line.begun = True
            line.send(written)
            line.flush()
            return self._wait_until_done(line, before)

    def _wait_until_done(self, line: Line, before: int | None) -> Outcome:
        deadline = time.monotonic() + printers.PAPER_S
        while time.monotonic() < deadline:
            if not _demand_ready(line):
                if before is None:
                    return Outcome.SENT
                now = self._count(line)
                if now is not None and now > before:
                    return Outcome.PRINTED
            Event().wait(LOOK_S)
        raise PrinterTrouble("stalled", begun=True)

    def _count(self, line: Line) -> int | None:
        """Labels printed in the printer's life; None if it does not count them. It is not asked again then."""
        if not self._counts:
            return None
        line.send(_HOW_MANY)
        found = _hear(line, _COUNT)
        self._counts = line.begun or (found is not None and found[1].isdigit())
        return int(found[1]) if found and found[1].isdigit() else None


def _demand_ready(line: Line) -> int:
    """Labels that are still to come; raises PrinterTrouble where none can."""
    line.send(_HOW_ARE_YOU)
    found = _hear(line, _STATE)
    if found is None:
        raise PrinterTrouble("stalled" if line.begun else "mute", begun=line.begun)
    first, second = ([field.strip() for field in found[part].split(b",")] for part in (1, 2))
    if len(first) < 12 or len(second) < 9 or not (first[4].isdigit() and second[8].isdigit()):
        raise PrinterTrouble("mute", begun=line.begun)
    for field, code in ((first[1], "out_of_paper"), (second[2], "cover_open"), (second[3], "out_of_ribbon")):
        if field == b"1":
            raise PrinterTrouble(code, begun=line.begun)
    if first[2] == b"1":
        raise PrinterTrouble("offline", begun=line.begun)
    return int(first[4]) + int(second[8])


def _hear(line: Line, pattern: re.Pattern[bytes]) -> re.Match[bytes] | None:
    deadline, heard = time.monotonic() + printers.TIMEOUT_S, b""
    while len(heard) < _LONGEST_ANSWER:
        part = line.receive(deadline, 256)
        if part is None:
            return None
        heard += part
        if found := pattern.search(heard):
            return found
    return None


def commands(picture: Image.Image) -> bytes:
    """Return the label that prints the picture, compressed, its size included."""
    from zebrafy.zebrafy_image import ZebrafyImage  # an extra: only who has such a printer installs it

    label = ZebrafyImage(picture, format="Z64", dither=False, set_label_size=True)
    return label.to_zpl().encode()
