"""The hub's wall clock. A Pi has no clock battery: after a power cut it may wake in the past.

`now()` never goes behind the last time that was saved, so that rows written after a reboot
never sort before rows written ahead of it.
"""

import time

_floor_ms = 0


def now() -> int:
    """Milliseconds since the epoch, UTC."""
    return max(time.time_ns() // 1_000_000, _floor_ms)


def never_before(saved_ms: int) -> bool:
    """Hold the clock at or above `saved_ms`. Returns True when the system clock was behind it."""
    global _floor_ms
    behind = time.time_ns() // 1_000_000 < saved_ms
    _floor_ms = saved_ms
    return behind
