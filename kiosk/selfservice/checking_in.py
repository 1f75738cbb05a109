"""Checking oneself in at a kiosk: by ticket, by name and phone, or as somebody new."""

import uuid
from dataclasses import replace

from hub.access import Actor
from kiosk import checkin, walk_ins
from kiosk.checkin import Scan
from kiosk.selfservice import finding
from kiosk.selfservice.finding import Guesses
from kiosk.verdicts import Verdict
from kiosk.walk_ins import WalkIn


def place(kiosk: Actor) -> str:
    """Where arrivals at this kiosk are said to have been: its desk, else its own name."""
    return kiosk.station or kiosk.name


def by_ticket(scan: Scan, kiosk: Actor, boot: int) -> Verdict:
    """The ticket's holder comes in; every outcome of an entry is possible."""
    return checkin.check_in(replace(scan, station=place(kiosk)), kiosk, boot)


def by_name(wish: str, surname: str, digits: str, kiosk: Actor, guesses: Guesses, boot: int) -> Verdict:
    """Whoever is found comes in. Raises Refusal as `finding.find` does."""
    person = finding.find(surname, digits, str(kiosk.device), guesses)
    return by_ticket(Scan(wish, attendee=person), kiosk, boot)


def as_walk_in(walk_in: WalkIn, kiosk: Actor, boot: int) -> tuple[Verdict, bool]:
    """Registered and in; and whether the person was on the list already. Raises Refusal as `walk_ins.register` does.

    The check-in's UUID follows from the walk-in's: sent again, both are the same.
    """
    registered = walk_ins.register(walk_in, kiosk)
    entry = Scan(
        str(uuid.uuid5(uuid.UUID(walk_in.id), "entry")),
        attendee=registered.attendee.id,
        occurred_at=walk_in.occurred_at,
        sent_at=walk_in.sent_at,
    )
    return by_ticket(entry, kiosk, boot), registered.recognised
