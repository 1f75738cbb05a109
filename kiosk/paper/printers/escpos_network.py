"""A receipt printer in the network that speaks ESC/POS: Epson's language, and that of most others.

python-escpos writes the commands; the line to the printer is our own, for a stressed desk needs to know within seconds
what is wrong, and whether a badge may have come out. This module is loaded only where such a printer is set up: the
library costs 18 MB of memory and half a second.
"""

import re
import shutil
import socket
import time
from types import TracebackType

from escpos import capabilities
from escpos.printer import Dummy
from PIL import Image

from kiosk.paper.papers import Sheet
from kiosk.paper.printers import PrinterStatus, PrinterTrouble

# The library makes a temporary folder at import, has no more use for it, and leaves it behind.
shutil.rmtree(capabilities.pickle_dir, ignore_errors=True)

PORT = 9100
# For each of: to connect, to answer, to swallow a badge, to have worked through it.
TIMEOUT_S = 3.0

# Answered at once, whatever else the printer does (DLE EOT n).
_STATE, _CAUSE, _PAPER = b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x04"
_OFFLINE, _COVER, _PAPER_ENDED, _NO_PAPER = 0x08, 0x04, 0x20, 0x60
# Answered in its turn, when everything sent before has been worked through (GS r 1).
_IN_TURN = b"\x1dr\x01"


class EscposNetwork:
    """One printer; a connection of its own for each job, since many printers allow only one at a time."""

    def __init__(self, host: str, port: int, width_px: int) -> None:
        self._place = (host, port)
        self._width_px = width_px
        self._answers_in_turn = True

    def status(self) -> PrinterStatus:
        """Ask for state and paper; silence and nonsense are not ok."""
        try:
            with _Line(self._place) as line:
                _demand_ready(line)
        except PrinterTrouble as trouble:
            return PrinterStatus(False, trouble.code)
        return PrinterStatus(True, "ok")

    def print_badge(self, picture: Image.Image, label: str) -> None:
        """Ask how the printer is, send the badge, and wait until the printer has worked through it."""
        with _Line(self._place) as line:
            _demand_ready(line)
            line.begun = True
            line.send(commands(picture, self._width_px))
            self._wait_until_taken(line)

    def _wait_until_taken(self, line: "_Line") -> None:
        """Wait for the answer given in its turn.

        A printer that knows only the immediate question answers that one: then we know that it still listens, not
        that it got to the end of the badge. It is not waited for again.
        """
        line.send(_IN_TURN + _STATE)
        state = None
        deadline = time.monotonic() + TIMEOUT_S
        while (answer := line.receive(deadline)) is not None:
            if not answer & 0x90:
                return
            state = answer
            if not self._answers_in_turn and not state & _OFFLINE:
                return
        if state is None:
            raise PrinterTrouble("stalled", begun=True)
        # Where the cover is open or paper ran out in the middle, there is no answer in turn either.
        _demand_ready(line)
        self._answers_in_turn = False


class _Line:
    """The connection to a printer; every failure is a PrinterTrouble."""

    def __init__(self, place: tuple[str, int]) -> None:
        try:
            self._socket = socket.create_connection(place, TIMEOUT_S)
        except (OSError, OverflowError, UnicodeError) as error:  # the latter two: a port or a name that cannot be
            raise PrinterTrouble("unreachable") from error
        self.begun = False

    def __enter__(self) -> "_Line":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._socket.close()

    def send(self, data: bytes) -> None:
        self._socket.settimeout(TIMEOUT_S)
        try:
            self._socket.sendall(data)
        except TimeoutError as error:
            raise PrinterTrouble("stalled" if self.begun else "mute", begun=self.begun) from error
        except OSError as error:
            raise self._closed() from error

    def receive(self, deadline: float) -> int | None:
        """Return the next byte, or None if none comes before `deadline` of the monotonic clock."""
        left = deadline - time.monotonic()
        if left <= 0:
            return None
        self._socket.settimeout(left)
        try:
            answer = self._socket.recv(1)
        except TimeoutError:
            return None
        except OSError as error:
            raise self._closed() from error
        if not answer:
            raise self._closed()
        return answer[0]

    def ask(self, question: bytes) -> int:
        """Return the answer to an immediate question; it has four fixed bits by which it is known."""
        self.send(question)
        answer = self.receive(time.monotonic() + TIMEOUT_S)
        if answer is None or answer & 0x93 != 0x12:
            raise PrinterTrouble("mute", begun=self.begun)
        return answer

    def _closed(self) -> PrinterTrouble:
        return PrinterTrouble("closed_midway" if self.begun else "mute", begun=self.begun)


def _demand_ready(line: _Line) -> None:
    offline = line.ask(_STATE) & _OFFLINE
    if line.ask(_PAPER) & _NO_PAPER:
        raise PrinterTrouble("out_of_paper", begun=line.begun)
    if offline:
        cause = line.ask(_CAUSE)
        code = "cover_open" if cause & _COVER else "out_of_paper" if cause & _PAPER_ENDED else "offline"
        raise PrinterTrouble(code, begun=line.begun)


def commands(picture: Image.Image, width_px: int) -> bytes:
    """Return what prints the picture as a raster, so that every letter comes out, and cuts the paper after it."""
    paper = Dummy()
    # The library's default profile knows no width, and says so on the terminal at every picture.
    paper.profile.profile_data["media"]["width"]["pixels"] = width_px
    paper.hw("INIT")
    paper.image(picture, impl="bitImageRaster")
    paper.cut()
    written: bytes = paper.output
    return written


def connect(address: str, sheet: Sheet) -> EscposNetwork:
    """Return the printer at `host`, `host:port` or `[IPv6]:port`; it takes pictures as wide as the sheet."""
    found = re.fullmatch(r"\[?(?P<host>[^\]]+?)\]?(?::(?P<port>\d{1,5}))?", address.strip())
    if found is None:
        return EscposNetwork("", PORT, sheet.width)
    return EscposNetwork(found["host"], int(found["port"] or PORT), sheet.width)
