"""Tables that CRMs call .xls: an HTML page, or the XML of Excel 2003."""

import codecs
import re
from collections import defaultdict
from html.parser import HTMLParser

from hub.errors import Refusal
from hub.sheets.encodings import decode
from hub.sheets.sheets import MOST_COLUMNS, Sheet, sheet_of

_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w-]+)""", re.IGNORECASE)
_UNSEEN = frozenset({"script", "style", "title", "documentproperties"})
_CELLS = frozenset({"td", "th", "cell"})
_ROWS = frozenset({"tr", "row"})
_MOST_ROWS_SPANNED = 1_000

Attributes = list[tuple[str, str | None]]


def read_html(data: bytes) -> list[Sheet]:
    """Every table of the page that holds something. Raises Refusal `not_a_table` and those of `sheet_of`."""
    text, notes = _decoded(data)
    page = _Page()
    page.feed(text)
    page.close()
    sheets = [sheet_of("", enumerate(table.cells(), start=1), notes) for table in page.tables]
    found = [sheet for sheet in sheets if sheet.rows]
    if not found:
        raise Refusal("not_a_table")
    return found


def _decoded(data: bytes) -> tuple[str, tuple[str, ...]]:
    """The text by the charset the page declares, when it can be true; else by its bytes."""
    declared = _CHARSET.search(data[:2048])
    name = declared[1].decode("ascii").lower() if declared else ""
    if name not in ("", "utf-8", "utf8", "unicode", "utf-16"):
        try:
            return codecs.decode(data, name), ()
        except (LookupError, ValueError, TypeError):
            return decode(data)
    return decode(data)


class _Table:
    """Rows under construction: cells by column, and the columns that cells above reach down into."""

    def __init__(self) -> None:
        self.rows: list[dict[int, list[str]]] = []
        self.reaching: defaultdict[int, int] = defaultdict(int)
        self.column = 0

    def new_row(self, number: int | None = None) -> None:
        while number and len(self.rows) < number - 1 <= _MOST_ROWS_SPANNED * 20:
            self.rows.append({})
        self.rows.append({})
        self.reaching = defaultdict(int, {column: left - 1 for column, left in self.reaching.items() if left > 1})
        self.column = 0

    def new_cell(self, across: int, down: int, at: int | None) -> list[str]:
        """Begin a cell and return where its text goes."""
        if not self.rows:
            self.new_row()
        if at is not None:
            self.column = max(self.column, min(at - 1, MOST_COLUMNS))
        while self.reaching[self.column]:
            self.column += 1
        text: list[str] = []
        self.rows[-1][self.column] = text
        if down > 1:
            self.reaching.update(dict.fromkeys(range(self.column, self.column + across), down))
        self.column += across
        return text

    def cells(self) -> list[list[str]]:
        return [["".join(row.get(column, ())) for column in range(max(row, default=-1) + 1)] for row in self.rows]


class _Page(HTMLParser):
    """Collects tables; a table inside a cell is a table of its own."""

    def __init__(self) -> None:
        super().__init__()
        self.tables: list[_Table] = []
        self.open: list[_Table] = []
        self.text: list[str] | None = None
        self.unseen = 0

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        tag = tag.rpartition(":")[2]
        if tag in _UNSEEN:
            self.unseen += 1
        elif tag == "table":
            self.open.append(_Table())
            self.tables.append(self.open[-1])
            self.text = None
        elif tag == "br" and self.text is not None:
            self.text.append("\n")
        elif self.open and tag in _ROWS:
            self.open[-1].new_row(_number(attrs, "index"))
            self.text = None
        elif self.open and tag in _CELLS:
            across = min(_number(attrs, "colspan") or (_number(attrs, "mergeacross") or 0) + 1, MOST_COLUMNS)
            down = min(_number(attrs, "rowspan") or (_number(attrs, "mergedown") or 0) + 1, _MOST_ROWS_SPANNED)
            self.text = self.open[-1].new_cell(across, down, _number(attrs, "index"))

    def handle_endtag(self, tag: str) -> None:
        tag = tag.rpartition(":")[2]
        if tag in _UNSEEN:
            self.unseen = max(self.unseen - 1, 0)
        elif tag == "table" and self.open:
            self.open.pop()
            self.text = None
        elif tag in _CELLS or tag in _ROWS:
            self.text = None

    def handle_data(self, data: str) -> None:
        if self.text is not None and not self.unseen:
            self.text.append(data)


def _number(attrs: Attributes, name: str) -> int | None:
    for key, value in attrs:
        if key.rpartition(":")[2] == name and value and value.isdecimal() and len(value) < 6:
            return int(value)
    return None
