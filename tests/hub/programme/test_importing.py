"""Programmes from files of every kind."""

import datetime as dt
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from hub.errors import Refusal
from hub.programme import importing, planning, times
from hub.programme.kinds import Kind
from hub.programme.rows import Outcome
from tests.hub.programme.programmes import BY, HEAD, SAMPLES, planned
from tests.list_files import Rows, csv_bytes, ods_bytes, put, xls_bytes, xlsx_bytes

pytestmark = pytest.mark.usefixtures("database")

ROWS: Rows = [list(HEAD), ["10:05", "10:45", "Доклад", "Цели", "Тимур Цой", "ИП Серикова", "Один; Два"]]
SAMPLE = [
    ("09:30", "10:00", Kind.REGISTRATION, "", 0),
    ("10:00", "10:05", Kind.OPENING, "Анна Ким", 0),
    ("10:05", "10:45", Kind.PRODUCT_TALK, "Анна Ким", 3),
    ("10:45", "11:15", Kind.TALK, "Ерлан Сериков", 3),
    ("11:15", "11:45", Kind.BREAK, "", 0),
    ("11:45", "12:15", Kind.TALK, "Динара Ахметова", 2),
    ("12:15", "12:45", Kind.WORKSHOP, "Тимур Бакиров", 2),
    ("12:45", "13:00", Kind.QUESTIONS, "", 0),
]


@pytest.mark.parametrize("name", ["programme.csv", "programme.xlsx"])
def test_a_sample_gives_its_eight_items(name: str) -> None:
    listing = importing.open_listing(SAMPLES / name, name)
    assert [row.outcome for row in listing.rows] == [Outcome.ITEM] * 8
    importing.apply(listing, BY)
    kept = planning.current()
    assert [(line.start, line.end, line.kind, line.speaker, len(line.points)) for line in kept] == SAMPLE


def test_both_samples_are_one_programme_and_the_second_changes_nothing() -> None:
    assert importing.apply(importing.open_listing(SAMPLES / "programme.csv", ""), BY) is not None
    before = planning.current()
    listing = importing.open_listing(SAMPLES / "programme.xlsx", "")
    made = importing.plan(listing)
    assert (made.changes, made.unchanged) == ([], 8)
    assert importing.apply(listing, BY) is None
    assert planning.current() == before


@pytest.mark.parametrize("build", [csv_bytes, xlsx_bytes, xls_bytes, ods_bytes])
def test_every_format_is_read(tmp_path: Path, build: Callable[[Rows], bytes]) -> None:
    (line,) = importing.open_listing(put(tmp_path, build(ROWS)), "").lines
    assert (line.start, line.end, line.kind, line.points) == ("10:05", "10:45", Kind.TALK, ["Один", "Два"])


MOMENT = dt.datetime(2026, 11, 28, 10, 5)  # noqa: DTZ001


@pytest.mark.parametrize(
    "written", [MOMENT.time(), MOMENT, 605 / times.DAY, 1005, dt.timedelta(minutes=605), "10ч05", "10:05 AM"]
)
def test_cells_of_a_workbook_are_times_whatever_their_format(tmp_path: Path, written: object) -> None:
    rows: Rows = [["Начало", "Конец", "Тема"], [written, "10:45", "Цели"]]
    (line,) = importing.open_listing(put(tmp_path, xlsx_bytes(rows)), "").lines
    assert line.start == "10:05"


def test_another_sheet_can_be_named(tmp_path: Path) -> None:
    other = [list(HEAD), ["09:00", "09:30", "Регистрация", "Сбор"], ["10:00", "10:30", "Доклад", "Иное"]]
    path = put(tmp_path, xlsx_bytes(ROWS, other, names=["План А", "План Б"]))
    assert importing.open_listing(path, "", "План А").lines[0].title == "Цели"
    listing = importing.open_listing(path, "")
    assert (listing.lines[0].title, listing.sheet.unread) == ("Сбор", (("План А", 2),))


def test_what_a_person_has_written_survives_the_next_import() -> None:
    listing = importing.open_listing(SAMPLES / "programme.csv", "")
    importing.apply(listing, BY)
    talk = planning.current()[3]
    planning.save_item(int(talk.id or 0), replace(talk, phone="+7 701 000 00 02", questions_min=5), BY)
    importing.apply(listing, BY)
    assert planning.current()[3].phone == "+7 701 000 00 02"
    assert planning.current()[3].questions_min == 5


def test_a_row_that_is_not_understood_is_missing_and_the_plan_says_so(tmp_path: Path) -> None:
    before = planned()
    rows = [list(HEAD[:5]), *([line.start, line.end, "", line.title, line.speaker] for line in before)]
    rows[4][0] = "скоро"
    listing = importing.open_listing(put(tmp_path, csv_bytes(rows)), "")
    made = importing.plan(listing)
    assert listing.count(Outcome.PROBLEM) == 1
    assert [change.before for change in made.changes] == [before[3]]
    assert planning.current() == before, "a plan writes nothing"


def test_a_file_without_an_item_empties_no_programme(tmp_path: Path) -> None:
    before = planned()
    listing = importing.open_listing(put(tmp_path, csv_bytes([list(HEAD), ["скоро", "", "", "Цели"]])), "")
    with pytest.raises(Refusal) as told:
        importing.apply(listing, BY)
    assert (told.value.code, planning.current()) == ("programme_no_items", before)
