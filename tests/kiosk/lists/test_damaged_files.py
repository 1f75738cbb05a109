"""Damaged files give rows or a refusal, never anything else."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.errors import Refusal
from hub.sheets.sheets import Sheet
from hub.sheets.spreadsheet_worker import sheets_in
from hub.sheets.spreadsheets import read_all
from kiosk.lists.headings import draft
from tests.list_files import Rows, ods_bytes, put, xls_bytes

SAMPLES = Path(__file__).parents[2] / "samples"
ROWS: Rows = [["ФИО", "Телефон"], ["Цой Тимур", 87010000001], ["Қасымқызы Айгүл", "нет"]]
TEXTS = ["bitrix24-leads.csv", "bitrix24-leads.xls", "bitrix24-contacts-cp1251.csv", "google-forms.csv", "tilda.csv"]
WHOLE = {name: (SAMPLES / name).read_bytes() for name in TEXTS}
BOOKS = {"xlsx": (SAMPLES / "list-full-name.xlsx").read_bytes(), "xls": xls_bytes(ROWS), "ods": ods_bytes(ROWS)}


EXPECTED = {"read", "unreadable", "not_a_table", "empty", "too_heavy", "zip_bomb", "encrypted"}


def rows_or_refusal(data: bytes) -> list[Sheet]:
    try:
        return sheets_in(data)
    except Refusal:
        return []


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(TEXTS), st.integers(0, 8000), st.binary(max_size=40), st.booleans())
def test_damaged_text_gives_rows_or_a_refusal(name: str, at: int, junk: bytes, cut: bool) -> None:
    data = WHOLE[name]
    damaged = data[:at] + junk + (b"" if cut else data[at + len(junk) :])
    for sheet in rows_or_refusal(damaged):
        assert all(len(row.cells) == sheet.width for row in sheet.rows)
        draft(sheet)


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_give_rows_or_a_refusal(data: bytes) -> None:
    for sheet in rows_or_refusal(data):
        draft(sheet)


@pytest.mark.parametrize("kind", BOOKS)
@pytest.mark.parametrize("part", [0.02, 0.3, 0.6, 0.97])
@pytest.mark.parametrize("how", ["cut", "flipped", "zeroed"])
def test_a_damaged_workbook_gives_rows_or_a_refusal(tmp_path: Path, kind: str, part: float, how: str) -> None:
    data = BOOKS[kind]
    at = int(len(data) * part)
    changed = {
        "cut": data[:at],
        "flipped": data[:at] + bytes(byte ^ 0x55 for byte in data[at : at + 40]) + data[at + 40 :],
        "zeroed": data[:at] + bytes(200) + data[at + 200 :],
    }
    assert read_or_code(put(tmp_path, changed[how])) in EXPECTED


def read_or_code(path: Path) -> str:
    try:
        return "read" if read_all(path) else "nothing"
    except Refusal as refusal:
        return refusal.code
