"""Badge printers on the loopback, or behind a terminal as at a device file, with the moods of real ones."""

import contextlib
import os
import pty
import select
import socket
import threading
import tty
from collections.abc import Callable
from functools import partial
from types import TracebackType
from typing import Protocol

from PIL import Image

from tests.brother_paper import BrotherPaper
from tests.escpos_paper import EscposPaper, Say, Take
from tests.zebra_paper import ZebraPaper

_SLICE = 256


class _Gone(Exception):
    """The other side has gone, or this side wants to."""


class Machine(Protocol):
    """What reads a printer's language."""

    def command(self) -> None: ...


Language = Callable[[Take, Say, Callable[[], str], Callable[[Image.Image], None]], Machine]
LANGUAGES: dict[str, Language] = {"escpos": EscposPaper, "brother": BrotherPaper, "zebra": ZebraPaper}


class Wire(Protocol):
    """What a visit needs of a socket."""

    def recv(self, most: int) -> bytes: ...
    def sendall(self, data: bytes) -> None: ...
    def close(self) -> None: ...


class Emulator:
    """Moods: ok, off (refuses), mute (never answers), slow (`rate` bytes a second), out_of_paper, cover_open, offline,
    stall (reads no more after `after` bytes), cut_midway (closes then), jam (paper ends then), simple (takes badges,
    but never says that one is out). A mood may be changed by `become` at any time.
    """

    def __init__(
        self, mode: str = "ok", language: str | Language = "escpos", rate: int = 20_000, after: int = 1500
    ) -> None:
        self.mode = mode
        self.rate, self.after = rate, after
        self.badges: list[Image.Image] = []
        self.connections = 0
        self.answer_after = 0.0  # seconds between the end of a badge and the word that it is out
        self.leave = threading.Event()
        self._language = LANGUAGES[language] if isinstance(language, str) else language
        self._news = threading.Condition()
        self._threads: list[threading.Thread] = []

    def become(self, mode: str) -> None:
        """Change the mood."""
        self.mode = mode

    def wait_for(self, badges: int, timeout: float = 10) -> list[Image.Image]:
        """Return all badges as soon as there are this many. Raises TimeoutError."""
        with self._news:
            if not self._news.wait_for(lambda: len(self.badges) >= badges, timeout):
                raise TimeoutError(f"{len(self.badges)} of {badges} badges")
            return list(self.badges)

    def came_out(self, badge: Image.Image) -> None:
        """A badge has left the printer."""
        with self._news:
            self.badges.append(badge)
            self._news.notify_all()

    def run(self, name: str, work: Callable[[], None]) -> None:
        """Let `work` go on beside the test until the emulator is left."""
        self._threads.append(threading.Thread(target=work, name=name))
        self._threads[-1].start()

    def serve(self, line: Wire) -> None:
        """Obey what comes over one connection until it ends."""
        self.connections += 1
        visit = _Visit(self, line)
        paper = self._language(visit.take, visit.say, lambda: self.mode, self.came_out)
        try:
            while True:
                paper.command()
        except (_Gone, OSError):
            return
        finally:
            line.close()

    def stop(self) -> None:
        """End every thread."""
        self.leave.set()
        for thread in self._threads:
            thread.join(10)


class PrinterEmulator(Emulator):
    """A printer in the network, at `address`; from off it is switched on by any other mood."""

    def __enter__(self) -> "PrinterEmulator":
        self._ear = socket.socket()
        # A small window, so that a printer that does not read is noticed as with real ones.
        self._ear.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._ear.bind(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._ear.getsockname()[1]}"
        if self.mode != "off":
            self.become(self.mode)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        self._ear.close()

    def become(self, mode: str) -> None:
        """Change the mood."""
        super().become(mode)
        if not self._threads:
            self._ear.listen()
            self._ear.settimeout(0.05)
            self.run("printer emulator", self._listen)

    def _listen(self) -> None:
        while not self.leave.is_set():
            try:
                line, _ = self._ear.accept()
            except TimeoutError:
                continue
            line.settimeout(0.05)
            self.run("printer emulator's visit", partial(self.serve, line))


class DeviceEmulator(Emulator):
    """A printer behind a file of the system, `path`: what a terminal's other end is to a program."""

    def __enter__(self) -> "DeviceEmulator":
        self._master, self._slave = pty.openpty()
        tty.setraw(self._slave)  # bytes, not lines; held open, so that a program may come and go
        self.path = os.ttyname(self._slave)
        self.run("printer behind a file", lambda: self.serve(_Terminal(self._master)))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        os.close(self._slave)


class _Terminal:
    """The printer's end of a terminal."""

    def __init__(self, file: int) -> None:
        self._file = file

    def recv(self, most: int) -> bytes:
        if not select.select([self._file], [], [], 0.05)[0]:
            raise TimeoutError
        return os.read(self._file, most)

    def sendall(self, data: bytes) -> None:
        os.write(self._file, data)

    def close(self) -> None:
        with contextlib.suppress(OSError):
            os.close(self._file)


class _Visit:
    """One connection, paced and broken off by the printer's mood."""

    def __init__(self, printer: Emulator, line: Wire) -> None:
        self.printer, self.line = printer, line
        self.read = 0

    def take(self, length: int) -> bytes:
        data = b""
        while len(data) < length:
            self._behave()
            try:
                part = self.line.recv(min(_SLICE, length - len(data)))
            except TimeoutError:
                part = None
            if part == b"" or self.printer.leave.is_set():
                raise _Gone
            data += part or b""
            self.read += len(part or b"")
            self._pace(len(part or b""))
        return data

    def say(self, answer: bytes, *, out: bool = False) -> None:
        """Answer, unless the mood is not to. `out`: this says that a badge is out."""
        mode = self.printer.mode
        if mode == "mute" or (out and mode == "simple"):
            return
        if out and self.printer.leave.wait(self.printer.answer_after):
            raise _Gone
        self.line.sendall(answer)

    def _behave(self) -> None:
        if self.read < self.printer.after:
            return
        mode = self.printer.mode
        if mode == "cut_midway":
            raise _Gone
        if mode == "stall":
            self.printer.leave.wait()
            raise _Gone
        if mode == "jam":
            self.printer.mode = "out_of_paper"

    def _pace(self, length: int) -> None:
        if self.printer.mode == "slow" and self.printer.leave.wait(length / self.printer.rate):
            raise _Gone
