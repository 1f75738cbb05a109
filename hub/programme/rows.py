"""A programme's rows, read one by one: each becomes an item, a problem, or is said to hold nothing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from hub.errors import Refusal
from hub.programme import kind_words, row_cells, times
from hub.programme.heading_words import END, KIND, START, THESES
from hub.programme.headings import Mapping
from hub.programme.lines import MOST_ITEMS, Line
from hub.sheets.sheets import Row, Sheet

# An item without an end lasts until the next one, unless that would be unheard of.
LONGEST_GUESS = 180
MOST_ROWS = 2_000  # captions, theses and empty ones among them


class Outcome(StrEnum):
    """What became of a row."""

    ITEM = "item"
    JOINED = "joined"  # more theses of the item above
    PROBLEM = "problem"
    EMPTY = "empty"


@dataclass(frozen=True, slots=True)
class RowRead:
    """A row by its number in the file, with what it says in short.

    `line` is there for an item, `code` for a problem or an empty row, `into` (a row) for a joined one.
    `warnings` are codes of what was guessed, cut or left out; `told` are the fields that the file itself tells of.
    """

    row: int
    outcome: Outcome
    text: str
    line: Line | None = None
    code: str = ""
    warnings: tuple[str, ...] = ()
    into: int | None = None
    told: frozenset[str] = frozenset()


def read_rows(sheet: Sheet, mapping: Mapping) -> list[RowRead]:
    """Every row of the sheet in its order. Raises Refusal `too_many_items` (details: limit)."""
    if len(sheet.rows) > MOST_ROWS:
        raise Refusal("too_many_items", limit=MOST_ITEMS)
    headings = next(row.cells for row in sheet.rows if row.number == mapping.row_number)
    next_starts = _next_starts(sheet.rows, mapping.columns[START])
    found: list[RowRead] = []
    for at, row in enumerate(sheet.rows):
        if row.number == mapping.row_number:
            continue
        above = row.number < mapping.row_number
        code = "above_headings" if above else "repeated_heading" if row.cells == headings else ""
        text = " · ".join(cell for cell in row.cells if cell)[:120]
        if code:
            found.append(RowRead(row.number, Outcome.EMPTY, text, code=code))
        else:
            _add(found, row, text, mapping, next_starts[at])
    if sum(read.outcome == Outcome.ITEM for read in found) > MOST_ITEMS:
        raise Refusal("too_many_items", limit=MOST_ITEMS)
    return found


def _add(found: list[RowRead], row: Row, text: str, mapping: Mapping, next_start: int | None) -> None:
    said = {field: row.cells[index] for field, index in mapping.columns.items()}
    filled = {field for field, cell in said.items() if cell}
    if not filled:
        found.append(RowRead(row.number, Outcome.EMPTY, text, code="nothing_here"))
    elif filled == {START} and not any(map(str.isdigit, said[START])):
        found.append(RowRead(row.number, Outcome.EMPTY, text, code="caption"))
    elif filled == {THESES} and (owner := _last_item(found)) is not None:
        _join(found, owner, said[THESES])
        found.append(RowRead(row.number, Outcome.JOINED, text, into=found[owner].row))
    else:
        found.append(_read(row.number, text, said, next_start))


def _last_item(found: Sequence[RowRead]) -> int | None:
    """The place of the item that the last rows belong to."""
    for at in range(len(found) - 1, -1, -1):
        if found[at].outcome != Outcome.JOINED:
            return at if found[at].outcome == Outcome.ITEM else None
    return None


def _join(found: list[RowRead], at: int, more: str) -> None:
    owner = found[at]
    if owner.line is not None:
        theses, cut = row_cells.theses(f"{owner.line.theses}\n{more}")
        warnings = dict.fromkeys((*owner.warnings, *cut))
        found[at] = replace(owner, line=replace(owner.line, theses=theses), warnings=tuple(warnings))


def _read(number: int, text: str, said: dict[str, str], next_start: int | None) -> RowRead:
    try:
        start, end, warnings = _times(said, next_start)
        line, more = row_cells.line(said, times.clock(start), times.clock(end))
    except Refusal as refusal:
        return RowRead(number, Outcome.PROBLEM, text, code=refusal.code)
    guessed = {KIND} if kind_words.named(said.get(KIND, "")) is None else set()
    return RowRead(number, Outcome.ITEM, text, line, warnings=(*warnings, *more), told=frozenset(said.keys() - guessed))


def _times(said: dict[str, str], next_start: int | None) -> tuple[int, int, tuple[str, ...]]:
    """Start, end and warnings. Raises Refusal with the code of a problem."""
    start, end = _start(said[START])
    warnings: tuple[str, ...] = ()
    if written := said.get(END, ""):
        end = _clock(written, "end_unreadable")
    end = end if end is not None else row_cells.end_by_length(said, start)
    if end is None:
        if next_start is None or not start < next_start <= start + LONGEST_GUESS:
            raise Refusal("no_end")
        end, warnings = next_start, ("end_guessed",)
    if end <= start:
        raise Refusal("ends_before_start")
    return start, end, warnings


def _start(written: str) -> tuple[int, int | None]:
    if not written:
        raise Refusal("no_start")
    span = times.read_span(written)
    if span is None:
        raise Refusal("time_became_date" if times.is_bare_date(written) else "start_unreadable")
    return span


def _clock(written: str, otherwise: str) -> int:
    found = times.read_clock(written)
    if found is None:
        raise Refusal("time_became_date" if times.is_bare_date(written) else otherwise)
    return found


def _next_starts(rows: Sequence[Row], column: int) -> list[int | None]:
    """For each row, the first start that can be read below it."""
    found: list[int | None] = []
    start: int | None = None
    for row in reversed(rows):
        found.append(start)
        span = times.read_span(row.cells[column])
        start = span[0] if span is not None else start
    return found[::-1]
