"""Telling everybody something at once, and taking it back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hub import audit, steady
from hub.access import Actor, Role
from hub.announcements.models import Announcement
from hub.database import writes
from hub.errors import Refusal
from hub.models import Device

LONGEST_TEXT = 200
MINUTE = 60_000
LONGEST_MS = 180 * MINUTE


class Kind(StrEnum):
    """What is told. An evacuation turns every device at the venue and stays until it is taken back."""

    MOVED = "moved"
    DELAYED = "delayed"
    LOST = "lost"
    FREE = "free"
    EVACUATION = "evacuation"


NEEDS_TEXT = frozenset({Kind.MOVED, Kind.LOST, Kind.FREE})


@dataclass(frozen=True, slots=True)
class Wish:
    """An announcement to make. `lasts` ms (None: until taken back); `screens`: devices, none for all."""

    id: str
    kind: Kind
    text: str = ""
    lasts: int | None = 10 * MINUTE
    screens: Sequence[str] = ()


@writes
def tell(wish: Wish, by: Actor) -> Announcement:
    """Make an announcement; a known id makes none again.

    Raises Refusal `announcement_text_required`, `announcement_too_long`, or `screen_unknown` where a chosen screen is
    none.
    """
    known: Announcement | None = Announcement.get_or_none(Announcement.id == wish.id)
    if known is not None:
        return known
    text = " ".join(wish.text.split())
    if len(text) > LONGEST_TEXT:
        raise Refusal("announcement_too_long", most=LONGEST_TEXT)
    if wish.kind in NEEDS_TEXT and not text:
        raise Refusal("announcement_text_required")
    now, evacuation = steady.now(), wish.kind == Kind.EVACUATION
    lasts = None if evacuation or wish.lasts is None else min(wish.lasts, LONGEST_MS)
    made: Announcement = Announcement.create(
        id=wish.id,
        kind=wish.kind,
        text=text,
        screens="" if evacuation or not wish.screens else json.dumps(_demand_screens(wish.screens)),
        at=now,
        expires_at=None if lasts is None else now + lasts,
        device=by.device,
        who=by.name,
    )
    audit.record(by, "announced", text, announcement=str(wish.kind))
    return made


def _demand_screens(chosen: Sequence[str]) -> list[str]:
    known = {device.id for device in Device.select(Device.id).where(Device.role == Role.SCREEN)}
    if not known.issuperset(chosen):
        raise Refusal("screen_unknown")
    return sorted(set(chosen))


@writes
def take_back(announcement: str, by: Actor) -> None:
    """End an announcement now; ending it again changes nothing. Raises Refusal `announcement_unknown`.

    Of two who called for an evacuation at once either ends both: nobody must be left with one that nobody sees.
    """
    row = Announcement.get_or_none(Announcement.id == announcement)
    if row is None:
        raise Refusal("announcement_unknown")
    evacuation = row.kind == Kind.EVACUATION
    meant = Announcement.kind == Kind.EVACUATION if evacuation else Announcement.id == announcement
    query = Announcement.update(taken_back_at=steady.now())
    if query.where(meant, Announcement.taken_back_at.is_null()).execute():
        audit.record(by, "announcement_taken_back", row.text, announcement=row.kind)


def everything() -> list[Announcement]:
    """All that was ever told, the oldest first: a day's are few."""
    return list(Announcement.select().order_by(Announcement.seq))


def devices_of(row: Announcement) -> list[str]:
    """The devices an announcement is meant for; empty for all."""
    return list(json.loads(row.screens)) if row.screens else []
