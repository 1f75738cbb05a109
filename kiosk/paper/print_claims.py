"""The queue of badges as printers see it: which job is next, and what became of it.

`changed_at` of a waiting job is when a person last asked for it; attempts do not touch it.
"""

from functools import reduce
from operator import or_

from peewee import JOIN, Expression

from hub import clock
from hub.database import writes
from kiosk.models import Attendee, BadgeBatch, Printer, PrintJob
from kiosk.paper.advance import fingerprint
from kiosk.paper.printers import Outcome, PrinterTrouble
from kiosk.paper.serving import everybodys, stands_in_for

# A badge that has waited longer may belong to somebody who is long inside: a person decides.
STALE_MS = 10 * 60 * 1000
FIRST_PAUSE_MS = 2_000
LONGEST_PAUSE_MS = 30_000


def claim(printer: Printer) -> PrintJob | None:
    """Take the oldest job that waits for this printer; jobs that waited too long are set aside on the way."""
    while (job := _next(printer)) is not None:
        if job.batch_id is None and job.changed_at < clock.now() - STALE_MS:
            _set_aside(printer)
        elif _take(job, printer):
            return job
    return None


@writes
def sent(job: PrintJob, outcome: Outcome = Outcome.SENT) -> None:
    """The printer has taken the badge, or has even said that it is out."""
    _finish(job, state=str(outcome), reason="", changed_at=clock.now())
    _count_label(job)


@writes
def failed(job: PrintJob, trouble: PrinterTrouble) -> None:
    """The badge did not come out, and is tried again; or perhaps it did, and a person says."""
    if trouble.begun:
        _finish(job, state="doubtful", reason=trouble.code)
        _count_label(job)
        return
    pause = min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** min(job.attempts, 10))
    _finish(job, state="failed", reason=trouble.code, not_before=clock.now() + pause)


@writes
def doubt(printer: Printer) -> int:
    """Call every job doubtful that was being printed here when the hub or its worker stopped; return how many."""
    claimed = (PrintJob.state == "claimed") & (PrintJob.printer == printer)
    return int(PrintJob.update(state="doubtful", reason="").where(claimed).execute())


@writes
def note(printer: Printer, state: str) -> bool:
    """Keep the printer's state for the pages. Is it another than before?"""
    change = Printer.update(state=state, state_at=clock.now())
    return bool(change.where(Printer.id == printer, Printer.state != state).execute())


def _next(printer: Printer) -> PrintJob | None:
    query = PrintJob.select(PrintJob, Attendee).join(Attendee, JOIN.LEFT_OUTER).where(_waits(), _belongs_to(printer))
    # Nobody who enters waits for badges in advance.
    found: PrintJob | None = query.order_by(PrintJob.batch.is_null(False), PrintJob.id).first()
    return found


@writes
def _take(job: PrintJob, printer: Printer) -> bool:
    """Claim the job if nobody else has, and it still waits."""
    said = fingerprint(job.attendee)
    change = PrintJob.update(state="claimed", printer=printer, attempts=PrintJob.attempts + 1, said=said)
    return bool(change.where(PrintJob.id == job, _waits()).execute())


@writes
def _set_aside(printer: Printer) -> None:
    change = PrintJob.update(state="stale")
    old = PrintJob.batch.is_null() & (PrintJob.changed_at < clock.now() - STALE_MS)
    change.where(_waits(), _belongs_to(printer), old).execute()


def _waits() -> Expression:
    again = (PrintJob.state == "failed") & (PrintJob.not_before <= clock.now())
    running = BadgeBatch.select(BadgeBatch.id).where(BadgeBatch.state == "running")
    return ((PrintJob.state == "queued") | again) & (PrintJob.batch.is_null() | PrintJob.batch.in_(running))


def _belongs_to(printer: Printer) -> Expression:
    """What `serving` gives to this printer, and to those that it stands in for while they cannot print.

    It goes by the row as it is now: somebody may have given the printer to another desk since `printer` was read.
    """
    in_use = list(Printer.select().where(~Printer.removed))
    stations = {other.station for other in in_use if other.station}
    general = everybodys(in_use)
    acts_for = [other for own in in_use if own.id == printer.id for other in stands_in_for(own, in_use)]
    parts = [PrintJob.station == one.station for one in acts_for if one.station]
    if any(one in general for one in acts_for):
        parts.append(PrintJob.station.not_in(stations))
    at_desks = reduce(or_, parts, PrintJob.station.in_([]))
    in_advance = PrintJob.batch.is_null(False) & PrintJob.printer.in_(acts_for)
    return (PrintJob.batch.is_null() & at_desks) | in_advance


def _count_label(job: PrintJob) -> None:
    """One label less on the roll, where somebody counts them; a badge that broke off has used one, too."""
    roll = PrintJob.select(PrintJob.printer).where(PrintJob.id == job)
    Printer.update(labels_left=Printer.labels_left - 1).where(Printer.id.in_(roll), Printer.labels_left > 0).execute()


def _finish(job: PrintJob, **to: object) -> None:
    """Only while it is still ours: its admission may have been undone meanwhile."""
    PrintJob.update(**to).where(PrintJob.id == job, PrintJob.state == "claimed").execute()
