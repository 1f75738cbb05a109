"""The hub's wall clock. A Pi has no clock battery: after a power cut it may wake in the past.

`now()` never goes behind the last time that was saved, so that rows written after a reboot
never sort before rows written ahead of it. Held up, it still ticks: what stands still would give
an entry and the exit after it one and the same moment, and never let a failed badge be tried again.
"""

import time

# The least that `now` may say, ms, and the monotonic moment from which that grows, ms.
_floor = (0, 0)


def now() -> int:
    """Milliseconds since the epoch, UTC."""
    least, since = _floor
    return max(time.time_ns() // 1_000_000, least + time.monotonic_ns() // 1_000_000 - since)


def never_before(saved_ms: int) -> bool:
    """Hold the clock at or above `saved_ms`. Returns True when the system clock was behind it."""
    global _floor
    behind = time.time_ns() // 1_000_000 < saved_ms
    _floor = (saved_ms, time.monotonic_ns() // 1_000_000)
    return behind
