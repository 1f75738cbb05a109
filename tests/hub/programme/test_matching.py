"""A programme that comes again meets its own items."""

from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from hub.programme.kinds import Kind
from hub.programme.lines import Line
from hub.programme.matching import matched
from tests.hub.programme.programmes import BREAK, EVERYTHING, PRODUCT, TALK

KNOWN = [replace(line, id=number) for number, line in enumerate(EVERYTHING, start=1)]
ALL = ("start", "end", "kind", "title", "speaker", "company", "phone", "theses")


def met(lines: Sequence[Line], known: Sequence[Line], told: Sequence[str] = ALL) -> list[Line]:
    return matched([(line, told) for line in lines], known)


def bare(line: Line) -> Line:
    return replace(line, id=None)


@given(st.permutations(KNOWN))
def test_the_same_programme_in_any_order_is_the_same_items(lines: list[Line]) -> None:
    assert met([bare(line) for line in lines], KNOWN) == lines


def test_an_item_moved_or_respelt_keeps_its_number() -> None:
    moved = replace(bare(TALK), start="14:00", end="14:30", title="КОМАНДА, которая  продает")
    assert [line.id for line in met([moved], KNOWN)] == [4]


def test_an_item_renamed_at_its_place_keeps_its_number() -> None:
    renamed = replace(bare(TALK), title="Отдел продаж", speaker="Нұрлан Әбдіқадыров")
    assert [line.id for line in met([renamed], KNOWN)] == [4]


def test_what_is_new_has_no_number_and_no_item_is_taken_twice() -> None:
    twice = [bare(TALK), bare(TALK), replace(bare(TALK), start="15:00", end="15:30", title="Новое", speaker="")]
    assert [line.id for line in met(twice, KNOWN)] == [4, None, None]


def test_of_two_alike_each_meets_its_own_time() -> None:
    first, second = replace(BREAK, id=1), replace(BREAK, id=2, start="15:00", end="15:20")
    assert [line.id for line in met([bare(second), bare(first)], [first, second])] == [2, 1]


def test_what_the_file_does_not_tell_stays() -> None:
    old = replace(PRODUCT, id=1, card_10_s=None, questions_min=5)
    plain = Line(PRODUCT.start, PRODUCT.end, Kind.TALK, PRODUCT.title, PRODUCT.speaker)
    (line,) = met([plain], [old], ("start", "end", "title", "speaker"))
    assert line == old
    (line,) = met([plain], [old], ("start", "title", "speaker", "theses", "phone"))
    assert (line.theses, line.phone, line.company) == ("", "", old.company)


def test_a_talk_is_not_made_less_than_a_talk_on_a_product() -> None:
    (line,) = met([replace(bare(PRODUCT), kind=Kind.TALK)], [replace(PRODUCT, id=1)])
    assert line.kind == Kind.PRODUCT_TALK


def test_food_once_said_is_not_forgotten() -> None:
    (line,) = met([replace(bare(BREAK), food=None)], [replace(BREAK, id=1)], (*ALL, "food"))
    assert line.food is True


def test_questions_that_no_longer_fit_go() -> None:
    shorter = replace(bare(PRODUCT), end="10:10")
    (line,) = met([shorter], [replace(PRODUCT, id=1, questions_min=10)])
    assert line.questions_min == 0


def test_a_guess_is_no_reason_to_change_a_kind() -> None:
    guessed = replace(bare(BREAK), kind=Kind.OTHER)
    (line,) = met([guessed], [replace(BREAK, id=1)], ("start", "end", "title"))
    assert line.kind == Kind.BREAK
