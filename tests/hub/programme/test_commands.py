"""`kiosk import programme` from the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hub import seminar
from hub.app import open_folder
from hub.cli import build
from hub.database import db
from hub.programme import planning
from hub.settings import Settings
from tests.hub.programme.programmes import HEAD, SAMPLES
from tests.list_files import csv_bytes, put, xlsx_bytes

pytestmark = pytest.mark.usefixtures("folder")


@pytest.fixture
def folder(settings: Settings, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A seminar's folder that the command finds by its setting, speaking English."""
    monkeypatch.setenv("KIOSK_DATA", str(settings.data))
    monkeypatch.setenv("KIOSK_LANGUAGE", "en")
    open_folder(settings)
    with db.connection_context():
        seminar.begin(title="Продажи без потерь", date="2026-11-28")
    yield settings.data
    db.obj.dispose()


def run(*words: str | Path) -> Result:
    return CliRunner().invoke(build(), ["import", "programme", *map(str, words)])


def titles() -> list[str]:
    with db.connection_context():
        return [line.title for line in planning.current()]


@pytest.mark.parametrize("name", ["programme.csv", "programme.xlsx"])
def test_a_sample_is_taken_in_and_told(name: str) -> None:
    result = run(SAMPLES / name)
    assert result.exit_code == 0
    assert f"{name}: headings in row 1" in result.output
    assert "added: 10:05–10:45 CRM без потерь: обзор Битрикс24" in result.output
    assert "items: 8, unchanged: 0, rows not understood: 0\n" in result.output
    assert result.output.endswith("Done.\n")
    assert len(titles()) == 8


def test_a_dry_run_shows_what_would_change_and_writes_nothing() -> None:
    result = run("--dry-run", SAMPLES / "programme.csv")
    assert (result.exit_code, titles()) == (0, [])
    assert result.output.count("added:") == 8
    assert "Nothing was written" in result.output


def test_the_advice_of_the_page_is_told_too_each_sentence_once(tmp_path: Path) -> None:
    talks = [["10:00", "10:20", "Доклад", "Цели"], ["10:20", "10:40", "Доклад", "Сегменты"]]
    rows = [list(HEAD), *talks, ["10:40", "10:50", "Перерыв", "Кофе-брейк"]]
    told = run("--dry-run", put(tmp_path, csv_bytes(rows))).output
    assert told.count("! The coffee break is not in the middle of the programme.") == 1
    assert told.count("! Name the speaker.\n") == 1
    assert "20 points at stake\n" in told


def test_a_change_is_told_from_what_to_what_and_each_problem_by_its_row(tmp_path: Path) -> None:
    run(SAMPLES / "programme.csv")
    rows = [
        list(HEAD),
        ["10:50", "11:15", "Доклад", "Команда, которая продаёт", "Ерлан Сериков"],
        ["скоро", "", "", "Цели"],
    ]
    result = run("--dry-run", put(tmp_path, csv_bytes(rows)))
    assert "changed: 10:50–11:15 Команда, которая продаёт\n    Start: 10:45 → 10:50" in result.output
    assert "row 3, скоро · Цели: the start is no time" in result.output
    assert "removed: 12:45–13:00 Ответы на вопросы" in result.output
    assert "items: 1, unchanged: 0, rows not understood: 1" in result.output


def test_a_sheet_may_be_named(tmp_path: Path) -> None:
    rows = [list(HEAD), ["10:00", "10:30", "Доклад", "Цели"]]
    path = put(tmp_path, xlsx_bytes(rows, [*rows, ["10:30", "11:00", "Доклад", "Сегменты"]], names=["А", "Б"]))
    assert "Not read from this file: sheet “А” (rows: 2)." in run(path).output
    assert run(path, "--sheet", "А").exit_code == 0
    assert titles() == ["Цели"]


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nothing.csv"], 1, "There is no such file: nothing.csv"),
        ([str(SAMPLES / "tilda.csv")], 1, "No "),
        ([str(SAMPLES / "programme.xlsx"), "--sheet", "Нет"], 1, "There is no sheet “Нет”"),
        ([], 2, "FILE"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(words: list[str], code: int, said: str) -> None:
    result = run(*words)
    assert (result.exit_code, titles()) == (code, [])
    assert said in result.output


def test_both_imports_stand_in_one_group() -> None:
    result = CliRunner().invoke(build(), ["import", "--help"])
    assert "attendees" in result.output
    assert "programme" in result.output
