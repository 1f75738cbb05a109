"""Texts fit their places: smaller first, then narrower, then broken, then cut."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.paper.badge_text import Style, clean, fit

NAME = Style(weight=800, largest=120, legible=44, lines=2)
WIDTH, HEIGHT = 536, 150


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("Ян", ("Ян",)),
        ("Айгүл", ("Айгүл",)),
        ("Абдурахмангаджи", ("Абдурахмангаджи",)),
        ("Магомедрасулгаджиев-Курбанмагомедов", ("Магомедрасулгаджиев-", "Курбанмагомедов")),
        ("Анна Мария Луиза Фредерика", ("Анна Мария", "Луиза Фредерика")),
    ],
)
def test_a_name_is_broken_only_where_it_may_and_must_be(text: str, lines: tuple[str, ...]) -> None:
    block = fit(text, NAME, WIDTH, HEIGHT)
    assert block.lines == lines
    assert block.face.size >= NAME.legible


def test_a_short_name_is_as_large_as_allowed() -> None:
    assert fit("Ян", NAME, WIDTH, HEIGHT).face.size == NAME.largest


def test_a_word_too_long_for_any_line_is_broken_inside() -> None:
    lines = fit("Щ" * 25, NAME, WIDTH, HEIGHT).lines
    assert len(lines) == 2
    assert lines[0].endswith("-")
    assert "".join(lines).replace("-", "") == "Щ" * 25


def test_only_what_fits_in_no_way_ends_in_an_ellipsis() -> None:
    block = fit("Щ" * 150, NAME, WIDTH, HEIGHT)
    assert block.lines[-1].endswith("Щ…")
    assert block.face.size == NAME.legible


def test_an_empty_text_takes_no_lines_of_ink() -> None:
    assert fit("", NAME, WIDTH, HEIGHT).width == 0


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("  Айгүл\r\n Қасымқызы\t", "Айгүл Қасымқызы"),
        ("И\u0306", "Й"),
        ("\u202eЦой\x00", "Цой"),
        ("Oʻtkir", "Oʻtkir"),
    ],
)
def test_text_is_cleaned_of_what_has_no_shape(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


@settings(deadline=None)
@given(text=st.text(st.sampled_from("АбҚқЙёЩщўWi .-–«»ʻ"), max_size=200), lines=st.integers(1, 3))
def test_no_text_ever_leaves_its_place(text: str, lines: int) -> None:
    block = fit(text, Style(weight=600, largest=64, legible=30, lines=lines), 300, 110)
    assert block.width <= 300
    assert block.height <= 110
    assert len(block.lines) <= lines


@pytest.mark.parametrize(("letters", "parts"), [(18, [9, 9]), (22, [11, 11]), (25, [13, 12])])
def test_a_long_word_is_broken_into_even_parts(letters: int, parts: list[int]) -> None:
    assert [line.count("Щ") for line in fit("Щ" * letters, NAME, WIDTH, HEIGHT).lines] == parts
