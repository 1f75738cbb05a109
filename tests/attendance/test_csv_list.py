"""The list as CSV."""

import csv
import io
from zoneinfo import ZoneInfo

import pytest
from flask import Flask

from attendance.attendance_list import lines
from attendance.columns import Reader
from attendance.csv_list import csv_list, inert
from hub.database import db
from tests.attendance.conftest import DayThatWas


@pytest.mark.parametrize(
    "text",
    [
        "=cmd|' /C calc'!A0",
        "+7 701 000 00 01",
        "+cmd",
        "-2+3",
        "@SUM(A1)",
        "  =1+1",
        "\t=1+1",
        "\r=1",
        "\x0b=1",
        "\xa0=1",
        "\tslipped",
        "＝1+1",
    ],
)
def test_what_a_spreadsheet_could_take_for_a_formula_is_made_inert(text: str) -> None:
    assert inert(text) == "'" + text


@pytest.mark.parametrize(
    "text", ["+77010000001", "Ёлкина-Берёзкина", "a@example.com", "", "Oʻtkir", "<script>alert(1)</script>", "’=1"]
)
def test_ordinary_text_and_true_phones_stay_as_they_are(text: str) -> None:
    assert inert(text) == text


@pytest.fixture
def file(app: Flask, day: DayThatWas) -> bytes:
    with app.app_context(), db.connection_context():
        return csv_list(lines(), Reader(ZoneInfo("Asia/Almaty")))


def test_excel_opens_it_with_its_letters_and_columns(file: bytes) -> None:
    assert file.startswith("\ufeffФамилия;Имя;Компания;Должность;Телефон;E-mail;Статус;".encode())
    assert file.count(b"\r\n") == 6
    assert file.count(b"\n") == file.count(b"\r\n")
    assert "Қасымқызы;Айгүл;ТОО «Алма Трейд»;Директор;+77010000001;aigul@example.com;В зале;".encode() in file


def test_every_row_has_every_column_and_full_times(file: bytes) -> None:
    header, *rows = csv.reader(io.StringIO(file.decode("utf-8-sig"), newline=""), delimiter=";")
    assert {len(row) for row in rows} == {len(header)}
    by_name = {row[1]: dict(zip(header, row, strict=True)) for row in rows}
    assert len(by_name["Айгүл"]["Первый вход"]) == len("2026-11-28 09:41:12")
    assert by_name["Нұрлан"]["Первый вход"] == ""
    assert by_name["Нұрлан"]["Согласие"] == "Нет данных"
