"""Telling what a column holds by looking at its cells."""

import re
from collections.abc import Callable, Sequence
from itertools import islice

from hub.folding import fold
from kiosk.full_names import split_full_name
from kiosk.lists.heading_words import (
    COMPANY,
    COMPANY_FORMS,
    EMAIL,
    FULL_NAME,
    PHONE,
    POSITION,
    POSITION_STEMS,
    REGISTERED_AT,
)

ENOUGH = 0.6
SOME = 0.2
_SAMPLE = 100

_EMAIL = re.compile(r"[^@\s,;]+@[^@\s,;]+\.\w{2,}")
_PHONE_SIGNS = re.compile(
    r"(?:тел|моб|tel|phone|whatsapp|wa)?[\s.:]*[\d\s()+\-–.,;/]+(?:\w{3}\.?\s*\d+|e\+?\d+)?", re.IGNORECASE
)
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}(?:[ T]\d{1,2}:\d{2}.*)?")
_NAME = re.compile(r"[^\W\d_][^\d_@:/\\!<>=*%№#]*|\?[^\d_@:/\\!<>=*%№#]+")
_FORM = re.compile(rf"\b(?:{'|'.join(sorted(map(fold, COMPANY_FORMS.split()), key=len, reverse=True))})\b")
_POST = re.compile(
    r"\b(?:" + "|".join(fold(s.rstrip("$")) + (r"\b" if s.endswith("$") else "") for s in POSITION_STEMS.split()) + ")"
)


def is_email(cell: str) -> bool:
    """Whether the cell holds an e-mail address and little else."""
    return _EMAIL.search(cell) is not None and len(cell) < 200


def is_phone(cell: str) -> bool:
    """Whether the cell is written like a phone, or like several, valid or not."""
    digits = sum(sign.isdigit() for sign in cell)
    return 9 <= digits <= 40 and _PHONE_SIGNS.fullmatch(cell.strip()) is not None and not _DATE.fullmatch(cell)


def is_date(cell: str) -> bool:
    """Whether the cell is a date, with or without a time."""
    return _DATE.fullmatch(cell.strip()) is not None


def is_full_name(cell: str) -> bool:
    """Whether the cell is a name of two to five words, by the evidence of endings and known names."""
    if not (_NAME.fullmatch(cell) and 2 <= len(cell.split()) <= 5) or is_company(cell) or is_position(cell):
        return False
    return split_full_name(cell).certain


def is_company(cell: str) -> bool:
    """Whether the cell names a legal form, or something in quotation marks."""
    return _FORM.search(fold(cell)) is not None or ("«" in cell and "»" in cell)


def is_position(cell: str) -> bool:
    """Whether the cell names a job."""
    return len(cell) < 100 and _POST.search(fold(cell)) is not None


_TESTS: tuple[tuple[str, Callable[[str], bool], float], ...] = (
    (EMAIL, is_email, ENOUGH),
    (REGISTERED_AT, is_date, ENOUGH),
    (PHONE, is_phone, ENOUGH),
    (COMPANY, is_company, 0.4),
    (POSITION, is_position, 0.4),
    (FULL_NAME, is_full_name, 0.5),
)


def share(cells: Sequence[str], test: Callable[[str], bool]) -> float:
    """The part of the filled cells that pass, 0 to 1, by the first hundred of them."""
    filled = list(islice((cell for cell in cells if cell), _SAMPLE))
    return sum(map(test, filled)) / len(filled) if filled else 0.0


def field_by_content(cells: Sequence[str]) -> str | None:
    """The field that the cells of a column speak for, if any does clearly."""
    return next((field for field, test, least in _TESTS if share(cells, test) >= least), None)


def contradicts(field: str, cells: Sequence[str]) -> bool:
    """Whether the cells cannot be what the heading promises: a question about phones is not a phone."""
    if sum(map(bool, cells)) < 3:
        return False
    if field == PHONE:
        return share(cells, is_phone) < SOME and share(cells, lambda cell: sum(map(str.isdigit, cell)) >= 7) < SOME
    return field == EMAIL and share(cells, is_email) < SOME
