"""What each tap would do to the end of the day, told before it is tapped. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from hub.errors import Refusal
from hub.programme.kinds import Kind
from speaker_timer.actions import Action, Tap, apply, lag
from speaker_timer.rundown import Rundown, ends_at, expected, late

MINUTE = 60_000
STEPS = (-MINUTE, MINUTE, 5 * MINUTE)


@dataclass(frozen=True, slots=True, kw_only=True)
class After:
    """The day after a tap: its end, by how much that moves, the next item's start and the delay; ms.

    `refusal` is the code of why it cannot be tapped now; the rest is None then.
    """

    end: int | None = None
    moves: int | None = None
    next_start: int | None = None
    late: int | None = None
    refusal: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Effect(After):
    """A tap and the day after it."""

    tap: Tap


def effects(rundown: Rundown, now: int, least: int | None = None) -> list[Effect]:
    """Every tap the remote offers at this moment; `least` is the least length of a break that the host has set, ms."""
    return [_effect(rundown, tap, now) for tap in _taps(rundown, least)]


def _taps(rundown: Rundown, least: int | None) -> Iterator[Tap]:
    for action in (Action.START_NEXT, Action.FINISH, Action.PAUSE, Action.RESUME, Action.QUESTIONS, Action.TALK):
        yield Tap(action)
    yield from (Tap(Action.ADD, step) for step in STEPS)
    yield Tap(Action.SHIFT)
    yield Tap(Action.EAT_BREAK, least)
    waiting = [slot for slot in rundown.waiting if slot.kind != Kind.REGISTRATION]
    yield from (Tap(Action.SKIP, item=slot.item) for slot in waiting)
    yield from (Tap(Action.START, item=slot.item) for slot in waiting[1:])
    yield from (Tap(Action.SWAP, item=one.item, other=two.item) for one, two in pairwise(waiting))


def _effect(rundown: Rundown, tap: Tap, now: int) -> Effect:
    try:
        after = apply(rundown, tap, now)
    except Refusal as refusal:
        return Effect(tap=tap, refusal=refusal.code)
    shown = Tap(tap.action, lag(rundown, now)) if tap.action == Action.SHIFT else tap
    day = becoming(rundown, after, now)
    return Effect(tap=shown, end=day.end, moves=day.moves, next_start=day.next_start, late=day.late)


def becoming(before: Rundown, after: Rundown, now: int) -> After:
    """What it means for the day when `before` becomes `after`."""
    end, was = ends_at(after, now), ends_at(before, now)
    following = next((span.start for span in expected(after, now) if span.item in _ahead(after)), None)
    moves = None if end is None or was is None else end - was
    return After(end=end, moves=moves, next_start=following, late=late(after, now))


def _ahead(rundown: Rundown) -> set[int]:
    return {slot.item for slot in rundown.waiting if slot.kind != Kind.REGISTRATION}
