"""Telling everybody something at once, and taking it back."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from hub import audit, steady
from hub.access import Actor
from hub.announcements.models import Announcement
from hub.database import writes
from hub.errors import Refusal

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
    """Make an announcement; a known id makes none again. Raises Refusal `announcement_text_required`."""
    known: Announcement | None = Announcement.get_or_none(Announcement.id == wish.id)
    if known is not None:
        return known
    if wish.kind in NEEDS_TEXT and not wish.text:
        raise Refusal("announcement_text_required")
    now, evacuation = steady.now(), wish.kind == Kind.EVACUATION
    lasts = None if evacuation or wish.lasts is None else min(wish.lasts, LONGEST_MS)
    made: Announcement = Announcement.create(
        id=wish.id,
        kind=wish.kind,
        text=wish.text,
        screens="" if evacuation or not wish.screens else json.dumps(list(wish.screens)),
        at=now,
        expires_at=None if lasts is None else now + lasts,
        device=by.device,
        who=by.name,
    )
    audit.record(by, "announced", wish.text, kind=str(wish.kind))
    return made


@writes
def take_back(announcement: str, by: Actor) -> None:
    """End an announcement now; ending it again changes nothing. Raises Refusal `announcement_unknown`."""
    row = Announcement.get_or_none(Announcement.id == announcement)
    if row is None:
        raise Refusal("announcement_unknown")
    query = Announcement.update(taken_back_at=steady.now())
    if query.where(Announcement.id == announcement, Announcement.taken_back_at.is_null()).execute():
        audit.record(by, "announcement_taken_back", row.text, kind=row.kind)


def standing() -> list[Announcement]:
    """What is told now, the newest last; an evacuation after everything else."""
    now = steady.now()
    query = Announcement.select().where(
        Announcement.taken_back_at.is_null(),
        (Announcement.expires_at.is_null()) | (Announcement.expires_at > now),
    )
    return sorted(query, key=lambda one: (one.kind == Kind.EVACUATION, one.seq))


def devices_of(row: Announcement) -> list[str]:
    """The devices an announcement is meant for; empty for all."""
    return list(json.loads(row.screens)) if row.screens else []
