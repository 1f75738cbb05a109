"""Announcements as JSON: what stands, telling, taking back."""

from typing import Annotated
from uuid import UUID, uuid4

from flask import Blueprint
from pydantic import Field, StringConstraints

from hub import access
from hub.access import STAFF, Role, allow
from hub.announcements import news, telling
from hub.announcements.replies import AnnouncementsReply, StandingReply
from hub.announcements.telling import LONGEST_MS, LONGEST_TEXT, MINUTE, Kind, Wish
from hub.api import Request, operation
from hub.box import this_hub

api = Blueprint("announcements_api", __name__)

MOST_SCREENS = 200
DeviceId = Annotated[str, StringConstraints(max_length=36)]


class AnnounceRequest(Request):
    """What to tell. `minutes` null: until it is taken back; `screens`: devices, none for all.

    A DELAYED one whose text is a number says by how many minutes, in every language.
    """

    kind: Kind
    text: Annotated[str, StringConstraints(max_length=LONGEST_TEXT)] = ""
    minutes: Annotated[int, Field(ge=1, le=LONGEST_MS // MINUTE)] | None = 10
    screens: list[DeviceId] = Field(default_factory=list, max_length=MOST_SCREENS)
    id: UUID = Field(default_factory=uuid4)

    def wish(self) -> Wish:
        """As the verb takes it."""
        lasts = None if self.minutes is None else self.minutes * MINUTE
        return Wish(str(self.id), self.kind, self.text, lasts, self.screens)


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
