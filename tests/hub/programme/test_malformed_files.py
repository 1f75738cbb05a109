"""Damaged programmes give rows or a refusal, never anything else."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.errors import Refusal
from hub.feature import TEXTS
from hub.programme import headings, import_words, importing, words
from hub.programme.headings import Mapping
from hub.programme.rows import Outcome, read_rows
from hub.sheets.sheets import Sheet, sheet_of
from hub.sheets.spreadsheet_worker import sheets_in
from tests.hub.programme.programmes import SAMPLES
from tests.list_files import csv_bytes, put, xlsx_bytes

WHOLE = (SAMPLES / "programme.csv").read_bytes()
BOOK = (SAMPLES / "programme.xlsx").read_bytes()
OTHER_LISTS = ["google-forms.csv", "tilda.csv", "truth.json", "list-full-name.xlsx"]
cells = st.one_of(
    st.sampled_from(
        ["", "10:05", "10:45", "10.05.2026", "Начало", "Название", "Тезисы", "Конец", "Доклад", "40", "Кофе"]
    ),
    st.text(max_size=12),
)


def recognised(sheet: Sheet) -> Mapping | str:
    """The mapping, or the code of the refusal."""
    try:
        return headings.recognise(sheet)
    except Refusal as refusal:
        return refusal.code


def told(data: list[list[str]]) -> None:
    """Whatever the cells hold, each row has its outcome and its words."""
    sheet = sheet_of("", enumerate(data, start=1))
    mapping = recognised(sheet)
    headings.likeness(sheet)
    if isinstance(mapping, str):
        assert mapping in TEXTS
        return
    rows = read_rows(sheet, mapping)
    assert [row.row for row in rows] == [row.number for row in sheet.rows if row.number != mapping.row_number]
    for row in rows:
        assert (row.line is not None) == (row.outcome == Outcome.ITEM)
        import_words.reasons(row, str)


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.lists(cells, min_size=4, max_size=4), max_size=8))
def test_any_cells_have_outcomes(rows: list[list[str]]) -> None:
    told([["Начало", "Конец", "Название", "Тезисы"], *rows])
    told(rows)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.integers(0, len(WHOLE)), st.binary(max_size=40), st.booleans())
def test_damaged_text_gives_rows_or_a_refusal(at: int, junk: bytes, cut: bool) -> None:
    data = WHOLE[:at] + junk + (b"" if cut else WHOLE[at + len(junk) :])
    try:
        sheets = sheets_in(data)
    except Refusal:
        return
    for sheet in sheets:
        told([row.cells for row in sheet.rows])


@pytest.mark.parametrize("part", [0.02, 0.5, 0.97])
def test_a_cut_workbook_is_refused(tmp_path: Path, part: float) -> None:
    with pytest.raises(Refusal) as refused:
        importing.open_listing(put(tmp_path, BOOK[: int(len(BOOK) * part)]), "")
    assert refused.value.code in TEXTS


@pytest.mark.parametrize("name", OTHER_LISTS)
def test_another_list_is_no_programme(name: str) -> None:
    with pytest.raises(Refusal) as refused:
        importing.open_listing(SAMPLES / name, name)
    assert refused.value.code in words.TEXTS


@pytest.mark.parametrize("data", [b"", b";;;\n", b"%PDF-1.7", csv_bytes([["одна ячейка"]]), xlsx_bytes([["x"]])])
def test_what_holds_no_programme_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(Refusal):
        importing.open_listing(put(tmp_path, data), "")
