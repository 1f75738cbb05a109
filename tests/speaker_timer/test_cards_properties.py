"""Whatever a host sends, takes back, gives and takes away: the cards stay true and in order."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hub.programme.kinds import Kind
from hub.programme.plan import Planned
from speaker_timer import cards, planning
from speaker_timer.actions import Action, Tap, apply
from speaker_timer.cards import RANK, CardKind, Stage
from speaker_timer.rundown import Rundown
from tests.speaker_timer.days import MINUTE, MORNING, day, planned

SECOND = 1_000
STEP = 20 * SECOND
minutes = st.integers(0, 70).map(lambda number: number * MINUTE)
lefts = st.none() | st.sampled_from([0, 60, 120, 300, 480, 600, 900])
by_hand = st.sampled_from(CardKind)


@st.composite
def running(draw: st.DrawFn) -> Rundown:
    """A talk that began in the morning, with any thresholds."""
    facts = {name: draw(lefts) for name in ("card_10_s", "card_5_s", "card_stop_s")}
    length, questions = draw(st.integers(1, 60)), draw(st.integers(0, 20))
    plan = planned(1, Kind.TALK, MORNING, length * MINUTE, questions_min=questions, **facts)
    return apply(day(plan), Tap(Action.START_NEXT), MORNING)


def ranks(rundown: Rundown, stage: Stage, begin: int, length: int = 80 * MINUTE) -> list[int]:
    """How far on the cards stand that are shown from `begin` on, if nobody does anything."""
    shown = (cards.shown(rundown, stage, moment) for moment in range(begin, begin + length, STEP))
    return [RANK.get(cue.kind, 0) for cue in shown if cue is not None]


@given(running(), minutes, by_hand)
def test_after_a_card_by_hand_only_later_ones_come(rundown: Rundown, at: int, kind: CardKind) -> None:
    now = MORNING + at
    stage = cards.send(Stage(), rundown, kind, "Громче", now)
    cue = cards.shown(rundown, stage, now)
    assert cue is not None
    assert (cue.kind, cue.since) == (kind, now)
    found = ranks(rundown, stage, now)
    assert found == sorted(found)


@given(running(), minutes, minutes, by_hand)
def test_a_card_by_hand_stays_on_when_elapsed_time_is_undone(
    rundown: Rundown, paused_at: int, later: int, kind: CardKind
) -> None:
    paused = apply(rundown, Tap(Action.PAUSE), MORNING + paused_at)
    going = apply(paused, Tap(Action.RESUME), MORNING + paused_at)
    now = MORNING + paused_at + later
    stage = cards.send(Stage(), going, kind, "", now)
    cue = cards.shown(paused, cards.follow(stage, going, paused, now), now)
    assert cue is not None
    assert cue.kind == kind


@given(running(), minutes, st.integers(-40, 40).filter(bool))
def test_what_was_never_shown_comes_when_its_time_has_come(rundown: Rundown, at: int, given: int) -> None:
    now = MORNING + at
    left = rundown.remaining(now)
    stage = cards.take_back(Stage(), rundown, now)
    if given < 0 and left <= 0:
        return
    after = apply(rundown, Tap(Action.ADD, given * MINUTE), now)
    stage = cards.follow(stage, rundown, after, now)
    for name, threshold in after.slots[0].cards:
        due = MORNING + after.target() - threshold
        is_last = not any(other < threshold for _, other in after.slots[0].cards)
        if threshold < left and due > MORNING and is_last:
            shown = cards.shown(after, stage, max(now, due))
            assert shown is not None, name


@given(running(), minutes, minutes)
def test_what_was_taken_back_stays_away_while_no_time_is_given(rundown: Rundown, at: int, later: int) -> None:
    now = MORNING + at
    reached = {cue.kind for cue in cards.thresholds(rundown) if cue.at <= rundown.elapsed(now)}
    stage = cards.take_back(Stage(), rundown, now)
    assert cards.shown(rundown, stage, now) is None
    cue = cards.shown(rundown, stage, now + later)
    assert cue is None or cue.kind not in reached


@given(running(), st.integers(0, 90), st.integers(1, 90), st.integers(0, 60))
def test_a_waiting_item_never_gets_a_length_below_zero(
    rundown: Rundown, eaten: int, planned_now: int, questions: int
) -> None:
    slot = replace(rundown.slots[0], started=None)
    shorter = replace(slot, length=max(0, slot.length - eaten * MINUTE))
    plan: Planned = planned(1, Kind.TALK, MORNING, planned_now * MINUTE, questions_min=questions)
    edited = planning.reconciled(Rundown((shorter,)), [plan])
    assert edited.slots[0].length >= edited.slots[0].questions >= 0
    assert planning.reconciled(edited, [plan]) == edited
