"""Is the speaker here? Asked half an hour before each talk, by its expected time; the host is told when nobody knows.

Pure but for `checks` and `answer`: what is asked and what is raised follows from the rundown, the answers and the
moment, so that every delay and every swap counts at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from hub import audit, steady
from hub.access import Actor
from hub.database import rows, writes
from hub.errors import Refusal
from hub.folding import words
from hub.programme.kinds import SPOKEN
from hub.programme.models import ProgrammeItem
from hub.programme.plan import Planned
from speaker_timer.models import SpeakerCheck
from speaker_timer.rundown import Going, Rundown, Slot, Span, expected, is_past

MINUTE = 60_000
# Speakers are to be in the hall half an hour before their talk; after five minutes without an answer the host is told,
# and after a call the speaker has five more.
ASKED_MS = 30 * MINUTE
RAISED_MS = 25 * MINUTE
CALL_MS = 5 * MINUTE


class Answer(StrEnum):
    """What people say to the question."""

    HERE = "here"
    ABSENT = "absent"
    CALLED = "called"


class Why(StrEnum):
    """Why the host is told."""

    ABSENT = "absent"
    NO_ANSWER = "no_answer"
    CALLED = "called"  # called, and still not seen


@dataclass(frozen=True, slots=True)
class Check:
    """An answer, to which item and when (steady clock). `order` grows with each, however the clock is set."""

    item: int
    answer: Answer
    at: int
    order: int = 0
    who: str = ""


@dataclass(frozen=True, slots=True)
class Talk:
    """A talk and its speaker. `check`: the answer that counts; `asked`: it is time to look; `why`: the host is told."""

    plan: Planned
    span: Span | None  # None: it is skipped
    check: Check | None
    asked: bool
    why: Why | None

    @property
    def waits(self) -> bool:
        """Is it still to come?"""
        return self.span is not None and self.span.going == Going.WAITS


def talks(rundown: Rundown, plans: Iterable[Planned], checks: Iterable[Check], now: int) -> list[Talk]:
    """Every spoken item with a named speaker, in running order."""
    known = {plan.id: plan for plan in plans}
    past = is_past(rundown, now)
    spans = {span.item: span for span in expected(rundown, now)}
    spoken = [slot for slot in rundown.slots if slot.item in known and _speaks(known[slot.item])]
    newest = _by_item(checks)
    counting = {slot.item: _counting(slot, spoken, known, newest) for slot in spoken}
    return [
        Talk(known[slot.item], spans.get(slot.item), counting[slot.item], asked=False, why=None)
        if past
        else _talk(known, spans.get(slot.item), counting[slot.item], slot, now)
        for slot in spoken
    ]


def _speaks(plan: Planned) -> bool:
    return plan.kind in SPOKEN and bool(same_speaker(plan.row.speaker))


def _by_item(checks: Iterable[Check]) -> dict[int, Check]:
    """The newest answer to each item."""
    return {check.item: check for check in sorted(checks, key=lambda check: check.order)}


def _counting(slot: Slot, spoken: list[Slot], known: dict[int, Planned], newest: dict[int, Check]) -> Check | None:
    """The answer that counts for an item: its own, or that its speaker has been seen at another one since."""
    speaker = same_speaker(known[slot.item].row.speaker)
    others = [one for one in spoken if one.item != slot.item and same_speaker(known[one.item].row.speaker) == speaker]
    said = [newest[one.item] for one in others if one.item in newest and newest[one.item].answer == Answer.HERE]
    if slot.item in newest:
        said.append(newest[slot.item])
    last = max(said, key=lambda check: check.order, default=None)
    seen = max((one for one in map(_on_stage, others) if one), key=lambda check: check.at, default=None)
    return seen if seen and (last is None or seen.at >= last.at) else last


def _on_stage(slot: Slot) -> Check | None:
    """Whoever has begun to speak is here."""
    return None if slot.started is None else Check(slot.item, Answer.HERE, slot.started)


def same_speaker(name: str) -> str:
    """Equal for two spellings of one name, in whichever order; empty for what names nobody, such as a dash."""
    return " ".join(sorted(words(name)))


def _talk(known: dict[int, Planned], span: Span | None, check: Check | None, slot: Slot, now: int) -> Talk:
    plan = known[slot.item]
    if span is None or span.going != Going.WAITS or (check and check.answer == Answer.HERE):
        return Talk(plan, span, check, asked=False, why=None)
    asked = now >= span.start - ASKED_MS or (check is not None and check.answer == Answer.ABSENT)
    return Talk(plan, span, check, asked, _why(span, check, now))


def _why(span: Span, check: Check | None, now: int) -> Why | None:
    if check and check.answer == Answer.ABSENT:
        return Why.ABSENT
    if now < span.start - RAISED_MS:
        return None
    if check is None:
        return Why.NO_ANSWER
    # An answer from the future was given before somebody set the clock: it puts nothing off.
    return None if check.at <= now < check.at + CALL_MS else Why.CALLED


def checks() -> list[Check]:
    """Every answer that was given."""
    row = SpeakerCheck
    query = row.select(row.item, row.answer, row.at, row.number, row.who)
    return [Check(item, Answer(said), at, number, who) for item, said, at, number, who in rows(query)]


@writes
def answer(item: int, said: Answer, check_id: str, by: Actor) -> None:
    """Say whether an item's speaker is here. A known `check_id` changes nothing. Raises Refusal `talk_unknown`."""
    if SpeakerCheck.get_or_none(SpeakerCheck.id == check_id) is not None:
        return
    row = ProgrammeItem.get_or_none(ProgrammeItem.id == item, ProgrammeItem.removed_at.is_null())
    if row is None or row.kind not in SPOKEN or not same_speaker(row.speaker):
        raise Refusal("talk_unknown")
    SpeakerCheck.create(id=check_id, item=row, at=steady.now(), answer=said, device=by.device, who=by.name)
    audit.record(by, f"speaker_{said}", row.speaker)
