"""The seminar's folder holds personal data: it is its owner's alone."""

import stat
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from flask import Flask

from hub.app import create_app
from hub.errors import Refusal
from hub.folder import Folder
from hub.settings import Settings


def mode(path: Path) -> int:
    """Who may do what with a path."""
    return stat.S_IMODE(path.stat().st_mode)


def test_nobody_else_may_look_into_the_folder(app: Flask, settings: Settings) -> None:
    assert mode(settings.data) == 0o700
    assert mode(settings.data / "secret_key") == 0o600


def test_the_key_is_made_once_even_by_many_starters(tmp_path: Path) -> None:
    folder = Folder(tmp_path)
    with ThreadPoolExecutor(8) as crowd:
        keys = set(crowd.map(lambda _: folder.secret_key(), range(32)))
    assert len(keys) == 1
    assert len(keys.pop()) == 32
    assert [path.name for path in tmp_path.iterdir()] == ["secret_key"]


def test_a_folder_without_a_seminar_is_not_served(settings: Settings) -> None:
    with pytest.raises(Refusal, match="no_seminar"):
        create_app(settings)


def test_everything_is_written_inside_the_folder(app: Flask, settings: Settings, tmp_path: Path) -> None:
    assert {path.name for path in tmp_path.iterdir()} == {"data"}
    assert {path.name.split("-")[0] for path in settings.data.iterdir()} >= {"seminar.sqlite3", "secret_key"}
