"""The timer's verbs. Each change is one durable row with the whole state after it; the last row is how things stand.

The writer lets one change in at a time, so commands that come at once are applied in one order, each to what the
one before it has left: the last one wins and none is lost.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from hub import audit, steady
from hub.access import Actor
from hub.database import write, writes
from hub.errors import Refusal
from hub.prepared import Prepared, PreparedRecord, given
from hub.programme import plan
from hub.programme.plan import Planned
from speaker_timer import actions, cards, clock_setting, planning, stored
from speaker_timer.actions import Tap
from speaker_timer.cards import CardKind, Stage
from speaker_timer.models import SpeakerCheck, TimerChange
from speaker_timer.rundown import Rundown

_LAST = PreparedRecord(TimerChange, lambda: TimerChange.select().order_by(TimerChange.seq.desc()).limit(1))
_COLUMNS = (
    "id",
    "at",
    "device",
    "who",
    "action",
    "detail",
    "rundown",
    "stage",
    "undo_to",
    "undo_action",
    "undo_detail",
)
_KEEP = Prepared(lambda: TimerChange.insert({name: given(name) for name in _COLUMNS}).returning(TimerChange.seq))
_BY_ID = PreparedRecord(TimerChange, lambda: TimerChange.select().where(TimerChange.id == given("id")))


@dataclass(frozen=True, slots=True)
class State:
    """How things stand: `seq` grows with each change; `undo_action` is what one tap on "undo" would take back.

    `undo_to` is the number of the state that undo leads to; no two changes share it.

    `detail` and `undo_detail` say which card, or how much time in ms, the two were about; empty for the rest.
    """

    seq: int
    rundown: Rundown
    stage: Stage
    plans: tuple[Planned, ...]
    undo_action: str = ""
    undo_detail: str = ""
    undo_to: int | None = None
    action: str = ""
    detail: str = ""
    who: str = ""

    def planned(self, item: int | None) -> Planned | None:
        """The programme's line of an item; None when it was taken from the programme."""
        return next((one for one in self.plans if one.id == item), None)


def current() -> State:
    """How things stand now."""
    plans = tuple(plan.planned())
    row = _LAST.find()
    if row is None:
        return State(0, planning.reconciled(Rundown(), plans), Stage(), plans)
    return State(
        row.seq,
        planning.reconciled(stored.rundown(row.rundown), plans),
        stored.stage(row.stage),
        plans,
        row.undo_action,
        row.undo_detail,
        row.undo_to,
        row.action,
        row.detail,
        row.who,
    )


def done(tap_id: str) -> bool:
    """Has this tap been done?"""
    return _BY_ID.find(id=tap_id) is not None


@writes
def act(tap: Tap, tap_id: str, by: Actor) -> State:
    """Do something to the rundown. A known `tap_id` changes nothing. Raises Refusal (codes in texts)."""

    def change(state: State, now: int) -> State:
        if not state.rundown.slots:
            raise Refusal("programme_empty")
        after = actions.apply(state.rundown, tap, now)
        # A state from before any change has no row to come back to; it becomes one.
        back = state.seq or _keep_beginning(state, by)
        stage = cards.follow(state.stage, state.rundown, after, now)
        detail = _detail(amount=tap.amount)
        return replace(state, rundown=after, stage=stage, undo_to=back, undo_action=str(tap.action), undo_detail=detail)

    return _change(tap_id, str(tap.action), by, change, amount=tap.amount, item=tap.item, other=tap.other)


def _keep_beginning(state: State, by: Actor) -> int:
    return _row(state, "begin", "", by, "beginning")


@writes
def undo(tap_id: str, by: Actor, meant: int | None = None) -> State:
    """Take the last change of the rundown back, as though it had never been; cards shown since stay.

    `meant` is the `undo_to` that the host has seen: where another host has undone that very change already, nothing
    is done. Raises Refusal `timer_nothing_to_undo`.
    """

    def change(state: State, now: int) -> State:
        row = _row_before(state)
        if row is None:
            raise Refusal("timer_nothing_to_undo")
        before = _rundown_of(row, state)
        return replace(
            state,
            rundown=before,
            stage=_stage_before(state, before, row, now),
            undo_to=row.undo_to,
            undo_action=row.undo_action,
            undo_detail=row.undo_detail,
        )

    if meant is not None and not done(tap_id):
        state = current()
        if state.undo_to != meant:
            return state
    return _change(tap_id, "undo", by, change)


def undone(state: State) -> Rundown | None:
    """The day as it would be after "undo"; None when there is nothing to take back."""
    row = _row_before(state)
    return None if row is None else _rundown_of(row, state)


def _row_before(state: State) -> TimerChange | None:
    return None if state.undo_to is None else TimerChange.get_by_id(state.undo_to)


def _rundown_of(row: TimerChange, state: State) -> Rundown:
    return planning.reconciled(stored.rundown(row.rundown), state.plans)


def _stage_before(state: State, before: Rundown, row: TimerChange, now: int) -> Stage:
    """The cards when the tap that led away from `row` is undone: as they were, unless the host has sent one since."""
    tap: TimerChange = TimerChange.select().where(TimerChange.seq > row.seq).order_by(TimerChange.seq).first()
    left, stood = stored.stage(tap.stage), stored.stage(row.stage)
    touched = (state.stage.card, state.stage.dismissed) != (left.card, left.dismissed)
    if touched and state.rundown.current == before.current:
        return cards.follow(state.stage, state.rundown, before, now)
    return replace(state.stage, card=stood.card, dismissed=stood.dismissed, passed_over=stood.passed_over)


@writes
def show(card: CardKind | None, text: str, tap_id: str, by: Actor) -> State:
    """Show the speaker a card, or none."""
    if card == CardKind.MESSAGE and not text:
        raise Refusal("text_required")

    def change(state: State, now: int) -> State:
        if card is None:
            return replace(state, stage=cards.take_back(state.stage, state.rundown, now))
        return replace(state, stage=cards.send(state.stage, state.rundown, card, text, now))

    return _change(tap_id, "card", by, change, card=card, text=text or None)


@writes
def black_out(dark: bool, tap_id: str, by: Actor) -> State:
    """Make the displays dark, or light again."""

    def change(state: State, now: int) -> State:
        return replace(state, stage=replace(state.stage, blackout=dark))

    return _change(tap_id, "blackout", by, change, logged="darkened" if dark else "lit")


@writes
def flash(tap_id: str, by: Actor) -> State:
    """Let the displays flash for a moment."""
    return _change(tap_id, "flash", by, lambda state, now: replace(state, stage=replace(state.stage, flash=now)))


def set_clock(moment: int, tap_id: str, by: Actor) -> State:
    """A person says what time it is, ms since the epoch.

    After the machine was off, the time it was off counts: what began before keeps its moments, and the countdown
    jumps to what is right. Otherwise the clock alone was wrong: the moments move with it, and no countdown moves.
    """

    def change(state: State, now: int) -> State:
        wrong_since = steady.woke_at() if steady.doubted() else 0
        ran = _ran_at(wrong_since)
        by = steady.set_to(moment)
        rundown, stage = clock_setting.moved(state.rundown, state.stage, by, wrong_since, ran)
        SpeakerCheck.update(at=SpeakerCheck.at + by).where(SpeakerCheck.at >= wrong_since).execute()
        # What one could come back to has its moments by the old clock.
        return replace(state, rundown=rundown, stage=stage, undo_to=None, undo_action="", undo_detail="")

    with steady.setting():
        return write(lambda: _change(tap_id, "clock_set", by, change, moment=moment))


def _ran_at(moment: int) -> int | None:
    """The item whose clock ran at that moment of the steady clock."""
    row = TimerChange.select().where(TimerChange.at <= moment).order_by(TimerChange.seq.desc()).first()
    rundown = stored.rundown(row.rundown) if row else Rundown()
    return None if rundown.since is None else rundown.current


def _change(
    tap_id: str, action: str, by: Actor, change: Callable[[State, int], State], logged: str = "", **detail: object
) -> State:
    """One durable change. `logged` is its name in the audit log where that is another one."""
    if done(tap_id):
        return current()
    now = steady.now()
    after = change(current(), now)
    said = {name: value for name, value in detail.items() if value is not None}
    after = replace(after, detail=_detail(**said))
    seq = _row(after, action, tap_id, by, action)
    # After a power cut the clock goes on from no earlier than this, so that nothing lies ahead of it.
    steady.save()
    audit.record(by, f"timer_{logged or action}", "", **said)
    return replace(after, seq=seq, action=action, who=by.name)


def _detail(amount: object = None, card: object = None, **_rest: object) -> str:
    """What people are told of a tap beside its name."""
    known = card if amount is None else amount
    return "" if known is None else str(known)


def _row(state: State, action: str, tap_id: str, by: Actor, name: str) -> int:
    """Keep the state; its number."""
    ((seq,),) = _KEEP.rows(
        id=tap_id or name,
        at=steady.now(),
        device=by.device,
        who=by.name,
        action=action,
        detail=state.detail,
        rundown=stored.dump(state.rundown),
        stage=stored.dump(state.stage),
        undo_to=state.undo_to,
        undo_action=state.undo_action,
        undo_detail=state.undo_detail,
    )
    return int(seq)
