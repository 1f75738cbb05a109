"""How fast a desk is served: `python -m bench.checkin`. Everything in one run, on one disk, beside a known peer.

The folder is made beside the checkout's own files unless --folder names another disk.
"""

import argparse
import random
import sqlite3
import tempfile
import time
from pathlib import Path
from statistics import median

from bench import desks, people
from bench.desks import Figures
from hub.access import Role
from tests.live_hub import LiveHub

# A well-known registration system on this kind of machine.
PEER = {"rate": 45.0, "p99": 398.0, "one": 43.0, "search": 106.0, "memory": 700.0, "start": 2.9}
SIZES = (1_000, 10_000, 100_000)
DESKS = (1, 4, 16)
SECONDS = 5.0
SEARCHES = 400
STARTS = 5
QUERIES = (
    "а", "К", "ка", "Се", "нұр", "сер", "Kas", "Ivan", "иванов", "Касымбек", "Kassymkyzy", "қасымқызы", "abdi",
    "Утеген", "айгул кас", "Касымова Айгуль", "Тимур Ахметов", "timur ahmet", "Соловьев Сергей", "olga sol", "жулдыз",
    "Samarqand", "восход 17", "степной дом", "4821", "007", "9153", "701 55", "yuldash", "Бактыбек", "шаймерден",
    "ербол бек",
)  # fmt: skip


def main() -> None:
    """Measure and print; takes about a minute and a half."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(), help="measure on the disk that holds this folder")
    parser.add_argument("--sizes", type=int, nargs="*", default=SIZES, help="attendees to search among")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder.resolve(), prefix=".bench-") as scratch:
        home = Path(scratch)
        _line("raw SQLite, durable transactions/s", f"{raw_transactions(home / 'raw.sqlite3'):.0f}")
        _measure_check_ins(home / "check-ins")
        for size in asked.sizes:
            _measure_search(home / f"search-{size}", size)


def _measure_check_ins(home: Path) -> None:
    with LiveHub(home) as hub:
        codes = iter(people.fill(hub, 20_000))
        for count in DESKS:
            some = [next(codes) for _ in range(6_000)]
            figures = desks.run(hub.port, count, desks.check_ins(some, hub.token(Role.DESK)), SECONDS)
            _tell_check_ins(count, figures)
        _line("memory after the load, MB (PSS)", f"{memory(hub.pid):.0f}", PEER["memory"] / memory(hub.pid), "0.7 GB")
        _measure_start(hub)


def _tell_check_ins(count: int, figures: Figures) -> None:
    p50, p95, p99 = (figures.share(part) for part in (0.5, 0.95, 0.99))
    name = f"check-ins at {count} desks"
    if count == 16:
        _line(f"{name}, per second", f"{figures.rate:.0f}", figures.rate / PEER["rate"], "45")
        _line(f"{name}, p99 ms", f"{p99:.1f}", PEER["p99"] / p99, "398 ms")
    elif count == 1:
        _line(f"{name}, per second", f"{figures.rate:.0f}")
        _line(f"{name}, p50 ms", f"{p50:.1f}", PEER["one"] / p50, "43 ms")
    else:
        _line(f"{name}, per second", f"{figures.rate:.0f}")
    _line(f"{name}, p50/p95/p99 ms", f"{p50:.1f} / {p95:.1f} / {p99:.1f}")
    assert not figures.refused, f"{figures.refused} check-ins were refused"


def _measure_start(hub: LiveHub) -> None:
    took = []
    for _ in range(STARTS):
        hub.kill()
        before = time.perf_counter()
        hub.start_again()
        took.append(time.perf_counter() - before)
    _line("cold start, s", f"{median(took):.2f}", PEER["start"] / median(took), "2.9 s")


def _measure_search(home: Path, size: int) -> None:
    chance = random.Random(size)
    queries = [chance.choice(QUERIES) for _ in range(SEARCHES)]
    with LiveHub(home) as hub:
        people.fill(hub, size)
        wanted = desks.searches(queries, hub.token(Role.DESK))
        desks.run(hub.port, 1, wanted[:20], SECONDS)  # its first queries open files; a desk asks all morning
        figures = desks.run(hub.port, 1, wanted, 60)
    p50, p95 = figures.share(0.5), figures.share(0.95)
    peer = (PEER["search"] / p50, "106 ms") if size == 10_000 else (0.0, "")
    _line(f"search among {size}, p50/p95 ms", f"{p50:.1f} / {p95:.1f}", *peer)
    assert not figures.refused, f"{figures.refused} searches were refused"


def raw_transactions(path: Path, seconds: float = 2.0) -> float:
    """Durable one-row transactions per second that SQLite itself reaches on this disk, one after another."""
    base = sqlite3.connect(path, isolation_level=None)
    base.execute("PRAGMA journal_mode=WAL")
    base.execute("PRAGMA synchronous=FULL")
    base.execute("CREATE TABLE line (id INTEGER PRIMARY KEY, text TEXT)")
    start, count = time.perf_counter(), 0
    while time.perf_counter() - start < seconds:
        base.execute("INSERT INTO line (text) VALUES (?)", ("x" * 200,))
        count += 1
    base.close()
    return count / (time.perf_counter() - start)


def memory(group: int) -> float:
    """What all processes of the group hold, MB: shared pages counted once."""
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            if int(stat.read_text().rpartition(")")[2].split()[2]) == group:
                rollup = stat.with_name("smaps_rollup").read_text()
                total += int(rollup.partition("\nPss:")[2].split()[0])
        except (FileNotFoundError, ProcessLookupError):
            continue  # it ended while we looked
    return total / 1024


def _line(name: str, figure: str, ratio: float = 0.0, peer: str = "") -> None:
    beside = f"   peer {peer}, {ratio:.1f} times better" if peer else ""
    print(f"{name:<42}{figure:>22}{beside}", flush=True)


if __name__ == "__main__":
    main()
