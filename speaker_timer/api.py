"""The timer as JSON: parse -> verb -> tell every display at once -> reply."""

from flask import Blueprint

from hub import access, steady
from hub.access import Role, allow
from hub.api import operation
from hub.box import this_hub
from hub.errors import Refusal
from speaker_timer import displays, telling, timer
from speaker_timer.actions import Action, Tap
from speaker_timer.displays import pages_of
from speaker_timer.replies import DisplaysReply, ForecastReply, RundownReply
from speaker_timer.requests import ActionRequest, CardRequest, ClockRequest, ForecastRequest
from speaker_timer.timer import State
from speaker_timer.webhooks import couriers

api = Blueprint("timer_api", __name__)


@api.get("/api/timer")
@allow(*access.STAFF, Role.DISPLAY, Role.SCREEN, Role.KIOSK)
@operation("How the timer stands, with the whole rundown", reply=RundownReply)
def state() -> RundownReply:
    return telling.told_whole(timer.current())


@api.get("/api/timer/forecast")
@allow(Role.HOST)
@operation("What each tap would do to the end of the day", query=ForecastRequest, reply=ForecastReply)
def forecast(query: ForecastRequest) -> ForecastReply:
    least = None if query.least is None else query.least * 1000
    return telling.forecast_of(timer.current(), steady.now(), least)


@api.post("/api/timer/cards")
@allow(Role.HOST)
@operation("Show the speaker a card, or take it back", body=CardRequest, reply=RundownReply, refusals=(409,))
def show(body: CardRequest) -> RundownReply:
    _in_time(body.until, str(body.id))
    return tell(timer.show(body.card, body.text, str(body.id), access.actor()))


@api.post("/api/timer/actions")
@allow(Role.HOST)
@operation("Change the rundown", body=ActionRequest, reply=RundownReply, refusals=(409,))
def act(body: ActionRequest) -> RundownReply:
    _in_time(body.until, str(body.id))
    by, tap_id = access.actor(), str(body.id)
    if body.action == "undo":
        return tell(timer.undo(tap_id, by, body.undo_to))
    if body.action == "blackout":
        return tell(timer.black_out(body.on, tap_id, by))
    if body.action == "flash":
        return tell(timer.flash(tap_id, by))
    amount = None if body.seconds is None else body.seconds * 1000
    return tell(timer.act(Tap(Action(body.action), amount, body.item, body.other), tap_id, by))


@api.get("/api/timer/displays")
@allow(Role.HOST)
@operation("The displays, and what each has painted", reply=DisplaysReply)
def all_displays() -> DisplaysReply:
    return DisplaysReply.model_validate(displays.told(pages_of(this_hub().app)))


@api.post("/api/timer/clock")
@allow(Role.HOST)
@operation("Say what time it is", body=ClockRequest, reply=RundownReply)
def set_clock(body: ClockRequest) -> RundownReply:
    return tell(timer.set_clock(body.now, str(body.id), access.actor()))


def _in_time(until: int | None, tap_id: str) -> None:
    """A network may hold a request for minutes and deliver it then; a «Stop» that late is worse than none.

    The repeat of one that was done in time is told so, however late the answer is asked for again.
    """
    if until is not None and steady.now() > until and not timer.done(tap_id):
        raise Refusal("too_late")


def tell(state: State) -> RundownReply:
    """Committed: every display hears the whole new state at once, and other programs right after."""
    at = telling.this_moment()
    live = this_hub().live
    pages_of(this_hub().app).want(state.seq)
    live.publish(telling.CHANNEL, telling.told(state, at).model_dump(mode="json"))
    live.announce()
    couriers.ring(this_hub().app)
    return telling.told_whole(state, at)
