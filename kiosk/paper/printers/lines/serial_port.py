"""A printer at a serial port."""

import errno

from kiosk.paper import printers
from kiosk.paper.printers import PrinterTrouble
from kiosk.paper.printers.lines import Line, OpenLine

ADDRESS = r"/dev/[\w./-]{1,80}(?:@\d{3,7})?"
BAUD = 115_200
# What flows while the printer's answer is awaited; a badge of 29 KB takes 2.5 s at the usual speed.
PART = 2048


class SerialLine(Line):
    """An open port, 8N1, with the printer's own handshake by DTR/DSR left to its driver."""

    def __init__(self, path: str, baud: int) -> None:
        import serial  # an extra: only who has such a printer installs it

        self._timed_out: type[OSError] = serial.SerialTimeoutException
        try:
            self._port = serial.Serial(
                path, baud, timeout=printers.TIMEOUT_S, write_timeout=printers.TIMEOUT_S, exclusive=True
            )
        except (OSError, ValueError) as error:
            denied = getattr(error, "errno", None) == errno.EACCES
            raise PrinterTrouble("no_permission" if denied else "unplugged") from error

    def close(self) -> None:
        """Give the port back."""
        self._port.close()

    def _write(self, data: bytes) -> None:
        try:
            for start in range(0, len(data), PART):
                self._port.write(data[start : start + PART])
        except self._timed_out as error:
            raise TimeoutError from error

    def _read(self, seconds: float, most: int) -> bytes:
        self._port.timeout = seconds
        answer: bytes = self._port.read(1)
        if not answer:
            raise TimeoutError
        rest: bytes = self._port.read(min(most - 1, self._port.in_waiting))
        return answer + rest


def at(address: str) -> OpenLine:
    """What opens `/dev/ttyUSB0` or `/dev/ttyUSB0@9600`."""
    path, _, baud = address.strip().partition("@")
    return lambda: SerialLine(path, int(baud or BAUD))
