"""Whatever a host sends, takes back, gives and takes away: the cards stay true and in order."""

from dataclasses import replace

from hypothesis import example, given
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


def talk(length_min: int, questions: int = 0, **cards_s: int | None) -> Rundown:
    """A talk that began in the morning; its cards go at so many seconds left."""
    plan = planned(1, Kind.TALK, MORNING, length_min * MINUTE, questions_min=questions, **cards_s)
    return apply(day(plan), Tap(Action.START_NEXT), MORNING)


@st.composite
def running(draw: st.DrawFn) -> Rundown:
    """A talk that began in the morning, with any thresholds."""
    facts = {name: draw(lefts) for name in ("card_10_s", "card_5_s", "card_stop_s")}
    return talk(draw(st.integers(1, 60)), draw(st.integers(0, 20)), **facts)


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
@example(talk(2, card_5_s=0, card_stop_s=60), MINUTE, 1)
def test_what_was_never_shown_comes_when_its_time_has_come(rundown: Rundown, at: int, given: int) -> None:
    now = MORNING + at
    left = rundown.remaining(now)
    stage = cards.take_back(Stage(), rundown, now)
    if given < 0 and left <= 0:
        return
    after = apply(rundown, Tap(Action.ADD, given * MINUTE), now)
    stage = cards.follow(stage, rundown, after, now)
    # Of cards that are set so that «5» is due after «stop», the earlier one never comes at all: those are not meant.
    for cue in cards.thresholds(after)[-1:]:
        if after.target() - cue.at < left:
            shown = cards.shown(after, stage, max(now, MORNING + cue.at))
            assert shown is not None, cue.kind


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
