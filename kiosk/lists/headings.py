"""Finding the row of headings and what each column means.

Exact names of the known systems come first, then keywords in five languages, then what the cells look like.
"""

import hashlib
from collections.abc import Mapping as Choices
from collections.abc import Sequence
from dataclasses import dataclass, replace

from hub.errors import Refusal
from hub.folding import fold
from hub.sheets.sheets import Row, Sheet
from kiosk.lists.contents import contradicts, field_by_content, is_email, is_full_name, is_phone, share
from kiosk.lists.heading_match import field_of
from kiosk.lists.heading_words import (
    EMAIL,
    EXTERNAL_ID,
    FIELDS,
    FIRST_NAME,
    FULL_NAME,
    NOTE,
    PHONE,
    REGISTERED_AT,
    SURNAME,
)
from kiosk.lists.sources import BITRIX_LEAD, LIST, source_of

NAMES = frozenset({SURNAME, FIRST_NAME, FULL_NAME})
MOST_TITLE_ROWS = 40


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its place from 0, its heading, its field (None: kept aside), and how that is known.

    `how` is exact, keyword, content, manual or "".
    """

    index: int
    heading: str
    field: str | None
    how: str


@dataclass(frozen=True, slots=True)
class Mapping:
    """What the columns of a sheet mean.

    `header_row_number` is 0 when the list has no headings; its columns are then called A, B, … and
    `fingerprint` is "", for letters are nothing to remember a mapping by.
    """

    columns: tuple[Column, ...]
    source: str
    header_row_number: int
    fingerprint: str

    def of(self, field: str) -> list[Column]:
        """The columns of a field; the first that is filled counts, in this order."""
        return [column for column in self.columns if column.field == field]


def recognise(sheet: Sheet, choices: Choices[str, str | None] | None = None) -> Mapping:
    """The mapping of a sheet, with a person's choices (heading -> field, None to leave it out) on top.

    Raises Refusal `no_headings`, `no_name_column` (details: headings), `unknown_heading`, `unknown_field`.
    """
    mapping = draft(sheet, tuple(choices or ()))
    if choices:
        mapping = with_choices(mapping, choices)
    headings = [column.heading for column in mapping.columns if column.heading]
    if not any(column.field in NAMES for column in mapping.columns):
        raise Refusal("no_name_column" if mapping.header_row_number else "no_headings", headings=headings)
    if not mapping.header_row_number and not choices and sheet.width > 1 and _fields(mapping) < 2:
        raise Refusal("no_headings", headings=headings)
    return mapping


def draft(sheet: Sheet, named: Sequence[str] = ()) -> Mapping:
    """What can be told without a person; never refuses, so that a page can show it for correction.

    A row that holds every heading `named` by a person is the row of headings.
    """
    at, headings = _named_row(sheet, named) or _heading_row(sheet)
    if at is None:
        return _by_content_alone(sheet)
    cells = _columns(sheet, at + 1)
    source = source_of(headings)
    columns = [_column(index, heading, cells[index]) for index, heading in enumerate(headings)]
    columns = _with_contents(columns, cells)
    columns = [_in_context(column, cells[column.index], source) for column in columns]
    return Mapping(tuple(columns), source, sheet.rows[at].number, fingerprint(headings))


def with_choices(mapping: Mapping, choices: Choices[str, str | None]) -> Mapping:
    """The mapping corrected by hand. Raises Refusal `unknown_heading` or `unknown_field` (details: name, known)."""
    columns = list(mapping.columns)
    for heading, field in choices.items():
        if field is not None and field not in FIELDS:
            raise Refusal("unknown_field", name=field, known=list(FIELDS))
        wanted = [column.index for column in columns if column.heading.casefold() == heading.strip().casefold()]
        wanted = wanted or [column.index for column in columns if fold(column.heading) == fold(heading)]
        if not wanted:
            known = [column.heading for column in columns if column.heading]
            raise Refusal("unknown_heading", name=heading, known=known)
        for index in wanted:
            columns[index] = replace(columns[index], field=field, how="manual")
    return replace(mapping, columns=tuple(columns))


def fingerprint(headings: Sequence[str]) -> str:
    """The same for the same set of headings, whatever their order and spelling of letters."""
    known = "\n".join(sorted({fold(heading) or heading for heading in headings if heading}))
    return hashlib.sha256(known.encode()).hexdigest()


def likeness(sheet: Sheet) -> tuple[int, int]:
    """How much a sheet looks like a list of people: columns understood, with a name or not, then rows."""
    mapping = draft(sheet)
    named = any(column.field in NAMES for column in mapping.columns)
    return (_fields(mapping) if named else 0), len(sheet.rows)


def _fields(mapping: Mapping) -> int:
    return len({column.field for column in mapping.columns if column.field not in (None, NOTE)})


def _named_row(sheet: Sheet, named: Sequence[str]) -> tuple[int, list[str]] | None:
    wanted = {fold(heading) for heading in named}
    for at, row in enumerate(sheet.rows[:MOST_TITLE_ROWS]):
        if wanted and wanted <= {fold(cell) for cell in row.cells if cell}:
            return at, row.cells
    return None


def _heading_row(sheet: Sheet) -> tuple[int | None, list[str]]:
    """The place of the row of headings among `sheet.rows`, and the headings; None when there is none."""
    best: tuple[int, int | None, list[str]] = (0, None, [])
    rows = sheet.rows[:MOST_TITLE_ROWS]
    for at, row in enumerate(rows):
        score = _score(row.cells) or _stands_over(row.cells, sheet.rows[at + 1 : at + 4])
        if score > best[0]:
            best = (score, at, row.cells)
        if at and all(field_of(cell)[0] for cell in row.cells if cell):
            # Headings in two rows: what is merged downwards stands in the upper one only.
            both = [low or high for high, low in zip(rows[at - 1].cells, row.cells, strict=True)]
            if _score(both) > max(best[0], score):
                best = (_score(both), at, both)
    return best[1], best[2]


def _score(cells: Sequence[str]) -> int:
    """How much a row looks like headings: fields told by exact words or keywords, against cells of data."""
    filled = [cell for cell in cells if cell]
    if any(is_email(cell) or is_phone(cell) for cell in filled):
        return 0
    told = {field: how for field, how in map(field_of, filled) if field and field != NOTE}
    score = sum(3 if how == "exact" else 2 for how in told.values())
    named = NAMES & told.keys()
    if len(told) > 1 or (len(filled) == 1 and named and told[next(iter(named))] == "exact"):
        return score
    return score if named and len(filled) > 1 else 0


def _stands_over(cells: Sequence[str], below: Sequence[Row]) -> int:
    """1 for a row of words that stands over a column of phones or addresses, whatever its words are."""
    if any(is_email(cell) or is_phone(cell) for cell in cells):
        return 0
    for index, cell in enumerate(cells):
        under = [row.cells[index] for row in below]
        if cell and not any(map(str.isdigit, cell)) and 1 in (share(under, is_email), share(under, is_phone)):
            return 1
    return 0


def _column(index: int, heading: str, cells: Sequence[str]) -> Column:
    field, how = field_of(heading) if heading else (None, "")
    if field and how == "keyword" and contradicts(field, cells):
        return Column(index, heading, None, "content")
    return Column(index, heading, field, how)


def _with_contents(columns: list[Column], cells: Sequence[Sequence[str]]) -> list[Column]:
    """Columns whose headings say nothing, by their cells, for fields that no heading has claimed."""
    claimed = {column.field for column in columns}
    if claimed & NAMES:
        claimed.add(FULL_NAME)
    for at, column in enumerate(columns):
        if column.field or column.how == "content":
            continue
        field = field_by_content(cells[column.index])
        if field and field not in claimed:
            claimed.add(field)
            columns[at] = replace(column, field=field, how="content")
    return columns


def _in_context(column: Column, cells: Sequence[str], source: str) -> Column:
    """What a heading means in this source: a Bitrix24 TITLE is the lead's, and an ID that counts rows is none."""
    if source == BITRIX_LEAD and fold(column.heading) == fold("TITLE"):
        return replace(column, field=NOTE, how="exact")
    if source != LIST or column.field != EXTERNAL_ID:
        return column
    numbers = [int(cell) for cell in cells if cell.isdecimal() and len(cell) < 9]
    if numbers and max(numbers) <= 10 * len(cells) + 100:
        return replace(column, field=NOTE, how="content")
    return column


def _by_content_alone(sheet: Sheet) -> Mapping:
    cells = _columns(sheet, 0)
    columns = [Column(index, _letter(index), None, "") for index in range(sheet.width)]
    columns = _with_contents(columns, cells)
    if not any(column.field in (EMAIL, PHONE, REGISTERED_AT) for column in columns) and sheet.width > 1:
        sure = [column for column in columns if column.field == FULL_NAME]
        if not any(share(cells[column.index], is_full_name) > 0.8 for column in sure):
            columns = [replace(column, field=None, how="") for column in columns]
    return Mapping(tuple(columns), LIST, 0, "")


def _columns(sheet: Sheet, first: int) -> list[list[str]]:
    rows = sheet.rows[first:]
    return [[row.cells[index] for row in rows] for index in range(sheet.width)]


def _letter(index: int) -> str:
    """A, B, …, Z, AA: what a spreadsheet program calls the column."""
    high, low = divmod(index, 26)
    return (_letter(high - 1) if high else "") + chr(ord("A") + low)
