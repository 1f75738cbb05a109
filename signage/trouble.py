"""A screen that goes away while people need it. Pure; moments are ms by the steady clock."""

from collections.abc import Iterable
from dataclasses import dataclass

from hub.programme.kinds import Kind
from signage.frames import planned, unattended
from signage.placing import REGISTRATION_MS
from speaker_timer.rundown import Rundown, ends_at

MINUTE = 60_000
AWAY_MS = 30_000
BEFORE_MS = 30 * MINUTE


@dataclass(frozen=True, slots=True)
class Watched:
    """A screen that stands somewhere on the way, and when its page was last heard of."""

    device: str
    name: str
    place: str
    heard_at: int


@dataclass(frozen=True, slots=True)
class Hours:
    """While the screens are needed: `begin` <= moment < `end`."""

    begin: int
    end: int


def hours(rundown: Rundown, now: int) -> Hours | None:
    """From half an hour before registration to the end of the day, however late that becomes; None without a day."""
    slots = rundown.slots
    # A day that nobody runs ends as planned: its expected end would move on for ever.
    end = max((span.end for span in planned(rundown)), default=None) if unattended(rundown) else ends_at(rundown, now)
    if not slots or end is None:
        return None
    opening = min((slot.planned_start for slot in slots if slot.kind == Kind.REGISTRATION), default=None)
    if opening is None:
        opening = min(slot.planned_start for slot in slots) - REGISTRATION_MS
    return Hours(opening - BEFORE_MS, end)


def away(watched: Iterable[Watched], needed: Hours | None, now: int) -> list[Watched]:
    """The screens that somebody should look after now, the longest away first."""
    if needed is None or not needed.begin <= now < needed.end:
        return []
    # A screen that went away in the night is missed from the moment it is needed.
    missed = [one for one in watched if now - max(one.heard_at, needed.begin) >= AWAY_MS]
    return sorted(missed, key=lambda one: (one.heard_at, one.name))
