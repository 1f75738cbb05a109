"""`kiosk import attendees` from the command line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from hub import seminar
from hub.app import open_folder
from hub.cli import build
from hub.database import db
from hub.settings import Settings
from kiosk.models import Attendee
from tests.list_files import csv_bytes, put, xlsx_bytes

pytestmark = pytest.mark.usefixtures("folder")

SAMPLES = Path(__file__).parents[2] / "samples"


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
    return CliRunner().invoke(build(), ["import", "attendees", *map(str, words)])


def attendees() -> int:
    with db.connection_context():
        return Attendee.select().count()


def test_a_list_is_taken_in_and_told() -> None:
    result = run(SAMPLES / "bitrix24-leads.csv")
    assert result.exit_code == 0
    assert "Bitrix24 leads, headings in row 1" in result.output
    assert "Рабочий телефон → Phone" in result.output
    assert "new: 60, updated: 0, unchanged: 0, merged: 0, not taken in: 0" in result.output
    assert attendees() == 60


def test_a_dry_run_writes_nothing() -> None:
    result = run("--dry-run", SAMPLES / "tilda.csv")
    assert (result.exit_code, attendees()) == (0, 0)
    assert "new: 60" in result.output
    assert "Nothing was written" in result.output


def test_every_row_with_something_to_say_has_its_line(tmp_path: Path) -> None:
    rows = [
        ["Цой Тимур", "123"],
        ["Цой Тимур", "87010000002"],
        ["Тимур Цой", "+7 701 000 00 02"],
        ["", "87010000003"],
    ]
    result = run(put(tmp_path, csv_bytes([["ФИО", "Тел"], *rows])))
    assert "row 2, Цой Тимур: the phone does not look right" in result.output
    assert "row 4, Цой Тимур: some required fields are empty; names the same person as row 3" in result.output
    assert "row 5, 87010000003: there is no name in this row" in result.output


def test_columns_may_be_named_by_hand(tmp_path: Path) -> None:
    path = put(tmp_path, csv_bytes([["ФИО", "Чем занят", "Тел"], ["Цой Тимур", "РОП", "87010000002"]]))
    assert run(path, "--map", "Чем занят=position", "--map", "Тел=").exit_code == 0
    with db.connection_context():
        person = Attendee.get()
    assert (person.position, person.phone) == ("РОП", "")


def test_sheets_left_aside_are_named_and_may_be_chosen(tmp_path: Path) -> None:
    first = [["ФИО", "Тел"], ["Цой Тимур", "87010000002"], ["Қасымқызы Айгүл", "87010000001"]]
    path = put(tmp_path, xlsx_bytes(first, [["ФИО", "Тел"], ["Saidov Oʻtkir", "998900000003"]], names=["100%", "VIP"]))
    assert "Not read from this file: sheet “VIP” (rows: 2)." in run(path).output
    assert attendees() == 2
    assert "Not read from this file: sheet “100%” (rows: 3)." in run(path, "--sheet", "VIP").output
    assert attendees() == 3
    assert "There is no sheet “vip”. The sheets are: 100%, VIP" in run(path, "--sheet", "vip").output


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (["nothing.csv"], 1, "There is no such file: nothing.csv"),
        ([str(SAMPLES / "truth.json")], 1, "No row of headings was found"),
        ([str(SAMPLES / "tilda.csv"), "--map", "Nope=phone"], 1, "There is no heading “Nope”"),
        ([str(SAMPLES / "tilda.csv"), "--map", "Phone=fon"], 1, "There is no field “fon”"),
        ([str(SAMPLES / "tilda.csv"), "--map", "Phone"], 2, "HEADING=FIELD"),
        ([], 2, "FILE"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(words: list[str], code: int, said: str) -> None:
    result = run(*words)
    assert (result.exit_code, attendees()) == (code, 0)
    assert said in result.output
