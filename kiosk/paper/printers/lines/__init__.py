"""Lines to printers: sockets, device files, serial ports, USB. Whatever fails on one is a PrinterTrouble."""

import time
from abc import ABC, abstractmethod
from collections.abc import Callable
from types import TracebackType

from kiosk.paper.printers import PrinterTrouble


class Line(ABC):
    """The connection for one job. `begun` is set by whoever sends the first byte of a badge."""

    begun = False
    _kept = b""

    def __enter__(self) -> "Line":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def send(self, data: bytes) -> None:
        """Give the printer all of it. Raises PrinterTrouble when nothing moves for TIMEOUT_S."""
        try:
            self._write(data)
        except TimeoutError as error:
            raise PrinterTrouble("stalled" if self.begun else "mute", begun=self.begun) from error
        except OSError as error:
            raise self._broken() from error

    def receive(self, deadline: float, most: int = 1) -> bytes | None:
        """Return up to `most` bytes, or None if none come before `deadline` of the monotonic clock."""
        left = deadline - time.monotonic()
        if not self._kept and left > 0:
            try:
                self._kept = self._read(left, most)
            except TimeoutError:
                return None
            except OSError as error:
                raise self._broken() from error
            if not self._kept:
                raise self._broken()
        answer, self._kept = self._kept[:most], self._kept[most:]
        return answer or None

    def exactly(self, count: int, seconds: float) -> bytes | None:
        """Return `count` bytes, or None if they do not come in time."""
        deadline, heard = time.monotonic() + seconds, b""
        while len(heard) < count:
            part = self.receive(deadline, count - len(heard))
            if part is None:
                return None
            heard += part
        return heard

    def flush(self) -> None:  # a line that cannot know leaves it at that
        """Wait until what was sent has left this machine, where that can be known. Raises PrinterTrouble."""
        return

    @abstractmethod
    def close(self) -> None:
        """Let go of the printer."""

    @abstractmethod
    def _write(self, data: bytes) -> None:
        """Give the printer all of it. Raises TimeoutError when nothing moves."""

    @abstractmethod
    def _read(self, seconds: float, most: int) -> bytes:
        """At least one byte, perhaps more than `most`; none when the other side is gone. Raises TimeoutError."""

    def _broken(self) -> PrinterTrouble:
        return PrinterTrouble("closed_midway" if self.begun else "mute", begun=self.begun)


OpenLine = Callable[[], Line]
