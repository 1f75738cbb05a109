"""All websockets of the hub in one thread, in place of three threads for each.

Engine.IO's own way needs a thread of the web server, one that reads and one that writes for every page: with two
hundred displays a card took a hundred milliseconds to come back as seen, and the web server had no thread left. Here
a message is framed once and written by whoever publishes it straight to each page, and one thread reads what all
pages say. What may take its time (coming, going, rarer events) is done in a second thread, in order.
"""

import json
import logging
import queue
import selectors
import socket
import threading
import time
from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from typing import Any

from engineio.async_drivers._websocket_wsgi import SimpleWebSocketWSGI
from engineio.packet import Packet

from hub.websocket_frames import Opcode, ProtocolError, accept, frame
from hub.websocket_line import Line

log = logging.getLogger(__name__)

Quick = Callable[[str, Any], object]
"""Answers an event of a page (its Engine.IO sid, its content) at once; None for no answer."""

READ = 65536
TICK_S = 0.5
# What one page, and all pages together, may have waiting for the second thread.
MOST_HANDED, MOST_WAITING = 64, 4096
# A page joins with its first word; one that has not by then was not let in, or wants nothing but a place.
JOIN_S = 10.0
# JSON nested deeper than Python reads would fail in whichever thread comes to it; no page of ours has a tenth of this.
MOST_BRACKETS = 500
_PONG, _EVENT = "3", "42"
_SWITCHING = b"HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"


class Loop:
    """The thread of all websockets. `quick` events are answered in it; they must not wait for anything.

    `has_joined` says of a page (its Engine.IO sid) whether it was let in.
    """

    def __init__(self, quick: dict[str, Quick], has_joined: Callable[[str], bool]) -> None:
        self._quick = quick
        self._has_joined = has_joined
        self._lines: set[Line] = set()
        self._todo: deque[Callable[[], None]] = deque()
        self._slow: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._starting = threading.Lock()
        self._running = False

    def adopt(self, handler: Callable[..., Any], server: Any) -> Callable[[dict[str, Any], Any], Any]:
        """Engine.IO's maker of websockets: a WSGI application that takes one page's connection over."""
        page = getattr(handler, "__self__", None)
        return partial(self._take_over, page, SimpleWebSocketWSGI(handler, server))

    def _take_over(self, page: Any, usual: Any, environ: dict[str, Any], start_response: Any) -> Any:
        key = environ.get("HTTP_SEC_WEBSOCKET_KEY", "")
        taken = environ.get("gunicorn.socket")
        # A page that goes over from polling, or comes through TLS of our own, goes the usual way.
        if page.connected or type(taken) is not socket.socket or not key:
            return usual(environ, start_response)
        taken.sendall(_SWITCHING + f"Sec-WebSocket-Accept: {accept(key)}\r\n\r\n".encode())
        page.connected = page.upgraded = True
        self._begin(page, socket.socket(fileno=taken.detach()))
        raise StopIteration  # tells the web server that this connection is no longer its own

    def _begin(self, page: Any, sock: socket.socket) -> None:
        sock.setblocking(False)
        line = Line(self, sock, page)
        close = page.close

        def hang_up(wait: bool = True, abort: bool = False, reason: object = None) -> None:
            close(wait=False, abort=abort, reason=reason)
            self.drop(line)

        page.send, page.close = line.send, hang_up
        page.check_ping_timeout, page.schedule_ping = lambda: True, lambda: None
        self._start()
        while not page.queue.empty():
            line.send(page.queue.get())
        self.later(partial(self._enter, line))

    def _start(self) -> None:
        with self._starting:
            if not self._running:
                self._running = True
                # Not before: the web server's worker is a fork, and an application in a test serves no sockets.
                self._selector = selectors.DefaultSelector()
                self._ear, self._mouth = socket.socketpair()
                for end in (self._ear, self._mouth):
                    end.setblocking(False)
                self._selector.register(self._ear, selectors.EVENT_READ)
                for name, work in (("websockets", self._run), ("websockets-slow", self._run_slow)):
                    threading.Thread(target=work, name=name, daemon=True).start()

    def later(self, job: Callable[[], None]) -> None:
        """Do this in the loop's thread, soon."""
        self._todo.append(job)
        with suppress(BlockingIOError):  # full: it will wake in any case
            self._mouth.send(b"\0")

    def drop(self, line: Line) -> None:
        """This page is gone, or must go. From any thread, any number of times."""
        if not line.gone:
            line.gone = True
            self.later(partial(self._leave, line))

    def watch(self, line: Line, writing: bool) -> None:
        """In the loop: also wait until the page takes more, or no longer."""
        if line in self._lines:
            self._selector.modify(line.sock, selectors.EVENT_READ | (selectors.EVENT_WRITE if writing else 0), line)

    def _enter(self, line: Line) -> None:
        if not line.gone:  # else it has left before it came in, and its socket is shut
            self._lines.add(line)
            self._selector.register(line.sock, selectors.EVENT_READ, line)

    def _leave(self, line: Line) -> None:
        self._lines.discard(line)
        with suppress(KeyError):
            self._selector.unregister(line.sock)
        line.shut()
        if not line.page.closed:
            self._slow.put(partial(line.page.close, abort=True, reason=line.page.server.reason.TRANSPORT_CLOSE))

    def _run(self) -> None:
        tick = 0.0
        while True:
            for key, events in self._selector.select(TICK_S):
                if key.data is None:
                    self._wake()
                elif not key.data.gone:
                    self._safely(partial(self._ready, key.data, events), key.data)
            if time.monotonic() - tick > TICK_S:
                tick = time.monotonic()
                self._safely(partial(self._ask_for_life, tick))

    def _safely(self, job: Callable[[], None], line: Line | None = None) -> None:
        """The boundary of the thread: what one page brings about ends that page alone."""
        try:
            job()
        except Exception:
            log.exception("a page's socket failed")
            if line is not None:
                self.drop(line)

    def _wake(self) -> None:
        with suppress(BlockingIOError):
            self._ear.recv(READ)
        while self._todo:
            self._safely(self._todo.popleft())

    def _ready(self, line: Line, events: int) -> None:
        if events & selectors.EVENT_WRITE:
            line.flush()
        if events & selectors.EVENT_READ:
            try:
                data = line.sock.recv(READ)
                messages = line.reader.feed(data)
            except BlockingIOError:
                return
            except (OSError, ProtocolError):
                data, messages = b"", []
            for opcode, content in messages:
                if not line.gone:
                    self._heard(line, opcode, content)
            if not data:
                self.drop(line)

    def _heard(self, line: Line, opcode: Opcode, content: bytes) -> None:
        if opcode == Opcode.PING:
            line.write(frame(Opcode.PONG, content))
        elif opcode == Opcode.CLOSE:
            self.drop(line)
        elif opcode in {Opcode.TEXT, Opcode.BINARY}:
            said = content.decode(errors="replace") if opcode == Opcode.TEXT else content
            if isinstance(said, str) and said.count("[") + said.count("{") > MOST_BRACKETS:
                self.drop(line)
            elif said == _PONG:
                line.asked_at, line.ping_at = None, time.monotonic() + line.page.server.ping_interval
            elif not (isinstance(said, str) and said.startswith(_EVENT) and self._answered(line, said)):
                self._hand_over(line, said)

    def _hand_over(self, line: Line, said: str | bytes) -> None:
        """To the second thread; a page that says more than that one can hear is put out."""
        if line.handed - line.handled >= MOST_HANDED or self._slow.qsize() >= MOST_WAITING:
            self.drop(line)
            return
        line.handed += 1
        self._slow.put(partial(self._receive, line, said))

    def _answered(self, line: Line, said: str) -> bool:
        """Is this an event that is answered at once: 42, perhaps a number, ["name",content]?"""
        begin = said.find("[")
        number = said[len(_EVENT) : begin]
        handle = self._quick.get(said[begin + 2 : said.find('"', begin + 2)])
        if handle is None or line.is_slow or begin < 0 or not (number.isdigit() or not number):
            return False
        try:
            event = json.loads(said[begin:])
        except ValueError:
            return False
        answer = handle(line.page.sid, event[1] if len(event) > 1 else None)
        if number:
            told = json.dumps([] if answer is None else [answer], separators=(",", ":"))
            line.write(frame(Opcode.TEXT, f"43{number}{told}".encode()))
        return True

    def _receive(self, line: Line, said: str | bytes) -> None:
        try:
            line.page.receive(Packet(encoded_packet=said))
        finally:
            line.handled += 1

    def _run_slow(self) -> None:
        while True:
            job = self._slow.get()
            try:
                job()
            except Exception:  # the boundary of a thread: one page's nonsense must not end all others
                log.exception("a message of a page failed")

    def _ask_for_life(self, now: float) -> None:
        for line in list(self._lines):
            server = line.page.server
            line.joined = line.joined or self._has_joined(line.page.sid)
            if not line.joined and now - line.begun > JOIN_S:
                self.drop(line)
            elif line.asked_at is None and now >= line.ping_at:
                line.asked_at = now
                line.write(frame(Opcode.TEXT, b"2"))
            elif line.asked_at is not None and now - line.asked_at > server.ping_timeout:
                self.drop(line)
