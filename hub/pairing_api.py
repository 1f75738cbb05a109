"""Pairing as JSON: who waits, and letting one in with a tap."""

from flask import Blueprint
from pydantic import BaseModel

from hub import access, pairing, pairing_words
from hub.access import allow
from hub.api import Request, operation
from hub.box import this_hub
from hub.i18n import iso
from hub.pairing_pages import LET_IN

api = Blueprint("pairing_api", __name__)


class LetInRequest(Request):
    """The code on the screen, in any layout, and what the screen is to be called."""

    code: str
    name: str


class WaitingReply(BaseModel):
    """One that waits; `name` is one that is still free."""

    code: str
    role: str
    since: str | None
    address: str
    name: str


class PairingsReply(BaseModel):
    """Who waits, the longest first."""

    waiting: list[WaitingReply]


class DeviceReply(BaseModel):
    """What a browser has become."""

    id: str
    name: str
    role: str


@api.get("/api/pairings")
@allow(*LET_IN)
@operation("Screens that wait to be let in", reply=PairingsReply)
def waiting() -> PairingsReply:
    return PairingsReply(
        waiting=[
            WaitingReply(code=one.code, role=one.role, since=iso(one.since), address=one.address, name=one.name)
            for one in pairing_words.waiting()
        ]
    )


@api.post("/api/pairings")
@allow(*LET_IN)
@operation("Let a screen in by the code it shows", body=LetInRequest, reply=DeviceReply, refusals=(404, 410))
def let_in(body: LetInRequest) -> DeviceReply:
    device = pairing.let_in(body.code, body.name, access.actor())
    this_hub().live.announce()
    return DeviceReply(id=device.id, name=device.name, role=device.role)
