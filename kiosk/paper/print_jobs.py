"""The queue of badges: rows, and what a person may do with them. The workers that print them are in `printing`."""

from collections.abc import Iterable

from peewee import fn

from hub import audit, clock
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from hub.models import Seminar
from hub.prepared import Prepared, given
from kiosk.models import Attendee, PrintJob
from kiosk.paper import desks
from kiosk.paper.advance import must_be_printed_anew
from kiosk.verdicts import Badge

WAITING = ("queued", "failed", "doubtful", "stale")
# A row if entries print badges and this attendee has none that counts.
_WANTED = Prepared(
    lambda: Seminar.select(Seminar.id).where(
        Seminar.badge_on_entry,
        ~fn.EXISTS(
            PrintJob.select(PrintJob.id).where(PrintJob.attendee == given("attendee"), PrintJob.state != "dropped")
        ),
    )
)
_QUEUE = Prepared(
    lambda: PrintJob.insert(
        attendee=given("attendee"),
        request=given("request"),
        station=given("station"),
        created_at=given("now"),
        changed_at=given("now"),
    ).returning(PrintJob.id)
)


def badge_on_entry(attendee: int, arrival: str, station: str) -> Badge | None:
    """Queue a badge for an admission, inside its write. None if entries print none or one exists already.

    Somebody who comes back after lunch wears the badge printed in the morning; an undone admission's badge is dropped
    and so does not count. A badge printed in advance counts as long as it says what it should.
    """
    wanted = _WANTED.rows(attendee=attendee) or must_be_printed_anew(attendee)
    return _queue(attendee, arrival, station) if wanted else None


@writes
def reprint(attendee: int, wish: str, station: str, by: Actor) -> Badge:
    """Another badge on a person's wish (its UUID: asked twice is one badge). Raises Refusal `attendee_unknown`."""
    known = PrintJob.get_or_none(PrintJob.request == wish)
    if known is not None:
        return Badge(job=known.id, state=known.state)
    if not Attendee.select().where(Attendee.id == attendee).exists():
        raise Refusal("attendee_unknown")
    audit.record(by, "badge_reprinted", attendee)
    return _queue(attendee, wish, station)


def _queue(attendee: int, request: str, station: str) -> Badge:
    now = clock.now()
    ((job,),) = _QUEUE.rows(attendee=attendee, request=request, station=desks.spelled(station), now=now)
    return Badge(job=job, state="queued")


def drop_for_arrivals(arrivals: Iterable[str]) -> None:
    """These admissions were undone: their badges shall not come out, or do not count if they did."""
    PrintJob.update(state="dropped", reason="undone", changed_at=clock.now()).where(
        PrintJob.request.in_(list(arrivals))
    ).execute()


@writes
def retry(job: int, by: Actor) -> None:
    """Try a waiting job again now. Raises Refusal `job_not_waiting`."""
    _move(job, state="queued", reason="", not_before=0)
    audit.record(by, "badge_retried", job)


@writes
def drop(job: int, by: Actor) -> None:
    """Give a waiting job up: it is not wanted; a doubtful one came out after all. Raises Refusal `job_not_waiting`."""
    doubtful = PrintJob.select().where(PrintJob.id == job, PrintJob.state == "doubtful").exists()
    _move(job, state="printed" if doubtful else "dropped", reason="by_hand")
    audit.record(by, "badge_dropped", job)


def _move(job: int, **to: object) -> None:
    moved = PrintJob.update(changed_at=clock.now(), **to).where(PrintJob.id == job, PrintJob.state.in_(WAITING))
    if not moved.execute():
        raise Refusal("job_not_waiting")
