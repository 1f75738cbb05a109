"""The live channel: small events over websockets. State itself travels over HTTP.

A topic's content is computed at most four times a second and only while somebody listens, so that
sixteen desks in full flight cost no more than one. It is computed afresh every two seconds in any
case: another process (an import from the command line) may have changed the database.
"""

import json
import threading
from collections.abc import Callable
from typing import Any

from flask import Flask
from flask_socketio import SocketIO

from hub import access, clock
from hub.database import db

SOONEST_S = 0.25
LATEST_S = 2.0


class Live:
    """Topics and who tells of them. `announce` may be called from any thread after its commit."""

    def __init__(self, app: Flask) -> None:
        self.app = app
        self.io = SocketIO(app, async_mode="threading", ping_interval=5, ping_timeout=4, max_http_buffer_size=16384)
        self._topics: dict[str, Callable[[], dict[str, Any]]] = {}
        self._last: dict[str, str] = {}
        self._news = threading.Event()
        self._listeners = 0
        self._count = threading.Lock()
        self.io.on_event("connect", self._connected)
        self.io.on_event("disconnect", self._left)
        self.io.on_event("beat", self._beat)

    def topic(self, name: str, compute: Callable[[], dict[str, Any]]) -> None:
        """Declare what listeners of `name` are told: a small dictionary."""
        self._topics[name] = compute

    def announce(self) -> None:
        """Something changed; listeners hear of it within a second."""
        self._news.set()

    def run(self, stop: threading.Event) -> None:
        """The worker that tells. Ends when `stop` is set."""
        while not stop.wait(SOONEST_S):
            self._news.wait(LATEST_S - SOONEST_S)
            self._news.clear()
            if self._listeners:
                self.tell()

    def tell(self) -> None:
        """Send every topic whose content has changed."""
        with self.app.app_context(), db.connection_context():
            for name, compute in self._topics.items():
                content = compute()
                text = json.dumps(content, sort_keys=True)
                if text != self._last.get(name):
                    self._last[name] = text
                    self.io.emit(name, content)

    def _connected(self, auth: object = None) -> bool:
        with db.connection_context():
            known = access.visitor() is not None
        if known:
            with self._count:
                self._listeners += 1
            # A newcomer holds only what it fetched over HTTP before; telling again closes the gap.
            self._last.clear()
            self._news.set()
        return known

    def _left(self, reason: object = None) -> None:
        with self._count:
            self._listeners -= 1

    def _beat(self) -> dict[str, int]:
        """A page's heartbeat. The reply carries the hub's time, from which the page learns its own error."""
        return {"now": clock.now()}
