"""The displays that are there, and what each says it has painted.

Kept in memory: a page says it again at every connect and every two seconds, so after a restart of the hub it is
whole again before anybody looks.
"""

import threading
from dataclasses import asdict, dataclass, field
from enum import StrEnum
from typing import Any

from flask import Flask

from hub import steady
from hub.access import Actor, Role
from hub.database import rows
from hub.models import Device
from speaker_timer.models import Display

AWAY_MS = 5_000
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
    heard_at: int = 0


@dataclass(slots=True)
class Pages:
    """Every open display page of this hub, by socket."""

    open: dict[str, Page] = field(default_factory=dict)
    turn: threading.Lock = field(default_factory=threading.Lock)
    news: threading.Event = field(default_factory=threading.Event)

    def painted(self, sid: str, actor: Actor, content: dict[str, Any]) -> dict[str, int]:
        """A page says what it shows: {"seq", "card", "view", "size"}. Answered with the steady clock."""
        with self.turn:
            page = self.open.setdefault(sid, Page(sid, actor.device or sid, actor.name))
            before = (page.seq, page.card, page.view)
            page.seq = _number(content.get("seq"))
            page.card = str(content.get("card") or "")[:80]
            page.view = str(content.get("view") or View.STAGE)[:8]
            page.size = str(content.get("size") or "")[:12]
            page.heard_at = steady.now()
            if before != (page.seq, page.card, page.view):
                self.news.set()
        return {"steady": steady.now(), "set": steady.set_number()}

    def left(self, sid: str, actor: Actor) -> None:
        """A page's socket is gone."""
        with self.turn:
            self.open.pop(sid, None)
        self.news.set()

    def behind(self, seq: int) -> list[str]:
        """The sockets of pages that have not painted this state."""
        with self.turn:
            return [page.sid for page in self.open.values() if page.seq < seq]

    def here(self, now: int) -> dict[str, Page]:
        """The newest page of each device that was heard of lately."""
        with self.turn:
            pages = sorted(self.open.values(), key=lambda page: page.heard_at)
            return {page.device: page for page in pages if now - page.heard_at < AWAY_MS}


def pages_of(app: Flask) -> Pages:
    """The open pages of this application's hub."""
    found: Pages = app.extensions.setdefault(EXTENSION, Pages())
    return found


def known() -> dict[str, tuple[str, str, bool]]:
    """Each paired display's name, view and whether it chimes, by device."""
    query = Device.select(Device.id, Device.name, Display.view, Display.chime).left_outer_join(Display)
    paired = query.where(Device.role == Role.DISPLAY, Device.revoked_at.is_null())
    return {device: (name, view or View.STAGE, bool(chime)) for device, name, view, chime in rows(paired)}


def told(pages: Pages) -> dict[str, Any]:
    """What hosts are told: every display with what it has painted, those away included.

    {"displays": [{"device", "name", "view", "chime", "paired", "here", "seq", "card", "size"}]}; a staff member's
    page that serves as a display is not paired; speakers' own phones are left out.
    """
    here = pages.here(steady.now())
    listed = []
    for device, (name, view, chime) in known().items():
        page = here.pop(device, None)
        listed.append(_line(device, name, view, page) | {"chime": chime, "paired": True})
    listed += [_line(page.device, page.name, page.view, page) for page in here.values()]
    return {"displays": [line for line in listed if line["view"] != View.WATCH]}


def _line(device: str, name: str, view: str, page: Page | None) -> dict[str, Any]:
    shown = asdict(page) if page else {"seq": 0, "card": "", "size": ""}
    return {
        "device": device,
        "name": name,
        "view": view,
        "chime": False,
        "paired": False,
        "here": page is not None,
        **{key: shown[key] for key in ("seq", "card", "size")},
    }


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 2**53 else 0
