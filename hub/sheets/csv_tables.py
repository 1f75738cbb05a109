"""Tables written as text with semicolons, commas, tabs or bars between the cells."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from itertools import islice

from hub.sheets.encodings import decode
from hub.sheets.sheets import Sheet, sheet_of

DELIMITERS = ";,\t|"

_SAMPLE_ROWS = 60
_KEPT_AS_TEXT = re.compile(r'="(.*)"', re.DOTALL)
_ASLEEP = re.compile(r"'[=+\-@]")
# More columns than this say nothing more about the delimiter.
_WIDE = 12
_LINE_END = re.compile(r"\r\n|\r|\n")
_HINT = re.compile(r"^sep=(.)\r?\n", re.IGNORECASE)
# A cell may well be an address of several lines; more of them, each like a row, are rows behind a lost quote.
_LINES_IN_CELL = 2


def read_csv(data: bytes) -> list[Sheet]:
    """The one table of the file. Raises Refusal `not_a_table` and those of `sheet_of`."""
    text, notes = decode(data)
    hint = _HINT.match(text)
    if hint:
        text = text[hint.end() :]
    delimiter = hint[1] if hint else _delimiter(text)
    try:
        records = list(_records(text, delimiter))
        mended = _swallowed(records, delimiter)
    except csv.Error:
        mended = True
    if mended:
        records = [_unquoted(line, delimiter) for line in _LINE_END.split(text)]
        notes = (*notes, "quotes_mended")
    plain = ([_plain(cell) for cell in record] for record in records)
    return [sheet_of("", enumerate(plain, start=1), notes)]


def _plain(cell: str) -> str:
    """The cell without what programs put around it to keep a number a text and a formula asleep."""
    if found := _KEPT_AS_TEXT.fullmatch(cell):
        return found[1].replace('""', '"')
    return cell[1:] if _ASLEEP.match(cell) else cell


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)


def _delimiter(text: str) -> str:
    """The sign that cuts most rows of the beginning into the same number of cells."""
    sample = text[:200_000]
    return max(DELIMITERS, key=lambda sign: _regularity(sample, sign))


def _regularity(sample: str, delimiter: str) -> float:
    try:
        rows = list(islice(_records(sample, delimiter), _SAMPLE_ROWS))
    except csv.Error:
        return 0
    widths = Counter(len(row) for row in rows if any(row))
    return max((count * min(width - 1, _WIDE) for width, count in widths.items()), default=0) / max(len(rows), 1)


def _swallowed(records: list[list[str]], delimiter: str) -> bool:
    """Whether a quote that was never closed has taken following rows into one cell."""
    usual = max((len(row) for row in records[:_SAMPLE_ROWS]), default=1) - 1
    return usual > 0 and any(
        sum(line.count(delimiter) >= usual for line in cell.splitlines()) >= _LINES_IN_CELL
        for row in records
        for cell in row
        if "\n" in cell
    )


def _unquoted(line: str, delimiter: str) -> list[str]:
    return [cell.strip().strip('"').replace('""', '"') for cell in line.split(delimiter)]
