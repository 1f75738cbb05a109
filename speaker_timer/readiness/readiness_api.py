"""Speakers' readiness as JSON."""

from uuid import UUID, uuid4

from flask import Blueprint
from pydantic import Field

from hub import access
from hub.access import Role, allow
from hub.api import Request, operation
from hub.box import this_hub
from speaker_timer.readiness import readiness_news, speakers
from speaker_timer.readiness.readiness_news import SpeakersReply
from speaker_timer.readiness.speakers import Answer

api = Blueprint("speakers_api", __name__)


class AnswerRequest(Request):
    """Is the speaker here? `id` makes a repeat harmless."""

    answer: Answer
    id: UUID = Field(default_factory=uuid4)


@api.get("/api/timer/speakers")
@allow(Role.MINDER, Role.HOST)
@operation("Every talk's speaker: who is here, who is asked after", reply=SpeakersReply)
def everybody() -> SpeakersReply:
    return readiness_news.told(readiness_news.look())


@api.post("/api/timer/speakers/<int:item>")
@allow(Role.MINDER, Role.HOST)
@operation("Say whether a speaker is here", body=AnswerRequest, reply=SpeakersReply, refusals=(404,))
def answer(item: int, body: AnswerRequest) -> SpeakersReply:
    speakers.answer(item, body.answer, str(body.id), access.actor())
    this_hub().live.announce()
    return readiness_news.told(readiness_news.look())
