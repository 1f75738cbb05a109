"""Finding the row of headings of a programme and what each column means."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from hub.errors import Refusal
from hub.folding import fold
from hub.programme.heading_words import EXACT, START, STEMS, TITLE
from hub.sheets.sheets import Sheet

MOST_TITLE_ROWS = 40
LONGEST_HEADING = 60


@dataclass(frozen=True, slots=True)
class Mapping:
    """Field -> place of its column from 0, the number of the row of headings, and the headings left aside."""

    columns: dict[str, int]
    row_number: int
    aside: tuple[str, ...]


def recognise(sheet: Sheet) -> Mapping:
    """The mapping of a sheet. Raises Refusal `programme_no_headings`, `programme_no_start`, `programme_no_title`."""
    mapping = _draft(sheet)
    if mapping is None:
        raise Refusal("programme_no_headings")
    for field in (START, TITLE):
        if field not in mapping.columns:
            headings = next(row.cells for row in sheet.rows if row.number == mapping.row_number)
            raise Refusal(f"programme_no_{field}", headings=[cell for cell in headings if cell])
    return mapping


def likeness(sheet: Sheet) -> tuple[int, int]:
    """How much a sheet looks like a programme: columns understood, with start and title or not, then rows."""
    mapping = _draft(sheet)
    whole = mapping is not None and {START, TITLE} <= mapping.columns.keys()
    return (len(mapping.columns) if mapping and whole else 0), len(sheet.rows)


def _draft(sheet: Sheet) -> Mapping | None:
    best: Mapping | None = None
    for row in sheet.rows[:MOST_TITLE_ROWS]:
        columns, aside = _columns(row.cells)
        if len(columns) > 1 and (best is None or len(columns) > len(best.columns)):
            best = Mapping(columns, row.number, aside)
    return best


def _columns(headings: Sequence[str]) -> tuple[dict[str, int], tuple[str, ...]]:
    """Each field's first column, an exact heading before a likely one."""
    told = [(*_field(heading), index) for index, heading in enumerate(headings) if heading]
    columns: dict[str, int] = {}
    for field, _sure, index in sorted(told, key=lambda found: not found[1]):
        if field is not None:
            columns.setdefault(field, index)
    taken = set(columns.values())
    return columns, tuple(heading for index, heading in enumerate(headings) if heading and index not in taken)


def _stems(stems: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(_stem(stem) for stem in stems.split())})")


def _stem(written: str) -> str:
    return re.escape(fold(written.rstrip("$").replace("_", " "))) + (r"\b" if written.endswith("$") else "")


_EXACT = {fold(heading): field for field, headings in EXACT.items() for heading in headings}
_RULES = [(field, _stems(stems)) for field, stems in STEMS]


@lru_cache(maxsize=1024)
def _field(heading: str) -> tuple[str | None, bool]:
    """What a heading speaks of (None: nothing to us), and whether it says so in the very words."""
    folded = fold(heading)
    if not folded or len(heading) > LONGEST_HEADING:
        return None, False
    if folded in _EXACT:
        return _EXACT[folded], True
    return next((field for field, pattern in _RULES if pattern.search(folded)), None), False
