"""Somebody who is told: a real HTTP server on the loopback that keeps what it gets and answers as it is bidden."""

import json
import queue
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread
from typing import Any

WAIT_S = 10.0


@dataclass(frozen=True)
class Message:
    """A POST as it came in."""

    path: str
    headers: dict[str, str]
    body: bytes

    @property
    def event(self) -> str:
        return self.headers["x-kiosk-event"]

    @property
    def state(self) -> dict[str, Any]:
        """The timer's state in it."""
        found: dict[str, Any] = json.loads(self.body)
        return found


class Receiver:
    """A context manager. It answers `status` with `headers`; while `silent`, it keeps the line and says nothing."""

    def __init__(self) -> None:
        self.status = 204
        self.headers: dict[str, str] = {}
        self.silent = False
        self._let_go = Event()
        self._messages: queue.Queue[Message] = queue.Queue()

    def __enter__(self) -> "Receiver":
        receiver = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                named = {name.lower(): value for name, value in self.headers.items()}
                receiver._messages.put(Message(self.path, named, body))
                if receiver.silent:
                    receiver._let_go.wait(WAIT_S)
                    return
                self.send_response(receiver.status)
                for name, value in receiver.headers.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """Keep the tests' output quiet."""

        self._server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._server.daemon_threads = True
        self._thread = Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})
        self._thread.start()
        return self

    def __exit__(self, *exc: object) -> None:
        self._let_go.set()
        self._server.shutdown()
        self._thread.join()
        self._server.server_close()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self._server.server_port}/timer"

    def next(self) -> Message:
        """The next message; fails when none comes."""
        return self._messages.get(timeout=WAIT_S)

    @property
    def waiting(self) -> int:
        """How many messages have come in that nobody has looked at."""
        return self._messages.qsize()
