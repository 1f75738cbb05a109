"""What a file of any kind becomes: rows of text, each with the number a person sees beside it."""

from collections.abc import Iterable
from dataclasses import dataclass

from hub.errors import Refusal

MOST_BYTES = 10 * 1024 * 1024
MOST_ROWS = 20_000
MOST_COLUMNS = 200
MOST_LETTERS_IN_CELL = 2_000
MOST_CELLS = 1_000_000
MOST_LETTERS = 10_000_000


@dataclass(frozen=True, slots=True)
class Row:
    """`number` counts from 1 as the spreadsheet program shows it; `cells` are stripped, as many as the widest row."""

    number: int
    cells: list[str]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table without its blank rows. `notes` are codes of what was mended: cells_cut, quotes_mended, letters_lost.

    `unread` are the other tables of the same file: the name, empty when it has none, and how many rows it holds.
    """

    name: str
    rows: list[Row]
    notes: tuple[str, ...] = ()
    unread: tuple[tuple[str, int], ...] = ()

    @property
    def width(self) -> int:
        """Columns, the same in every row."""
        return len(self.rows[0].cells) if self.rows else 0


def sheet_of(name: str, numbered: Iterable[tuple[int, list[str]]], notes: Iterable[str] = ()) -> Sheet:
    """A sheet of the rows that hold something, without the empty columns at its right edge.

    Raises Refusal `too_many_rows`, `too_many_columns` or `too_heavy`.
    """
    kept: list[Row] = []
    found = dict.fromkeys(notes)
    width = filled = letters = 0
    for number, raw in numbered:
        cells = [cell.strip() for cell in raw]
        used = max((index for index, cell in enumerate(cells, start=1) if cell), default=0)
        if not used:
            continue
        if any(len(cell) > MOST_LETTERS_IN_CELL for cell in cells):
            cells = [cell[:MOST_LETTERS_IN_CELL] for cell in cells]
            found["cells_cut"] = None
        kept.append(Row(number, cells[:used]))
        width = max(width, used)
        letters += sum(map(len, cells))
        filled += sum(map(bool, cells))
        _refuse_excess(len(kept), width)
        if letters > MOST_LETTERS or filled > MOST_CELLS:
            raise Refusal("too_heavy")
    return Sheet(name, [Row(row.number, row.cells + [""] * (width - len(row.cells))) for row in kept], tuple(found))


def _refuse_excess(rows: int, columns: int) -> None:
    if rows > MOST_ROWS:
        raise Refusal("too_many_rows", limit=MOST_ROWS)
    if columns > MOST_COLUMNS:
        raise Refusal("too_many_columns", limit=MOST_COLUMNS)
