"""The self-service kiosk as JSON: parse -> verb -> reply."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access, i18n, seminar
from hub.access import Role, allow
from hub.api import operation
from hub.box import this_hub
from hub.errors import Refusal
from kiosk.checkin import Scan
from kiosk.requests import milliseconds
from kiosk.selfservice import calls, checking_in, finding, hope_of_paper, phone_reading, sayings
from kiosk.selfservice.replies import (
    CallReply,
    CallsReply,
    KioskConsent,
    KioskReply,
    KioskVerdict,
    KioskWalkInReply,
    PhoneReading,
)
from kiosk.selfservice.requests import (
    CallRequest,
    FindMyselfRequest,
    KioskScanRequest,
    KioskWalkInRequest,
    PhoneReadingRequest,
)
from kiosk.selfservice.texts import PERHAPS_LISTED
from kiosk.verdicts import Verdict

api = Blueprint("kiosk_self_api", __name__)
COMING = "kiosk"


@api.get("/api/kiosk")
@allow(Role.KIOSK)
@operation("What a kiosk shows", reply=KioskReply)
def state() -> KioskReply:
    kiosk, own = access.actor(), seminar.current()
    consents = {language: seminar.consent(language) for language in i18n.LANGUAGES}
    call = calls.latest(kiosk)
    return KioskReply(
        name=kiosk.name,
        seminar=own.title,
        languages=i18n.LANGUAGES,
        language=own.language,
        texts=sayings.said(),
        consents={language: KioskConsent(id=text.id, text=text.body) for language, text in consents.items()},
        paper=hope_of_paper.paper(checking_in.place(kiosk)),
        call=calls.state(call),
        answered_by=call.answered_by if call else "",
    )


@api.post("/api/kiosk/check-ins")
@allow(Role.KIOSK)
@operation("Check oneself in by ticket", body=KioskScanRequest, reply=KioskVerdict)
def check_in(body: KioskScanRequest) -> KioskVerdict:
    scan = Scan(
        str(body.id),
        code=body.code,
        occurred_at=milliseconds(body.occurred_at),
        sent_at=milliseconds(body.sent_at),
    )
    hub = this_hub()
    verdict = checking_in.by_ticket(scan, access.actor(), hub.boot)
    hub.live.announce()
    return _told(verdict)


@api.post("/api/kiosk/find")
@allow(Role.KIOSK)
@operation(
    "Check oneself in by surname and phone", body=FindMyselfRequest, reply=KioskVerdict, refusals=(404, 409, 429)
)
def find(body: FindMyselfRequest) -> KioskVerdict:
    hub = this_hub()
    guesses = finding.guesses(hub.app)
    verdict = checking_in.by_name(str(body.id), body.surname, body.digits, access.actor(), guesses, hub.boot)
    hub.live.announce()
    return _told(verdict)


@api.post("/api/kiosk/walk-ins")
@allow(Role.KIOSK)
@operation("Register and check oneself in", body=KioskWalkInRequest, reply=KioskWalkInReply, refusals=(409,))
def walk_in(body: KioskWalkInRequest) -> KioskWalkInReply | ResponseReturnValue:
    hub = this_hub()
    try:
        verdict, recognised = checking_in.as_walk_in(body.wish(), access.actor(), hub.boot)
    except Refusal as refusal:
        if refusal.code != "perhaps_listed":
            raise
        # The desk's sentence names somebody: a kiosk never does.
        return {"error": refusal.code, "message": _(PERHAPS_LISTED)}, 409
    hub.live.announce()
    return KioskWalkInReply(**_told(verdict).model_dump(), recognised=recognised)


def _told(verdict: Verdict) -> KioskVerdict:
    return KioskVerdict.of(verdict, hope_of_paper.way(verdict, checking_in.place(access.actor())))


@api.post("/api/kiosk/phone-readings")
@allow(Role.KIOSK)
@operation("Read a phone before it is sent", body=PhoneReadingRequest, reply=PhoneReading)
def read_phone(body: PhoneReadingRequest) -> PhoneReading:
    read = phone_reading.read(body.phone, seminar.current().country)
    return PhoneReading(valid=read.valid, phone=read.phone)


@api.post("/api/kiosk/calls")
@allow(Role.KIOSK)
@operation("Call somebody from the desk", body=CallRequest, reply=CallReply)
def call(body: CallRequest) -> CallReply:
    made = calls.call(str(body.id), access.actor())
    this_hub().live.announce()
    return CallReply(call=calls.state(made) or "open", answered_by=made.answered_by)


@api.get("/api/kiosk/calls")
@allow(Role.DESK)
@operation("Calls that nobody has answered", reply=CallsReply)
def open_calls() -> CallsReply:
    return CallsReply.model_validate(calls.news())


@api.post("/api/kiosk/calls/<call_id>/answer")
@allow(Role.DESK)
@operation("Say that one is coming", reply=CallsReply, refusals=(404,))
def answer(call_id: str) -> CallsReply:
    answered = calls.answer(call_id, access.actor())
    live = this_hub().live
    told = CallReply(call="answered", answered_by=answered.answered_by)
    if answered.device is not None:
        live.publish(COMING, told.model_dump(), to=answered.device.id)
    live.announce()
    return CallsReply.model_validate(calls.news())
