"""The open screens: what each says it shows, and a small picture of it."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import Flask

from hub import open_pages
from hub.access import Actor, Role
from hub.open_pages import OpenPages

EXTENSION = "event_day_box_screens_watched"
SHOWN = "shown"
PICTURE_HEAD = "data:image/jpeg;base64,"
LARGEST_PICTURE = 12 * 1024
_JPEG = b"\xff\xd8\xff"


@dataclass(frozen=True, slots=True)
class Glass:
    """What is on a screen's glass: its content's hash, the phase of the day, the size."""

    hash: str
    phase: str
    size: str


@dataclass(slots=True)
class Picture:
    """A small JPEG of what a screen shows; `number` grows with each."""

    content: bytes
    number: int


class Watched(OpenPages[Glass]):
    """Every open screen of this hub. `tell` is called at each news."""

    def __init__(self, tell: Callable[[], None]) -> None:
        super().__init__()
        self._tell = tell
        self._pictures: dict[str, Picture] = {}

    def shown(self, sid: str, actor: Actor, content: dict[str, Any]) -> dict[str, int]:
        """A page says what it shows: {"hash", "phase", "size", "thumb"?}. Answered with the steady clock."""
        if actor.role == Role.SCREEN and actor.device is not None:
            glass = Glass(*(str(content.get(name) or "")[:12] for name in ("hash", "phase", "size")))
            news = self.heard(sid, actor, glass) != glass
            if self._keep_picture(actor.device, content.get("thumb")) or news:
                self._tell()
        return open_pages.answer()

    def left(self, sid: str, actor: Actor) -> None:
        """A page's socket is gone."""
        if self.forget(sid):
            self._tell()

    def picture(self, device: str) -> Picture | None:
        """What this screen last looked like."""
        with self.turn:
            return self._pictures.get(device)

    def _keep_picture(self, device: str, told: object) -> bool:
        content = _jpeg(told)
        if content is None:
            return False
        with self.turn:
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
