"""Telling hosts what the displays have painted, and telling displays again until they have."""

import json
import threading
from collections.abc import Callable

from hub.box import Hub
from hub.database import db
from speaker_timer import displays, telling, timer
from speaker_timer.displays import Pages

CHANNEL = "displays"
# Two hundred displays paint within a moment of each other: hosts are told of them together.
GATHER_S = 0.05
# Also without news: a display falls silent, or a state was lost on its way.
LATEST_S = 1.0


def keep_telling(hub: Hub, pages: Pages) -> Callable[[threading.Event], None]:
    """The worker of the receipts."""

    def work(stop: threading.Event) -> None:
        last = ""
        asked: dict[str, int] = {}
        while not stop.is_set():
            pages.news.wait(LATEST_S)
            pages.news.clear()
            with hub.app.app_context(), db.connection_context():
                last = _tell_hosts(hub, pages, last)
                asked = _tell_again(hub, pages, asked)
            stop.wait(GATHER_S)

    return work


def _tell_hosts(hub: Hub, pages: Pages, last: str) -> str:
    told = displays.told(pages)
    text = json.dumps(told, sort_keys=True)
    if text != last:
        hub.live.publish(CHANNEL, told)
    return text


def _tell_again(hub: Hub, pages: Pages, asked: dict[str, int]) -> dict[str, int]:
    """Send the state anew to each page that was behind it at the last look already."""
    state = timer.current()
    behind = dict.fromkeys(pages.behind(state.seq), state.seq)
    late = [sid for sid in behind if asked.get(sid) == state.seq]
    if late:
        content = telling.told(state).model_dump(mode="json")
        for sid in late:
            hub.live.publish(telling.CHANNEL, content, to=sid)
    return behind
