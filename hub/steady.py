"""The steady clock: what countdowns and the rundown live by.

It reads as milliseconds since the epoch but ticks with the machine's clock since boot (sleep counts), so that
stepping the wall clock moves nothing. Its standing is saved: after a crash of the hub it goes on exactly; after the
machine was off nobody knows for how long, so it goes on from the wall clock, never backwards, and is `doubted` until
a person says what time it is.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from hub import clock
from hub.database import writes
from hub.models import SteadyClock
from hub.prepared import Prepared, given

_SAVE = Prepared(lambda: SteadyClock.update(seen_at=given("seen_at")))
# A laptop that was shut for a while has slept; the monotonic clock of Linux would not count that.
_SINCE_BOOT = getattr(time, "CLOCK_BOOTTIME", time.CLOCK_MONOTONIC)


@dataclass(frozen=True, slots=True)
class _Standing:
    ahead: int = 0
    set_number: int = 0
    doubted: bool = False
    woke_at: int = 0
    wall_ahead: int = 0


_standing = _Standing()


def now() -> int:
    """Milliseconds since the epoch by the steady clock."""
    return _monotonic() + _standing.ahead


def set_number() -> int:
    """Grows whenever the clock is set: offsets estimated before are void."""
    return _standing.set_number


def doubted() -> bool:
    """Has the machine been off since the clock was last sure?"""
    return _standing.doubted


def woke_at() -> int:
    """While `doubted`: when the machine came back, by the clock's time since then, ms."""
    return _standing.woke_at


def error_of_wall() -> int:
    """By how much the wall clock has been stepped away from this one, ms, since a person last said the time.

    That person could set this clock and not the wall's: what they left between the two is known and told no more.
    """
    ahead = clock.now() - now()
    return min(ahead, ahead - _standing.wall_ahead, key=abs)


@writes
def wake(machine_boot: str) -> None:
    """Go on from where the clock stood, in a new life of the hub."""
    row = SteadyClock.select().first()
    if row is None:
        row = SteadyClock.create(machine_boot=machine_boot, ahead=clock.now() - _monotonic(), seen_at=clock.now())
    elif row.machine_boot != machine_boot or not machine_boot:
        row.machine_boot = machine_boot
        row.woke_at = max(clock.now(), row.seen_at)
        row.ahead = row.woke_at - _monotonic()
        row.wall_ahead = 0
        row.set_number += 1
        row.doubted = True
        row.save()
    _take(row)


@writes
def save() -> None:
    """Remember that the clock has been this far: it never goes behind that."""
    _SAVE.rows(seen_at=now())


@writes
def set_to(moment: int) -> int:
    """A person says what time it is, ms since the epoch. Returns by how much the clock moved, ms."""
    moved = moment - now()
    row = SteadyClock.select().get()
    row.ahead += moved
    row.set_number += 1
    row.doubted = False
    row.wall_ahead = clock.now() - moment
    row.seen_at = moment
    row.save()
    _take(row)
    return moved


@contextmanager
def setting() -> Iterator[None]:
    """Around a transaction with `set_to` in it: where it fails the clock stays as it was."""
    global _standing
    before = _standing
    try:
        yield
    except BaseException:
        _standing = before
        raise


def _take(row: SteadyClock) -> None:
    global _standing
    _standing = _Standing(row.ahead, row.set_number, bool(row.doubted), row.woke_at, row.wall_ahead)


def _monotonic() -> int:
    return time.clock_gettime_ns(_SINCE_BOOT) // 1_000_000
