"""Calling somebody from the desk to a kiosk, and saying that one is coming."""

from typing import Any
from uuid import UUID

from hub import clock
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from hub.i18n import iso
from kiosk.models import KioskCall
from kiosk.selfservice.replies import Call

# Whoever was promised help has had it by then, and is told of it no longer.
COMING_MS = 90_000


@writes
def call(wish: str, by: Actor) -> KioskCall:
    """Call the desk. While a call of this kiosk is open, a second press is the same call."""
    waits = (KioskCall.device == by.device) & KioskCall.answered_at.is_null()
    known = KioskCall.get_or_none(KioskCall.id == wish) or KioskCall.get_or_none(waits)
    if known is not None:
        return known
    return KioskCall.create(id=wish, device=by.device, kiosk=by.name, at=clock.now())


def latest(by: Actor) -> KioskCall | None:
    """The call of this kiosk that is open, or was answered a moment ago."""
    fresh = KioskCall.answered_at.is_null() | (KioskCall.answered_at > clock.now() - COMING_MS)
    query = KioskCall.select().where(KioskCall.device == by.device, fresh)
    found: KioskCall | None = query.order_by(KioskCall.at.desc()).first()
    return found


@writes
def answer(wish: str, by: Actor) -> KioskCall:
    """Somebody is coming; the first who says so counts. Raises Refusal `call_unknown`."""
    found = KioskCall.get_or_none(KioskCall.id == _tidy(wish))
    if found is None:
        raise Refusal("call_unknown")
    if found.answered_at is None:
        found.answered_at = clock.now()
        found.answered_by = by.name
        found.save()
    return found


def _tidy(wish: str) -> str:
    try:
        return str(UUID(wish))
    except ValueError:
        raise Refusal("call_unknown") from None


def state(found: KioskCall | None) -> Call | None:
    """A call in one word."""
    if found is None:
        return None
    return "open" if found.answered_at is None else "answered"


def news() -> dict[str, Any]:
    """What desks are told live: {"calls": [{"id", "kiosk", "at"}]}, the longest first."""
    waiting = KioskCall.select().where(KioskCall.answered_at.is_null()).order_by(KioskCall.at, KioskCall.id)
    return {"calls": [{"id": one.id, "kiosk": one.kiosk, "at": iso(one.at)} for one in waiting]}
