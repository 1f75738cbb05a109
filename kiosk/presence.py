"""Who is here: a pure fold over the arrivals log.

The log may arrive in any order (a desk that lost the network sends its scans later), so the fold looks only at
what each event says of itself, never at the verdict it got or at when the hub received it. The same set of events
gives the same presence whatever the order.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What an event says happened."""

    ENTRY = "entry"
    EXIT = "exit"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Event:
    """One line of the log about one attendee; `at` is corrected time in ms, `undoes` names the event taken back."""

    id: str
    kind: Kind
    at: int
    station: str = ""
    undoes: str | None = None


@dataclass(frozen=True, slots=True)
class Presence:
    """What a set of events amounts to. `since` is the event that made it so; an undo would name it."""

    state: str = "expected"  # expected, here, left
    first_entry: Event | None = None
    last_exit: Event | None = None
    since: Event | None = None


def fold(events: Iterable[Event]) -> Presence:
    """Entries and exits in order of time, less those undone.

    An entry of somebody who is here changes nothing (a repeat), nor does an exit of somebody who is not.
    """
    ordered = in_order(events)
    gone = undone(ordered)
    now = Presence()
    for event in ordered:
        if event.id not in gone:
            now = _step(now, event)
    return now


def in_order(events: Iterable[Event]) -> list[Event]:
    """By time; by id where two happened at once, so that everybody orders them alike."""
    return sorted(events, key=lambda event: (event.at, event.id))


def _step(now: Presence, event: Event) -> Presence:
    if event.kind is Kind.ENTRY and now.state != "here":
        return Presence("here", now.first_entry or event, now.last_exit, event)
    if event.kind is Kind.EXIT and now.state == "here":
        return Presence("left", now.first_entry, event, event)
    return now


def undone(ordered: list[Event]) -> set[str]:
    """Ids of events that count no more: those an undo names, and what merely repeated them before the undo.

    Without the second part, undoing the first of two scans of a wrong person would leave the repeat to admit them.
    """
    by_id = {event.id: event for event in ordered}
    gone: set[str] = set()
    for undo in ordered:
        target = by_id.get(undo.undoes or "")
        if undo.kind is Kind.UNDO and target is not None:
            gone.add(target.id)
            gone.update([event.id for event in _repeats(target, undo, ordered, gone)])
    return gone


def _repeats(target: Event, undo: Event, ordered: list[Event], gone: set[str]) -> Iterable[Event]:
    for event in ordered[ordered.index(target) + 1 :]:
        if event.kind is Kind.UNDO or event.id in gone:
            continue
        if event.kind is not target.kind or event.at > undo.at:
            return
        yield event
