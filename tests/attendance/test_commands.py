"""`kiosk export`."""

import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from flask import Flask
from openpyxl import load_workbook

from hub import cli
from hub.database import db
from hub.models import AuditEntry
from hub.settings import Settings
from tests.attendance.conftest import DayThatWas


@pytest.fixture(autouse=True)
def box(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_DATA", str(settings.data))


def kiosk(*words: object) -> Result:
    return CliRunner().invoke(cli.build(), [str(word) for word in words])


def test_the_list_is_written_whole_and_for_its_owner_alone(day: DayThatWas, tmp_path: Path) -> None:
    file = tmp_path / "Список.xlsx"
    done = kiosk("export", file)
    assert (done.exit_code, done.stderr) == (0, "")
    assert str(file) in done.stdout
    assert load_workbook(file).sheetnames == ["Участники", "Итоги дня"]
    assert file.stat().st_mode & 0o077 == 0
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [file.name]


def test_only_those_who_came_by_a_flag(day: DayThatWas, tmp_path: Path) -> None:
    file = tmp_path / "came.CSV"
    assert kiosk("export", file, "--came").exit_code == 0
    assert file.read_text("utf-8-sig").count("\n") == 1 + 3


def test_an_export_is_in_the_audit_log(app: Flask, day: DayThatWas, tmp_path: Path) -> None:
    kiosk("export", tmp_path / "list.csv")
    with db.connection_context():
        entry = AuditEntry.select().where(AuditEntry.action == "list_exported").get()
    assert (entry.who, entry.subject) == ("kiosk", "csv")


def test_an_earlier_file_is_replaced(day: DayThatWas, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("yesterday")
    assert kiosk("export", file).exit_code == 0
    assert "yesterday" not in file.read_text("utf-8-sig")


@pytest.mark.parametrize("name", ["list.pdf", "list", "xlsx"])
def test_another_kind_of_file_is_a_command_not_understood(tmp_path: Path, name: str) -> None:
    done = kiosk("export", tmp_path / name)
    assert done.exit_code == 2
    assert ".xlsx" in done.stderr


def test_a_folder_that_is_not_there_is_told_in_a_sentence(tmp_path: Path) -> None:
    done = kiosk("export", tmp_path / "nowhere" / "list.xlsx")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "Файл не записан" in done.stderr


def test_a_failed_write_leaves_the_earlier_file_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    file = tmp_path / "list.csv"
    file.write_text("yesterday")
    monkeypatch.setattr(os, "fsync", full)
    assert kiosk("export", file).exit_code == 1
    assert file.read_text() == "yesterday"
    assert [path.name for path in tmp_path.iterdir() if path.is_file()] == [file.name]


def test_a_folder_without_a_seminar_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_DATA", str(tmp_path / "empty"))
    assert kiosk("export", tmp_path / "list.csv").exit_code == 1
