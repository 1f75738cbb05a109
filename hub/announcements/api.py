"""Announcements as JSON: what stands, telling, taking back."""

from typing import Annotated
from uuid import UUID, uuid4

from flask import Blueprint
from pydantic import Field, StringConstraints

from hub import access, dates, steady
from hub.access import STAFF, Role, allow
from hub.announcements import delay, news, starts, telling
from hub.announcements.replies import AnnouncementsReply, StandingReply
from hub.announcements.telling import LONGEST_MS, MINUTE, Kind, Wish
from hub.api import Request, operation
from hub.box import this_hub

api = Blueprint("announcements_api", __name__)

MOST_SCREENS = 200
# The verb says how long a text may be; what is longer than this nobody has typed.
LONGEST_TYPED = 2000
DeviceId = Annotated[str, StringConstraints(max_length=36)]


class AnnounceRequest(Request):
    """What to tell. `minutes` null: until it is taken back; `screens`: devices, none for all.

    A DELAYED one whose text is a number says by how many minutes, in every language, and at what time where a start is
    near, that of what is next as the day goes; with `until_start` it stands until then and five minutes more, whatever
    `minutes` is.
    """

    kind: Kind
    text: Annotated[str, StringConstraints(max_length=LONGEST_TYPED)] = ""
    minutes: Annotated[int, Field(ge=1, le=LONGEST_MS // MINUTE)] | None = 10
    until_start: Annotated[bool, Field(strict=True)] = False
    screens: list[DeviceId] = Field(default_factory=list, max_length=MOST_SCREENS)
    id: UUID = Field(default_factory=uuid4)

    def wish(self) -> Wish:
        """As the verb takes it."""
        lasts, text = None if self.minutes is None else self.minutes * MINUTE, self.text.strip()
        if self.kind == Kind.DELAYED:
            now, meant = steady.now(), starts.starts()
            lasts = delay.lasts(text, now, meant) if self.until_start else lasts
            start = delay.new_start(text, now, meant)
            text = delay.written(text, dates.clock_time(start))
        return Wish(str(self.id), self.kind, text, lasts, self.screens)


@api.get("/api/announcements/standing")
@allow(*Role)
@operation("What every device has to show now", reply=StandingReply)
def standing() -> StandingReply:
    return news.for_devices(news.now())


@api.get("/api/announcements")
@allow(*STAFF)
@operation("Announcements that stand, and how many devices show them", reply=AnnouncementsReply)
def announcements() -> AnnouncementsReply:
    return news.for_staff(news.now())


@api.post("/api/announcements")
@allow(*STAFF)
@operation("Announce something on the screens", body=AnnounceRequest, reply=AnnouncementsReply, refusals=(404,))
def tell(body: AnnounceRequest) -> AnnouncementsReply:
    telling.tell(body.wish(), access.actor())
    return news.for_staff(news.publish(this_hub()))


@api.post("/api/announcements/<announcement>/take-back")
@allow(*STAFF)
@operation("Take an announcement back", reply=AnnouncementsReply, refusals=(404,))
def take_back(announcement: str) -> AnnouncementsReply:
    telling.take_back(announcement, access.actor())
    return news.for_staff(news.publish(this_hub()))
