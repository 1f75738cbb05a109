"""No sequence of taps, pauses, clock jumps, programme edits and undoings makes the time left inconsistent."""

from dataclasses import dataclass, replace

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from hub.errors import Refusal
from hub.programme.kinds import Kind
from hub.programme.plan import Planned
from speaker_timer import actions, cards, clock_setting, forecast, planning, stored
from speaker_timer.actions import Action, Tap
from speaker_timer.cards import RANK, CardKind, Stage
from speaker_timer.rundown import Rundown, early, ends_at, expected, is_past, late
from speaker_timer.texts import TEXTS
from tests.speaker_timer import days

ON_STAGE = (Action.ADD, Action.ADD, Action.PAUSE, Action.RESUME, Action.QUESTIONS, Action.TALK)
MOVES_ELAPSED = {Action.START_NEXT, Action.START, Action.FINISH}


@dataclass(frozen=True, slots=True)
class Dismissal:
    """Which thresholds the host has taken back, of which item, and at which target."""

    item: int | None
    target: int
    kinds: frozenset[CardKind]


def tried(rundown: Rundown, tap: Tap, now: int) -> Rundown | str:
    """The day after the tap, or the code of its refusal."""
    try:
        return actions.apply(rundown, tap, now)
    except Refusal as refusal:
        return refusal.code


class Day(RuleBasedStateMachine):
    """A host with two thumbs, an organiser who edits the programme meanwhile, and a clock that goes on."""

    @initialize(plans=days.programmes(), later=st.integers(-90, 60))
    def begin(self, plans: list[Planned], later: int) -> None:
        self.plans = plans
        self.now = days.MORNING + later * days.MINUTE
        self.rundown = planning.reconciled(Rundown(), plans)
        self.stage = Stage()
        self.before: list[Rundown] = []
        self.dismissal = Dismissal(None, 0, frozenset())

    @rule(by=days.pauses)
    def time_passes(self, by: int) -> None:
        rundown, later = self.rundown, self.now + by
        runs = by if rundown.since is not None else 0
        assert rundown.remaining(later) == rundown.remaining(self.now) - runs
        self._cards_only_go_on(later)
        self.now = later

    def _cards_only_go_on(self, until: int) -> None:
        ranks = [
            RANK[cue.kind]
            for moment in range(self.now, until + 1, max(1, (until - self.now) // 20))
            if (cue := cards.shown(self.rundown, self.stage, moment)) is not None and cue.kind in RANK
        ]
        assert ranks == sorted(ranks), "a card never steps back by itself"

    @rule()
    def the_next_begins(self) -> None:
        self._tap(Tap(Action.START_NEXT))

    @precondition(lambda self: self.rundown.current is not None)
    @rule(tap=days.taps((), ON_STAGE))
    def tap_what_runs(self, tap: Tap) -> None:
        self._tap(tap)

    @rule(data=st.data())
    def tap(self, data: st.DataObject) -> None:
        self._tap(data.draw(days.taps(tuple(slot.item for slot in self.rundown.slots))))

    def _tap(self, tap: Tap) -> None:
        after = tried(self.rundown, tap, self.now)
        if isinstance(after, str):
            assert after in TEXTS
            return
        self._lengths_change_by_what_the_tap_says(tap, after)
        if tap.action not in MOVES_ELAPSED:
            assert after.elapsed(self.now) == self.rundown.elapsed(self.now)
        if tap == Tap(Action.SHIFT):
            assert late(after, self.now) == 0
        self.before.append(self.rundown)
        self._become(after)

    def _lengths_change_by_what_the_tap_says(self, tap: Tap, after: Rundown) -> None:
        was = {slot.item: slot.length for slot in self.rundown.slots}
        changed = {slot.item: slot.length - was.pop(slot.item) for slot in after.slots}
        assert not was, "nothing leaves the day by a tap"
        moved = {item: by for item, by in changed.items() if by}
        if tap.action == Action.ADD:
            amount = tap.amount or 0
            left = self.rundown.remaining(self.now) if self.rundown.running else 0
            assert moved == {self.rundown.current: amount if amount > 0 else max(amount, -left)}
            assert after.remaining(self.now) - self.rundown.remaining(self.now) in {amount, -left}
        elif tap.action == Action.EAT_BREAK:
            ((item, by),) = moved.items()
            slot = after.slot(item)
            assert by < 0
            assert slot is not None
            assert (slot.kind, slot.length >= slot.least) == (Kind.BREAK, True)
        else:
            assert not moved

    def _become(self, after: Rundown) -> None:
        self.stage = cards.follow(self.stage, self.rundown, after, self.now)
        self.rundown = after

    @precondition(lambda self: self.before)
    @rule()
    def undo(self) -> None:
        self._become(planning.reconciled(self.before.pop(), self.plans))

    @rule(kind=st.sampled_from(CardKind))
    def send(self, kind: CardKind) -> None:
        self.stage = cards.send(self.stage, self.rundown, kind, "Громче", self.now)
        shown = cards.shown(self.rundown, self.stage, self.now)
        assert shown is not None
        assert shown.kind == kind

    @rule()
    def take_back(self) -> None:
        self.stage = cards.take_back(self.stage, self.rundown, self.now)
        assert cards.shown(self.rundown, self.stage, self.now) is None
        elapsed = self.rundown.elapsed(self.now)
        reached = frozenset(cue.kind for cue in cards.thresholds(self.rundown) if cue.at <= elapsed)
        self.dismissal = Dismissal(self.rundown.current, self.rundown.target(), reached)

    @rule(data=st.data())
    def edit(self, data: st.DataObject) -> None:
        place = data.draw(st.integers(0, len(self.plans) - 1))
        self.plans[place] = data.draw(days.lines(self.plans[place].id))
        self._reconcile()

    @rule(data=st.data(), item=st.integers(20, 40))
    def add_a_line(self, data: st.DataObject, item: int) -> None:
        if all(plan.id != item for plan in self.plans):
            self.plans.append(data.draw(days.lines(item)))
            self._reconcile()

    @precondition(lambda self: len(self.plans) > 1)
    @rule(data=st.data())
    def remove_a_line(self, data: st.DataObject) -> None:
        del self.plans[data.draw(st.integers(0, len(self.plans) - 1))]
        self._reconcile()

    def _reconcile(self) -> None:
        self.plans.sort(key=lambda line: (line.start, line.end, line.id))
        was = self.rundown
        self.rundown = planning.reconciled(was, self.plans)
        assert self.rundown.elapsed(self.now) == was.elapsed(self.now)
        self.dismissal = replace(self.dismissal, kinds=frozenset())

    @rule(by=st.integers(-300, 300).map(lambda minutes: minutes * days.MINUTE))
    def set_the_clock(self, by: int) -> None:
        left = self.rundown.remaining(self.now)
        self.rundown, self.stage = clock_setting.moved(self.rundown, self.stage, by, 0)
        self.now += by
        self.before.clear()
        assert self.rundown.remaining(self.now) == left

    @invariant()
    def nothing_is_below_zero(self) -> None:
        for slot in self.rundown.slots:
            assert min(slot.length, slot.questions, slot.least, slot.planned_length) >= 0
            assert slot.questions <= slot.length
        assert self.rundown.target() >= 0
        assert self.rundown.elapsed(self.now) >= 0

    @invariant()
    def one_item_runs_and_what_has_begun_stands_in_front(self) -> None:
        slots = self.rundown.slots
        assert len({slot.item for slot in slots}) == len(slots)
        going = [slot.item for slot in slots if slot.started is not None and slot.ended is None]
        assert going == ([] if self.rundown.current is None else [self.rundown.current])
        waits = [slot.waits for slot in slots if not slot.skipped]
        assert waits == sorted(waits)

    @invariant()
    def expected_times_are_in_order_and_none_is_before_its_promise(self) -> None:
        spans = expected(self.rundown, self.now)
        assert spans == expected(self.rundown, self.now)
        assert [span.item for span in spans] == [slot.item for slot in self.rundown.slots if not slot.skipped]
        free = 0
        for span in spans:
            slot = self.rundown.slot(span.item)
            assert slot is not None
            if slot.waits:
                assert span.start >= slot.start
                assert span.end - span.start == slot.length
            if slot.kind != Kind.REGISTRATION:
                assert free <= span.start <= span.end
                assert not slot.waits or span.start >= self.now or is_past(self.rundown, self.now)
                free = span.end
        behind, ahead = late(self.rundown, self.now), early(self.rundown, self.now)
        assert min(behind, ahead) == 0, "never below zero, and never both"

    @invariant()
    def the_forecast_is_what_the_tap_really_does(self) -> None:
        for effect in forecast.effects(self.rundown, self.now):
            asked = replace(effect.tap, amount=None) if effect.tap.action == Action.SHIFT else effect.tap
            after = tried(self.rundown, asked, self.now)
            if isinstance(after, str):
                assert (effect.refusal, effect.end) == (after, None)
            else:
                assert effect.refusal is None
                assert (effect.end, effect.late) == (ends_at(after, self.now), late(after, self.now))

    @invariant()
    def cues_come_by_elapsed_time(self) -> None:
        found = [cue.at for cue in cards.cues(self.rundown, self.stage)]
        assert found == sorted(found)

    @invariant()
    def what_was_taken_back_does_not_come_back(self) -> None:
        same = self.dismissal.item == self.rundown.current and self.rundown.target() <= self.dismissal.target
        if not same:
            self.dismissal = replace(self.dismissal, kinds=frozenset())
        shown = cards.shown(self.rundown, self.stage, self.now)
        if shown is not None and shown.since is None:
            assert shown.kind not in self.dismissal.kinds

    @invariant()
    def it_is_kept_as_it_is(self) -> None:
        assert stored.rundown(stored.dump(self.rundown)) == self.rundown
        assert stored.stage(stored.dump(self.stage)) == self.stage

    @invariant()
    def the_programme_is_in_the_day_already(self) -> None:
        assert planning.reconciled(self.rundown, self.plans) == self.rundown


Day.TestCase.settings = settings(
    max_examples=150, stateful_step_count=40, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
TestDay = Day.TestCase
