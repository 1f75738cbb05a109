"""Ticket codes survive keyboards, and only keyboards."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hub.errors import Refusal
from kiosk import tickets


def _with_checksum(body: str) -> str:
    """Complete a chosen body: the sum is worked out another way than the product does."""
    places = (tickets.ALPHABET.index(letter) * 26**power for power, letter in enumerate(reversed(body)))
    high, low = divmod(sum(places) % 673, 26)
    return body + tickets.ALPHABET[high] + tickets.ALPHABET[low]


LETTERS = _with_checksum("KABCDEFGHJKMNP")
DIGITS = _with_checksum("KQRTWX23456789")

# What each layout types when a scanner presses these keys, as X11 and Windows have it.
_US = "ABCDEFGHJKMNPQRTWX23456789"
LAYOUTS = {
    "us": _US,
    "ru": "ФИСВУАПРОЛЬТЗЙКЕЦЧ23456789",
    "kz": "ФИСВУАПРОЛЬТЗЙКЕЦЧәіңғ,.үұ",
    "kz with caps lock": "фисвуапрольтзйкецчӘІҢҒ,.ҮҰ",
    "kz latin": "ABCDEFGHJKMNPQRTWXáíńǵ,.úý",
    "uz": "ФИСВУАПРОЛЬТЗЙКЕЦЧ23456789",
    "kg": "ФИСВУАПРОЛЬТЗЙКЕЦЧ23456789",
    "kg phonetic": "АБЖДЕФГҢЙКМНПӨРТҮХ23456789",
}


def _typed(code: str, layout: str) -> str:
    return code.translate(str.maketrans(_US, LAYOUTS[layout]))


def test_a_new_code_is_read_back_as_itself() -> None:
    tag = tickets.new_tag()
    code = tickets.new_code(tag)
    assert len(code) == tickets.CODE_LENGTH
    assert tickets.read_code(code, tag) == code


def test_codes_do_not_repeat() -> None:
    assert len({tickets.new_code("AB") for _ in range(2000)}) == 2000


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("code", [LETTERS, DIGITS])
def test_a_scanner_is_understood_under_any_layout(layout: str, code: str) -> None:
    assert tickets.read_code(_typed(code, layout), code[1:3]) == code


@pytest.mark.parametrize("layout", LAYOUTS)
@given(data=st.data())
def test_every_drawn_code_is_understood_under_any_layout(layout: str, data: st.DataObject) -> None:
    body = "KAB" + data.draw(st.text(tickets.ALPHABET, min_size=11, max_size=11))
    code = _with_checksum(body)
    assert tickets.read_code(_typed(code, layout).lower(), "AB") == code


@pytest.mark.parametrize(
    "dressed",
    [
        "  {}\r\n",
        "]Q1{}\r",
        "\ufeff{}\t",
        "ъй1{}",
        'ЪЙ"{}',
        "\x02{}\x03",
    ],
)
def test_what_scanners_put_around_a_code_is_ignored(dressed: str) -> None:
    assert tickets.read_code(dressed.format(LETTERS), "AB") == LETTERS


def test_a_person_may_type_the_printed_groups_in_small_letters() -> None:
    assert tickets.read_code(tickets.grouped(LETTERS).lower().replace(" ", " - "), "AB") == LETTERS


def test_a_person_may_type_cyrillic_letters_of_the_same_shape() -> None:
    bodies = ("KABCEHKMPTX2" + first + second for first in "ABCEHKMPTX" for second in "ABCEHKMPTX")
    code = next(code for code in map(_with_checksum, bodies) if set(code) <= set("ABCEHKMPTX23456789"))
    typed = code.translate(str.maketrans("ABCEHKMPTX", "АВСЕНКМРТХ"))
    assert tickets.read_code(typed, "AB") == code


@given(position=st.integers(1, 15), other=st.sampled_from(tickets.ALPHABET))
def test_one_wrong_character_is_never_accepted(position: int, other: str) -> None:
    code = tickets.new_code("AB")
    wrong = code[:position] + other + code[position + 1 :]
    if wrong != code:
        with pytest.raises(Refusal, match="malformed"):
            tickets.read_code(wrong, "AB")


@given(position=st.integers(0, 14))
def test_two_swapped_neighbours_are_never_accepted(position: int) -> None:
    code = tickets.new_code("AB")
    wrong = code[:position] + code[position + 1] + code[position] + code[position + 2 :]
    if wrong != code:
        with pytest.raises(Refusal, match="malformed"):
            tickets.read_code(wrong, "AB")


def test_a_ticket_of_another_seminar_is_told_apart() -> None:
    with pytest.raises(Refusal, match="wrong_event"):
        tickets.read_code(tickets.new_code("AB"), "AC")


@pytest.mark.parametrize(
    "raw", ["", "K", "Қасымқызы", "KABCDEFGHJKMNPAA" * 2, "\ufdfa" * 64, "K" * 100_000, "4600123456789"]
)
def test_what_is_no_ticket_is_called_malformed(raw: str) -> None:
    with pytest.raises(Refusal, match="malformed"):
        tickets.read_code(raw, "AB")


@given(st.text(max_size=80))
def test_no_text_at_all_makes_the_reader_stumble(raw: str) -> None:
    with pytest.raises(Refusal):
        tickets.read_code(raw, "AB")
