"""Rows of a list that are not people: totals, headings repeated on every page, captions, spare numbers."""

from collections.abc import Sequence

from kiosk.contents import is_email, is_phone
from kiosk.folding import fold
from kiosk.heading_words import NOTE
from kiosk.headings import NAMES, Mapping

_TOTALS = frozenset(map(fold, ("Итого", "Всего", "Total", "Барлығы", "Жалпы", "Жами", "Jami", "Бардыгы", "Жыйынтык")))


def not_a_registrant(cells: Sequence[str], mapping: Mapping) -> str | None:
    """Why a row is no person: repeated_heading, totals_row, empty_row or caption; None when it may be one."""
    filled = [index for index, cell in enumerate(cells) if cell]
    if _repeats_headings(cells, filled, mapping):
        return "repeated_heading"
    if any(is_email(cells[index]) or is_phone(cells[index]) for index in filled):
        return None
    if fold(cells[filled[0]]).partition(" ")[0] in _TOTALS:
        return "totals_row"
    fields = {column.index: column.field for column in mapping.columns}
    if all(fields[index] in (None, NOTE) and _is_number(cells[index]) for index in filled):
        return "empty_row"
    if len(filled) == 1 and len(mapping.columns) > 1:
        only = cells[filled[0]]
        if fields[filled[0]] not in NAMES or ":" in only or any(map(str.isdigit, only)):
            return "caption"
    return None


def _repeats_headings(cells: Sequence[str], filled: Sequence[int], mapping: Mapping) -> bool:
    if not mapping.header_row_number:
        return False
    headings = {column.index: fold(column.heading) for column in mapping.columns}
    return all(fold(cells[index]) == headings[index] for index in filled)


def _is_number(cell: str) -> bool:
    return cell.strip(".)№# ").isdigit()
