"""Which device has painted what: an announcement that nobody can see is none.

Kept in memory: a page says it again at every connect. A page that has gone shows nothing that anybody may rely on.
"""

import threading
from collections.abc import Callable
from typing import Any

from flask import Flask

from hub.access import Actor

EXTENSION = "event_day_box_announcement_receipts"
HEARD = "announced"


class Receipts:
    """The `seq` of the standing that each open page has painted, by socket. `tell` is called at each news."""

    def __init__(self, tell: Callable[[], None]) -> None:
        self._tell = tell
        self._turn = threading.Lock()
        self._painted: dict[str, tuple[str, int]] = {}

    def painted(self, sid: str, actor: Actor, content: dict[str, Any]) -> None:
        """A page says what it has painted: {"seq"}."""
        seq = content.get("seq")
        if actor.device is None or not isinstance(seq, int):
            return
        with self._turn:
            news = self._painted.get(sid) != (actor.device, seq)
            self._painted[sid] = (actor.device, seq)
        if news:
            self._tell()

    def left(self, sid: str, actor: Actor) -> None:
        """A page's socket is gone."""
        with self._turn:
            gone = self._painted.pop(sid, None)
        if gone:
            self._tell()

    def devices(self, seq: int) -> set[str]:
        """The devices that have painted the standing `seq` or a later one."""
        with self._turn:
            return {device for device, painted in self._painted.values() if painted >= seq}

    def newest(self, device: str) -> int:
        """The `seq` of the newest standing that a device has painted; 0 without one."""
        with self._turn:
            return max((painted for whose, painted in self._painted.values() if whose == device), default=0)


def of(app: Flask) -> Receipts:
    """The receipts of this application."""
    found: Receipts = app.extensions[EXTENSION]
    return found
