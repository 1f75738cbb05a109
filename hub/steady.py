"""The steady clock: what countdowns and the rundown live by.

It reads as milliseconds since the epoch but ticks with the monotonic clock, so that stepping the wall clock moves
nothing. Its standing is saved: after a crash of the hub it goes on exactly; after the machine was off nobody knows
for how long, so it goes on from the wall clock, never backwards, and is `doubted` until a person says what time it is.
"""

import time
from dataclasses import dataclass

from hub import clock
from hub.database import writes
from hub.models import SteadyClock


@dataclass(slots=True)
class _Standing:
    ahead: int = 0
    set_number: int = 0
    doubted: bool = False


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


def error_of_wall() -> int:
    """By how much the wall clock has been stepped away from this one, ms."""
    return clock.now() - now()


@writes
def wake(machine_boot: str) -> None:
    """Go on from where the clock stood, in a new life of the hub."""
    row = SteadyClock.select().first()
    if row is None:
        row = SteadyClock.create(machine_boot=machine_boot, ahead=clock.now() - _monotonic(), seen_at=clock.now())
    elif row.machine_boot != machine_boot or not machine_boot:
        row.machine_boot = machine_boot
        row.ahead = max(clock.now(), row.seen_at) - _monotonic()
        row.set_number += 1
        row.doubted = True
        row.save()
    _take(row)


@writes
def save() -> None:
    """Remember that the clock has been this far."""
    SteadyClock.update(seen_at=now()).execute()


@writes
def set_to(moment: int) -> int:
    """A person says what time it is, ms since the epoch. Returns by how much the clock moved, ms."""
    moved = moment - now()
    row = SteadyClock.select().get()
    row.ahead += moved
    row.set_number += 1
    row.doubted = False
    row.seen_at = moment
    row.save()
    _take(row)
    return moved


def _take(row: SteadyClock) -> None:
    _standing.ahead, _standing.set_number, _standing.doubted = row.ahead, row.set_number, bool(row.doubted)


def _monotonic() -> int:
    return time.monotonic_ns() // 1_000_000
