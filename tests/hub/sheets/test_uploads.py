"""Files on their way in."""

import os
from pathlib import Path

import pytest

from hub import clock
from hub.errors import Refusal
from hub.folder import Folder
from hub.sheets import uploads


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    found = Folder(tmp_path / "data")
    found.create()
    return found


def test_a_kept_file_is_found_by_its_id_and_its_owner_alone_may_read_it(folder: Folder) -> None:
    kept = uploads.keep(folder, "C:\\Users\\Динара\\список.csv", b"a;b")
    found = uploads.find(folder, kept.id)
    assert (found.filename, found.path.read_bytes(), found.run) == ("список.csv", b"a;b", None)
    assert found.path.stat().st_mode & 0o077 == 0


def test_ids_cannot_be_guessed_or_be_paths(folder: Folder) -> None:
    ids = {uploads.keep(folder, "a.csv", b"").id for _ in range(20)}
    assert len(ids) == 20
    for name in ("", "..", "../secret_key", "a" * 22, next(iter(ids)) + ".json"):
        with pytest.raises(Refusal) as refused:
            uploads.find(folder, name)
        assert refused.value.code == "upload_gone"


def test_what_was_taken_in_keeps_its_import_and_loses_its_content(folder: Folder) -> None:
    kept = uploads.keep(folder, "a.csv", b"a;b")
    kept.done(7)
    assert uploads.find(folder, kept.id).run == 7
    assert not kept.path.exists()


def test_files_of_yesterday_are_swept(folder: Folder) -> None:
    old = uploads.keep(folder, "a.csv", b"a;b")
    yesterday = clock.now() / 1000 - 25 * 3600
    for path in folder.uploads.iterdir():
        os.utime(path, (yesterday, yesterday))
    uploads.keep(folder, "b.csv", b"")
    with pytest.raises(Refusal):
        uploads.find(folder, old.id)
    assert not old.path.exists()
