"""Registration as JSON: parse -> verb -> reply."""

from dataclasses import asdict

from flask import Blueprint, request

from hub import access, devices, seminar
from hub.access import Role, allow
from hub.api import operation
from hub.box import this_hub
from hub.errors import Refusal
from hub.i18n import iso
from kiosk import attendees, checkin, figures, handouts, photo_scan, search, walk_ins
from kiosk.models import Attendee
from kiosk.paper import print_jobs
from kiosk.replies import (
    AttendeeReply,
    AttendeesReply,
    BadgeReply,
    CodeReply,
    CountersReply,
    DeskReply,
    HeldReply,
    RegisteredReply,
    StationReply,
    briefs,
)
from kiosk.requests import (
    CheckInRequest,
    CorrectionRequest,
    FindRequest,
    HandoutRequest,
    ReprintRequest,
    StandingRequest,
    StationRequest,
    WalkInRequest,
    milliseconds,
)
from kiosk.verdicts import AttendeeBrief, Verdict

api = Blueprint("kiosk_api", __name__)


@api.post("/api/check-ins")
@allow(Role.DESK)
@operation("Check in, out or undo", body=CheckInRequest, reply=Verdict, refusals=(404, 409))
def check_in(body: CheckInRequest) -> Verdict:
    scan = checkin.Scan(
        id=str(body.id),
        kind=body.kind,
        code=body.code,
        attendee=body.attendee,
        occurred_at=milliseconds(body.occurred_at),
        sent_at=milliseconds(body.sent_at),
        station=body.station or access.actor().station,
        undoes=str(body.undoes) if body.undoes else None,
        reason=body.reason,
    )
    hub = this_hub()
    verdict = checkin.check_in(scan, access.actor(), hub.boot)
    hub.live.announce()
    return verdict


@api.get("/api/attendees")
@allow(Role.DESK)
@operation("Find attendees", query=FindRequest, reply=AttendeesReply)
def find(query: FindRequest) -> AttendeesReply:
    people, total = search.find(query.q, query.limit)
    return AttendeesReply(attendees=briefs(people), total=total)


@api.post("/api/attendees")
@allow(Role.DESK)
@operation("Register a walk-in", body=WalkInRequest, reply=RegisteredReply)
def walk_in(body: WalkInRequest) -> RegisteredReply:
    asked = walk_ins.WalkIn(
        str(body.id),
        body.model_dump(include=walk_ins.FIELDS),
        body.consent,
        body.consent_language,
        body.as_written,
        body.consent_text,
        milliseconds(body.occurred_at),
        milliseconds(body.sent_at),
    )
    registered = walk_ins.register(asked, access.actor())
    this_hub().live.announce()
    return RegisteredReply(attendee=AttendeeBrief.of(registered.attendee), recognised=registered.recognised)


@api.get("/api/attendees/<int:attendee>")
@allow(Role.DESK)
@operation("One attendee", reply=AttendeeReply, refusals=(404,))
def one(attendee: int) -> AttendeeReply:
    return _whole(attendees.get(attendee))


@api.patch("/api/attendees/<int:attendee>")
@allow(Role.DESK)
@operation("Correct an attendee", body=CorrectionRequest, reply=AttendeeReply, refusals=(404,))
def correct(attendee: int, body: CorrectionRequest) -> AttendeeReply:
    person = attendees.correct(attendee, body.model_dump(exclude_none=True), access.actor())
    this_hub().live.announce()
    return _whole(person)


@api.post("/api/attendees/<int:attendee>/standing")
@allow(Role.DESK)
@operation("Bar, cancel or restore an attendee", body=StandingRequest, reply=AttendeeReply, refusals=(404,))
def stand(attendee: int, body: StandingRequest) -> AttendeeReply:
    who = access.actor()
    if body.standing == "barred":
        person = attendees.bar(attendee, body.because or "", who)
    else:
        person = (attendees.cancel if body.standing == "cancelled" else attendees.restore)(attendee, who)
    this_hub().live.announce()
    return _whole(person)


def _whole(person: Attendee) -> AttendeeReply:
    return AttendeeReply(
        **AttendeeBrief.of(person).model_dump(),
        email=person.email,
        phone=person.phone,
        note=person.note,
        held=HeldReply(**asdict(handouts.held(person.id))),
        last_exit=iso(person.last_exit_at),
    )


@api.post("/api/handouts")
@allow(Role.DESK)
@operation("A pack or a questionnaire given or returned", body=HandoutRequest, reply=HeldReply, refusals=(404, 409))
def hand(body: HandoutRequest) -> HeldReply:
    tap = handouts.Tap(
        str(body.id),
        body.attendee,
        handouts.Item(body.item),
        handouts.Action(body.action),
        body.station or access.actor().station,
    )
    held = handouts.hand(tap, access.actor())
    this_hub().live.announce()
    return HeldReply(**asdict(held))


@api.post("/api/badges")
@allow(Role.DESK)
@operation("Print a badge again", body=ReprintRequest, reply=BadgeReply, refusals=(404,))
def reprint(body: ReprintRequest) -> BadgeReply:
    by = access.actor()
    badge = print_jobs.reprint(body.attendee, str(body.id), body.station or by.station, by)
    this_hub().live.announce()
    return BadgeReply(job=badge.job, state=badge.state)


@api.get("/api/attendance")
@allow(*Role)
@operation("The day in figures", reply=CountersReply)
def attendance() -> CountersReply:
    return CountersReply(**figures.counters())


@api.get("/api/desk")
@allow(Role.DESK)
@operation("What every desk shows", reply=DeskReply)
def desk() -> DeskReply:
    return DeskReply.model_validate(figures.desk_news())


@api.post("/api/desk/station")
@allow(Role.DESK)
@operation("Sit down at a desk", body=StationRequest, reply=StationReply)
def sit(body: StationRequest) -> StationReply:
    device = access.actor().device
    if device is not None:
        devices.sit_at(device, body.station)
    return StationReply(station=body.station)


@api.post("/api/scan-photo")
@allow(Role.DESK)
@operation("Read the QR in a photo", upload="photo", reply=CodeReply, refusals=(413,))
def scan_photo() -> CodeReply:
    photo = request.files.get("photo")
    if photo is None:
        raise Refusal("malformed_request", fields="photo")
    return CodeReply(code=photo_scan.likeliest(photo_scan.decode(photo.read()), seminar.current().tag))
