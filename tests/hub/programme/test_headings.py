"""The columns of programmes, under the names people give them."""

import pytest

from hub.errors import Refusal
from hub.programme.headings import likeness, recognise
from hub.sheets.sheets import Sheet, sheet_of


def sheet(*rows: list[str], name: str = "") -> Sheet:
    return sheet_of(name, enumerate(rows, start=1))


def field_of(heading: str) -> str | None:
    """What this heading means beside a start and a title."""
    found = recognise(sheet(["Часы", heading, "Блок"], ["10:00", "x", "y"]))
    return next((field for field, index in found.columns.items() if index == 1), None)


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Конец", "end"), ("Окончание", "end"), ("End", "end"), ("Время окончания", "end"), ("Аяқталуы", "end"),
        ("Длительность", "duration"), ("Продолжительность, мин", "duration"), ("Duration", "duration"),
        ("Тип", "kind"), ("Kind", "kind"), ("Тип доклада", "kind"), ("Формат", "kind"), ("Түрі", "kind"),
        ("Докладчик", "speaker"), ("Speaker", "speaker"), ("Спикер", "speaker"), ("ФИО докладчика", "speaker"),
        ("Компания докладчика", "company"), ("Company", "company"), ("Speaker's company", "company"),
        ("Телефон", "phone"), ("Phone", "phone"), ("Телефон докладчика", "phone"),
        ("Тезисы", "theses"), ("Theses", "theses"), ("Тезисы доклада", "theses"),
        ("Вопросы (мин)", "questions_min"), ("Questions (min)", "questions_min"), ("Время на вопросы", "questions_min"),
        ("Еда", "food"), ("Food", "food"), ("Питание на перерыве", "food"),
        ("№", None), ("Примечание", None), ("О" * 80, None),
    ],
)  # fmt: skip
def test_headings_in_russian_english_and_kazakh(heading: str, field: str | None) -> None:
    assert field_of(heading) == field


@pytest.mark.parametrize(
    "start", ["Начало", "Start", "Время", "Time", "Время начала", "Начало доклада", "Уақыты", "Vaqt"]
)
@pytest.mark.parametrize("title", ["Название", "Title", "Тема", "Topic", "Доклад", "Тема доклада", "Тақырыбы"])
def test_start_and_title_by_any_name(start: str, title: str) -> None:
    found = recognise(sheet([title, start], ["Цели", "10:00"]))
    assert found.columns == {"title": 0, "start": 1}


def test_headings_stand_below_a_caption_and_the_rest_is_left_aside() -> None:
    found = recognise(sheet(["Программа семинара", "", ""], ["Время", "Тема", "Зал"], ["10:00", "Цели", "2"]))
    assert (found.row_number, found.aside) == (2, ("Зал",))


def test_an_exact_heading_goes_before_a_likely_one() -> None:
    found = recognise(sheet(["Начало", "Тема следующего доклада", "Тема"], ["10:00", "a", "b"]))
    assert found.columns["title"] == 2


@pytest.mark.parametrize(
    ("rows", "code"),
    [
        ([["Анна", "Тимур"], ["10:00", "Цели"]], "programme_no_headings"),
        ([["Тема", "Докладчик"], ["Цели", "Тимур"]], "programme_no_start"),
        ([["Начало", "Докладчик"], ["10:00", "Тимур"]], "programme_no_title"),
    ],
)
def test_what_cannot_be_understood_is_refused_by_name(rows: list[list[str]], code: str) -> None:
    with pytest.raises(Refusal) as told:
        recognise(sheet(*rows))
    assert told.value.code == code


def test_the_sheet_with_times_and_titles_looks_most_like_a_programme() -> None:
    people = sheet(["ФИО", "Телефон", "Компания"], *[["Тимур Цой", "1", "2"]] * 50)
    programme = sheet(["Начало", "Тема"], ["10:00", "Цели"])
    assert likeness(programme) > likeness(people)
