"""How announcements look in JSON. Moments are ms by the hub's steady clock."""

from pydantic import BaseModel

from hub.announcements.telling import Kind


class WordsReply(BaseModel):
    """An announcement in one language; the text may be empty and may have several lines."""

    head: str
    text: str


class AnnouncementReply(BaseModel):
    """What a device shows. `devices`: those meant; empty for all screens. `seq`: of the standing it appeared in.

    `typed`: are there words of somebody's own in it?
    """

    id: str
    seq: int
    kind: Kind
    words: dict[str, WordsReply]
    typed: bool
    at: int
    expires_at: int | None
    devices: list[str]


class StandingReply(BaseModel):
    """All that stands, an evacuation last. A page that has painted it says its `seq` by the event `announced`.

    One with a smaller `seq` than a page holds is old, unless `set`, the number of the clock's settings, differs.
    """

    seq: int
    set: int
    now: int
    standing: list[AnnouncementReply]


class ToldReply(AnnouncementReply):
    """With what staff want to know: `shown` of the `meant` devices have painted it, `missing` names the others."""

    text: str
    who: str
    shown: int
    meant: int
    missing: list[str]


class AnnouncementsReply(BaseModel):
    """All that stands, for staff."""

    seq: int
    now: int
    standing: list[ToldReply]
