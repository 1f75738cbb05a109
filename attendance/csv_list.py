"""The list as CSV for Excel: UTF-8 with a byte order mark, semicolons, CRLF, nothing that could run as a formula."""

import csv
import io
import re
from collections.abc import Iterable
from datetime import datetime

from attendance.attendance_list import Line
from attendance.columns import COLUMNS, Cell, Reader

MEDIA = "text/csv; charset=utf-8"
_BOM = "\ufeff"
_PHONE = re.compile(r"\+\d{7,15}")
# A spreadsheet looks past white space and control characters; some also take the full-width signs of East Asia.
_FORMULA = re.compile(r"[\s\x00-\x20\x7f-\xa0]*[=+\-@＝＋－＠]|[\t\r]")


def csv_list(lines: Iterable[Line], reader: Reader) -> bytes:
    """The whole file, in the reader's language."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow([reader.say(column.heading) for column in COLUMNS])
    for line in lines:
        writer.writerow([_written(column.of(line, reader)) for column in COLUMNS])
    return (_BOM + text.getvalue()).encode()


def inert(text: str) -> str:
    """The cell's text, kept from being taken for a formula; a phone in international form stays as it is."""
    if _PHONE.fullmatch(text) or not _FORMULA.match(text):
        return text
    return "'" + text


def _written(cell: Cell) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(" ")
    return inert(cell or "")
