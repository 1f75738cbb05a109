"""When a speaker is asked after and when the host is told: pure arithmetic on the rundown, the answers, the moment."""

import uuid
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.access import Actor, Role
from hub.errors import Refusal
from hub.models import AuditEntry
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from hub.programme.plan import Planned
from speaker_timer import actions, planning
from speaker_timer.actions import Action, Tap
from speaker_timer.models import SpeakerCheck
from speaker_timer.readiness import speakers
from speaker_timer.readiness.speakers import Answer, Check, Talk, Why, checks, talks
from speaker_timer.rundown import Going, Rundown, Span
from tests.postgresql import both_databases

MINUTE = 60_000
NINE = 1_764_291_600_000  # 28.11.2025 06:00 UTC; what day it is does not matter here
DAY = (
    (0, 30, Kind.REGISTRATION, ""),
    (30, 35, Kind.OPENING, "Айгүл Қасымқызы"),
    (35, 75, Kind.PRODUCT_TALK, "Тимур Цой"),
    (75, 105, Kind.TALK, "Oʻtkir Saidov"),
    (105, 135, Kind.BREAK, ""),
    (135, 165, Kind.TALK, "Ольга Ёлкина-Берёзкина"),
    (165, 195, Kind.WORKSHOP, "Цой  Тимур"),
    (195, 210, Kind.QUESTIONS, "Айгүл Қасымқызы"),
)
OPENING, TIMUR, UTKIR, OLGA, TIMUR_AGAIN = 2, 3, 4, 6, 7
MINDER = Actor(None, Role.MINDER, "Нұрлан", "", "127.0.0.1")


def minute(number: float) -> int:
    """A moment of the day, in minutes from nine."""
    return NINE + int(number * MINUTE)


def plan() -> tuple[Planned, ...]:
    return tuple(
        Planned(ProgrammeItem(id=number, kind=kind, title=f"№ {number}", speaker=speaker), minute(start), minute(end))
        for number, (start, end, kind, speaker) in enumerate(DAY, 1)
    )


def waiting() -> Rundown:
    """The day before anything has begun."""
    return planning.reconciled(Rundown(), plan())


def tapped(rundown: Rundown, *taps: tuple[Tap, float]) -> Rundown:
    for tap, at in taps:
        rundown = actions.apply(rundown, tap, minute(at))
    return rundown


def on_time(at: float) -> Rundown:
    """The day at this minute, when everything has begun as planned."""
    starts = [start for start, _, kind, _ in DAY if kind != Kind.REGISTRATION and start <= at]
    return tapped(waiting(), *((Tap(Action.START_NEXT), start) for start in starts))


def look(item: int, at: float, *said: Check, rundown: Rundown | None = None) -> Talk:
    """How an item's speaker stands at this minute of a day that is on time, or of another one."""
    ordered = [replace(check, order=number) for number, check in enumerate(said, 1)]
    found = talks(rundown or on_time(at), plan(), ordered, minute(at))
    return next(talk for talk in found if talk.plan.id == item)


def said(item: int, answer: Answer, at: float) -> Check:
    return Check(item, answer, minute(at))


def test_after_the_day_nobody_is_asked_after_any_more() -> None:
    ended = 210
    never_begun = [look(item, ended + 119, rundown=waiting()).why for item in (OPENING, TIMUR)]
    assert never_begun == [Why.NO_ANSWER] * 2
    absent = said(TIMUR, Answer.ABSENT, 30)
    after = [look(item, ended + 120, absent, rundown=waiting()) for item in (OPENING, TIMUR)]
    assert [(talk.asked, talk.why) for talk in after] == [(False, None)] * 2
    assert after[1].span == Span(TIMUR, minute(35), minute(75), Going.WAITS), "it is expected at no other time"


def test_whoever_goes_on_after_the_day_is_in_it_again() -> None:
    going_on = tapped(waiting(), (Tap(Action.START, item=TIMUR), 400))
    assert look(OPENING, 420, rundown=going_on).why is Why.NO_ANSWER


def test_only_spoken_items_with_a_named_speaker_are_asked_after() -> None:
    found = talks(waiting(), plan(), [], minute(0))
    assert [talk.plan.id for talk in found] == [OPENING, TIMUR, UTKIR, OLGA, TIMUR_AGAIN]


@pytest.mark.parametrize("dash", ["—", " - ", "?"])
def test_a_dash_in_place_of_a_name_is_nobody(dash: str) -> None:
    named = ProgrammeItem(id=1, kind=Kind.TALK, title="№ 1", speaker=dash)
    plans = [Planned(named, NINE, minute(30))]
    assert talks(planning.reconciled(Rundown(), plans), plans, [], NINE) == []


def test_the_question_comes_half_an_hour_before() -> None:
    assert not look(UTKIR, 44.99).asked
    assert look(UTKIR, 45).asked
    assert look(UTKIR, 45).why is None


def test_the_host_is_told_when_nobody_answers_for_five_minutes() -> None:
    assert look(UTKIR, 49.99).why is None
    assert look(UTKIR, 50).why == Why.NO_ANSWER


def test_here_ends_the_question() -> None:
    talk = look(UTKIR, 52, said(UTKIR, Answer.HERE, 51))
    assert (talk.asked, talk.why) == (False, None)


def test_here_may_be_said_before_anybody_asks() -> None:
    assert not look(UTKIR, 60, said(UTKIR, Answer.HERE, 5)).asked


def test_absent_is_told_to_the_host_at_once_however_early() -> None:
    for at in (10, 46):
        talk = look(UTKIR, at, said(UTKIR, Answer.ABSENT, at))
        assert (talk.asked, talk.why) == (True, Why.ABSENT)


def test_a_call_puts_the_alarm_off_by_five_minutes() -> None:
    called = said(UTKIR, Answer.CALLED, 49)
    assert look(UTKIR, 53.99, called).why is None
    assert look(UTKIR, 53.99, called).asked
    assert look(UTKIR, 54, called).why == Why.CALLED


def test_an_early_call_puts_nothing_off() -> None:
    assert look(UTKIR, 50, said(UTKIR, Answer.CALLED, 20)).why == Why.CALLED


def test_a_call_takes_the_place_of_absent_until_it_runs_out() -> None:
    answers = (said(UTKIR, Answer.ABSENT, 46), said(UTKIR, Answer.CALLED, 52))
    assert look(UTKIR, 53, *answers).why is None
    assert look(UTKIR, 57, *answers).why == Why.CALLED


def test_the_newest_answer_counts_whatever_the_clock_was_set_to_between() -> None:
    answers = (said(UTKIR, Answer.ABSENT, 110), said(UTKIR, Answer.HERE, 50))
    assert look(UTKIR, 51, *answers).why is None


def test_a_call_of_an_hour_ahead_puts_nothing_off() -> None:
    assert look(UTKIR, 50, said(UTKIR, Answer.CALLED, 110)).why == Why.CALLED


def test_a_delay_puts_the_question_off() -> None:
    late = tapped(waiting(), (Tap(Action.START_NEXT), 50), (Tap(Action.START_NEXT), 55))
    assert look(UTKIR, 62, rundown=late).span is not None
    assert not look(UTKIR, 64.9, rundown=late).asked, "Oʻtkir is expected at 95"
    assert look(UTKIR, 65, rundown=late).asked


def test_time_given_puts_the_question_off() -> None:
    given_ten = tapped(
        waiting(), (Tap(Action.START_NEXT), 30), (Tap(Action.START_NEXT), 35), (Tap(Action.ADD, 10 * MINUTE), 44)
    )
    assert not look(UTKIR, 46, rundown=given_ten).asked
    assert look(UTKIR, 55, rundown=given_ten).asked


def test_a_skip_brings_the_next_question_forward_no_earlier_than_the_programme_says() -> None:
    skipped = tapped(waiting(), (Tap(Action.START_NEXT), 30), (Tap(Action.SKIP, item=TIMUR), 31))
    assert look(TIMUR, 40, rundown=skipped).span is None
    assert not look(TIMUR, 40, rundown=skipped).asked
    assert not look(UTKIR, 44, rundown=skipped).asked


def test_whoever_speaks_or_has_spoken_is_not_asked_after() -> None:
    going = tapped(waiting(), (Tap(Action.START_NEXT), 30), (Tap(Action.START_NEXT), 35))
    for item in (OPENING, TIMUR):
        talk = look(item, 40, said(item, Answer.ABSENT, 34), rundown=going)
        assert (talk.asked, talk.why, talk.waits) == (False, None, False)


def test_here_counts_for_the_later_talk_of_the_same_speaker() -> None:
    talk = look(TIMUR_AGAIN, 150, said(TIMUR, Answer.HERE, 10))
    assert (talk.asked, talk.why) == (False, None)


def test_whoever_has_been_on_the_stage_is_here_for_the_later_talk() -> None:
    going = tapped(waiting(), (Tap(Action.START_NEXT), 30), (Tap(Action.START_NEXT), 35))
    assert not look(TIMUR_AGAIN, 150, rundown=going).asked


def test_told_otherwise_the_later_talk_is_asked_after_again() -> None:
    answers = (said(TIMUR, Answer.HERE, 10), said(TIMUR_AGAIN, Answer.ABSENT, 140))
    assert look(TIMUR_AGAIN, 141, *answers).why == Why.ABSENT
    assert look(TIMUR_AGAIN, 141, *answers[::-1]).why is None, "here was said after it"


def test_here_that_was_taken_back_counts_for_no_other_talk() -> None:
    answers = (said(TIMUR, Answer.HERE, 5), said(TIMUR, Answer.ABSENT, 12))
    assert look(TIMUR, 13, *answers).why == Why.ABSENT
    without = tapped(
        waiting(),
        (Tap(Action.START_NEXT), 30),
        (Tap(Action.SKIP, item=TIMUR), 34),
        *((Tap(Action.START_NEXT), at) for at in (75, 105, 135)),
    )
    assert look(TIMUR_AGAIN, 136, *answers, rundown=without).asked


@given(
    st.lists(st.tuples(st.sampled_from([OPENING, TIMUR, UTKIR, OLGA, TIMUR_AGAIN]), st.sampled_from(Answer))),
    st.integers(-60, 300),
)
def test_whoever_is_raised_is_asked_after_and_nobody_here_is(given_answers: list[tuple[int, Answer]], at: int) -> None:
    answers = [Check(item, answer, minute(n), order=n) for n, (item, answer) in enumerate(given_answers, 1)]
    for talk in talks(waiting(), plan(), answers, minute(at)):
        assert talk.asked or talk.why is None
        assert not (talk.asked and talk.check and talk.check.answer == Answer.HERE)


@both_databases
class TestAnswering:
    """The verb, on both databases."""

    @pytest.fixture
    def talk(self, database: None) -> ProgrammeItem:
        made: ProgrammeItem = ProgrammeItem.create(
            start="10:05", end="10:45", kind=Kind.TALK, title="Продажи", speaker="Oʻtkir Saidov"
        )
        return made

    def test_an_answer_is_kept_once_and_audited(self, talk: ProgrammeItem) -> None:
        tap = str(uuid.uuid4())
        for _ in range(2):
            speakers.answer(talk.id, Answer.CALLED, tap, MINDER)
        assert [(check.item, check.answer, check.who) for check in checks()] == [(talk.id, Answer.CALLED, "Нұрлан")]
        entries = AuditEntry.select().where(AuditEntry.action == "speaker_called")
        assert [entry.subject for entry in entries] == ["Oʻtkir Saidov"]

    def test_a_repeat_with_another_answer_is_still_the_first(self, talk: ProgrammeItem) -> None:
        tap = str(uuid.uuid4())
        speakers.answer(talk.id, Answer.HERE, tap, MINDER)
        speakers.answer(talk.id, Answer.ABSENT, tap, MINDER)
        assert [check.answer for check in checks()] == [Answer.HERE]

    @pytest.mark.parametrize("change", [{"kind": Kind.BREAK}, {"speaker": " "}, {"removed_at": 1}, {"id": 999}])
    def test_what_is_no_talk_with_a_speaker_takes_no_answer(
        self, talk: ProgrammeItem, change: dict[str, object]
    ) -> None:
        ProgrammeItem.update(**change).execute()
        with pytest.raises(Refusal, match="talk_unknown"):
            speakers.answer(1, Answer.HERE, str(uuid.uuid4()), MINDER)
        assert not SpeakerCheck.select().exists()
