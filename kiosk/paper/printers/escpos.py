"""ESC/POS: Epson's language, and that of most receipt printers.

python-escpos writes the commands; the line to the printer is our own, for a stressed desk needs to know within seconds
what is wrong, and whether a badge may have come out.
"""

import shutil
import time

from PIL import Image

from kiosk.paper import printers
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Outcome, PrinterStatus, PrinterTrouble
from kiosk.paper.printers.lines import Line, OpenLine

PAPERS = ("roll80", "roll58", "roll104")
RESOLUTIONS = (203, 180, 300)

# Answered at once, whatever else the printer does (DLE EOT n).
_STATE, _CAUSE, _PAPER = b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x04"
_OFFLINE, _COVER, _PAPER_ENDED, _NO_PAPER = 0x08, 0x04, 0x20, 0x60
# Answered in its turn, when everything sent before has been worked through, the cut included (GS r 1).
_IN_TURN = b"\x1dr\x01"


class Escpos:
    """One printer. `talks`: silence is a trouble; without it, a printer that never answers is one that is there."""

    def __init__(self, open_line: OpenLine, sheet: Sheet, *, talks: bool = True) -> None:
        self._open_line, self._sheet, self._talks = open_line, sheet, talks
        self._silent = False
        self._answers_in_turn = True

    def status(self) -> PrinterStatus:
        """Ask for state and paper; silence and nonsense are not ok."""
        try:
            with self._open_line() as line:
                self._demand_ready(line)
        except PrinterTrouble as trouble:
            return PrinterStatus(False, trouble.code)
        return PrinterStatus(True, "ok")

    def print_badge(self, picture: Image.Image, label: str) -> Outcome:
        """Ask how the printer is, send the badge, and wait until the printer has worked through it."""
        with self._open_line() as line:
            self._demand_ready(line)
            line.begun = True
            line.send(commands(picture, self._sheet.width))
            return self._wait_until_taken(line)

    def _wait_until_taken(self, line: Line) -> Outcome:
        """Wait for the answer given in its turn: it comes after the cut, so the badge is out.

        A printer that knows only the immediate question answers that one: then we know that it still listens, not
        that it got to the end of the badge. It is not waited for again.
        """
        if self._silent:
            line.flush()
            return Outcome.SENT
        line.send(_IN_TURN + _STATE)
        state = None
        deadline = time.monotonic() + printers.PAPER_S
        while (answer := line.receive(deadline)) is not None:
            if not answer[0] & 0x90:
                return Outcome.PRINTED
            state = answer[0]
            if not self._answers_in_turn and not state & _OFFLINE:
                return Outcome.SENT
        if state is None:
            raise PrinterTrouble("stalled", begun=True)
        # Where the cover is open or paper ran out in the middle, there is no answer in turn either.
        self._demand_ready(line)
        self._answers_in_turn = False
        return Outcome.SENT

    def _demand_ready(self, line: Line) -> None:
        if self._silent:
            return
        state = _ask(line, _STATE)
        if state is None:
            if self._talks or line.begun:
                raise PrinterTrouble("mute", begun=line.begun)
            self._silent = True
            return
        if self._must(line, _PAPER) & _NO_PAPER:
            raise PrinterTrouble("out_of_paper", begun=line.begun)
        if state & _OFFLINE:
            cause = self._must(line, _CAUSE)
            code = "cover_open" if cause & _COVER else "out_of_paper" if cause & _PAPER_ENDED else "offline"
            raise PrinterTrouble(code, begun=line.begun)

    def _must(self, line: Line, question: bytes) -> int:
        answer = _ask(line, question)
        if answer is None:
            raise PrinterTrouble("mute", begun=line.begun)
        return answer


def _ask(line: Line, question: bytes) -> int | None:
    """Return the answer to an immediate question; it has four fixed bits by which it is known."""
    line.send(question)
    answer = line.receive(time.monotonic() + printers.TIMEOUT_S)
    if answer is None:
        return None
    if answer[0] & 0x93 != 0x12:
        raise PrinterTrouble("mute", begun=line.begun)
    return answer[0]


def commands(picture: Image.Image, width_px: int) -> bytes:
    """Return what prints the picture as a raster, so that every letter comes out, and cuts the paper after it."""
    # Loaded for the first badge: 18 MB of memory and half a second, which no other printer needs.
    from escpos import capabilities
    from escpos.printer import Dummy

    # The library makes a temporary folder at import, has no more use for it, and leaves it behind.
    shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)
    paper = Dummy()
    # The library's default profile knows no width, and says so on the terminal at every picture.
    paper.profile.profile_data["media"]["width"]["pixels"] = width_px
    paper.hw("INIT")
    paper.image(picture, impl="bitImageRaster")
    paper.cut()
    written: bytes = paper.output
    return written
