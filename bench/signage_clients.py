"""Path screens without a browser: sockets in a process of their own that beat, fetch and acknowledge as one does."""

import http.client
import multiprocessing
import random
import selectors
import time
from collections import defaultdict
from dataclasses import dataclass, field
from multiprocessing.connection import Connection
from types import TracebackType

from hub import devices
from hub.access import Role
from hub.database import write
from tests.live_hub import LiveHub
from tests.socket_page import SocketPage

SPREAD_S = 0.3
Times = dict[int, list[float]]
"""By the announcement's seq: when each screen had it, ms since 1970."""


class Screens:
    """A screen a token, each with a heartbeat every `beat_s`: a context manager."""

    def __init__(self, port: int, tokens: list[str], beat_s: float = 2.0) -> None:
        context = multiprocessing.get_context("spawn")
        self._mine, theirs = context.Pipe()
        self._process = context.Process(target=_run, args=(port, tokens, beat_s, theirs), daemon=True)

    def __enter__(self) -> "Screens":
        self._process.start()
        self._mine.recv()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._mine.send("end")
        self._process.join(10)
        self._process.kill()

    def told(self) -> tuple[Times, int, int]:
        """When each screen had which announcement; how many heartbeats were sent, how many plans fetched so far."""
        self._mine.send("tell")
        found: tuple[Times, int, int] = self._mine.recv()
        return found


@dataclass(slots=True)
class _Fleet:
    port: int
    tokens: dict[SocketPage, str]
    times: dict[int, dict[SocketPage, float]] = field(default_factory=lambda: defaultdict(dict))
    beats: int = 0
    plans: int = 0
    due: list[tuple[float, SocketPage]] = field(default_factory=list)

    def take(self, page: SocketPage) -> None:
        for name, content in page.events():
            if name == "announcements":
                self.times[content["seq"]].setdefault(page, time.time() * 1000)
                page.emit("announced", {"seq": content["seq"]}, answered=False)
            elif name == "signs":
                self.due.append((time.monotonic() + random.uniform(0, SPREAD_S), page))
        page.answers.clear()

    def beat(self, page: SocketPage) -> None:
        page.emit("shown", {"hash": "0badc0de", "phase": "running", "size": "1920x1080", "turned": 0})
        self.beats += 1

    def fetch_one(self) -> None:
        """One plan that is due: between any two all sockets are served, as they would be by sixty browsers."""
        due = next((one for one in self.due if one[0] <= time.monotonic()), None)
        if due is not None:
            self.due.remove(due)
            page = due[1]
            line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
            headers = {"Authorization": f"Bearer {self.tokens[page]}", "Accept-Encoding": "gzip, br"}
            line.request("GET", "/api/screens/plan", headers=headers)
            line.getresponse().read()
            line.close()
            self.plans += 1


def tokens(hub: LiveHub, count: int) -> list[str]:
    """A bearer token for each of so many screens."""
    with hub.tables():
        return write(lambda: [devices.issue_token(Role.SCREEN, f"Экран {n + 1}") for n in range(count)])


def _run(port: int, tokens: list[str], beat_s: float, pipe: Connection) -> None:
    fleet = _Fleet(port, {SocketPage(port, token): token for token in tokens})
    pages = list(fleet.tokens)
    pipe.send("ready")
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        for page in pages:
            waiting.register(page, selectors.EVENT_READ)
        began = time.monotonic()
        while True:
            for key, _ in waiting.select(0.01):
                if isinstance(key.fileobj, SocketPage):
                    fleet.take(key.fileobj)
                elif pipe.recv() == "end":
                    return
                else:
                    times = {seq: list(by_page.values()) for seq, by_page in fleet.times.items()}
                    pipe.send((times, fleet.beats, fleet.plans))
            fleet.fetch_one()
            if fleet.beats < (time.monotonic() - began) / beat_s * len(pages):
                fleet.beat(pages[fleet.beats % len(pages)])
