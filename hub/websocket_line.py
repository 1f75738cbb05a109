"""One page's websocket, written to by whoever has something to say."""

import socket
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any, Protocol

from hub.websocket_frames import Opcode, Reader, frame

# What a page that reads nothing may leave waiting: a hundred states of the timer.
MOST_WAITING = 512 * 1024


class Loop(Protocol):
    """What a line needs of the thread that watches it (hub.websocket_loop)."""

    def later(self, job: Callable[[], None]) -> None:
        """Do this in the loop's thread, soon."""

    def drop(self, line: "Line") -> None:
        """This page is gone, or must go."""

    def watch(self, line: "Line", writing: bool) -> None:
        """Also wait until the page takes more, or no longer."""


class Line:
    """One page's websocket. `send` may be called from any thread."""

    def __init__(self, loop: Loop, sock: socket.socket, page: Any) -> None:
        self.loop, self.sock, self.page = loop, sock, page
        self.reader = Reader(page.server.max_http_buffer_size)
        # How many of its messages went to the second thread (the loop counts), and how many that one is done with.
        self.handed = self.handled = 0
        self.ping_at = time.monotonic() + page.server.ping_interval
        self.asked_at: float | None = None
        self.begun, self.joined = time.monotonic(), False
        self.gone = False
        self._waiting = bytearray()
        self._turn = threading.Lock()

    @property
    def is_slow(self) -> bool:
        """Is a message of it still with the second thread?"""
        return self.handed != self.handled

    def send(self, packet: Any) -> None:
        """Engine.IO's way to send a packet; one that goes to many pages is framed once."""
        framed = vars(packet).get("framed")
        if framed is None:
            said = packet.encode()
            binary = isinstance(said, bytes)
            framed = frame(Opcode.BINARY if binary else Opcode.TEXT, said if binary else said.encode())
            packet.framed = framed
        self.write(framed)

    def write(self, framed: bytes) -> None:
        """Write at once what the network takes at once; the loop writes the rest."""
        with self._turn:
            if self.gone:
                return
            sent = 0 if self._waiting else self._written(framed)
            if sent == len(framed):
                return
            self._waiting += framed[sent:]
            if len(self._waiting) > MOST_WAITING:
                self.loop.drop(self)
                return
        self.loop.later(partial(self.loop.watch, self, True))

    def flush(self) -> None:
        """In the loop: write what waits, as far as it goes."""
        with self._turn:
            del self._waiting[: self._written(self._waiting)]
            done = not self._waiting
        if done:
            self.loop.watch(self, False)

    def shut(self) -> None:
        """Close, with a word of it if the network still takes one."""
        with self._turn, suppress(OSError):
            if not self._waiting:
                self.sock.send(frame(Opcode.CLOSE, b""))
        with self._turn:
            self.sock.close()

    def _written(self, what: bytes | bytearray) -> int:
        try:
            return self.sock.send(what)
        except BlockingIOError:
            return 0
        except OSError:
            self.loop.drop(self)
            return len(what)
