"""The rundown: the programme as it really goes. Pure: `now` is passed in, nothing here reads a clock.

All moments are milliseconds by the steady clock, all lengths milliseconds. Nothing is ever expected before its
scheduled start: attendees were told that time. Delays run on until a gap or a shortened break takes them up.
Two hours after all should have ended, what was never started is not expected any more and keeps its scheduled time.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from hub.programme.kinds import Kind

# The hall is rented for the programme and two hours more.
NOT_EXPECTED_AFTER = 2 * 3_600_000


class Going(StrEnum):
    """How an item stands."""

    WAITS = "waits"
    RUNS = "runs"
    OVERRUNS = "overruns"
    OVER = "over"
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class Slot:
    """An item's place in the day. `planned_start` and `planned_length` are the programme's, the others the day's."""

    item: int
    kind: Kind
    planned_start: int
    planned_length: int
    start: int
    length: int
    questions: int = 0  # of the length, kept for questions
    planned_questions: int = 0
    least: int = 0  # how short a break may become
    cards: tuple[tuple[str, int], ...] = ()  # which card goes by itself at how much time left
    started: int | None = None
    ended: int | None = None
    skipped: bool = False

    def lasting(self, length: int) -> "Slot":
        """The same slot with another length; questions never take more than all of it."""
        return replace(self, length=length, questions=min(self.questions, length))

    @property
    def waits(self) -> bool:
        return self.started is None and not self.skipped


@dataclass(frozen=True, slots=True)
class Span:
    """When an item is, or was, expected to run."""

    item: int
    start: int
    end: int
    going: Going


@dataclass(frozen=True, slots=True)
class Rundown:
    """The whole day. `current` runs since `since` (None: the clock stands), after `before` ms of its own."""

    slots: tuple[Slot, ...] = ()
    current: int | None = None
    since: int | None = None
    before: int = 0
    questioning: bool = False

    def slot(self, item: int) -> Slot | None:
        """The slot of an item, if it is in the rundown."""
        return next((slot for slot in self.slots if slot.item == item), None)

    @property
    def running(self) -> Slot | None:
        """The slot that is on, its clock running or standing."""
        return None if self.current is None else self.slot(self.current)

    @property
    def waiting(self) -> tuple[Slot, ...]:
        """What is still to come, in running order."""
        return tuple(slot for slot in self.slots if slot.waits)

    @property
    def following(self) -> Slot | None:
        """What the host starts next. Registration runs by itself."""
        return next((slot for slot in self.waiting if slot.kind != Kind.REGISTRATION), None)

    @property
    def has_begun(self) -> bool:
        """Has anything been on the stage?"""
        return any(slot.started is not None and slot.kind != Kind.REGISTRATION for slot in self.slots)

    def free_at(self, now: int) -> int:
        """When the next item could begin."""
        slot = self.running
        return now if slot is None else now + max(0, slot.length - self.elapsed(now))

    def elapsed(self, now: int) -> int:
        """How long the current item has run, without its pauses."""
        return self.before + (max(0, now - self.since) if self.since is not None else 0)

    def target(self) -> int:
        """The elapsed time at which the speaker must be done; in the questions phase, the slot's end."""
        slot = self.running
        if slot is None:
            return 0
        return slot.length if self.questioning else max(0, slot.length - slot.questions)

    def remaining(self, now: int) -> int:
        """Time left to `target`; below zero in overtime."""
        return self.target() - self.elapsed(now)

    def with_slot(self, changed: Slot) -> "Rundown":
        """The same day with one slot changed."""
        return replace(self, slots=tuple(changed if slot.item == changed.item else slot for slot in self.slots))


def expected(rundown: Rundown, now: int) -> list[Span]:
    """When each item that is not skipped has run, runs or will run, if nobody does anything more."""
    return list(_spans(rundown, now))


def is_past(rundown: Rundown, now: int) -> bool:
    """Has the day gone by, whatever was never started? Whoever starts an item nevertheless is in the day again."""
    ends = [max(slot.start + slot.length, slot.ended or 0) for slot in rundown.slots if not slot.skipped]
    return rundown.current is None and bool(ends) and now >= max(ends) + NOT_EXPECTED_AFTER


def _spans(rundown: Rundown, now: int) -> Iterator[Span]:
    free = max((slot.ended or 0 for slot in rundown.slots), default=0) if is_past(rundown, now) else now
    for slot in rundown.slots:
        if slot.skipped:
            continue
        if slot.item == rundown.current:
            left = slot.length - rundown.elapsed(now)
            free = now + max(0, left)
            yield Span(slot.item, slot.started or now, free, Going.RUNS if left >= 0 else Going.OVERRUNS)
        elif slot.started is not None:
            yield Span(slot.item, slot.started, slot.ended or slot.started, Going.OVER)
        elif slot.kind == Kind.REGISTRATION:
            # The desk opens at its time whatever the stage does.
            yield Span(slot.item, slot.start, slot.start + slot.length, Going.WAITS)
        else:
            start = max(slot.start, free)
            free = start + slot.length
            yield Span(slot.item, start, free, Going.WAITS)


def ends_at(rundown: Rundown, now: int) -> int | None:
    """When the day is expected to end; None for an empty one."""
    return max((span.end for span in _spans(rundown, now)), default=None)


def late(rundown: Rundown, now: int) -> int:
    """How far behind its schedule the next item is expected, else the end of the current one; never below zero."""
    spans = {span.item: span for span in _spans(rundown, now)}
    following = rundown.following
    if following is not None:
        return spans[following.item].start - following.start
    return max(0, _past_due(rundown, now))


def early(rundown: Rundown, now: int) -> int:
    """How far ahead of its schedule the day is; never below zero, and zero before it has begun.

    Nothing is expected before its promise for that: it is what the next item could begin earlier, a planned gap
    before it left alone, else by how much the day ends earlier.
    """
    following = rundown.following
    if following is None:
        return max(0, -_past_due(rundown, now))
    if not rundown.has_begun:
        return 0
    return max(0, following.start - _gap_before(rundown, following) - rundown.free_at(now))


def _past_due(rundown: Rundown, now: int) -> int:
    """From when the current item should end to when it will."""
    slot = rundown.running
    return 0 if slot is None else rundown.free_at(now) - (slot.start + slot.planned_length)


def _gap_before(rundown: Rundown, slot: Slot) -> int:
    """What the schedule leaves free before an item."""
    staged = [one for one in rundown.slots if one.kind != Kind.REGISTRATION]
    before = staged[: staged.index(slot)][-1:]
    return max(0, slot.start - max((one.start + one.planned_length for one in before), default=slot.start))
