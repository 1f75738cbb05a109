"""Announcements end by themselves, and every device hears of it."""

import threading
from collections.abc import Callable

from hub import steady
from hub.announcements import news
from hub.box import Hub
from hub.database import db

# Also without an end in sight: a person may set the clock.
LATEST_S = 2.0
SOONEST_S = 0.05


def keep_ending(hub: Hub) -> Callable[[threading.Event], None]:
    """The worker that tells of ends."""

    def work(stop: threading.Event) -> None:
        seq, wait_s = -1, 0.0
        while not stop.wait(wait_s):
            with hub.app.app_context(), db.connection_context():
                held = news.now()
                if held.seq != seq and seq >= 0:
                    news.publish(hub)
            seq, wait_s = held.seq, _until(held.next_end)

    return work


def _until(end: int | None) -> float:
    return LATEST_S if end is None else min(LATEST_S, max(SOONEST_S, (end - steady.now()) / 1000))
