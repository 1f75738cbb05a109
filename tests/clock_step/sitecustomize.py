"""Python reads this at its start when it is on PYTHONPATH: clocks of a hub under test that run as a file says.

The machine's own clocks stay as they are. The file, named by CLOCK_STEP_FILE, is JSON: {"wall_ms": by how much the wall
clock is wrong, "boot_ms": by how much the clock since boot differs, "boot": the boot's id, empty for the real one}.
Both are looked up at each reading, so that the wall clock can be stepped and a whole day replayed in a minute; the
boot's id at the start. Plain `time.monotonic` stays the machine's: who has gone away is a matter of real seconds.
"""

import json
import os
import pathlib
import time
from pathlib import Path

BOOT_ID = "/proc/sys/kernel/random/boot_id"
_FILE = os.environ.get("CLOCK_STEP_FILE", "")
_MS = 1_000_000


def _told() -> dict[str, int | str]:
    told: dict[str, int | str] = json.loads(pathlib.Path(_FILE).read_bytes())
    return told


def _step() -> None:
    """Put the told clocks in place of the machine's."""
    real_wall, real_boot, real_monotonic, read_text = (
        time.time_ns,
        time.clock_gettime_ns,
        time.monotonic_ns,
        Path.read_text,
    )
    boot = str(_told()["boot"])

    def wall() -> int:
        return real_wall() + int(_told()["wall_ms"]) * _MS

    def ahead() -> int:
        return int(_told()["boot_ms"]) * _MS

    def text(path: Path, *options: str | None, **named: str | None) -> str:
        return boot if boot and str(path) == BOOT_ID else read_text(path, *options, **named)

    time.time_ns = wall
    time.time = lambda: wall() / 1e9
    time.clock_gettime_ns = lambda which: real_boot(which) + ahead()
    time.monotonic_ns = lambda: real_monotonic() + ahead()
    vars(pathlib)["Path"].read_text = text


if _FILE:
    _step()
