"""The timer's verbs: durable, whole, in one order, and harmless when repeated. On both databases."""

import uuid
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import pairwise
from threading import Barrier

import pytest
from flask import Flask
from flask_babel import force_locale

from hub import audit_words, dates, steady
from hub.access import Actor, Role
from hub.database import db
from hub.errors import Refusal
from hub.models import AuditEntry
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from speaker_timer import cards, stored, timer
from speaker_timer.actions import Action, Tap
from speaker_timer.cards import CardKind
from speaker_timer.models import TimerChange
from speaker_timer.timer import State
from tests.postgresql import both_databases
from tests.speaker_timer.days import MINUTE, MORNING

pytestmark = both_databases

HOST = Actor(None, Role.HOST, "Айгүл", "", "127.0.0.1")
OTHER = Actor(None, Role.HOST, "Нұрлан", "", "127.0.0.2")
AT_ONCE = 10


@dataclass(slots=True)
class Clock:
    """The steady clock, held in the hand."""

    now: int = MORNING

    def forward(self, minutes: float) -> None:
        self.now += int(minutes * MINUTE)


@pytest.fixture
def time(app: Flask, monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(steady, "now", lambda: clock.now)
    return clock


@pytest.fixture(autouse=True)
def _programme(database: None) -> None:
    for number in range(4):
        start, end = (
            f"{9 + number // 2:02}:{number % 2 * 30:02}",
            f"{9 + (number + 1) // 2:02}:{(number + 1) % 2 * 30:02}",
        )
        ProgrammeItem.create(start=start, end=end, kind=Kind.TALK, title=f"Тема {number}", speaker="Тимур Цой")


def fresh() -> str:
    return str(uuid.uuid4())


def act(action: Action, amount: int | None = None, by: Actor = HOST) -> State:
    """A tap with an id of its own; `amount` in minutes."""
    return timer.act(Tap(action, None if amount is None else amount * MINUTE), fresh(), by)


def card(state: State) -> str:
    """The card that is on now."""
    cue = cards.shown(state.rundown, state.stage, steady.now())
    return str(cue.kind) if cue else ""


def test_before_any_tap_the_day_is_as_planned(time: Clock) -> None:
    state = timer.current()
    assert (state.seq, state.rundown.current, len(state.rundown.slots)) == (0, None, 4)
    assert state.rundown.slots[0].start == MORNING


def test_each_change_is_a_row_with_the_whole_state(time: Clock) -> None:
    act(Action.START_NEXT)
    time.forward(3)
    timer.show(CardKind.MESSAGE, "Громче", fresh(), HOST)
    shown = timer.black_out(True, fresh(), OTHER)
    row = TimerChange.select().order_by(TimerChange.seq.desc()).get()
    assert (stored.rundown(row.rundown), stored.stage(row.stage)) == (shown.rundown, shown.stage)
    assert (row.who, row.action, row.at) == ("Нұрлан", "blackout", time.now)
    assert timer.current() == shown
    assert (shown.rundown.remaining(time.now), card(shown)) == (27 * MINUTE, "message")


def test_every_change_is_in_the_audit_log_and_a_refused_one_is_not(time: Clock) -> None:
    act(Action.START_NEXT)
    with pytest.raises(Refusal, match="runs_already"):
        act(Action.RESUME)
    act(Action.ADD, 5, OTHER)
    timer.undo(fresh(), HOST)
    timer.show(CardKind.STOP, "", fresh(), HOST)
    timer.flash(fresh(), HOST)
    for dark in (True, False):
        timer.black_out(dark, fresh(), HOST)
    logged = [(row.action, row.who) for row in AuditEntry.select().where(AuditEntry.action.startswith("timer_"))]
    names = ["timer_start_next", "timer_add", "timer_undo", "timer_card", "timer_flash", "timer_darkened", "timer_lit"]
    assert sorted(logged) == sorted(
        (name, f"{OTHER.name if name == 'timer_add' else HOST.name} (host)") for name in names
    )


def test_the_audit_log_speaks_of_minutes_items_and_cards_and_of_no_codes(time: Clock) -> None:
    items = [int(item.id or 0) for item in ProgrammeItem.select().order_by(ProgrammeItem.id)]
    timer.act(Tap(Action.START_NEXT, item=items[0]), fresh(), HOST)
    act(Action.ADD, -5)
    timer.show(CardKind.QUESTIONS, "", fresh(), HOST)
    timed = AuditEntry(action="timer_clock_set", subject="", detail=f'{{"moment": {MORNING}}}')
    with force_locale("en"):
        log = AuditEntry.select().where(AuditEntry.action.startswith("timer_")).order_by(AuditEntry.id)
        told = [line.partition(": ")[2] for entry in (*log, timed) for line in audit_words.changes(entry)]
        assert told == ["Тема 0", "−5", "Questions, please", dates.clock_time(MORNING)]


def test_a_repeat_changes_nothing_whatever_it_asks_for(time: Clock) -> None:
    tap = fresh()
    state = timer.act(Tap(Action.START_NEXT), tap, HOST)
    time.forward(1)
    repeats = [
        timer.act(Tap(Action.START_NEXT), tap, HOST),
        timer.act(Tap(Action.ADD, MINUTE), tap, HOST),
        timer.undo(tap, HOST),
        timer.show(CardKind.STOP, "", tap, HOST),
        timer.black_out(True, tap, HOST),
        timer.flash(tap, HOST),
        timer.set_clock(time.now + MINUTE, tap, HOST),
    ]
    assert {repeat.seq for repeat in repeats} == {state.seq}
    assert all(repeat.rundown == state.rundown and repeat.stage == state.stage for repeat in repeats)


def test_undo_leads_step_by_step_to_the_beginning(time: Clock) -> None:
    stood = [timer.current().rundown]
    for action, amount in [
        (Action.START_NEXT, None),
        (Action.ADD, 5),
        (Action.PAUSE, None),
        (Action.RESUME, None),
        (Action.SKIP, None),
        (Action.START_NEXT, None),
    ]:
        time.forward(2)
        timer.show(CardKind.MESSAGE, "Быстрее", fresh(), HOST)
        stood.append(act(action, amount).rundown)
    stood.pop()
    while stood:
        time.forward(1)
        assert timer.undo(fresh(), OTHER).rundown == stood.pop()
    with pytest.raises(Refusal, match="timer_nothing_to_undo"):
        timer.undo(fresh(), HOST)


def test_undo_after_undo_and_a_new_tap_takes_the_new_tap_back(time: Clock) -> None:
    started = act(Action.START_NEXT)
    act(Action.ADD, 5)
    timer.undo(fresh(), HOST)
    act(Action.ADD, 1)
    assert timer.undo(fresh(), HOST).rundown == started.rundown
    assert timer.undo(fresh(), HOST).rundown.current is None


def test_an_item_started_by_mistake_gives_the_cards_back_to_the_one_before(time: Clock) -> None:
    act(Action.START_NEXT)
    time.forward(21)
    timer.show(None, "", fresh(), HOST)
    act(Action.START_NEXT)
    assert card(timer.undo(fresh(), HOST)) == ""
    time.forward(1)
    timer.show(CardKind.FIVE, "", fresh(), HOST)
    act(Action.QUESTIONS)
    assert card(timer.current()) == ""
    assert card(timer.undo(fresh(), HOST)) == "5"


def test_a_card_sent_after_a_tap_stays_when_the_tap_is_undone(time: Clock) -> None:
    act(Action.START_NEXT)
    time.forward(1)
    act(Action.PAUSE)
    timer.show(CardKind.STOP, "", fresh(), HOST)
    assert card(timer.undo(fresh(), HOST)) == "stop"


def test_a_message_needs_its_words(time: Clock) -> None:
    with pytest.raises(Refusal, match="text_required"):
        timer.show(CardKind.MESSAGE, "", fresh(), HOST)


def test_without_a_programme_there_is_nothing_to_run(time: Clock) -> None:
    ProgrammeItem.delete().execute()
    with pytest.raises(Refusal, match="programme_empty"):
        act(Action.START_NEXT)


def at_once(app: Flask, *jobs: object) -> list[State]:
    """Every job in a thread of its own, all let go at the same moment."""
    gate = Barrier(len(jobs))

    def work(job: object) -> State:
        assert callable(job)
        with app.app_context(), db.connection_context():
            gate.wait(10)
            state: State = job()
            return state

    with ThreadPoolExecutor(len(jobs)) as threads:
        return list(threads.map(work, jobs))


def test_ten_taps_at_once_lose_none(app: Flask, time: Clock) -> None:
    act(Action.START_NEXT)
    jobs = [lambda: act(Action.ADD, 1) for _ in range(AT_ONCE)]
    states = at_once(app, *jobs)
    assert len({state.seq for state in states}) == AT_ONCE
    assert timer.current().rundown.slots[0].length == 40 * MINUTE
    by_order = sorted(states, key=lambda state: state.seq)
    assert [state.rundown.slots[0].length for state in by_order] == [(31 + n) * MINUTE for n in range(AT_ONCE)]


def test_ten_commands_at_once_end_as_the_last_one_in_order(app: Flask, time: Clock) -> None:
    act(Action.START_NEXT)
    kinds = [CardKind.TEN, CardKind.FIVE, CardKind.STOP, CardKind.QUESTIONS, CardKind.MESSAGE]

    def command(n: int) -> object:
        if n % 2:
            return lambda: timer.black_out(n % 4 == 1, fresh(), OTHER)
        return lambda: timer.show(kinds[n // 2], f"Слово {n}", fresh(), HOST)

    states = at_once(app, *(command(n) for n in range(AT_ONCE)))
    in_order = sorted(states, key=lambda state: state.seq)
    now = timer.current()
    assert (now.seq, now.stage, now.rundown) == (in_order[-1].seq, in_order[-1].stage, in_order[-1].rundown)
    for before, after in pairwise(in_order):
        changed = (before.stage.blackout != after.stage.blackout, before.stage.card != after.stage.card)
        assert changed != (True, True), "each changes its own and leaves the other's"


def test_the_same_tap_from_ten_threads_is_done_once(app: Flask, time: Clock) -> None:
    act(Action.START_NEXT)
    tap = fresh()
    jobs = [lambda: timer.act(Tap(Action.ADD, MINUTE), tap, HOST) for _ in range(AT_ONCE)]
    assert len({state.seq for state in at_once(app, *jobs)}) == 1
    assert timer.current().rundown.slots[0].length == 31 * MINUTE
