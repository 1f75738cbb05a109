"""Lists on their way in: kept between the preview and the confirmation, gone when that is done or after a day."""

import fcntl
import json
import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from hub import clock
from hub.errors import Refusal
from hub.folder import Folder
from hub.sheets.sheets import MOST_BYTES

KEPT_MS = 24 * 3600_000
LONGEST_FILENAME = 120
_ID = re.compile(r"[A-Za-z0-9_-]{22}")


@dataclass(frozen=True, slots=True)
class Upload:
    """A kept file. `run` is the import it became, once it has been confirmed."""

    id: str
    path: Path
    filename: str
    run: int | None

    def done(self, run: int) -> None:
        """It has been taken in: the file goes, the number of its import stays for a second click."""
        _note(self.path, self.filename, run)
        self.path.unlink(missing_ok=True)


def keep(folder: Folder, filename: str, content: bytes) -> Upload:
    """Keep a file under an id nobody can guess. Raises Refusal `file_too_big` or `no_file_chosen`."""
    if not filename:
        raise Refusal("no_file_chosen")
    if len(content) > MOST_BYTES:
        raise Refusal("file_too_big", limit_mb=MOST_BYTES // 1024 // 1024)
    folder.uploads.mkdir(mode=0o700, exist_ok=True)
    _sweep(folder)
    upload = Upload(secrets.token_urlsafe(16), Path(), _plain(filename), None)
    path = folder.uploads / upload.id
    _note(path, upload.filename, None)
    path.touch(mode=0o600)
    path.write_bytes(content)
    return Upload(upload.id, path, upload.filename, None)


def find(folder: Folder, upload: str) -> Upload:
    """A kept file by its id. Raises Refusal `upload_gone`."""
    path = folder.uploads / upload
    note = path.with_suffix(".json")
    if not _ID.fullmatch(upload) or not note.exists():
        raise Refusal("upload_gone")
    said = json.loads(note.read_text(encoding="utf-8"))
    if said["run"] is None and not path.exists():
        raise Refusal("upload_gone")
    return Upload(upload, path, said["filename"], said["run"])


def drop(upload: Upload) -> None:
    """The person thought better of it."""
    for path in (upload.path, upload.path.with_suffix(".json"), upload.path.with_suffix(".lock")):
        path.unlink(missing_ok=True)


@contextmanager
def turn(upload: Upload) -> Iterator[None]:
    """One at a time: a double click waits here and then finds `run` filled in."""
    with upload.path.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _plain(filename: str) -> str:
    """The name alone, as text to show: no folders, no control characters."""
    name = re.split(r"[/\\]", filename)[-1]
    return "".join(sign for sign in name if sign.isprintable())[:LONGEST_FILENAME]


def _note(path: Path, filename: str, run: int | None) -> None:
    note, fresh = path.with_suffix(".json"), path.with_suffix(".new")
    fresh.touch(mode=0o600)
    fresh.write_text(json.dumps({"filename": filename, "run": run}), encoding="utf-8")
    fresh.replace(note)


def _sweep(folder: Folder) -> None:
    for path in folder.uploads.iterdir():
        try:
            old = clock.now() - path.stat().st_mtime * 1000 > KEPT_MS
        except FileNotFoundError:  # another upload sweeps at the same time
            continue
        if old:
            path.unlink(missing_ok=True)
