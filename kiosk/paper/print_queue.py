"""The queue of badges as people see it: what waits, what wants a decision, what came last."""

from dataclasses import dataclass

from peewee import JOIN

from kiosk.models import Attendee, Printer, PrintJob

DONE = ("sent", "printed")
TROUBLED = ("failed", "doubtful", "stale")
WAITING = ("queued", "claimed")
MOST = 50
LAST = 10


@dataclass(frozen=True, slots=True)
class Queue:
    """Jobs with their attendees: those that want a person, those on their way, the last that were taken.

    Of badges in advance only those that want a person: `batches` tells how far the others are.
    """

    troubled: list[PrintJob]
    waiting: list[PrintJob]
    done: list[PrintJob]


def look() -> Queue:
    """The queue of this moment: oldest first where somebody waits, newest first where it is over."""
    return Queue(
        _jobs(TROUBLED, newest=False, most=MOST),
        _jobs(WAITING, newest=False, most=MOST),
        _jobs(DONE, newest=True, most=LAST),
    )


def _jobs(states: tuple[str, ...], *, newest: bool, most: int) -> list[PrintJob]:
    order = PrintJob.changed_at.desc() if newest else PrintJob.created_at
    query = (
        PrintJob.select(PrintJob, Attendee, Printer)
        .join(Attendee, JOIN.LEFT_OUTER)
        .switch(PrintJob)
        .join(Printer, JOIN.LEFT_OUTER)
        .where(PrintJob.state.in_(states), PrintJob.batch.is_null() | PrintJob.state.in_(TROUBLED))
        .order_by(order)
        .limit(most)
    )
    return list(query)
