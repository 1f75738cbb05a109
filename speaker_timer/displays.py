"""The displays that are there, and what each says it has painted."""

import threading
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from flask import Flask

from hub import open_pages
from hub.access import Actor, Role
from hub.database import rows
from hub.models import Device
from hub.open_pages import OpenPages, Page
from speaker_timer.models import Display

EXTENSION = "event_day_box_timer_pages"


class View(StrEnum):
    """How a display shows the timer, and for whom."""

    STAGE = "stage"
    CORNER = "corner"
    WALL = "wall"
    WATCH = "watch"


@dataclass(frozen=True, slots=True)
class Glass:
    """What a display has painted: the state's number, the card's key (empty for none)."""

    seq: int
    card: str
    view: str
    size: str

    def is_behind(self, seq: int) -> bool:
        # A speaker's phone sleeps in a pocket and paints nothing: nobody waits for it.
        return self.seq < seq and self.view != View.WATCH


class Pages(OpenPages[Glass]):
    """Every open display page of this hub.

    `news`: there is something to tell hosts; `all_painted`: the last display that was to paint the newest state has.
    """

    def __init__(self) -> None:
        super().__init__()
        self.news = threading.Event()
        self.all_painted = threading.Event()
        self._wanted = 0
        self._missing: set[str] = set()

    def want(self, seq: int) -> None:
        """This state is about to be sent to the displays."""
        with self.turn:
            self._wanted = max(self._wanted, seq)
            self._missing = self.behind()

    def painted(self, sid: str, actor: Actor, content: dict[str, Any]) -> dict[str, int]:
        """A page says what it shows: {"seq", "card", "view", "size"}. Answered with the steady clock."""
        glass = Glass(
            seq=_number(content.get("seq")),
            card=str(content.get("card") or "")[:80],
            view=str(content.get("view") or View.STAGE)[:8],
            size=str(content.get("size") or "")[:12],
        )
        with self.turn:
            before = self.heard(sid, actor, glass)
            if before is None or (before.seq, before.card, before.view) != (glass.seq, glass.card, glass.view):
                if glass.seq >= self._wanted:
                    self._no_longer_missing(sid)
                self.news.set()
        return open_pages.answer()

    def left(self, sid: str, actor: Actor) -> None:
        """A page's socket is gone."""
        with self.turn:
            if self.forget(sid):
                self._no_longer_missing(sid)
                self.news.set()

    def behind(self) -> set[str]:
        """The sockets of displays that are here and have not painted the newest state."""
        with self.turn:
            return {page.sid for page in self.here() if page.glass.is_behind(self._wanted)}

    def _no_longer_missing(self, sid: str) -> None:
        if sid in self._missing:
            self._missing.discard(sid)
            if not self._missing:
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
    here = {page.device: page for page in pages.here()}
    listed = []
    for device, (name, view, chime) in (known() if paired is None else paired).items():
        listed.append(_line(device, name, view, here.pop(device, None), chime, paired=True))
    listed += [_line(page.device, page.name, page.glass.view, page) for page in here.values()]
    return {"displays": [line for line in listed if line["view"] != View.WATCH]}


def _line(
    device: str, name: str, view: str, page: Page[Glass] | None, chime: bool = False, *, paired: bool = False
) -> dict[str, Any]:
    return {
        "device": device,
        "name": name,
        "view": view,
        "chime": chime,
        "paired": paired,
        "here": page is not None,
        "seq": page.glass.seq if page else 0,
        "card": page.glass.card if page else "",
        "size": page.glass.size if page else "",
    }


def _number(value: object) -> int:
    return value if isinstance(value, int) and 0 <= value < 2**53 else 0
