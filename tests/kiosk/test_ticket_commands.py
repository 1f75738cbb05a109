"""`kiosk tickets`."""

from pathlib import Path

import pytest
import zxingcpp
from click.testing import CliRunner, Result
from flask import Flask
from PIL import Image

from hub import cli
from hub.database import db
from hub.settings import Settings
from kiosk.models import Attendee


@pytest.fixture(autouse=True)
def box(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_DATA", str(settings.data))


def kiosk(*words: object) -> Result:
    return CliRunner().invoke(cli.build(), [str(word) for word in words])


def test_everybody_gets_a_picture_named_for_the_person(cast: dict[str, Attendee], tmp_path: Path) -> None:
    done = kiosk("tickets", tmp_path / "Билеты")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "5" in done.stdout
    files = {path.name: path for path in (tmp_path / "Билеты").iterdir()}
    assert set(files) == {f"{person.surname} {person.first_name} - {person.code}.png" for person in cast.values()}
    for person in cast.values():
        file = files[f"{person.surname} {person.first_name} - {person.code}.png"]
        assert file.stat().st_mode & 0o077 == 0
        with Image.open(file) as picture:
            assert [found.text for found in zxingcpp.read_barcodes(picture)] == [person.code]


def test_a_second_run_writes_the_same_files(cast: dict[str, Attendee], tmp_path: Path) -> None:
    kiosk("tickets", tmp_path / "tickets")
    before = sorted(path.name for path in (tmp_path / "tickets").iterdir())
    assert kiosk("tickets", tmp_path / "tickets").exit_code == 0
    assert sorted(path.name for path in (tmp_path / "tickets").iterdir()) == before


def test_a_name_never_leads_out_of_the_folder(cast: dict[str, Attendee], tmp_path: Path) -> None:
    with db.connection_context():
        Attendee.update(surname="../../Цой", first_name="Ж" * 400).where(Attendee.id == cast["timur"].id).execute()
    assert kiosk("tickets", tmp_path / "tickets").exit_code == 0
    assert len(list((tmp_path / "tickets").iterdir())) == 5


def test_who_has_cancelled_gets_none(cast: dict[str, Attendee], tmp_path: Path) -> None:
    with db.connection_context():
        Attendee.update(cancelled=True).where(Attendee.id == cast["timur"].id).execute()
    kiosk("tickets", tmp_path / "tickets")
    assert not list((tmp_path / "tickets").glob("Цой*"))


def test_a_folder_that_cannot_be_is_told_in_one_sentence(cast: dict[str, Attendee], tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    done = kiosk("tickets", tmp_path / "taken" / "tickets")
    assert done.exit_code == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "taken" in done.stderr
