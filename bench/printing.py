"""What paper costs sixteen desks: check-ins with no printer, and with one that takes three seconds a badge.

    .venv/bin/python -m bench.printing

Both are measured in turns within one run, so that what else the machine does falls on both. The ratio is the figure.
"""

import argparse
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from statistics import median

from bench import desks, people
from bench.desks import Figures
from hub.access import Role
from tests.live_hub import LiveHub
from tests.printer_emulator import PrinterEmulator

DESKS = 16
TURNS = 4
SECONDS = 5.0
CHECK_INS = 6_000
BADGE_S = 3.0


def main() -> None:
    """Measure and print; takes about a minute."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(), help="measure on the disk that holds this folder")
    parser.add_argument("--turns", type=int, default=TURNS, help="how often each is measured")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder.resolve(), prefix=".bench-") as scratch:
        figures = measure(Path(scratch), asked.turns)
    for name, found in figures.items():
        print(f"{name:<28}{_median(found, 0.5):8.1f} ms p50 {_median(found, 0.99):8.1f} ms p99 {_rate(found):8.0f}/s")
    without, slow = figures["no printer"], figures["a printer of 3 s a badge"]
    print(
        f"{'ratio':<28}{_median(slow, 0.5) / _median(without, 0.5):8.2f} p50 {_rate(slow) / _rate(without):11.2f} rate"
    )


def measure(home: Path, turns: int) -> dict[str, list[Figures]]:
    """Figures of each turn, with and without a printer."""
    found: dict[str, list[Figures]] = {"no printer": [], "a printer of 3 s a badge": []}
    with LiveHub(home) as hub, PrinterEmulator() as printer:
        printer.answer_after = BADGE_S
        codes = iter(people.fill(hub, 2 * turns * CHECK_INS))
        for _ in range(turns):
            for name, taken in zip(found, (True, False), strict=True):
                _set_up(hub.folder, printer.address, removed=taken)
                some = [next(codes) for _ in range(CHECK_INS)]
                wanted = desks.check_ins(some, hub.token(Role.DESK))
                found[name].append(desks.run(hub.port, DESKS, wanted, SECONDS))
        print(f"{len(printer.badges)} badges came out meanwhile")
    return found


def _set_up(folder: Path, address: str, *, removed: bool) -> None:
    """Plug the printer in or take it away; the hub notices within a second."""
    with closing(sqlite3.connect(folder / "seminar.sqlite3", timeout=10)) as base, base:
        base.execute("DELETE FROM printer WHERE NOT EXISTS (SELECT 1 FROM printjob WHERE printer_id = printer.id)")
        base.execute(
            "INSERT INTO printer (name, driver, address, is_default, station, state, removed, paper, dpi, layout)"
            " VALUES ('Стойка', 'escpos_network', ?, true, '', 'unknown', ?, 'roll80', 203, '')"
            " ON CONFLICT (name) DO UPDATE SET removed = excluded.removed",
            (address, removed),
        )


def _median(figures: list[Figures], share: float) -> float:
    return median(one.share(share) for one in figures)


def _rate(figures: list[Figures]) -> float:
    return median(one.rate for one in figures)


if __name__ == "__main__":
    main()
