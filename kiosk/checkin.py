"""Check-in: the verb everything else at the desk stands around.

Every scan is a row of the append-only arrivals log, durable before it is answered. A scan that is sent again (same
UUID) gets the answer it got the first time.
"""

from dataclasses import dataclass

from hub import clock, seminar
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from hub.i18n import iso
from kiosk import arrivals, tickets
from kiosk.models import Attendee
from kiosk.paper import print_jobs
from kiosk.presence import Event, Kind, Presence, fold, in_order, undone
from kiosk.verdicts import AttendeeBrief, Badge, Outcome, Verdict

# A device whose clock is a day and a half off is not believed at all.
OLDEST_MS = 36 * 3600 * 1000
LONGEST_RAW = 200


@dataclass(frozen=True, slots=True)
class Scan:
    """What a desk asks for. Either `code` (what the scanner gave) or `attendee` (found by name).

    `occurred_at` and `sent_at` are the device's own times in ms, both by the same clock however wrong it is.
    """

    id: str
    kind: Kind = Kind.ENTRY
    code: str | None = None
    attendee: int | None = None
    occurred_at: int | None = None
    sent_at: int | None = None
    station: str = ""
    undoes: str | None = None
    reason: str = ""


@writes
def check_in(scan: Scan, by: Actor, boot: int | None = None) -> Verdict:
    """Enter, let out or take back. Raises Refusal `attendee_unknown`, `reason_required` or `nothing_to_undo`."""
    known = arrivals.KNOWN.rows(id=scan.id)
    if known:
        return Verdict.model_validate_json(known[0][0])
    received = clock.now()
    at = corrected(scan.occurred_at, scan.sent_at, received)
    verdict = _judge(scan, at)
    arrivals.LOG.rows(
        id=scan.id,
        attendee=verdict.attendee.id if verdict.attendee else None,
        kind=scan.kind.value,
        outcome=verdict.outcome.value,
        undoes=verdict.undoes,
        reason=scan.reason,
        scanned=(scan.code or "")[:LONGEST_RAW],
        device_time=scan.occurred_at,
        occurred_at=at,
        received_at=received,
        boot=boot,
        station=scan.station or by.station,
        device=by.device,
        who=by.name,
        address=by.address,
        verdict=verdict.model_dump_json(),
    )
    return verdict


def corrected(occurred_at: int | None, sent_at: int | None, received: int) -> int:
    """When it happened by the hub's clock, ms.

    The device tells by one clock when it happened and when it sends; the difference is the event's age, true however
    wrong that clock is. Never in the future; a time that is not plausible counts as the moment of receipt.
    """
    if occurred_at is None:
        return received
    at = received - (sent_at - occurred_at) if sent_at is not None else occurred_at
    return at if received - OLDEST_MS <= at <= received else received


def _judge(scan: Scan, at: int) -> Verdict:
    try:
        person = _who(scan)
    except Refusal as refusal:
        if refusal.code not in set(Outcome):
            raise
        return Verdict(outcome=Outcome(refusal.code), kind=scan.kind.value, event=scan.id, at=iso(at) or "")
    events = _events(person.id)
    if scan.kind is Kind.UNDO:
        return _undo(scan, person, events, at)
    if scan.kind is Kind.ENTRY and (person.barred or person.cancelled) and person.presence != "here":
        return _told(Outcome.BARRED if person.barred else Outcome.CANCELLED, scan, person, at)
    return _pass(scan, person, events, at)


def _who(scan: Scan) -> Attendee:
    """The attendee meant. Raises Refusal with an outcome's name where a code is nobody's."""
    if scan.code is not None:
        code = tickets.read_code(scan.code, seminar.current().tag)
        found: Attendee | None = arrivals.BY_CODE.find(code=code)
        if found is None:
            raise Refusal("unknown")
    else:
        found = arrivals.BY_ID.find(id=scan.attendee)
        if found is None:
            raise Refusal("attendee_unknown")
    return found


def _events(attendee: int) -> list[Event]:
    """What the log says of one attendee; refused scans moved nobody."""
    log = arrivals.MOVES.rows(attendee=attendee)
    return [Event(uuid, Kind(kind), at, station, undoes) for uuid, kind, at, station, undoes in log]


def _pass(scan: Scan, person: Attendee, events: list[Event], at: int) -> Verdict:
    """An entry or an exit."""
    event = Event(scan.id, scan.kind, at, scan.station)
    undos = [other for other in events if other.kind is Kind.UNDO]
    before = fold([*(other for other in events if (other.at, other.id) < (at, scan.id)), *undos])
    changes = (before.state == "here") is (scan.kind is Kind.EXIT)
    after = fold([*events, event])
    _keep(person, after)
    if not changes:
        return _told(Outcome.REPEAT, scan, person, at, after)
    if scan.kind is Kind.EXIT:
        return _told(Outcome.EXITED, scan, person, at, after)
    badge = print_jobs.badge_on_entry(person.id, scan.id, scan.station)
    return _told(Outcome.ADMITTED, scan, person, at, after, badge)


def _undo(scan: Scan, person: Attendee, events: list[Event], at: int) -> Verdict:
    """Take back an event, by default the one that made things as they are."""
    if not scan.reason:
        raise Refusal("reason_required")
    since = fold(events).since
    target = scan.undoes or (since.id if since else None)
    if target not in {event.id for event in events if event.kind is not Kind.UNDO}:
        raise Refusal("nothing_to_undo")
    told = [*events, Event(scan.id, Kind.UNDO, at, scan.station, target)]
    after = fold(told)
    _keep(person, after)
    print_jobs.drop_for_arrivals(undone(in_order(told)))
    return _told(Outcome.UNDONE, scan, person, at, after, undoes=target)


def _keep(person: Attendee, now: Presence) -> None:
    """Write the fold beside the attendee, for lists and counters."""
    person.presence = now.state
    person.first_entry_at = now.first_entry.at if now.first_entry else None
    person.entry_station = now.first_entry.station if now.first_entry else ""
    person.last_exit_at = now.last_exit.at if now.last_exit and now.state != "here" else None
    arrivals.KEEP.rows(
        id=person.id,
        presence=person.presence,
        first_entry_at=person.first_entry_at,
        entry_station=person.entry_station,
        last_exit_at=person.last_exit_at,
    )


def _told(
    outcome: Outcome,
    scan: Scan,
    person: Attendee,
    at: int,
    now: Presence | None = None,
    badge: Badge | None = None,
    undoes: str | None = None,
) -> Verdict:
    first = now.first_entry if now else None
    return Verdict(
        outcome=outcome,
        kind=scan.kind.value,
        event=scan.id,
        at=iso(at) or "",
        attendee=AttendeeBrief.of(person),
        first_entry=iso(first.at) if first else None,
        first_station=first.station if first else "",
        badge=badge,
        undoes=undoes,
    )
