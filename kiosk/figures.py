"""The counters and the last arrivals that all desks show alike."""

from typing import Any

from peewee import fn

from hub import clock, seminar
from hub.database import rows
from hub.i18n import iso
from kiosk import handouts
from kiosk.models import Attendee, Printer, PrintJob
from kiosk.paper import printer_list

LAST = 8
# A badge takes a printer three seconds; ten waiting before this one are no trouble yet.
LATE_MS = 30_000


def counters() -> dict[str, Any]:
    """Registered, ever here, here now, left, walk-ins, per desk, packs, and the day's capacity."""
    by_presence = dict(rows(Attendee.select(Attendee.presence, fn.COUNT(Attendee.id)).group_by(Attendee.presence)))
    here, left = by_presence.get("here", 0), by_presence.get("left", 0)
    desks = (
        Attendee.select(Attendee.entry_station, fn.COUNT(Attendee.id))
        .where(Attendee.first_entry_at.is_null(False))
        .group_by(Attendee.entry_station)
        .order_by(Attendee.entry_station)
    )
    return {
        "registered": sum(by_presence.values()),
        "ever": here + left,
        "here": here,
        "left": left,
        "walk_ins": Attendee.select().where(Attendee.source == "walk_in").count(),
        "capacity": seminar.current().capacity,
        "desks": [{"station": station, "ever": count} for station, count in rows(desks)],
        **handouts.counted(),
    }


def last_arrivals() -> list[dict[str, Any]]:
    """The latest admissions that stand, the newest first."""
    latest = (
        Attendee.select()
        .where(Attendee.first_entry_at.is_null(False))
        .order_by(Attendee.first_entry_at.desc(), Attendee.id.desc())
        .limit(LAST)
    )
    return [
        {
            "id": row.id,
            "name": f"{row.surname} {row.first_name}".strip(),
            "company": row.company,
            "at": iso(row.first_entry_at),
            "station": row.entry_station,
        }
        for row in latest
    ]


def badges_waiting() -> dict[str, Any]:
    """Badges on their way, and those that want a person: a printer that is unwell leaves them in the queue.

    `printer` says whether paper can be hoped for: "none", "ok" or "trouble"; `labels` is how many are left on the
    emptiest roll that is nearly at its end, else None.
    """
    jobs = dict(rows(PrintJob.select(PrintJob.state, fn.COUNT(PrintJob.id)).group_by(PrintJob.state)))
    late = PrintJob.state == "queued", PrintJob.changed_at < clock.now() - LATE_MS
    stuck = PrintJob.select().where(*late).count() if jobs.get("queued") else 0
    trouble = stuck + sum(jobs.get(state, 0) for state in ("failed", "doubtful", "stale"))
    return {
        "queued": jobs.get("queued", 0) + jobs.get("claimed", 0) - stuck,
        "trouble": trouble,
        "printer": _printer(trouble),
        "labels": next((printer.labels_left for printer in printer_list.running_low()), None),
    }


def _printer(trouble: int) -> str:
    states = [state for (state,) in rows(Printer.select(Printer.state).where(~Printer.removed))]
    if not states:
        return "none"
    return "trouble" if trouble or not any(state in ("ok", "unknown") for state in states) else "ok"


def desk_news() -> dict[str, Any]:
    """What every desk is told live."""
    return {"counters": counters(), "last": last_arrivals(), "badges": badges_waiting()}
