"""Which start is meant when somebody announces a delay: what is next as the day really goes."""

from flask import Flask

from hub import steady
from hub.announcements import delay, starts
from speaker_timer import timer
from speaker_timer.rundown import Rundown


def add(app: Flask) -> None:
    """Let announcements ask the rundown."""
    starts.known_by(app, lambda: meant(timer.current().rundown, steady.now()))


def meant(rundown: Rundown, now: int) -> list[int]:
    """When that which is next was to begin, as attendees were told; ms by the steady clock.

    What is on or over, or was skipped, begins no more, however near its start is. Where the next one is far away the
    host has perhaps left the timer alone: then all that never began may be meant.
    """
    waiting = [slot.start for slot in rundown.waiting if slot.kind not in starts.NEVER_MEANT]
    return waiting[:1] if waiting and delay.is_near(waiting[0], now) else waiting
