"""The advice on a programme."""

from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.programme import rule_words, rules, times
from hub.programme.kinds import Kind
from hub.programme.lines import Line
from tests.hub.programme.programmes import (
    BREAK,
    EVERYTHING,
    OPENING,
    ORGANISER,
    PRODUCT,
    QUESTIONS,
    REGISTRATION,
    SECOND,
    TALK,
    WORKSHOP,
)


def numbered(*lines: Line) -> list[Line]:
    return [replace(line, id=number) for number, line in enumerate(lines, start=1)]


def with_instead(old: Line, **changed: Any) -> list[Line]:
    """The good programme with one item different."""
    return numbered(*(replace(line, **changed) if line == old else line for line in EVERYTHING))


def without(gone: Line) -> list[Line]:
    """The good programme with the item after the gap begun earlier, so that nothing else is wrong."""
    return numbered(*(line for line in EVERYTHING if line != gone))


def codes(lines: list[Line], organiser: str = ORGANISER) -> set[str]:
    return {one.code for one in rules.advice(lines, organiser)}


def test_a_good_programme_gets_no_advice_and_an_empty_one_none_yet() -> None:
    assert rules.advice(numbered(*EVERYTHING), ORGANISER) == []
    assert rules.advice([], ORGANISER) == []


@pytest.mark.parametrize(
    ("lines", "code"),
    [
        (with_instead(PRODUCT, kind=Kind.TALK), "no_product_talk"),
        (with_instead(PRODUCT, end="10:34"), "product_talk_short"),
        (without(WORKSHOP), "no_workshop"),
        (without(REGISTRATION), "no_registration"),
        (without(OPENING), "no_opening"),
        (without(QUESTIONS), "no_questions"),
        (without(BREAK), "no_break"),
        (with_instead(SECOND, kind=Kind.BREAK, food=True), "several_breaks"),
        (with_instead(BREAK, food=None), "break_food_unknown"),
        (with_instead(BREAK, food=False), "break_without_food"),
        (with_instead(TALK, speaker=""), "speaker_missing"),
        (with_instead(OPENING, speaker=""), "speaker_missing"),
        (with_instead(TALK, company=""), "company_missing"),
        (with_instead(TALK, phone=""), "phone_missing"),
        (with_instead(TALK, theses=""), "theses_missing"),
        (with_instead(TALK, theses="Одно"), "theses_few"),
        (with_instead(TALK, theses="1\n2\n3\n4"), "theses_many"),
        (with_instead(TALK, end="11:10"), "gap"),
        (with_instead(TALK, end="11:20"), "overlap"),
        (with_instead(QUESTIONS, end="18:00"), "programme_long"),
    ],
)
def test_each_rule_speaks_up(lines: list[Line], code: str) -> None:
    assert code in codes(lines)


def test_a_short_programme_is_noticed() -> None:
    assert "programme_short" in codes(numbered(OPENING, PRODUCT))


def test_only_the_breaks_food_costs_points() -> None:
    lines = with_instead(BREAK, food=False)
    assert [(one.code, one.points) for one in rules.advice(lines, ORGANISER)] == [("break_without_food", -20)]


def test_the_break_belongs_in_the_middle_third_of_what_is_told() -> None:
    early = numbered(
        REGISTRATION, OPENING, replace(BREAK, start="10:05", end="10:35"), replace(PRODUCT, start="10:35", end="13:00")
    )
    assert "break_not_in_the_middle" in codes(early)
    assert "break_not_in_the_middle" not in codes(numbered(*EVERYTHING))


def test_an_organisers_talk_is_known_however_the_company_is_spelt() -> None:
    assert "no_organiser_talk" not in codes(numbered(*EVERYTHING), "ТОО Алма-Трейд")
    assert "no_organiser_talk" in codes(numbered(*EVERYTHING), "ТОО «Другая»")
    assert "organiser_unknown" in codes(numbered(*EVERYTHING), "")


def test_a_gap_and_an_overlap_name_their_items() -> None:
    gap = next(one for one in rules.advice(with_instead(TALK, end="11:10"), ORGANISER) if one.code == "gap")
    assert (gap.items, gap.details) == ((5,), {"start": "11:10", "end": "11:15"})
    (overlap,) = rules.advice(with_instead(TALK, end="11:20"), ORGANISER)
    assert overlap.items == (4, 5)


def test_what_lies_within_a_long_item_overlaps_it_too() -> None:
    lines = numbered(
        replace(TALK, start="10:00", end="12:00"),
        replace(SECOND, start="10:10", end="10:20"),
        replace(WORKSHOP, start="11:00"),
    )
    assert [one.items for one in rules.advice(lines, ORGANISER) if one.code == "overlap"] == [(1, 2), (1, 3)]


moments = st.integers(0, times.DAY - 2)
speakers = st.sampled_from(["", "Тимур Цой"])


@st.composite
def any_line(draw: st.DrawFn) -> Line:
    """An item as odd as an item may be."""
    start = draw(moments)
    end = min(start + draw(st.integers(1, 300)), times.DAY - 1)
    kind, food = draw(st.sampled_from(list(Kind))), draw(st.sampled_from([None, True, False]))
    speaker, company, phone, theses = draw(speakers), draw(speakers), draw(speakers), draw(speakers)
    return Line(times.clock(start), times.clock(end), kind, "Тема", speaker, company, phone, theses, 0, food)


@given(st.lists(any_line(), max_size=8), st.sampled_from(["", ORGANISER]))
def test_any_programme_is_judged_and_every_advice_has_its_words(lines: list[Line], organiser: str) -> None:
    programme = numbered(*lines)
    for one in rules.advice(programme, organiser):
        assert one.code in rule_words.ADVICE
        assert rule_words.ADVICE[one.code] % one.details
        assert set(one.items) <= {line.id for line in programme}
