"""Reading a table from a file of any kind. The file is opened by another process; see `spreadsheet_worker`."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hub.errors import Refusal
from hub.sheets.sheets import MOST_BYTES, Row, Sheet

TIMEOUT_SECONDS = 60
_WORKER = "hub.sheets.spreadsheet_worker"
_ROOT = Path(__file__).resolve().parents[2]

# How much a sheet looks like what is wanted: anything that can be compared.
Likeness = Callable[[Sheet], Any]


def read(path: Path, likeness: Likeness, name: str | None = None) -> Sheet:
    """The sheet of this name, else the one of the greatest `likeness`; `unread` tells of the others.

    Raises Refusal `unknown_sheet` (details: name, known) and those of `read_all`.
    """
    sheets = read_all(path)
    wanted = [sheet for sheet in sheets if name in (None, sheet.name)]
    if not wanted:
        raise Refusal("unknown_sheet", name=name, known=[sheet.name for sheet in sheets])
    chosen = max(wanted, key=likeness)
    others = tuple((sheet.name, len(sheet.rows)) for sheet in sheets if sheet is not chosen)
    return replace(chosen, unread=others)


def read_all(path: Path) -> list[Sheet]:
    """Every sheet of the file that holds something.

    Raises Refusal `file_missing`, `file_too_big`, `empty`, `encrypted`, `zip_bomb`, `too_heavy`,
    `too_many_rows`, `too_many_columns`, `not_a_table` or `unreadable` (cut short, damaged).
    """
    try:
        size = path.stat().st_size
    except OSError:
        raise Refusal("file_missing", name=path.name) from None
    if not path.is_file():
        raise Refusal("file_missing", name=path.name)
    if size > MOST_BYTES:
        raise Refusal("file_too_big", limit_mb=MOST_BYTES // 1024 // 1024)
    return _sheets(_worker_output(path))


def _worker_output(path: Path) -> bytes:
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    try:
        done = subprocess.run(  # noqa: S603 - our own module, and a path that no shell sees
            [sys.executable, "-m", _WORKER, str(path.resolve())],
            capture_output=True,
            timeout=TIMEOUT_SECONDS,
            env=environment,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise Refusal("too_heavy") from None
    if done.returncode < 0 or b"MemoryError" in done.stderr:
        raise Refusal("too_heavy")
    if done.returncode:
        raise Refusal("unreadable")
    return done.stdout


def _sheets(output: bytes) -> list[Sheet]:
    answer = json.loads(output)
    if "refusal" in answer:
        raise Refusal(answer["refusal"], **answer["details"])
    return [
        Sheet(sheet["name"], [Row(number, cells) for number, cells in sheet["rows"]], tuple(sheet["notes"]))
        for sheet in answer["sheets"]
    ]
