"""The process that opens a stranger's file, with little memory and little time, so that the hub never has to.

Run as `python -m hub.sheets.spreadsheet_worker FILE`; writes one line of JSON: the sheets, or the refusal.
"""

import json
import re
import resource
import sys
from pathlib import Path

from hub.errors import Refusal
from hub.sheets.csv_tables import read_csv
from hub.sheets.html_tables import read_html
from hub.sheets.sheets import Sheet
from hub.sheets.workbooks import read_workbook

MEMORY_BYTES = 1024 * 1024 * 1024
CPU_SECONDS = 30

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OTHERS = (b"%PDF", b"{\\rtf", b"\x89PNG", b"Rar!", b"7z\xbc\xaf", b"GIF8", b"\xff\xd8\xff", b"\x1f\x8b")
_MARKUP = re.compile(rb"\s*<(?:\?xml|!doctype|!--|html|head|meta|body|style|div|table|\w+:?workbook)\b", re.IGNORECASE)


def sheets_in(data: bytes) -> list[Sheet]:
    """The sheets of a file of any kind, told by its content. Raises Refusal."""
    if not data.strip(b"\x00\t\r\n ") or data in (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff"):
        raise Refusal("empty")
    if data.startswith(_OTHERS):
        raise Refusal("not_a_table")
    sheets = _reader(data)
    if not any(sheet.rows for sheet in sheets):
        raise Refusal("empty")
    return sheets


def _reader(data: bytes) -> list[Sheet]:
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06", _OLD_OFFICE)):
        return read_workbook(data)
    start = data[:4096].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").removeprefix(b"\xff\xfe")
    if _MARKUP.match(start):
        return read_html(data)
    return read_csv(data)


def main(path: str) -> None:
    """Print what the file holds."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer: dict[str, object] = {"sheets": [_plain(sheet) for sheet in sheets_in(Path(path).read_bytes())]}
    except Refusal as refusal:
        answer = {"refusal": refusal.code, "details": refusal.details}
    json.dump(answer, sys.stdout)


def _plain(sheet: Sheet) -> dict[str, object]:
    return {"name": sheet.name, "notes": sheet.notes, "rows": [(row.number, row.cells) for row in sheet.rows]}


if __name__ == "__main__":
    main(sys.argv[1])
