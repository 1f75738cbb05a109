"""Speakers' readiness, told: to the minder's page, to the host's phone, to the first page."""

import hashlib
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from hub import steady
from speaker_timer import telling, timer
from speaker_timer.readiness import speakers
from speaker_timer.readiness.speakers import Answer, Talk, Why
from speaker_timer.rundown import Going

MINUTE = 60_000
TOPIC = "readiness"


class SpeakerReply(BaseModel):
    """A talk and its speaker. `start`: when it is expected, or really began; null for a skipped one.

    `answer` is the one that counts, given at `answered_at` by `answered_by`; `asked`: it is time to look for the
    speaker; `why`: the host is told, and for what reason.
    """

    item: int
    title: str
    speaker: str
    company: str
    phone: str
    planned_start: int
    start: int | None
    going: Going
    answer: Answer | None
    answered_at: int | None
    answered_by: str
    asked: bool
    why: Why | None


class SpeakersReply(BaseModel):
    """Every talk in running order, as of `now`. Moments are ms by the hub's steady clock."""

    now: int
    utc_offset: int
    talks: list[SpeakerReply]


@dataclass(frozen=True, slots=True)
class Look:
    """All talks at a moment."""

    now: int
    talks: list[Talk]

    @property
    def asked(self) -> list[Talk]:
        """Whom the minder looks for, the nearest first."""
        return [talk for talk in self.talks if talk.asked]

    @property
    def raised(self) -> list[Talk]:
        """Whom the host is told of."""
        return [talk for talk in self.talks if talk.why]


def look() -> Look:
    """How all speakers stand now."""
    state, now = timer.current(), steady.now()
    return Look(now, speakers.talks(state.rundown, state.plans, speakers.checks(), now))


def told(seen: Look) -> SpeakersReply:
    """The whole list as JSON."""
    return SpeakersReply(
        now=seen.now, utc_offset=telling.this_moment().utc_offset, talks=[line(talk) for talk in seen.talks]
    )


def line(talk: Talk) -> SpeakerReply:
    """One talk as JSON."""
    row, check = talk.plan.row, talk.check
    return SpeakerReply(
        item=talk.plan.id,
        title=row.title,
        speaker=row.speaker,
        company=row.company,
        phone=row.phone,
        planned_start=talk.plan.start,
        start=talk.span.start if talk.span else None,
        going=talk.span.going if talk.span else Going.SKIPPED,
        answer=check.answer if check else None,
        answered_at=check.at if check else None,
        answered_by=check.who if check else "",
        asked=talk.asked,
        why=talk.why,
    )


def news() -> dict[str, Any]:
    """What pages listen to: who is asked after, who is raised. `mark` changes with anything on the list.

    Starts are cut to the minute: an overrun moves them by every millisecond, which is no news.
    """
    seen = look()
    whole = [line(talk).model_copy(update={"start": _minute(talk)}) for talk in seen.talks]
    return {
        "asked": [_brief(talk) for talk in seen.asked],
        "raised": [{**_brief(talk), "why": talk.why} for talk in seen.raised],
        "mark": hashlib.sha256(repr(whole).encode()).hexdigest()[:12],
    }


def _brief(talk: Talk) -> dict[str, Any]:
    row = talk.plan.row
    return {
        "item": talk.plan.id,
        "title": row.title,
        "speaker": row.speaker,
        "phone": row.phone,
        "start": _minute(talk),
    }


def _minute(talk: Talk) -> int | None:
    return talk.span.start // MINUTE * MINUTE if talk.span else None
