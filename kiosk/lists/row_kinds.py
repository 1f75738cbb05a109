"""Rows of a list that are not people: totals, headings repeated on every page, captions, spare numbers."""

from collections.abc import Sequence

from hub.folding import fold
from kiosk.lists.contents import is_email, is_phone
from kiosk.lists.heading_words import EMAIL, NOTE, PHONE
from kiosk.lists.headings import NAMES, Mapping
from kiosk.name_words import PATRONYMIC_PARTICLES

_TOTALS = frozenset(map(fold, ("Итого", "Всего", "Total", "Барлығы", "Жалпы", "Жами", "Jami", "Бардыгы", "Жыйынтык")))

_TELLING = frozenset({EMAIL, PHONE, *NAMES})
_CAPTION_WORDS = (
    "группа список участники гости спикеры докладчики партнёры организаторы пресса СМИ резерв VIP сотрудники guests "
    "speakers group press қонақтар"
)
_CAPTIONS = frozenset(map(fold, _CAPTION_WORDS.split()))


def not_a_registrant(cells: Sequence[str], mapping: Mapping) -> str | None:
    """Why a row is no person: repeated_heading, totals_row, empty_row or caption; None when it may be one."""
    filled = [index for index, cell in enumerate(cells) if cell]
    if _repeats_headings(cells, filled, mapping):
        return "repeated_heading"
    fields = {column.index: column.field for column in mapping.columns}
    if any(fields[index] in _TELLING and (is_email(cells[index]) or is_phone(cells[index])) for index in filled):
        return None
    if fold(cells[filled[0]]).partition(" ")[0] in _TOTALS:
        return "totals_row"
    if all(fields[index] in (None, NOTE) and _is_number(cells[index]) for index in filled):
        return "empty_row"
    if len(filled) == 1 and len(mapping.columns) > 1:
        only = cells[filled[0]]
        if fields[filled[0]] not in NAMES or _is_caption(only):
            return "caption"
    return None


def _repeats_headings(cells: Sequence[str], filled: Sequence[int], mapping: Mapping) -> bool:
    if not mapping.header_row_number:
        return False
    headings = {column.index: fold(column.heading) for column in mapping.columns}
    return all(fold(cells[index]) == headings[index] for index in filled)


def _is_caption(text: str) -> bool:
    """«Вторая группа», «Подготовил: Ким»: words of names begin with capitals, but for their particles."""
    if ":" in text or any(map(str.isdigit, text)) or _CAPTIONS & set(fold(text).split()):
        return True
    return any(word[0].islower() and fold(word) not in PATRONYMIC_PARTICLES for word in text.split()[1:])


def _is_number(cell: str) -> bool:
    return cell.strip(".)№# ").isdigit()
