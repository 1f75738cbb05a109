"""A print queue on the loopback that speaks IPP: takes documents, tells how its jobs are."""

import struct
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

import pypdfium2
from PIL import Image

from kiosk.paper.printers import ipp

_OK, _REFUSED = 0x0000, 0x0506  # server-error-not-accepting-jobs
_PENDING, _GOING, _CANCELLED, _DONE = 3, 5, 7, 9
_REASONS = {"out_of_paper": "media-empty-error", "cover_open": "cover-open", "offline": "offline-report"}


class IppEmulator:
    """Moods: ok, off, refuse (takes no jobs), give_up (cancels each by itself), never (goes on for ever), mute, and
    those of `_REASONS`. `pages` are the documents' first pages at `dpi`; `sizes` their sizes in mm.
    """

    def __init__(self, mode: str = "ok", dpi: int = 300) -> None:
        self.mode, self.dpi = mode, dpi
        self.pages: list[Image.Image] = []
        self.sizes: list[tuple[float, float]] = []
        self.asked: list[int] = []
        self.named: list[str] = []
        self.leave = threading.Event()

    def __enter__(self) -> "IppEmulator":
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(self))
        self.address = f"ipp://127.0.0.1:{self._server.server_port}/printers/Badge"
        if self.mode == "off":
            self._server.server_close()
        else:
            self._thread = threading.Thread(target=self._server.serve_forever, args=(0.05,), name="IPP emulator")
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.leave.set()
        if self.mode != "off":
            self._server.shutdown()
            self._thread.join(10)
            self._server.server_close()

    def answer(self, message: bytes) -> bytes:
        """What the queue says to one request."""
        operation, groups = ipp.parsed(message)
        self.asked.append(operation)
        if operation == ipp.PRINT_JOB:
            return self._print(message, groups)
        if operation == ipp.GET_JOB:
            state = {"ok": _DONE, "give_up": _CANCELLED}.get(self.mode, _GOING)
            return _reply(_OK, 2, [(0x23, "job-state", struct.pack(">i", state))])
        if operation == ipp.CUPS_QUEUES:
            return _reply(_OK, 4, [(0x42, "printer-name", b"Badge"), (0x41, "printer-info", "Бейджи".encode())])
        reason = _REASONS.get(self.mode, "none").encode()
        return _reply(_OK, 4, [(0x23, "printer-state", struct.pack(">i", 3)), (0x44, "printer-state-reasons", reason)])

    def _print(self, message: bytes, groups: list[ipp.Attributes]) -> bytes:
        if self.mode == "refuse":
            return _reply(_REFUSED, 2, [])
        assert groups[0]["document-format"] == ["application/pdf"]
        self.named.append(str(groups[0]["job-name"][0]))
        page = pypdfium2.PdfDocument(message[message.index(b"%PDF") :])[0]
        self.sizes.append((page.get_width() * 25.4 / 72, page.get_height() * 25.4 / 72))
        self.pages.append(page.render(scale=self.dpi / 72).to_pil().convert("L"))
        return _reply(_OK, 2, [(0x21, "job-id", struct.pack(">i", 7))])


def _reply(status: int, group: int, attributes: list[tuple[int, str, bytes]]) -> bytes:
    written = struct.pack(">BBHI", 1, 1, status, 1) + b"\x01" + bytes([group])
    for kind, name, value in attributes:
        written += struct.pack(">BH", kind, len(name)) + name.encode() + struct.pack(">H", len(value)) + value
    return written + b"\x03"


def _handler(emulator: IppEmulator) -> type[BaseHTTPRequestHandler]:
    def serve(self: BaseHTTPRequestHandler) -> None:
        message = self.rfile.read(int(self.headers["Content-Length"]))
        if emulator.mode == "mute":
            emulator.leave.wait()
            return
        answer = emulator.answer(message)
        self.send_response(200)
        self.send_header("Content-Type", "application/ipp")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def keep_quiet(self: BaseHTTPRequestHandler, *said: object) -> None:
        """A test's output is not a server's log."""

    # The server finds its methods by these names.
    return type("Handler", (BaseHTTPRequestHandler,), {"do_POST": serve, "log_message": keep_quiet})
