"""What each screen should show now, kept for as long as nothing changes: staff ask four times a second."""

import threading
import time
from dataclasses import dataclass, field

from flask import Flask

from hub.announcements import news
from signage import day, plan, screen_choice

EXTENSION = "event_day_box_screens_expected"
# So long a screen may take to show what has just changed before it counts as wrong.
SETTLING_S = 4.0


@dataclass(slots=True)
class _Wanted:
    hash: str
    before: str | None = None
    since: float = 0.0


@dataclass(slots=True)
class Expectations:
    """The hash that each screen should show, by device."""

    _stamp: tuple[str, int] = ("", -1)
    _wanted: dict[str, _Wanted] = field(default_factory=dict)
    _turn: threading.Lock = field(default_factory=threading.Lock)
    _computing: threading.Lock = field(default_factory=threading.Lock)

    def refresh(self) -> None:
        """Compute anew where anything has changed. Needs the database."""
        with self._computing:  # one who began sooner must not end later, with what was right then
            today, standing = day.today(), news.for_devices(news.now())
            if self._stamp == (today.mark, standing.seq):
                return
            for device in screen_choice.paired():
                self._take(device.id, plan.expected(today.glass_of(device), today, standing))
            self._stamp = (today.mark, standing.seq)

    def of(self, device: str, shown: str) -> str:
        """What a screen should show that shows `shown`: for a moment after a change what it was to show before."""
        with self._turn:
            wanted = self._wanted.get(device, _Wanted(""))
        settling = time.monotonic() - wanted.since < SETTLING_S
        return shown if settling and shown == wanted.before else wanted.hash

    def _take(self, device: str, wanted: str) -> None:
        with self._turn:
            held = self._wanted.get(device)
            if held is None or held.hash != wanted:
                self._wanted[device] = _Wanted(wanted, held.hash, time.monotonic()) if held else _Wanted(wanted)


def of(app: Flask) -> Expectations:
    """What this application's screens should show."""
    found: Expectations = app.extensions.setdefault(EXTENSION, Expectations())
    return found
