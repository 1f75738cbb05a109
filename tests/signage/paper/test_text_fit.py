"""Texts are as large as their room allows, and never cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from signage.paper.marks import Room
from signage.paper.text_fit import Side, Style, balanced, fit
from tests.signage.paper.printed import LONG

NOUN = Style(700, 40, lines=3)
TEXT = Style(400, 9)
SIDES: tuple[Side, ...] = ("left", "middle", "right")


@pytest.mark.parametrize("word", ["Регистрация", "Кофе-брейк", "Roʻyxatdan", "Ёлкина-Берёзкина"])
def test_a_word_is_made_smaller_rather_than_broken(word: str) -> None:
    assert fit(word, NOUN, 60, 100).lines == (word,)


def test_a_short_word_is_as_large_as_allowed() -> None:
    block = fit("Ян", NOUN, 500, 500)
    assert block.cap == pytest.approx(40)
    assert block.stretch == 100


def test_a_long_word_becomes_narrower_before_it_becomes_small() -> None:
    assert fit("Регистрация", NOUN, 120, 200).stretch < 100


def test_words_are_wrapped_where_that_makes_them_larger() -> None:
    assert fit("Roʻyxatdan oʻtish", NOUN, 100, 100).lines == ("Roʻyxatdan", "oʻtish")


def test_a_monster_of_a_word_is_broken_after_its_hyphens_and_then_anywhere() -> None:
    block = fit("Магомедрасулгаджиев-Курбанмагомедов", NOUN, 80, 200)
    assert block.lines == ("Магомедрасулгаджиев-", "Курбанмагомедов")
    assert "".join(fit("щ" * 300, TEXT, 60, 100).lines) == "щ" * 300


def test_nothing_takes_no_room() -> None:
    block = fit("", NOUN, 100, 100)
    assert (block.lines, block.height, block.width) == ((), 0, 0)


@given(
    st.text(st.sampled_from("Щщң әWi-, «»ʻ"), min_size=1, max_size=400).map(lambda text: " ".join(text.split())),
    st.floats(20, 400),
    st.floats(4, 300),
)
def test_every_letter_stands_inside_the_room(text: str, wide: float, high: float) -> None:
    block = fit(text, TEXT, wide, high)
    room = Room(10, 20, wide, high)
    assert "".join("".join(block.lines).split()) == "".join(text.split())
    assert block.height <= high + 1e-6
    for side in SIDES:
        for line in block.marks(room, side):
            assert line.left >= room.left - 1e-6
            assert line.left + line.width <= room.right + 1e-6
            assert room.top < line.baseline < room.bottom


def test_no_larger_size_would_do() -> None:
    block = fit(LONG, TEXT, 100, 60)
    larger = fit(LONG, Style(400, block.cap * 1.03), 100, 60)
    assert larger.cap < block.cap * 1.02


@pytest.mark.parametrize(
    "caption",
    ["Весь путь — в телефоне", "The whole way on your phone", "Бүкіл жол — телефоныңызда", "Butun yoʻl telefoningizda"],
)
def test_balanced_lines_leave_no_word_alone(caption: str) -> None:
    style = Style(400, 2.8)
    usual, even = fit(caption, style, 40, 27), balanced(caption, style, 40, 27)
    assert (even.size, even.stretch, len(even.lines)) == (usual.size, usual.stretch, len(usual.lines))
    assert " ".join(even.lines) == caption
    lengths = [len(line) for line in even.lines]
    assert max(lengths) - min(lengths) <= 5
    assert even.width <= usual.width
