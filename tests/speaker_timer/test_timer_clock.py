"""Setting the hub's clock from a person's phone moves no countdown, and counts the time the machine was off."""

import uuid
from collections.abc import Iterator

import pytest

from hub import clock, steady
from hub.access import Actor, Role
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from speaker_timer import timer
from speaker_timer.actions import Action, Tap
from speaker_timer.cards import CardKind
from speaker_timer.readiness import speakers
from speaker_timer.readiness.speakers import Answer
from speaker_timer.rundown import expected
from speaker_timer.timer import State

HOST = Actor(None, Role.HOST, "Айгүл", "", "127.0.0.1")
HOUR = 3_600_000
NEAR = 500


@pytest.fixture(autouse=True)
def _day(database: None) -> Iterator[None]:
    ProgrammeItem.create(start="09:00", end="09:30", kind=Kind.TALK, title="Тема", speaker="Тимур Цой")
    yield
    clock.never_before(0)


def fresh() -> str:
    return str(uuid.uuid4())


def left(state: State) -> int:
    return state.rundown.remaining(steady.now())


def reboot() -> None:
    """The machine was off, and its wall clock knows nothing of it."""
    steady.save()
    steady.wake("another boot")
    assert steady.doubted()


def test_a_clock_that_was_simply_wrong_moves_no_countdown() -> None:
    before = left(timer.act(Tap(Action.START_NEXT), fresh(), HOST))
    number = steady.set_number()
    for moment in (steady.now() + HOUR, steady.now() - 2 * HOUR):
        after = timer.set_clock(moment, fresh(), HOST)
        assert abs(left(after) - before) < NEAR
        assert abs(steady.now() - moment) < NEAR
    assert steady.set_number() == number + 2


@pytest.mark.parametrize("step", [HOUR, -HOUR])
def test_a_step_of_the_wall_clock_moves_no_countdown_and_no_tap(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    before = left(timer.act(Tap(Action.START_NEXT), fresh(), HOST))
    ends = expected(timer.current().rundown, steady.now())[-1].end
    wall = clock.now
    monkeypatch.setattr(clock, "now", lambda: wall() + step)
    assert abs(left(timer.current()) - before) < NEAR
    after = timer.act(Tap(Action.ADD, 60_000), fresh(), HOST)
    assert abs(left(after) - before - 60_000) < NEAR
    assert expected(after.rundown, steady.now())[-1].end == ends + 60_000


def test_what_a_person_has_settled_is_told_no_more() -> None:
    timer.set_clock(steady.now() + HOUR, fresh(), HOST)
    assert abs(steady.error_of_wall()) < NEAR
    timer.set_clock(clock.now(), fresh(), HOST)
    assert abs(steady.error_of_wall()) < NEAR


def test_after_a_reboot_the_time_off_counts_once_a_person_says_the_time() -> None:
    before = left(timer.act(Tap(Action.START_NEXT), fresh(), HOST))
    reboot()
    after = timer.set_clock(steady.now() + HOUR // 6, fresh(), HOST)
    assert abs(before - left(after) - HOUR // 6) < NEAR
    assert not steady.doubted()


def test_what_is_begun_by_a_clock_in_doubt_keeps_its_countdown() -> None:
    reboot()
    before = left(timer.act(Tap(Action.START_NEXT), fresh(), HOST))
    timer.show(CardKind.FIVE, "", fresh(), HOST)
    after = timer.set_clock(steady.now() + HOUR, fresh(), HOST)
    assert abs(left(after) - before) < NEAR
    assert after.stage.card is not None
    assert abs(steady.now() - after.stage.card.since) < NEAR


def test_nothing_lies_ahead_of_the_clock_after_a_power_cut() -> None:
    steady.set_to(steady.now() + 10 * HOUR)  # far ahead of the wall clock
    state = timer.act(Tap(Action.START_NEXT), fresh(), HOST)
    clock.never_before(0)
    steady.wake("another boot")
    started = state.rundown.slots[0].started
    assert started is not None
    assert steady.now() >= started


def test_undo_does_not_reach_behind_a_clock_that_was_set() -> None:
    timer.act(Tap(Action.START_NEXT), fresh(), HOST)
    assert timer.set_clock(steady.now() + HOUR, fresh(), HOST).undo_to is None


def test_a_pause_while_the_clock_is_in_doubt_counts_the_time_off_all_the_same() -> None:
    before = left(timer.act(Tap(Action.START_NEXT), fresh(), HOST))
    reboot()
    timer.act(Tap(Action.PAUSE), fresh(), HOST)
    after = timer.set_clock(steady.now() + HOUR // 6, fresh(), HOST)
    assert abs(before - left(after) - HOUR // 6) < NEAR


def test_answers_about_speakers_given_by_the_clock_in_doubt_move_with_it() -> None:
    item = ProgrammeItem.get().id
    speakers.answer(item, Answer.ABSENT, fresh(), HOST)
    known = speakers.checks()[0].at
    steady.save()
    steady.set_to(steady.now() + 1)  # so that the next moment is another one
    reboot()
    speakers.answer(item, Answer.CALLED, fresh(), HOST)
    doubtful = speakers.checks()[1].at
    timer.set_clock(steady.now() + HOUR, fresh(), HOST)
    first, second = speakers.checks()
    assert first.at == known
    assert abs(second.at - doubtful - HOUR) < NEAR
