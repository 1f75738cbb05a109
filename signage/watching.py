"""The open screens: what each says it shows, and a small picture of it.

Kept in memory: a page says it again every two seconds, so after a restart of the hub it is whole again before anybody
looks. The twin for the timer's displays is speaker_timer.displays.
"""

import base64
import binascii
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask

from hub import steady
from hub.access import Actor, Role

AWAY_S = 5.0
EXTENSION = "event_day_box_screens_watched"
SHOWN = "shown"
PICTURE_HEAD = "data:image/jpeg;base64,"
LARGEST_PICTURE = 12 * 1024
_JPEG = b"\xff\xd8\xff"


@dataclass(slots=True)
class Page:
    """A screen's page. `hash` is of what is on its glass; `heard_at` ms by the steady clock."""

    sid: str
    device: str
    hash: str = ""
    phase: str = ""
    size: str = ""
    heard_at: int = 0
    # By the monotonic clock, s: no screen goes away because the clock is set.
    heard_s: float = 0.0

    def is_here(self) -> bool:
        return time.monotonic() - self.heard_s < AWAY_S


@dataclass(slots=True)
class Picture:
    """A small JPEG of what a screen shows; `number` grows with each."""

    content: bytes
    number: int


@dataclass(slots=True)
class Watched:
    """Every open screen of this hub, by socket; and the last that was heard of each device. `tell`: at each news."""

    tell: Callable[[], None]
    _open: dict[str, Page] = field(default_factory=dict)
    _last: dict[str, Page] = field(default_factory=dict)
    _pictures: dict[str, Picture] = field(default_factory=dict)
    _turn: threading.Lock = field(default_factory=threading.Lock)

    def shown(self, sid: str, actor: Actor, content: dict[str, Any]) -> dict[str, int]:
        """A page says what it shows: {"hash", "phase", "size", "thumb"?}. Answered with the steady clock."""
        if actor.role == Role.SCREEN and actor.device is not None:
            news = self._heard(sid, actor.device, content)
            if self._keep_picture(actor.device, content.get("thumb")) or news:
                self.tell()
        return {"steady": steady.now(), "set": steady.set_number()}

    def left(self, sid: str, actor: Actor) -> None:
        """A page's socket is gone."""
        with self._turn:
            gone = self._open.pop(sid, None)
        if gone:
            self.tell()

    def pages(self) -> dict[str, Page]:
        """What was heard last of each device, gone ones included."""
        with self._turn:
            return dict(self._last)

    def is_here(self, device: str) -> bool:
        """Is a page of this device open, and was it heard of lately?"""
        with self._turn:
            return any(page.device == device and page.is_here() for page in self._open.values())

    def picture(self, device: str) -> Picture | None:
        """What this screen last looked like."""
        with self._turn:
            return self._pictures.get(device)

    def _heard(self, sid: str, device: str, content: dict[str, Any]) -> bool:
        with self._turn:
            page = self._open.get(sid)
            news = page is None
            page = page or self._open.setdefault(sid, Page(sid, device))
            said = tuple(str(content.get(name) or "")[:12] for name in ("hash", "phase", "size"))
            news = news or said != (page.hash, page.phase, page.size)
            page.hash, page.phase, page.size = said
            page.heard_at, page.heard_s = steady.now(), time.monotonic()
            self._last[device] = page
            return news

    def _keep_picture(self, device: str, told: object) -> bool:
        content = _jpeg(told)
        if content is None:
            return False
        with self._turn:
            before = self._pictures.get(device)
            self._pictures[device] = Picture(content, before.number + 1 if before else 1)
        return True


def _jpeg(told: object) -> bytes | None:
    """The picture in a data address; None for anything else."""
    if not isinstance(told, str) or not told.startswith(PICTURE_HEAD):
        return None
    try:
        content = base64.b64decode(told.removeprefix(PICTURE_HEAD), validate=True)
    except binascii.Error:
        return None
    return content if content.startswith(_JPEG) and len(content) <= LARGEST_PICTURE else None


def of(app: Flask) -> Watched:
    """The screens that this application watches."""
    found: Watched = app.extensions[EXTENSION]
    return found
