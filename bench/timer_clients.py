"""Displays for measurements: hundreds of sockets in one process of their own, each saying at once what it has got."""

import http.client
import multiprocessing
import selectors
import time
from collections import defaultdict
from collections.abc import Iterator
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

from tests.socket_page import SocketPage

BEAT_S = 2.0
Times = dict[int, list[float]]
"""By the state's number: when each display had it, time.perf_counter() s (one clock for all processes)."""


class Displays:
    """`count` displays of a hub. A context manager; `joined` tells (bytes they were sent, seconds it took)."""

    def __init__(self, port: int, tokens: list[str], *, fetch: bool = True) -> None:
        context = multiprocessing.get_context("spawn")
        self._mine, theirs = context.Pipe()
        self._process = context.Process(target=_run, args=(port, tokens, fetch, theirs), daemon=True)
        self.joined: tuple[int, float] = (0, 0.0)

    def __enter__(self) -> "Displays":
        self._process.start()
        self.joined = self._mine.recv()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._mine.send("end")
        self._process.join(10)
        self._process.kill()

    def times(self) -> Times:
        """When each display had each state, since this was last asked for."""
        self._mine.send("times")
        found: Times = self._mine.recv()
        return found


def _run(port: int, tokens: list[str], fetch: bool, pipe: Connection) -> None:
    began = time.perf_counter()
    pages = [SocketPage(port, token) for token in tokens]
    fetched = sum(_fetch(port, token) for token in tokens) if fetch else 0
    for page in pages:
        page.emit("painted", _glass(0, ""))
    pipe.send((sum(page.got for page in pages) + fetched, time.perf_counter() - began))
    _paint(pages, pipe)


def _fetch(port: int, token: str) -> int:
    """The whole state as a page asks for it; how many bytes came."""
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    line.request("GET", "/api/timer", headers={"Authorization": f"Bearer {token}", "Accept-Encoding": "gzip, br"})
    reply = line.getresponse()
    size = len(reply.read()) + sum(len(name) + len(value) + 4 for name, value in reply.getheaders())
    line.close()
    return size


def _glass(seq: int, card: str) -> dict[str, Any]:
    return {"seq": seq, "card": card, "view": "stage", "size": "1920x1080"}


def _paint(pages: list[SocketPage], pipe: Connection) -> None:
    times: Times = defaultdict(list)
    shown = {page: _glass(0, "") for page in pages}
    beats: Iterator[SocketPage] = iter(())
    with selectors.DefaultSelector() as waiting:
        waiting.register(pipe, selectors.EVENT_READ)
        for page in pages:
            waiting.register(page, selectors.EVENT_READ)
        next_round = time.perf_counter() + BEAT_S
        while True:
            for key, _ in waiting.select(BEAT_S / max(1, len(pages))):
                if key.fileobj is not pipe:
                    _take(key.fileobj, times, shown)
                elif pipe.recv() == "end":
                    return
                else:
                    pipe.send(dict(times))
                    times.clear()
            beating = next(beats, None)
            if beating is not None:
                beating.emit("painted", shown[beating])
            elif time.perf_counter() > next_round:
                next_round, beats = time.perf_counter() + BEAT_S, iter(pages)


def _take(page: Any, times: Times, shown: dict[SocketPage, dict[str, Any]]) -> None:
    for name, content in page.events():
        if name == "timer":
            times[content["seq"]].append(time.perf_counter())
            shown[page] = _glass(content["seq"], content["cards"][0]["key"] if content["cards"] else "")
            page.emit("painted", shown[page])
