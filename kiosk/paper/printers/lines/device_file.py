"""A printer as a file of the system: `/dev/usb/lp0` and its like. It needs no package."""

import os
import select

from kiosk.paper import printers
from kiosk.paper.printers import PrinterTrouble
from kiosk.paper.printers.lines import Line, OpenLine

ADDRESS = r"/[\w./:+@-]{1,90}"


class FileLine(Line):
    """An open device. It is never waited for without end: a printer out of paper blocks its file."""

    def __init__(self, path: str) -> None:
        try:
            self._file = os.open(path, os.O_RDWR | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        except PermissionError as error:
            raise PrinterTrouble("no_permission") from error
        except OSError as error:
            raise PrinterTrouble("unplugged") from error

    def close(self) -> None:
        """Give the device back."""
        os.close(self._file)

    def _write(self, data: bytes) -> None:
        left = memoryview(data)
        while left:
            self._ready(select.POLLOUT, printers.TIMEOUT_S)
            try:
                left = left[os.write(self._file, left[:4096]) :]
            except BlockingIOError:
                continue

    def _read(self, seconds: float, most: int) -> bytes:
        self._ready(select.POLLIN, seconds)
        try:
            return os.read(self._file, most)
        except BlockingIOError as error:
            raise TimeoutError from error

    def _ready(self, event: int, seconds: float) -> None:
        wait = select.poll()
        wait.register(self._file, event)
        if not wait.poll(seconds * 1000):
            raise TimeoutError


def at(path: str) -> OpenLine:
    """What opens this file."""
    return lambda: FileLine(path.strip())
