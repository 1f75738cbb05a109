"""Badges in advance: for everybody, for those who changed since, or blank. A batch is stopped, goes on, is cancelled.

Its badges are rows of the queue like any other, so a batch outlives the hub; entries go before them.
"""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from peewee import fn

from hub import audit, clock
from hub.access import Actor
from hub.database import rows, writes
from hub.errors import Refusal
from kiosk.models import Attendee, BadgeBatch, Printer, PrintJob
from kiosk.paper import printer_list
from kiosk.paper.advance import WAITING, fingerprint, says

Kind = Literal["everybody", "changed", "blank"]
MOST_BLANK = 500
SHOWN = 3
# Rows in one INSERT: SQLite takes no more than 32,766 values.
_TOGETHER = 500


@dataclass(frozen=True, slots=True)
class Outlook:
    """How many badges each kind would print now: to those who have `none` yet, to those whose badge is `late`, that is
    missing or not right any more, to `all` who may come. `begun`: has anybody's been printed in advance?
    """

    none: int
    late: int
    all: int
    begun: bool


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a batch is. `state` is running, stopped, cancelled or done; `gone` tells that its printer was removed."""

    batch: BadgeBatch
    printer: Printer | None
    state: str
    waiting: int
    troubled: int

    @property
    def done(self) -> int:
        """Badges that need nothing any more."""
        return max(0, int(self.batch.total) - self.waiting)

    @property
    def gone(self) -> bool:
        return self.printer is None or bool(self.printer.removed)


@writes
def start(kind: Kind, printer: int, blanks: int, by: Actor, *, again: bool = False) -> BadgeBatch:
    """Queue a batch for this printer; `blanks` is how many of the blank kind.

    Whoever has a badge gets a second one only where `again` says so, or where it does not say what it should.

    Raises Refusal `printer_unknown`, `blanks_out_of_range` or `nobody_to_print`.
    """
    row = printer_list.get(printer)
    if kind == "blank" and not 1 <= blanks <= MOST_BLANK:
        raise Refusal("blanks_out_of_range", most=MOST_BLANK)
    who: Sequence[int | None] = [None] * blanks if kind == "blank" else _people(kind, again=again)
    if not who:
        raise Refusal("nobody_to_print")
    batch = BadgeBatch.create(
        kind=kind, printer=row, state="running", total=len(who), created_at=clock.now(), who=by.name
    )
    _queue(batch, who)
    audit.record(by, "batch_started", row.name, total=len(who))
    return batch


@writes
def stop(batch: int, by: Actor) -> None:
    """Print no more of it for now; a badge that is printing is finished. Raises Refusal `batch_over`."""
    _move(batch, ("running",), "stopped")
    audit.record(by, "batch_stopped", batch)


@writes
def resume(batch: int, printer: int, by: Actor) -> None:
    """Go on, on this printer. Raises Refusal `batch_over` or `printer_unknown`."""
    row = printer_list.get(printer)
    _move(batch, ("running", "stopped"), "running")
    BadgeBatch.update(printer=row).where(BadgeBatch.id == batch).execute()
    PrintJob.update(printer=row).where(PrintJob.batch == batch, PrintJob.state.in_(WAITING)).execute()
    audit.record(by, "batch_resumed", batch)


@writes
def cancel(batch: int, by: Actor) -> None:
    """Give up what of it is not printed. Raises Refusal `batch_over`."""
    _move(batch, ("running", "stopped"), "cancelled")
    gone = PrintJob.update(state="dropped", reason="cancelled", changed_at=clock.now())
    gone.where(PrintJob.batch == batch, PrintJob.state.in_(WAITING)).execute()
    audit.record(by, "batch_cancelled", batch)


def unfinished() -> list[Progress]:
    """The batches of which badges wait still, the newest first."""
    return [one for one in look() if one.state in ("running", "stopped")]


def look() -> list[Progress]:
    """The last batches, newest first, and all that are not done."""
    found = [_progress(batch) for batch in BadgeBatch.select().order_by(BadgeBatch.id.desc()).limit(50)]
    return [one for number, one in enumerate(found) if number < SHOWN or one.state in ("running", "stopped")]


def outlook() -> Outlook:
    """What each kind would print now."""
    kept = _jobs()
    people = _coming()
    late = sum(_lacks_one(kept.get(person.id, []), fingerprint(person)) for person in people)
    begun = BadgeBatch.select().where(BadgeBatch.kind != "blank").exists()
    return Outlook(sum(person.id not in kept for person in people), late, len(people), begun)


def _people(kind: Kind, *, again: bool) -> list[int]:
    """Who gets a badge, in the order of the list."""
    people = _coming()
    if again:
        return [person.id for person in people]
    kept = _jobs()
    if kind == "everybody":
        return [person.id for person in people if person.id not in kept]
    return [person.id for person in people if _lacks_one(kept.get(person.id, []), fingerprint(person))]


def _coming() -> list[Attendee]:
    query = Attendee.select().where(~Attendee.cancelled, Attendee.barred.is_null())
    return list(query.order_by(Attendee.sort_key, Attendee.id))


def _jobs() -> dict[int | None, list[PrintJob]]:
    """Badges on paper or on their way, by whose they are."""
    found: dict[int | None, list[PrintJob]] = {}
    for job in PrintJob.select().where(PrintJob.state != "dropped"):
        found.setdefault(job.attendee_id, []).append(job)
    return found


def _lacks_one(jobs: Iterable[PrintJob], now: str) -> bool:
    return not any(job.state in WAITING or says(job, now) for job in jobs)


def _queue(batch: BadgeBatch, who: Sequence[int | None]) -> None:
    now = clock.now()
    common = {"printer": batch.printer, "batch": batch, "created_at": now, "changed_at": now}
    jobs = [{"attendee": one, "request": str(uuid.uuid4()), **common} for one in who]
    for first in range(0, len(jobs), _TOGETHER):
        PrintJob.insert_many(jobs[first : first + _TOGETHER]).execute()


def _move(batch: int, states: tuple[str, ...], to: str) -> None:
    moved = BadgeBatch.update(state=to).where(BadgeBatch.id == batch, BadgeBatch.state.in_(states)).execute()
    if not moved or not PrintJob.select().where(PrintJob.batch == batch, PrintJob.state.in_(WAITING)).exists():
        raise Refusal("batch_over")


def _progress(batch: BadgeBatch) -> Progress:
    query = PrintJob.select(PrintJob.state, fn.COUNT(PrintJob.id)).where(PrintJob.batch == batch)
    counts: dict[str, int] = dict(rows(query.group_by(PrintJob.state)))
    waiting = sum(counts.get(state, 0) for state in (*WAITING, "claimed"))
    over = waiting == 0 and batch.state != "cancelled"
    troubled = sum(counts.get(state, 0) for state in ("failed", "doubtful", "stale"))
    return Progress(batch, batch.printer, "done" if over else batch.state, waiting, troubled)
