"""The displays that are there, and what each says it has painted.

Kept in memory: a page says it again at every connect and every two seconds, so after a restart of the hub it is
whole again before anybody looks.
"""

import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from flask import Flask

from hub import steady
from hub.access import Actor, Role
from hub.database import rows
from hub.models import Device
from speaker_timer.models import Display

AWAY_S = 5.0
EXTENSION = "event_day_box_timer_pages"


class View(StrEnum):
    """How a display shows the timer, and for whom."""

    STAGE = "stage"
    CORNER = "corner"
    WALL = "wall"
    WATCH = "watch"


@dataclass(slots=True)
class Page:
    """An open display page: `seq` and `card` are what it has painted (the card's key; empty for none)."""

    sid: str
    device: str
    name: str
    view: str = View.STAGE
    seq: int = 0
    card: str = ""
    size: str = ""
    heard_at: float = 0.0  # by the monotonic clock, s: nobody goes away because the clock is set

    def is_here(self) -> bool:
        return time.monotonic() - self.heard_at < AWAY_S


@dataclass(slots=True)
class Pages:
    """Every open display page of this hub, by socket.

    `news`: there is something to tell hosts; `all_painted`: the last display that was to paint the newest state has.
    """

    open: dict[str, Page] = field(default_factory=dict)
    turn: threading.Lock = field(default_factory=threading.Lock)
    news: threading.Event = field(default_factory=threading.Event)
    all_painted: threading.Event = field(default_factory=threading.Event)
    wanted: int = 0
    missing: set[str] = field(default_factory=set)

    def want(self, seq: int) -> None:
        """This state is about to be sent to the displays."""
        with self.turn:
            self.wanted = max(self.wanted, seq)
            self.missing = {page.sid for page in self._behind() if page.is_here()}

    def painted(self, sid: str, actor: Actor, content: dict[str, Any]) -> dict[str, int]:
        """A page says what it shows: {"seq", "card", "view", "size"}. Answered with the steady clock."""
        with self.turn:
            page = self.open.get(sid)
            if page is None:
                page = self.open[sid] = Page(sid, actor.device or sid, actor.name)
            before = (page.seq, page.card, page.view)
            page.seq = _number(content.get("seq"))
            page.card = str(content.get("card") or "")[:80]
            page.view = str(content.get("view") or View.STAGE)[:8]
            page.size = str(content.get("size") or "")[:12]
            page.heard_at = time.monotonic()
            if before != (page.seq, page.card, page.view):
                if page.seq >= self.wanted:
                    self._no_longer_missing(sid)
                self.news.set()
        return {"steady": steady.now(), "set": steady.set_number()}

    def left(self, sid: str, actor: Actor) -> None:
        """A page's socket is gone."""
        with self.turn:
            self.open.pop(sid, None)
            self._no_longer_missing(sid)
        self.news.set()

    def behind(self) -> set[str]:
        """The sockets of displays that are here and have not painted the newest state."""
        with self.turn:
            return {page.sid for page in self._behind() if page.is_here()}

    def here(self) -> dict[str, Page]:
        """The newest page of each device that was heard of lately."""
        with self.turn:
            pages = sorted(self.open.values(), key=lambda page: page.heard_at)
            return {page.device: page for page in pages if page.is_here()}

    def _behind(self) -> Iterator[Page]:
        # A speaker's phone sleeps in a pocket and paints nothing: nobody waits for it.
        return (page for page in self.open.values() if page.seq < self.wanted and page.view != View.WATCH)

    def _no_longer_missing(self, sid: str) -> None:
        if sid in self.missing:
            self.missing.discard(sid)
            if not self.missing:
                self.all_painted.set()


def pages_of(app: Flask) -> Pages:
    """The open pages of this application's hub."""
    found: Pages = app.extensions.setdefault(EXTENSION, Pages())
    return found


def known() -> dict[str, tuple[str, str, bool]]:
    """Each paired display's name, view and whether it chimes, by device."""
    query = Device.select(Device.id, Device.name, Display.view, Display.chime).left_outer_join(Display)
    paired = query.where(Device.role == Role.DISPLAY, Device.revoked_at.is_null())
    return {device: (name, view or View.STAGE, bool(chime)) for device, name, view, chime in rows(paired)}


def told(pages: Pages, paired: dict[str, tuple[str, str, bool]] | None = None) -> dict[str, Any]:
    """What hosts are told: every display with what it has painted, those away included.

    {"displays": [{"device", "name", "view", "chime", "paired", "here", "seq", "card", "size"}]}; a staff member's
    page that serves as a display is not paired; speakers' own phones are left out. `paired` is what was `known`.
    """
    here = pages.here()
    listed = []
    for device, (name, view, chime) in (known() if paired is None else paired).items():
        listed.append(_line(device, name, view, here.pop(device, None), chime, paired=True))
    listed += [_line(page.device, page.name, page.view, page) for page in here.values()]
    return {"displays": [line for line in listed if line["view"] != View.WATCH]}


def _line(
    device: str, name: str, view: str, page: Page | None, chime: bool = False, *, paired: bool = False
) -> dict[str, Any]:
    return {
        "device": device,
        "name": name,
        "view": view,
        "chime": chime,
        "paired": paired,
        "here": page is not None,
        "seq": page.seq if page else 0,
        "card": page.card if page else "",
        "size": page.size if page else "",
    }


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 2**53 else 0
