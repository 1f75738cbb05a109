"""The list as an Excel workbook, read back as Excel would."""

import io
import uuid
import zipfile
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from flask import Flask
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from attendance.export import export
from hub import i18n
from hub.database import db
from kiosk.models import Attendee
from kiosk.walk_ins import WalkIn, register
from tests.attendance.conftest import DayThatWas
from tests.conftest import TESTER

REPORT = ["Фамилия", "Имя", "Компания", "Должность", "Телефон", "E-mail"]
AFTER = ["Статус", "Первый вход", "Последний выход", "Стол", "Новый за столом", "Согласие"]


def made(app: Flask, **how: bool) -> bytes:
    with app.app_context(), db.connection_context():
        return export("xlsx", TESTER, **how).content


def opened(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


@pytest.fixture
def book(app: Flask, day: DayThatWas) -> Workbook:
    return opened(made(app))


def cells(sheet: Worksheet) -> dict[str, dict[str, object]]:
    """First name -> heading -> value."""
    header, *rows = sheet.iter_rows(values_only=True)
    found: list[dict[str, object]] = [dict(zip(map(str, header), row, strict=True)) for row in rows]
    return {str(row["Имя"]): row for row in found}


def test_the_reports_six_columns_come_first_then_the_day(book: Workbook) -> None:
    header = [cell.value for cell in book["Участники"][1]]
    assert header[:12] == REPORT + AFTER
    assert header[-1] == "Билет"


def test_cell_by_cell(book: Workbook, day: DayThatWas) -> None:
    rows = cells(book["Участники"])
    came = datetime.fromtimestamp(day.opened / 1000, ZoneInfo("Asia/Almaty")).replace(tzinfo=None)
    assert [rows["Айгүл"][name] for name in REPORT + AFTER] == [
        "Қасымқызы", "Айгүл", "ТОО «Алма Трейд»", "Директор", "+77010000001", "aigul@example.com",
        "В зале", came, None, "Стол 1", "Да", "Да",
    ]  # fmt: skip
    assert rows["Oʻtkir"]["Статус"] == "Выход отмечен"
    assert rows["Oʻtkir"]["Последний выход"] == came + timedelta(minutes=30)
    assert [rows["Ольга"][name] for name in AFTER] == ["Нет отметки", None, None, None, "Да", "Да"]
    assert [rows["Нұрлан"][name] for name in AFTER[-2:]] == ["Нет", "Нет данных"]
    assert rows["Нұрлан"]["Билет"] == day.people["nurlan"].code


def test_phones_are_text_and_times_are_times(book: Workbook) -> None:
    sheet = book["Участники"]
    for row in sheet.iter_rows(min_row=2):
        phone, entry = row[4], row[7]
        assert (phone.data_type, phone.number_format) == ("s", "@")
        assert entry.value is None or (entry.is_date and entry.number_format == "dd.mm.yyyy hh:mm")


def test_the_header_stays_and_filters_and_is_printed_on_every_page(book: Workbook) -> None:
    sheet = book["Участники"]
    assert sheet.freeze_panes == "C2"
    assert sheet.auto_filter.ref == "A1:Q6"
    assert sheet.print_title_rows == "$1:$1"
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.column_dimensions["A"].width > 20


def test_those_who_came_alone_make_a_shorter_list_under_the_same_figures(app: Flask, day: DayThatWas) -> None:
    book = opened(made(app, came_only=True))
    assert set(cells(book["Участники"])) == {"Айгүл", "Тимур", "Oʻtkir"}
    assert figures(book)["Зарегистрировано"] == 5


def figures(book: Workbook) -> dict[str, object]:
    sheet = book["Итоги дня"]
    return {str(name): value for name, value in sheet.iter_rows(min_row=3, max_col=2, values_only=True) if name}


def test_the_second_sheet_holds_the_figures_of_the_day(book: Workbook, day: DayThatWas) -> None:
    found = figures(book)
    begin = i18n.clock_time(day.opened, "Asia/Almaty")
    end = i18n.clock_time(day.opened + 300_000, "Asia/Almaty")
    assert [found[name] for name in ("Зарегистрировано", "Пришло", "Явка", "Новые участники", "Сейчас в зале")] == [
        5, 3, 0.6, 4, 2,
    ]  # fmt: skip
    assert (found["Пришло — Стол 1"], found["Пришло — Стол 2"], found["Пакетов выдано"]) == (2, 1, 1)
    assert (found["Первый приход"], found["Больше всего за 5 минут"]) == (begin, f"2 ({begin}–{end})")
    assert book["Итоги дня"]["B5"].number_format == "0.0%"


def test_the_arrivals_curve_is_a_chart_over_its_numbers(app: Flask, day: DayThatWas) -> None:
    content = made(app)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        chart = parts.read("xl/charts/chart1.xml").decode()
    assert "<c:barChart>" in chart
    assert "<c:lineChart>" in chart
    sheet = opened(content)["Итоги дня"]
    assert [(row[4], row[5]) for row in sheet.iter_rows(min_row=3, max_row=5, values_only=True)] == [
        (2, 2),
        (0, 2),
        (1, 3),
    ]


def test_a_seminar_that_nobody_came_to_has_a_list_and_no_chart(app: Flask, cast: dict[str, Attendee]) -> None:
    content = made(app)
    assert "xl/charts/chart1.xml" not in zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert figures(opened(content))["Явка"] == 0


@pytest.mark.parametrize("language", i18n.LANGUAGES)
def test_sheets_have_names_that_excel_takes_in_every_language(
    app: Flask, cast: dict[str, Attendee], language: str
) -> None:
    with i18n.speaking(language), db.connection_context():
        names = opened(export("xlsx", TESTER).content).sheetnames
    assert len({name.casefold() for name in names}) == 2


HOSTILE = {
    "=cmd|' /C calc'!A0": "=cmd|' /C calc'!A0",
    "=HYPERLINK(\"http://example.com\")": "=HYPERLINK(\"http://example.com\")",
    "http://example.com": "http://example.com",
    "{=1+1}": "{=1+1}",
    "00123": "00123",
    "<script>alert(1)</script>": "<script>alert(1)</script>",
    "Ж" * 300: "Ж" * 300,
    "\u202eעברית": "עברית",
    "Тест\x0bов": "Тест ов",
    "ʻӨмірbek": "ʻӨмірbek",
    "_x0041_": "_x0041_",
    "a&b\ufffe": "a&b",
}  # fmt: skip


def test_hostile_names_are_ordinary_text_in_every_cell(app: Flask) -> None:
    with app.app_context(), db.connection_context():
        for number, name in enumerate(HOSTILE):
            fields = {
                "surname": name, "first_name": f"Гость {number}", "company": name, "position": name,
                "phone": "+7 701 000 00 01", "email": f"guest{number}@example.com",
            }  # fmt: skip
            register(WalkIn(str(uuid.uuid4()), fields, consent=True), TESTER)
    content = made(app)
    assert not any("externalLink" in part for part in zipfile.ZipFile(io.BytesIO(content)).namelist())
    sheet = opened(content)["Участники"]
    rows = cells(sheet)
    for number, shown in enumerate(HOSTILE.values()):
        row = rows[f"Гость {number}"]
        assert (row["Фамилия"], row["Компания"], row["Должность"]) == (shown, shown, shown)
    assert {cell.data_type for row in sheet.iter_rows(max_col=6) for cell in row} == {"s"}
    assert all(cell.hyperlink is None for row in sheet.iter_rows() for cell in row)


def test_ten_thousand_people_fit_in_a_file(app: Flask) -> None:
    with app.app_context(), db.connection_context():
        people = [
            {"code": f"K{number:015}", "surname": f"Цой {number}", "first_name": "Тимур", "source": "list",
             "created_at": 0, "sort_key": f"{number:05}", "phone": "+77010000002", "phone_e164": "+77010000002"}
            for number in range(10_000)
        ]  # fmt: skip
        with db.atomic():
            for start in range(0, len(people), 1000):
                Attendee.insert_many(people[start : start + 1000]).execute()
        exported = export("xlsx", TESTER)
    assert exported.people == 10_000
