"""A receipt printer on the loopback, with the moods of a real one."""

import socket
import threading
from types import TracebackType

from PIL import Image

from tests.escpos_paper import Paper

# mood -> the state's bits, the cause's bits, the paper's bits (answers to DLE EOT 1, 2, 4)
_STATES = {"out_of_paper": (0x1A, 0x32, 0x7E), "cover_open": (0x1A, 0x16, 0x12), "offline": (0x1A, 0x12, 0x12)}
_GOOD = (0x12, 0x12, 0x12)
_SLICE = 256


class _Gone(Exception):
    """The other side has gone, or this side wants to."""


class PrinterEmulator:
    """Moods: ok, off (refuses), mute (never answers), slow (`rate` bytes a second), out_of_paper, cover_open, offline,
    stall (reads no more from a picture on), cut_midway (closes after `cut_after` bytes), simple (knows no GS r),
    jam (paper ends in the middle of a picture). A mood may be changed with `become` at any time.
    """

    def __init__(self, mode: str = "ok", rate: int = 20_000, cut_after: int = 4096) -> None:
        self.mode = mode
        self.rate, self.cut_after = rate, cut_after
        self.badges: list[Image.Image] = []
        self.connections = 0
        self._news = threading.Condition()
        self._leave = threading.Event()
        self._threads: list[threading.Thread] = []
        self._ear = socket.socket()
        # A small window, so that a printer that does not read is noticed as with real ones.
        self._ear.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._ear.bind(("127.0.0.1", 0))
        self.address = f"127.0.0.1:{self._ear.getsockname()[1]}"

    def __enter__(self) -> "PrinterEmulator":
        if self.mode != "off":
            self.become(self.mode)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._leave.set()
        for thread in self._threads:
            thread.join(10)
        self._ear.close()

    def become(self, mode: str) -> None:
        """Change the mood; from off it is switched on by any other."""
        self.mode = mode
        if not self._threads:
            self._ear.listen()
            self._ear.settimeout(0.05)
            self._start(threading.Thread(target=self._listen, name="printer emulator"))

    def wait_for(self, badges: int, timeout: float = 10) -> list[Image.Image]:
        """Return all badges as soon as there are this many. Raises TimeoutError."""
        with self._news:
            if not self._news.wait_for(lambda: len(self.badges) >= badges, timeout):
                raise TimeoutError(f"{len(self.badges)} of {badges} badges")
            return list(self.badges)

    def _start(self, thread: threading.Thread) -> None:
        self._threads.append(thread)
        thread.start()

    def _listen(self) -> None:
        while not self._leave.is_set():
            try:
                line, _ = self._ear.accept()
            except TimeoutError:
                continue
            self.connections += 1
            self._start(threading.Thread(target=_Visit(self, line).serve, name="printer emulator's visit"))

    def _came_out(self, badge: Image.Image) -> None:
        with self._news:
            self.badges.append(badge)
            self._news.notify_all()


class _Visit:
    """One connection."""

    def __init__(self, printer: PrinterEmulator, line: socket.socket) -> None:
        self.printer, self.line = printer, line
        self.line.settimeout(0.05)
        self.read = 0
        self.paper = Paper(self._take, self._answer, printer._came_out)

    def serve(self) -> None:
        with self.line:
            try:
                while True:
                    self.paper.command()
            except (_Gone, ConnectionError):
                return

    def _take(self, length: int) -> bytes:
        data = b""
        while len(data) < length:
            self._behave(length)
            try:
                part = self.line.recv(min(_SLICE, length - len(data)))
            except TimeoutError:
                part = None
            if part == b"" or self.printer._leave.is_set():
                raise _Gone
            data += part or b""
            self.read += len(part or b"")
            self._pace(len(part or b""))
        return data

    def _behave(self, wanted: int) -> None:
        mode = self.printer.mode
        if mode == "cut_midway" and self.read >= self.printer.cut_after:
            raise _Gone
        if mode == "stall" and wanted > _SLICE:
            self.printer._leave.wait()
            raise _Gone
        if mode == "jam" and wanted > _SLICE:
            self.printer.mode = "out_of_paper"

    def _pace(self, length: int) -> None:
        if self.printer.mode == "slow" and self.printer._leave.wait(length / self.printer.rate):
            raise _Gone

    def _answer(self, kind: str, question: int) -> None:
        mode = self.printer.mode
        if mode == "mute" or (kind == "in turn" and (mode == "simple" or mode in _STATES)):
            return
        if kind == "in turn":
            self.line.sendall(b"\x00")
        else:
            bits = dict(zip((1, 2, 4), _STATES.get(mode, _GOOD), strict=True))
            self.line.sendall(bytes([bits[question]]))
