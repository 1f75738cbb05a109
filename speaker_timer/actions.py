"""What a host may do to the rundown: one tap, one pure function of the state and the moment.

Each raises Refusal with a stable code (texts in speaker_timer.texts) where the tap makes no sense.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

from hub.errors import Refusal
from hub.programme.kinds import Kind
from speaker_timer.rundown import Rundown, Slot, expected

LONGEST = 12 * 3_600_000
LEAST_SHIFT = 1_000


class Action(StrEnum):
    """Taps that change the rundown."""

    START_NEXT = "start_next"
    START = "start"
    FINISH = "finish"
    PAUSE = "pause"
    RESUME = "resume"
    ADD = "add"
    QUESTIONS = "questions"
    TALK = "talk"
    SKIP = "skip"
    SWAP = "swap"
    SHIFT = "shift"
    EAT_BREAK = "eat_break"


@dataclass(frozen=True, slots=True)
class Tap:
    """An action with what it needs: `amount` in ms (add, shift; the least length of a break), `item`, `other`."""

    action: Action
    amount: int | None = None
    item: int | None = None
    other: int | None = None


def apply(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    """The day after the tap."""
    return _VERBS[tap.action](rundown, tap, now)


def _end_current(rundown: Rundown, now: int) -> Rundown:
    slot = rundown.running
    if slot is not None:
        rundown = rundown.with_slot(replace(slot, ended=max(now, slot.started or now)))
    return replace(rundown, current=None, since=None, before=0, questioning=False)


def _start_next(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    opened = _opened(rundown, now)
    if not opened.waiting:
        raise Refusal("nothing_next")
    if tap.item not in {None, opened.waiting[0].item}:
        raise Refusal("not_next")
    return _begin(_end_current(opened, now), opened.waiting[0], now)


def _opened(rundown: Rundown, now: int) -> Rundown:
    """Registration runs by itself; whoever begins what comes after it, ends it."""
    while len(rundown.waiting) > 1 and rundown.waiting[0].kind == Kind.REGISTRATION:
        first = rundown.waiting[0]
        rundown = rundown.with_slot(replace(first, started=min(first.start, now), ended=now))
    return rundown


def _begin(rundown: Rundown, slot: Slot, now: int) -> Rundown:
    started = rundown.with_slot(replace(slot, started=now))
    return replace(started, current=slot.item, since=now, before=0, questioning=False)


def _start(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    wanted = _waiting(rundown, tap.item)
    if wanted.kind != Kind.REGISTRATION:
        rundown = _opened(rundown, now)
    others = [slot for slot in rundown.slots if slot.item != wanted.item]
    # What has begun stays in front of what waits: expected times run in this order.
    first = next((n for n, slot in enumerate(others) if slot.waits), len(others))
    moved = replace(rundown, slots=(*others[:first], wanted, *others[first:]))
    return _begin(_end_current(moved, now), wanted, now)


def _finish(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    _running(rundown)
    return _end_current(rundown, now)


def _pause(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    _running(rundown)
    if rundown.since is None:
        raise Refusal("paused_already")
    return replace(rundown, since=None, before=rundown.elapsed(now))


def _resume(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    _running(rundown)
    if rundown.since is not None:
        raise Refusal("runs_already")
    return replace(rundown, since=now)


def _add(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    slot, amount = _running(rundown), tap.amount or 0
    if amount < 0:
        # One may take what is left, not what has been used.
        left = min(rundown.remaining(now), slot.length)
        if left <= 0:
            raise Refusal("nothing_to_take")
        amount = max(amount, -left)
    if slot.length + amount > LONGEST:
        raise Refusal("too_long")
    return rundown.with_slot(slot.lasting(slot.length + amount))


def _questions(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    _running(rundown)
    if rundown.questioning:
        raise Refusal("questions_already")
    return replace(rundown, questioning=True)


def _talk(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    _running(rundown)
    if not rundown.questioning:
        raise Refusal("runs_already")
    return replace(rundown, questioning=False)


def _skip(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    if tap.item is None and not rundown.waiting:
        raise Refusal("nothing_next")
    slot = _waiting(rundown, tap.item if tap.item is not None else rundown.waiting[0].item)
    return rundown.with_slot(replace(slot, skipped=True))


def _swap(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    one, two = _waiting(rundown, tap.item), _waiting(rundown, tap.other)
    turned = {one.item: two, two.item: one}
    return replace(rundown, slots=relaid(rundown.slots, tuple(turned.get(s.item, s) for s in rundown.slots)))


def relaid(before: tuple[Slot, ...], after: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """`after` is `before` in another order: the waiting slots are laid out anew, with the gaps where they were."""
    old = [slot for slot in before if slot.waits]
    new = iter([slot for slot in after if slot.waits])
    laid: dict[int, Slot] = {}
    start = end = 0
    for n, slot in enumerate(old):
        gap = slot.start - (old[n - 1].start + old[n - 1].length) if n else 0
        # Where a programme overlaps the gap is below zero; still nothing is laid before what it follows.
        start = max(start, end + gap) if n else slot.start
        placed = replace(next(new), start=start)
        laid[placed.item] = placed
        end = start + placed.length
    return tuple(laid.get(slot.item, slot) for slot in after)


def _shift(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    by = tap.amount if tap.amount is not None else lag(rundown, now)
    if abs(by) < LEAST_SHIFT or not rundown.waiting:
        raise Refusal("nothing_to_shift")
    return replace(rundown, slots=tuple(replace(s, start=s.start + by) if _moves(s) else s for s in rundown.slots))


def _moves(slot: Slot) -> bool:
    return slot.waits and slot.kind != Kind.REGISTRATION


def lag(rundown: Rundown, now: int) -> int:
    """From the next item's scheduled start to when it could begin; below zero when the day is ahead."""
    following = rundown.following
    if following is None:
        return 0
    behind = rundown.free_at(now) - following.start
    # Before the day has begun being early is no reason to begin earlier.
    return behind if rundown.has_begun else max(0, behind)


def _eat_break(rundown: Rundown, tap: Tap, now: int) -> Rundown:
    slot = next((slot for slot in rundown.waiting if slot.kind == Kind.BREAK), None)
    if slot is None:
        raise Refusal("no_break_left")
    least = slot.least if tap.amount is None else tap.amount
    span = next(span for span in expected(rundown, now) if span.item == slot.item)
    eaten = min(span.start - slot.start, slot.length - least)
    if eaten <= 0:
        raise Refusal("nothing_to_eat")
    return rundown.with_slot(replace(slot, length=slot.length - eaten, least=least))


def _running(rundown: Rundown) -> Slot:
    slot = rundown.running
    if slot is None:
        raise Refusal("nothing_runs")
    return slot


def _waiting(rundown: Rundown, item: int | None) -> Slot:
    slot = None if item is None else rundown.slot(item)
    if slot is None or not slot.waits:
        raise Refusal("not_waiting")
    return slot


_VERBS: dict[Action, Callable[[Rundown, Tap, int], Rundown]] = {
    Action.START_NEXT: _start_next,
    Action.START: _start,
    Action.FINISH: _finish,
    Action.PAUSE: _pause,
    Action.RESUME: _resume,
    Action.ADD: _add,
    Action.QUESTIONS: _questions,
    Action.TALK: _talk,
    Action.SKIP: _skip,
    Action.SWAP: _swap,
    Action.SHIFT: _shift,
    Action.EAT_BREAK: _eat_break,
}
