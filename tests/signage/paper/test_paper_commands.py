"""`kiosk signs`."""

from pathlib import Path

import pytest
import zxingcpp
from click.testing import CliRunner, Result
from flask import Flask

from hub import cli
from hub.database import db
from hub.settings import Settings
from signage import route
from signage.arrows import Arrow
from signage.paper import paper_commands
from tests.signage.paper.printed import read
from tests.signage.way import add


@pytest.fixture(autouse=True)
def box(app: Flask, settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_DATA", str(settings.data))
    with app.app_context(), db.connection_context():
        route.begin("Стол регистрации", None)
        add("Главный вход", Arrow.DOOR)
        add("../../Холл", Arrow.RIGHT)


def kiosk(*words: object) -> Result:
    return CliRunner().invoke(cli.build(), [str(word) for word in words])


def test_every_sign_is_a_file_and_all_are_one(tmp_path: Path) -> None:
    folder = tmp_path / "Знаки"
    done = kiosk("signs", folder, "--address", "http://192.0.2.10:8000/")
    assert (done.exit_code, done.stderr) == (0, "")
    files = {path.name: read(path.read_bytes(), 6) for path in folder.iterdir()}
    assert {"1. Главный вход.pdf", "2. .. .. Холл.pdf"} <= set(files)
    most = max(files.values(), key=len)
    assert len(most) == sum(len(pages) for pages in files.values()) - len(most)
    assert str(len(files)) in done.stdout
    (sign,) = files["1. Главный вход.pdf"]
    assert [code.text for code in zxingcpp.read_barcodes(sign.picture)] == ["http://192.0.2.10:8000/route"]
    assert all(path.stat().st_mode & 0o077 == 0 for path in folder.iterdir())


def test_the_paper_and_the_languages_are_chosen(tmp_path: Path) -> None:
    options = ("--size", "A3", "--turned", "landscape", "--colour", "white", "--language", "en", "--language", "ru")
    assert kiosk("signs", tmp_path / "signs", *options, "--hall", "Зал «Достық»").exit_code == 0
    pages = [page for path in (tmp_path / "signs").iterdir() for page in read(path.read_bytes(), 1)]
    assert {(round(page.width), round(page.height)) for page in pages} == {(420, 297)}
    assert any("Зал «Достық»" in page.words() for page in pages)
    assert any(page.words().startswith("Registration Регистрация") for page in pages)


def test_a_hub_that_no_phone_can_reach_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_HOST", "127.0.0.1")
    monkeypatch.setattr(paper_commands, "write_signs", lambda *_: 0)
    assert "--address" in kiosk("signs", tmp_path).stdout
    assert "--address" not in kiosk("signs", tmp_path, "--address", "http://192.0.2.10:8000").stdout


@pytest.mark.parametrize("options", [("--size", "A5"), ("--language", "xx"), ("--colour", "red")])
def test_what_does_not_exist_is_not_understood(tmp_path: Path, options: tuple[str, ...]) -> None:
    assert kiosk("signs", tmp_path, *options).exit_code == 2


def test_a_folder_that_cannot_be_is_told_in_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    done = kiosk("signs", tmp_path / "taken" / "signs")
    assert done.exit_code == 1
    assert len(done.stderr.strip().splitlines()) == 1
    assert "taken" in done.stderr
