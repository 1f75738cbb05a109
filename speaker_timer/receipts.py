"""Telling hosts what the displays have painted, and telling displays again until they have."""

import threading
import time
from collections.abc import Callable
from typing import Any

from hub.box import Hub
from hub.database import db
from speaker_timer import displays, telling, timer
from speaker_timer.displays import Pages

CHANNEL = "displays"
# Two hundred displays paint within a moment of each other: hosts are told when the last one has, or of as many as
# have by then.
GATHER_S = 0.05
# Also without news: a display falls silent, another process has changed the state, or one was lost on its way.
LATEST_S = 1.0


def keep_telling(hub: Hub, pages: Pages) -> Callable[[threading.Event], None]:
    """The worker of the receipts."""

    def work(stop: threading.Event) -> None:
        last: dict[str, Any] = {}
        paired: dict[str, tuple[str, str, bool]] = {}
        behind: set[str] = set()
        looked = 0.0
        while not stop.is_set():
            pages.news.wait(LATEST_S)
            pages.all_painted.wait(GATHER_S)
            pages.news.clear()
            pages.all_painted.clear()
            # The database is asked once a second: a card's receipt must not wait for it.
            if time.monotonic() - looked >= LATEST_S:
                looked = time.monotonic()
                with hub.app.app_context(), db.connection_context():
                    paired = displays.known()
                    behind = _tell_again(hub, pages, behind)
            last = _tell_hosts(hub, displays.told(pages, paired), last)

    return work


def _tell_hosts(hub: Hub, told: dict[str, Any], last: dict[str, Any]) -> dict[str, Any]:
    if told != last:
        hub.live.publish(CHANNEL, told)
    return told


def _tell_again(hub: Hub, pages: Pages, before: set[str]) -> set[str]:
    """Send the state anew to each page that was behind at the look before already; who is behind now."""
    state = timer.current()
    pages.want(state.seq)
    behind = pages.behind()
    late = behind & before
    if late:
        content = telling.told(state).model_dump(mode="json")
        for sid in late:
            hub.live.publish(telling.CHANNEL, content, to=sid)
    return behind
