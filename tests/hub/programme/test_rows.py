"""Rows of programmes: every one has an outcome."""

import pytest

from hub.errors import Refusal
from hub.programme.kinds import Kind
from hub.programme.rows import Outcome
from tests.hub.programme.programmes import HEAD, read


def test_a_row_becomes_an_item() -> None:
    (row,) = read(["10:05", "10:45", "Доклад", "Цели", "Тимур Цой", "ИП Серикова", "Один; 2. Два\n• Три;"])
    assert row.outcome == Outcome.ITEM
    assert row.line is not None
    assert (row.line.start, row.line.end, row.line.kind) == ("10:05", "10:45", Kind.TALK)
    assert row.line.points == ["Один", "Два", "Три"]
    assert row.warnings == ()


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        (["", "10:45", "Доклад", "Цели"], "no_start"),
        (["утром", "10:45", "Доклад", "Цели"], "start_unreadable"),
        (["10.05.2026", "10:45", "Доклад", "Цели"], "time_became_date"),
        (["10:05", "потом", "Доклад", "Цели"], "end_unreadable"),
        (["10:05", "10.05.2026", "Доклад", "Цели"], "time_became_date"),
        (["10:05", "10:05", "Доклад", "Цели"], "ends_before_start"),
        (["10:05", "09:05", "Доклад", "Цели"], "ends_before_start"),
        (["10:05", "", "Доклад", "Цели"], "no_end"),
        (["10:05", "10:45", "", "", "Тимур Цой"], "no_title"),
    ],
)
def test_a_row_that_cannot_be_read_is_a_problem_with_a_code(cells: list[str], code: str) -> None:
    (row,) = read(cells + [""] * (len(HEAD) - len(cells)))
    assert (row.outcome, row.code, row.row) == (Outcome.PROBLEM, code, 2)
    assert row.text


def test_rows_without_an_item_say_why() -> None:
    rows = read(["Часть первая"], list(HEAD), ["10:05", "10:45", "", "Цели"], head=HEAD)
    assert [(row.outcome, row.code) for row in rows] == [
        (Outcome.EMPTY, "caption"),
        (Outcome.EMPTY, "repeated_heading"),
        (Outcome.ITEM, ""),
    ]


def test_a_note_beside_nothing_is_an_empty_row() -> None:
    rows = read(["", "", "начнём вовремя"], ["10:00", "Цели", ""], head=["Время", "Тема", "Заметка"])
    assert rows[0].code == "nothing_here"


def test_an_end_that_is_not_written_is_the_next_start() -> None:
    rows = read(["10:00", "", "", "Цели"], ["10:40", "", "", "Сегменты"], ["18:00", "18:30", "", "Ужин"])
    assert rows[0].line is not None
    assert (rows[0].line.end, rows[0].warnings) == ("10:40", ("end_guessed",))
    assert rows[1].code == "no_end", "seven hours are no item"


def test_two_times_in_one_column_are_start_and_end() -> None:
    (row,) = read(["10:05–10:45", "Цели"], head=["Время", "Тема"])
    assert row.line is not None
    assert (row.line.start, row.line.end) == ("10:05", "10:45")


@pytest.mark.parametrize(
    ("written", "end", "code"), [("40", "10:45", ""), ("1:10", "11:15", ""), ("ой", "", "duration_unreadable")]
)
def test_a_length_tells_the_end(written: str, end: str, code: str) -> None:
    (row,) = read(["10:05", written, "Цели"], head=["Начало", "Длительность", "Тема"])
    assert (row.line.end if row.line else "", row.code) == (end, code)


def test_nothing_goes_past_midnight() -> None:
    (row,) = read(["23:30", "60", "Цели"], head=["Начало", "Минут", "Тема"])
    assert row.code == "after_midnight"


def test_theses_in_rows_of_their_own_belong_to_the_item_above() -> None:
    rows = read(
        ["10:05", "10:45", "", "Цели", "Тимур Цой", "", "Один"],
        ["", "", "", "", "", "", "Два"],
        ["", "", "", "", "", "", "Три"],
    )
    assert [row.outcome for row in rows] == [Outcome.ITEM, Outcome.JOINED, Outcome.JOINED]
    assert rows[0].line is not None
    assert rows[0].line.points == ["Один", "Два", "Три"]
    assert (rows[1].into, rows[2].into) == (2, 2)


def test_theses_with_nobody_above_are_a_problem() -> None:
    rows = read(["когда", "10:45", "", "Цели", "", "", ""], ["", "", "", "", "", "", "Два"])
    assert [row.code for row in rows] == ["start_unreadable", "no_start"]


def test_guesses_are_told() -> None:
    product, odd = read(["10:05", "10:45", "Доклад", "Обзор Битрикс24"], ["10:45", "11:00", "Чудо", "Цели"])
    assert product.line is not None
    assert (product.line.kind, product.warnings) == (Kind.PRODUCT_TALK, ("taken_for_product",))
    assert odd.warnings == ("kind_unknown",)


def test_a_kind_alone_is_title_enough() -> None:
    (row,) = read(["11:15", "11:45", "Кофе-брейк", ""])
    assert row.line is not None
    assert row.line.title == "Кофе-брейк"


@pytest.mark.parametrize(
    ("written", "food"),
    [("да", True), ("выпечка, фрукты", True), ("чай и бутерброды", True), ("нет", False), ("только напитки", False),
     ("чай, кофе", False), ("без еды", False), ("-", False), ("", None)],
)  # fmt: skip
def test_food_is_what_goes_beyond_drinks(written: str, food: bool | None) -> None:
    (row,) = read(["11:15", "11:45", "Перерыв", "Кофе", written], head=["Начало", "Конец", "Тип", "Тема", "Еда"])
    assert row.line is not None
    assert row.line.food is food


@pytest.mark.parametrize(
    ("written", "minutes", "warnings"),
    [
        ("5", 5, ()),
        ("10 мин", 10, ()),
        ("", 0, ()),
        ("0", 0, ()),
        ("много", 0, ("questions_ignored",)),
        ("40", 0, ("questions_ignored",)),
    ],
)
def test_questions_lie_inside_the_slot(written: str, minutes: int, warnings: tuple[str, ...]) -> None:
    (row,) = read(["10:05", "10:45", "Цели", written], head=["Начало", "Конец", "Тема", "Вопросы (мин)"])
    assert row.line is not None
    assert (row.line.questions_min, row.warnings) == (minutes, warnings)


def test_long_texts_are_cut_and_said_so() -> None:
    (row,) = read(["10:05", "10:45", "", "я" * 400, "Тимур Цой", "", "Один; " * 500])
    assert row.line is not None
    assert (len(row.line.title), row.warnings) == (300, ("text_cut",))


def test_more_items_than_any_seminar_has_are_refused() -> None:
    with pytest.raises(Refusal) as told:
        read(*[["10:05", "10:45", "", f"Тема {number}"] for number in range(101)])
    assert told.value.code == "too_many_items"


def test_a_list_far_too_long_is_refused_before_it_is_read() -> None:
    with pytest.raises(Refusal) as told:
        read(*[["а " * 900, "", "", "Цели"]] * 2001)
    assert told.value.code == "too_many_items"


def test_a_story_in_the_place_of_a_time_costs_nothing() -> None:
    rows = read(*[["10 " * 600, "", "", "Цели"]] * 1900)
    assert {row.code for row in rows} == {"start_unreadable"}
