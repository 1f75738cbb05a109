"""From the planned programme to the rundown, and how a changed programme reaches a day under way. Pure."""

from collections.abc import Sequence
from dataclasses import replace

from hub.programme.kinds import SPOKEN, Kind
from hub.programme.plan import Planned
from speaker_timer.cards import CardKind
from speaker_timer.rundown import Rundown, Slot

MINUTE = 60_000


def fresh(plan: Planned) -> Slot:
    """An item's slot before the day begins to differ from the plan."""
    row, length = plan.row, plan.end - plan.start
    questions = row.questions_min * MINUTE if plan.kind in SPOKEN else 0
    return Slot(
        item=plan.id,
        kind=plan.kind,
        planned_start=plan.start,
        planned_length=length,
        start=plan.start,
        length=length,
        questions=min(questions, length),
        planned_questions=questions,
        least=min(row.least_min * MINUTE, length) if plan.kind == Kind.BREAK else 0,
        cards=_cards(plan) if plan.kind in SPOKEN else (),
    )


def _cards(plan: Planned) -> tuple[tuple[str, int], ...]:
    row = plan.row
    wanted = ((CardKind.TEN, row.card_10_s), (CardKind.FIVE, row.card_5_s), (CardKind.STOP, row.card_stop_s))
    return tuple((str(kind), left * 1000) for kind, left in wanted if left is not None)


def reconciled(rundown: Rundown, plans: Sequence[Planned]) -> Rundown:
    """The day with the programme's own changes in it.

    What waits follows the new times by as much as they changed, keeping what the host has done to it; what runs
    keeps its times, what is over is history; what was taken from the programme goes unless it has begun; what is
    new comes where its time puts it.
    """
    known = {plan.id: plan for plan in plans}
    kept = [
        _following(slot, known[slot.item]) if slot.item in known else slot
        for slot in rundown.slots
        if slot.item in known or slot.started is not None
    ]
    moved = any(now.planned_start != was.planned_start for now, was in _waiting_pairs(kept, rundown))
    if moved:
        kept = _in_time_order(kept)
    for plan in plans:
        if rundown.slot(plan.id) is None:
            _put(kept, fresh(plan))
    return replace(rundown, slots=tuple(kept))


def _waiting_pairs(kept: list[Slot], rundown: Rundown) -> list[tuple[Slot, Slot]]:
    return [(slot, was) for slot in kept if slot.waits and (was := rundown.slot(slot.item))]


def _in_time_order(slots: list[Slot]) -> list[Slot]:
    order = iter(sorted((slot for slot in slots if slot.waits), key=lambda slot: slot.start))
    return [next(order) if slot.waits else slot for slot in slots]


def _following(slot: Slot, plan: Planned) -> Slot:
    if slot.ended is not None:
        return slot
    new = fresh(plan)
    # Once: time that a host gives later is the speaker's, whatever the programme would keep of it for questions.
    wanted = slot.questions if new.planned_questions == slot.planned_questions else new.questions
    same = replace(slot, kind=new.kind, questions=wanted, planned_questions=new.planned_questions, cards=new.cards)
    if not slot.waits:
        return same.lasting(slot.length)
    longer = new.planned_length - slot.planned_length
    waits = replace(
        same,
        questions=new.questions,
        planned_start=new.planned_start,
        planned_length=new.planned_length,
        start=slot.start + new.planned_start - slot.planned_start,
        least=new.least if slot.length == slot.planned_length else slot.least,
    )
    return waits.lasting(max(0, slot.length + longer))


def _put(slots: list[Slot], new: Slot) -> None:
    """Before the first waiting slot that is scheduled later; what has begun stays in front."""
    place = next((n for n, slot in enumerate(slots) if slot.waits and slot.start > new.start), len(slots))
    slots.insert(place, new)
