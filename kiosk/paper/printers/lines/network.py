"""A printer in the network, by the port that all of them share."""

import fcntl
import re
import socket
import struct
import termios
import time
from threading import Event

from kiosk.paper import printers
from kiosk.paper.printers import PrinterTrouble
from kiosk.paper.printers.lines import Line, OpenLine

PORT = 9100
_BYTE = r"(?:25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])"
_NUMBERS = rf"(?:{_BYTE}\.){{3}}{_BYTE}"
# A name has a letter somewhere, or it would be numbers that are no address.
_NAME = r"(?=[\w.-]*[^\W\d_])[\w-]+(?:\.[\w-]+)*\.?"
_PORT = r"(?:6553[0-5]|655[0-2][0-9]|65[0-4][0-9]{2}|6[0-4][0-9]{3}|[1-5][0-9]{4}|[1-9][0-9]{0,3})"
ADDRESS = rf"(?:{_NUMBERS}|{_NAME}|\[[0-9a-fA-F:]+\])(?::{_PORT})?"
LOOK_S = 0.02


class NetworkLine(Line):
    """A connection of its own for each job, since many printers allow only one at a time."""

    def __init__(self, host: str, port: int) -> None:
        try:
            self._socket = socket.create_connection((host, port), printers.TIMEOUT_S)
        except (OSError, OverflowError, UnicodeError) as error:  # the latter two: a port or a name that cannot be
            raise PrinterTrouble("unreachable") from error

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def flush(self) -> None:
        """Wait until the printer's side has acknowledged every byte: a printer that hangs swallows none."""
        deadline = time.monotonic() + printers.TIMEOUT_S
        while self._unsent():
            if self._socket.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR):
                raise self._broken()
            if time.monotonic() > deadline:
                raise PrinterTrouble("stalled", begun=self.begun)
            Event().wait(LOOK_S)

    def _unsent(self) -> int:
        (count,) = struct.unpack("i", fcntl.ioctl(self._socket, termios.TIOCOUTQ, b"\0" * 4))
        return int(count)

    def _write(self, data: bytes) -> None:
        self._socket.settimeout(printers.TIMEOUT_S)
        left = memoryview(data)
        while left:
            # Part by part: a slow printer may take its time as long as it takes something.
            left = left[self._socket.send(left[:8192]) :]

    def _read(self, seconds: float, most: int) -> bytes:
        self._socket.settimeout(seconds)
        return self._socket.recv(most)


def place(address: str) -> tuple[str, int]:
    """Host and port of `host`, `host:port` or `[IPv6]:port`; no host where it is none of them."""
    found = re.fullmatch(r"\[?(?P<host>[^\]]+?)\]?(?::(?P<port>\d{1,5}))?", address.strip())
    return (found["host"], int(found["port"] or PORT)) if found else ("", PORT)


def at(address: str) -> OpenLine:
    """What opens a line to this address."""
    host, port = place(address)
    return lambda: NetworkLine(host, port)
