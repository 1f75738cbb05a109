"""What a screen shows, and from when: the day as a list of frames, so that a screen without the hub turns over too.

Pure. A frame is what anybody at that place needs at that time; which words say it is `signage.words`' matter.
Moments are ms by the steady clock.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hub.programme.kinds import Kind
from speaker_timer.rundown import Going, Rundown, Span, expected


class Phase(StrEnum):
    """What people at the venue need to be shown."""

    ARRIVING = "arriving"
    RUNNING = "running"
    BREAK = "break"
    RETURNING = "returning"
    OVER = "over"


GRACE_MS = 5 * 60_000
# So long before a break is over people are called back: a cup is put down, a stair climbed.
CALLED_BACK_MS = 3 * 60_000


@dataclass(frozen=True, slots=True)
class Frame:
    """From `since` on: the phase, the item that is on and the next one, and until when (`until`: of the item).

    A break lasts until the next item begins, which is never before its announced time.
    """

    since: int
    phase: Phase
    item: int | None = None
    until: int | None = None
    following: int | None = None
    following_at: int | None = None


def frames(rundown: Rundown, now: int) -> list[Frame]:
    """The frame of this moment, then those still to come, in order. Empty only without a programme.

    While somebody runs the rundown the present is what they have started, however late it is; a screen that loses
    the hub then goes on by the expected times. A day that nobody runs goes by the plan.
    """
    alone = unattended(rundown)
    stage = [span for span in (planned(rundown) if alone else expected(rundown, now)) if _on_stage(rundown, span)]
    if not stage:
        return []
    day = [Frame(0, Phase.ARRIVING, following=stage[0].item, following_at=stage[0].start), *_day(rundown, stage)]
    if alone:
        return _from_now(_calling_back(day), now)
    present = next((n for n, span in enumerate(stage) if span.item == rundown.current), None)
    if present is None:
        return list(_calling_back(_between(rundown, stage, day)))
    coming = (_not_at_once(frame, now) for frame in day[present + 2 :])
    if day[present + 1].phase != Phase.BREAK:
        return list(_calling_back([day[present + 1], *coming]))
    return _from_now(_calling_back([day[present + 1], *coming]), now)


def _from_now(day: Iterable[Frame], now: int) -> list[Frame]:
    """The last frame that has begun, and those to come."""
    known = list(day)
    begun = sum(frame.since <= now for frame in known)
    return known[begun - 1 :]


def _calling_back(day: Iterable[Frame]) -> Iterator[Frame]:
    """Every break's last minutes, and what it runs over, belong to those who have to be back."""
    for frame in day:
        yield frame
        if frame.phase == Phase.BREAK and frame.until is not None and frame.following is not None:
            yield replace(frame, since=max(frame.since, frame.until - CALLED_BACK_MS), phase=Phase.RETURNING)


def _between(rundown: Rundown, stage: Sequence[Span], day: list[Frame]) -> list[Frame]:
    """Nothing is on: the next item is awaited, or everything is over."""
    ahead = next((n for n, span in enumerate(stage) if span.going == Going.WAITS), None)
    if ahead is None:
        return day[-1:]
    awaited = Frame(0, Phase.RUNNING, following=stage[ahead].item, following_at=stage[ahead].start)
    return [awaited, *day[ahead + 1 :]]


def _not_at_once(frame: Frame, now: int) -> Frame:
    """An overrunning item may end any moment, but a screen left alone should not turn over in mid-sentence."""
    return replace(frame, since=max(frame.since, now + GRACE_MS))


def unattended(rundown: Rundown) -> bool:
    """Has nobody started anything yet?"""
    return not any(slot.started is not None for slot in rundown.slots)


def planned(rundown: Rundown) -> list[Span]:
    """The day as scheduled, whatever the time is."""
    return [
        Span(slot.item, slot.start, slot.start + slot.length, Going.WAITS) for slot in rundown.slots if not slot.skipped
    ]


def _day(rundown: Rundown, stage: Sequence[Span]) -> Iterator[Frame]:
    for n, span in enumerate(stage):
        following = stage[n + 1] if n + 1 < len(stage) else None
        phase = Phase.BREAK if _kind(rundown, span) == Kind.BREAK else Phase.RUNNING
        yield Frame(
            span.start,
            phase,
            span.item,
            following.start if following and phase == Phase.BREAK else span.end,
            following.item if following else None,
            following.start if following else None,
        )
    yield Frame(stage[-1].end, Phase.OVER)


def _on_stage(rundown: Rundown, span: Span) -> bool:
    return _kind(rundown, span) != Kind.REGISTRATION


def _kind(rundown: Rundown, span: Span) -> Kind:
    slot = rundown.slot(span.item)
    return slot.kind if slot else Kind.OTHER
