"""How things stand, told: from the state to the replies."""

import hashlib
import secrets
from functools import cache
from typing import Any

from hub import i18n, seminar, steady
from hub.programme.kinds import Kind
from speaker_timer import cards, forecast, timer
from speaker_timer.replies import (
    AnchorReply,
    CueReply,
    EffectReply,
    ForecastReply,
    ItemReply,
    Moment,
    Phase,
    RundownReply,
    ThresholdReply,
    TimerReply,
)
from speaker_timer.rundown import Going, Rundown, Slot, Span, early, ends_at, expected, late
from speaker_timer.timer import State

CHANNEL = "timer"
# A step of the wall clock that is worth a person's attention, ms.
CLOCK_ERROR_MS = 30_000
MINUTE = 60_000


def news() -> dict[str, str]:
    """What pages that show the rundown listen to."""
    return {"mark": mark(timer.current(), steady.now())}


@cache
def life() -> str:
    """By what the states of this run of the hub are told from those before it."""
    return secrets.token_hex(4)


def this_moment() -> Moment:
    """Now, in the seminar's zone."""
    now = steady.now()
    offset = i18n.local(now, seminar.current().zone).utcoffset()
    return Moment(now, int(offset.total_seconds() * 1000) if offset else 0)


def told(state: State, at: Moment | None = None) -> TimerReply:
    """The state without the day's list: what a display needs."""
    return TimerReply(**_told(state, at or this_moment()))


def told_whole(state: State, at: Moment | None = None) -> RundownReply:
    """The state with every item of the day."""
    at = at or this_moment()
    return RundownReply(**_told(state, at), rundown=items(state, at.now))


def items(state: State, now: int) -> list[ItemReply]:
    """Every item of the day in running order."""
    spans = {span.item: span for span in expected(state.rundown, now)}
    return [_item(state, slot, spans.get(slot.item)) for slot in state.rundown.slots]


def _told(state: State, at: Moment) -> dict[str, Any]:
    rundown, now = state.rundown, at.now
    spans = {span.item: span for span in expected(rundown, now)}
    slot = rundown.running
    following = rundown.following
    on = cards.shown(rundown, state.stage, now)
    wrong = steady.error_of_wall()
    return {
        "seq": state.seq,
        "life": life(),
        "mark": mark(state, now),
        "set": steady.set_number(),
        "now": now,
        "utc_offset": at.utc_offset,
        "phase": phase(rundown),
        "running": rundown.since is not None,
        "remaining_ms": None if slot is None else rundown.remaining(now),
        "item": slot and _item(state, slot, spans.get(slot.item)),
        "next": following and _item(state, following, spans.get(following.item)),
        "anchor": slot
        and AnchorReply(since=rundown.since, before=rundown.before, target=rundown.target(), slot=slot.length),
        "card": on.kind if on else None,
        "message": on.text if on else "",
        "cards": _cues(state),
        "thresholds": _thresholds(state),
        "blackout": state.stage.blackout,
        "flash": state.stage.flash,
        "ends_at": ends_at(rundown, now),
        "late_ms": late(rundown, now),
        "early_ms": early(rundown, now),
        "action": state.action,
        "detail": state.detail,
        "who": state.who,
        "undo": state.undo_action,
        "undo_detail": state.undo_detail,
        "undo_to": state.undo_to,
        "clock_doubted": steady.doubted(),
        "clock_error_ms": wrong if abs(wrong) >= CLOCK_ERROR_MS else 0,
    }


def _cues(state: State) -> list[CueReply]:
    return [
        CueReply(key=cue.key, card=cue.kind, text=cue.text, at=cue.at, since=cue.since)
        for cue in cards.cues(state.rundown, state.stage)
    ]


def _thresholds(state: State) -> list[ThresholdReply]:
    passed = state.stage.passed_over
    return [
        ThresholdReply(card=cue.kind, at=cue.at, passed_over=cue.kind in passed)
        for cue in cards.thresholds(state.rundown)
    ]


def mark(state: State, now: int) -> str:
    """Changes when the programme's texts do, or an expected time by a minute: who shows them fetches anew."""
    texts = [(plan.id, plan.row.kind, plan.row.title, plan.row.speaker, plan.row.company) for plan in state.plans]
    times = [(span.item, span.start // MINUTE, span.end // MINUTE) for span in expected(state.rundown, now)]
    ahead = early(state.rundown, now) // MINUTE  # melts away while the stage is empty
    return hashlib.sha256(repr((state.seq, texts, times, ahead)).encode()).hexdigest()[:12]


def phase(rundown: Rundown) -> Phase:
    """What is going on in the hall."""
    slot = rundown.running
    if slot is not None:
        if slot.kind == Kind.BREAK:
            return "break"
        return "questions" if rundown.questioning or slot.kind == Kind.QUESTIONS else "talk"
    begun = any(slot.started is not None for slot in rundown.slots)
    if not begun:
        return "before"
    return "between" if rundown.following else "over"


def _item(state: State, slot: Slot, span: Span | None) -> ItemReply:
    plan = state.planned(slot.item)
    row = plan.row if plan else None
    return ItemReply(
        id=slot.item,
        kind=slot.kind,
        title=row.title if row else "",
        speaker=row.speaker if row else "",
        company=row.company if row else "",
        planned_start=slot.planned_start,
        planned_end=slot.planned_start + slot.planned_length,
        start=span.start if span else None,
        end=span.end if span else None,
        started=slot.started,
        ended=slot.ended,
        length=slot.length,
        questions=slot.questions,
        least=slot.least,
        going=span.going if span else Going.SKIPPED,
    )


def forecast_of(state: State, now: int, least: int | None = None) -> ForecastReply:
    """Every tap that the remote offers, with the day after it; `least`: to how much a break may be cut, ms."""
    return ForecastReply(
        seq=state.seq,
        now=now,
        ends_at=ends_at(state.rundown, now),
        late_ms=late(state.rundown, now),
        early_ms=early(state.rundown, now),
        effects=[_undo_effect(state, now), *(_effect(one) for one in forecast.effects(state.rundown, now, least))],
    )


def _undo_effect(state: State, now: int) -> EffectReply:
    before = timer.undone(state)
    if before is None:
        return EffectReply(action="undo", refusal="timer_nothing_to_undo")
    return EffectReply(action="undo", **_fields(forecast.becoming(state.rundown, before, now)))


def _effect(effect: forecast.Effect) -> EffectReply:
    tap = effect.tap
    seconds = None if tap.amount is None else tap.amount // 1000
    return EffectReply(action=tap.action, seconds=seconds, item=tap.item, other=tap.other, **_fields(effect))


def _fields(after: forecast.After) -> dict[str, Any]:
    return {name: getattr(after, name) for name in ("end", "moves", "next_start", "late", "refusal")}
