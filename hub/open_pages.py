"""The open pages of screens: what each says is on its glass, and when it was last heard of.

Kept in memory: a page says it again at every connect and every two seconds, so after a restart of the hub it is
whole again before anybody looks.
"""

import threading
import time
from dataclasses import dataclass
from typing import Generic, TypeVar

from hub import steady
from hub.access import Actor

AWAY_S = 5.0
Glass = TypeVar("Glass")


@dataclass(frozen=True, slots=True)
class Page(Generic[Glass]):
    """A page at its last heartbeat. `glass` is what it has painted, by its own word; `heard_at` ms, steady clock."""

    sid: str
    device: str
    name: str
    glass: Glass
    heard_at: int
    heard_s: float  # by the monotonic clock, s: nobody goes away because the clock is set

    def is_here(self) -> bool:
        return time.monotonic() - self.heard_s < AWAY_S


class OpenPages(Generic[Glass]):
    """Every open page of one kind, by socket, and the last that was heard of each device.

    `turn` may be held around several calls.
    """

    def __init__(self) -> None:
        self.turn = threading.RLock()
        self._open: dict[str, Page[Glass]] = {}
        self._last: dict[str, Page[Glass]] = {}

    def heard(self, sid: str, actor: Actor, glass: Glass) -> Glass | None:
        """A page says what is on its glass. Returns what it had said before; None when this is its first word."""
        page = Page(sid, actor.device or sid, actor.name, glass, steady.now(), time.monotonic())
        with self.turn:
            before = self._open.get(sid)
            self._open[sid] = self._last[page.device] = page
        return None if before is None else before.glass

    def forget(self, sid: str) -> bool:
        """A socket is gone; was it a page of this kind?"""
        with self.turn:
            return self._open.pop(sid, None) is not None

    def here(self) -> list[Page[Glass]]:
        """The pages that were heard of lately, the newest word last."""
        with self.turn:
            pages = [page for page in self._open.values() if page.is_here()]
        return sorted(pages, key=lambda page: page.heard_s)

    def last(self) -> dict[str, Page[Glass]]:
        """What was heard last of each device, gone ones included."""
        with self.turn:
            return dict(self._last)


def answer() -> dict[str, int]:
    """What a heartbeat is answered with: from the round trip the page learns the hub's time."""
    return {"steady": steady.now(), "set": steady.set_number()}
