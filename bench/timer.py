"""How fast a card is seen, and known to have been seen: `python -m bench.timer`. Everything in one run.

Beside each figure stands the floor: the same clients on a bare program that only broadcasts and counts, with no
database. Takes about four minutes; --quick leaves out the minute of silence. p50 / p95 / most.
"""

import argparse
import json
import os
import queue
import random
import socket
import sqlite3
import tempfile
import threading
import time
import uuid
from contextlib import closing, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench.checkin import memory
from bench.timer_clients import Displays
from bench.timer_floor import Floor
from bench.timer_silence import recovery
from hub import devices
from hub.access import Role
from hub.database import write
from tests.socket_page import SocketPage
from tests.speaker_timer.stage import StageHub

SIZES = (1, 50, 200)
CARDS = 60
LONGEST_PAUSE_S = 0.15
PATIENCE_S = 5.0
IDLE_S = 10.0
SEED = 20261128
# A well-known open timer on this machine, ms, MB, s; it acknowledges nothing.
PEER = {1: "6", 50: "8", 200: "15"}


@dataclass(slots=True)
class Figures:
    """Spans from the host's tap, ms: until each display had the card, until the host knew that all have painted it."""

    seen: list[float] = field(default_factory=list)
    known: list[float] = field(default_factory=list)


class Host:
    """A host's phone: taps over one connection, listens on a socket."""

    def __init__(self, port: int, token: str) -> None:
        self.port = port
        self.line = socket.create_connection(("127.0.0.1", port))
        self.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.ears = SocketPage(port, token)
        self.token = token
        self._told: queue.SimpleQueue[tuple[float, Any]] = queue.SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def show(self, card: str) -> float:
        """Tap a card, and do not wait; when, by time.perf_counter()."""
        body = json.dumps({"card": card, "id": str(uuid.uuid4())})
        head = f"POST /api/timer/cards HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer {self.token}\r\n"
        sized = f"Content-Type: application/json\r\nContent-Length: {len(body)}\r\n\r\n{body}"
        at = time.perf_counter()
        self.line.sendall((head + sized).encode())
        return at

    def all_have(self, displays: int, seq: int) -> float:
        """Wait until so many displays are known to have painted this state; when."""
        while True:
            at, told = self._told.get(timeout=PATIENCE_S)
            if sum(one["here"] and one["seq"] >= seq for one in told["displays"]) >= displays:
                return at

    def _listen(self) -> None:
        with suppress(EOFError, OSError, TimeoutError):  # the hub ends before this thread
            while True:
                for name, content in self.ears.events():
                    if name == "displays":
                        self._told.put((time.perf_counter(), content))

    def drain(self) -> None:
        """Read the answer to the tap; the hub has sent it by now or will in a moment."""
        while b"\r\n\r\n" not in self.line.recv(1 << 20):
            continue


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(), help="measure on the disk that holds this folder")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="how many displays")
    parser.add_argument("--quick", action="store_true", help="leave out the minute of silence")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder.resolve(), prefix=".bench-") as scratch:
        _line("a durable write on this disk, ms", _shares(durable_writes(Path(scratch) / "raw.sqlite3")), "")
        for size in asked.sizes:
            _measure(Path(scratch) / str(size), size)
        if not asked.quick:
            took = recovery(Path(scratch) / "silence")
            _line("right again after 60 s of silence, s", f"{took:.1f}", "peer 46 s")


def durable_writes(path: Path) -> list[float]:
    """How long SQLite itself takes to keep one row for good on this disk, ms: every card waits for one such write."""
    spans = []
    with closing(sqlite3.connect(path, isolation_level=None)) as base:
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=FULL")
        base.execute("CREATE TABLE line (text TEXT)")
        for _ in range(CARDS):
            began = time.perf_counter()
            base.execute("INSERT INTO line VALUES (?)", ("x" * 4000,))
            spans.append((time.perf_counter() - began) * 1000)
            threading.Event().wait(LONGEST_PAUSE_S / 4)
    return spans


def _measure(home: Path, size: int) -> None:
    with StageHub(home) as hub:
        hub.tap("start_next")
        state = hub.state()
        tokens = _tokens(hub, size)
        idle = _cpu(hub.pid) if size == max(SIZES) else 0.0
        host = Host(hub.port, hub.token(Role.HOST))
        with Displays(hub.port, tokens) as displays:
            if size == max(SIZES):
                _tell_joins(displays.joined, host.ears.got)
            figures = _cards(host, displays, size, state["seq"])
            if size == max(SIZES):
                _line("memory with all displays, MB (PSS)", f"{memory(hub.pid):.0f}", "peer 0.13 GB")
                _line("CPU at rest: no displays / all of them", f"{idle:.1f} % / {_cpu(hub.pid):.1f} %", "peer 0.9 %")
    del state["rundown"]
    with Floor(state, size) as floor, Displays(floor.port, ["display"] * size, fetch=False) as displays:
        _tell(size, figures, _cards(Host(floor.port, "host"), displays, size, 0))


def _tokens(hub: StageHub, count: int) -> list[str]:
    with hub.tables():
        return write(lambda: [devices.issue_token(Role.DISPLAY, f"Дисплей {n + 1}") for n in range(count)])


def _cards(host: Host, displays: Displays, size: int, seq: int) -> Figures:
    figures, chance = Figures(), random.Random(SEED)
    threading.Event().wait(1.0)  # the newcomers' own news is over
    displays.times()
    for number in range(CARDS):
        tapped = host.show(("10", "5", "stop")[number % 3])
        known = host.all_have(size, seq + number + 1)
        host.drain()
        times = displays.times()[seq + number + 1]
        assert len(times) == size, "no display missed a card"
        figures.known.append((known - tapped) * 1000)
        figures.seen += [(at - tapped) * 1000 for at in times]
        threading.Event().wait(chance.uniform(0.02, LONGEST_PAUSE_S))
    return figures


def _tell(size: int, hub: Figures, floor: Figures) -> None:
    _line(f"card on {size} displays: each has it, ms", _shares(hub.seen), f"floor {_shares(floor.seen)}")
    beside = f"floor {_shares(floor.known)}; peer p95 {PEER[size]}" if size in PEER else _shares(floor.known)
    _line(f"card on {size} displays: host knows all, ms", _shares(hub.known), beside)


def _shares(spans: list[float]) -> str:
    """p50 / p95 / most."""
    ordered = sorted(spans)
    parts = (ordered[min(int(len(ordered) * part), len(ordered) - 1)] for part in (0.5, 0.95, 1.0))
    return " / ".join(f"{span:.1f}" for span in parts)


def _tell_joins(joined: tuple[int, float], host: int) -> None:
    sent, took = joined
    _line(f"bytes sent for {max(SIZES)} joins, MB", f"{(sent + host) / 1e6:.2f}", "peer 840 MB")
    _line(f"time of {max(SIZES)} joins, s", f"{took:.1f}", "")


def _cpu(group: int) -> float:
    """The share of one core that all processes of the group use while nothing happens, percent."""
    before = ticks(group)
    threading.Event().wait(IDLE_S)
    return (ticks(group) - before) / os.sysconf("SC_CLK_TCK") / IDLE_S * 100


def ticks(group: int) -> int:
    """Processor time that all processes of the group have used, in clock ticks."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        with suppress(FileNotFoundError, ProcessLookupError):  # it ended while we looked
            fields = stat.read_text().rpartition(")")[2].split()
            total += int(fields[11]) + int(fields[12]) if int(fields[2]) == group else 0
    return total


def _line(name: str, figure: str, beside: str) -> None:
    print(f"{name:<44}{figure:>24}   {beside}", flush=True)


if __name__ == "__main__":
    main()
