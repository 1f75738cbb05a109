"""Badges printed before somebody came: whether they still say the right thing, and what an entry makes of them."""

import hashlib
import json

from hub import clock, seminar
from hub.prepared import PreparedRecord, given
from kiosk.models import Attendee, PrintJob

# States in which a badge is not on paper yet.
WAITING = ("queued", "failed", "stale")
_PERSON = PreparedRecord(Attendee, lambda: Attendee.select().where(Attendee.id == given("id")))


def fingerprint(person: Attendee | None) -> str:
    """What a badge says of a person, as 32 hex digits; empty for a blank one. The seminar's own words are left out."""
    if person is None:
        return ""
    said = [person.first_name, person.surname, person.company, person.position, person.ribbon]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()[:32]


def says(job: PrintJob, now: str) -> bool:
    """Is this badge on paper, as far as anybody knows, and right? Badges from before it was noted count as right."""
    return job.state not in (*WAITING, "dropped") and job.said in ("", now)


def must_be_printed_anew(attendee: int) -> bool:
    """Inside an admission's write: are this person's badges all from batches, and none of them on paper and right?

    Those that still wait in a batch give way to the badge of the entry.
    """
    jobs = list(PrintJob.select().where(PrintJob.attendee == attendee, PrintJob.state != "dropped"))
    if not jobs or any(job.batch_id is None for job in jobs) or not seminar.current().badge_on_entry:
        return False
    now = fingerprint(_PERSON.find(id=attendee))
    if any(says(job, now) for job in jobs):
        return False
    waiting = [job.id for job in jobs if job.state in WAITING]
    gone = PrintJob.update(state="dropped", reason="entered", changed_at=clock.now())
    gone.where(PrintJob.id.in_(waiting)).execute()
    return True
