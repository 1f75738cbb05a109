"""Rows of a list become registrants; what cannot become one is named with its reason. No row disappears."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from hub.folding import fold
from hub.sheets.sheets import Row, Sheet
from kiosk.emails import Emails, parse_email
from kiosk.full_names import FullName
from kiosk.lists import cell_values
from kiosk.lists.contents import is_email, is_phone
from kiosk.lists.heading_words import (
    COMPANY,
    CONSENT,
    EMAIL,
    EXTERNAL_ID,
    LANGUAGE,
    NOTE,
    PHONE,
    POSITION,
    REGISTERED_AT,
    STATUS,
)
from kiosk.lists.headings import Column, Mapping
from kiosk.lists.row_kinds import not_a_registrant
from kiosk.lists.row_names import NameReader
from kiosk.lists.sources import GOOGLE_FORMS, WEB_FORM
from kiosk.names import LONGEST_NAME, clean, is_lossy
from kiosk.phones import Phones, parse

# People put both contacts into one cell.
_ADDRESS = re.compile(r"[^\s,;]*@[^\s,;]*")
_COUNTERS = frozenset(map(fold, ("№", "№ п/п", "Номер п/п", "N", "No", "T/r", "Р/с", "Р/н")))

REQUIRED = ("surname", "first_name", "company", "position", "email", "phone")


@dataclass(frozen=True, slots=True)
class RowProblem:
    """A row that is no registrant.

    Codes: no_name, repeated_heading, totals_row, empty_row (only its number), caption, above_headings.
    """

    row: int
    code: str
    text: str


@dataclass(frozen=True, slots=True)
class Registrant:
    """One row, cleaned; "" is what the list does not say.

    `phone` and `email` are as written when they are not valid. `other_contacts` are the further valid phones
    (E.164) and addresses. `registered_at` is naive by the seminar's clock unless the list names a zone.
    `missing` are the required fields that are empty, `other` the columns that mean nothing to us.
    Warnings: name_split_guessed, lossy_letters, text_cut, phone_invalid, email_invalid, no_contact,
    required_missing, consent_refused, cancelled_in_source.
    """

    row: int
    surname: str
    first_name: str
    patronymic: str
    company: str
    position: str
    phone: str
    phone_e164: str
    email: str
    other_contacts: tuple[str, ...]
    consent: bool | None
    consent_written: str
    registered_at: dt.datetime | None
    external_ref: str
    status: str
    missing: tuple[str, ...]
    warnings: tuple[str, ...]
    other: dict[str, str] = field(default_factory=dict)

    @property
    def contacts(self) -> tuple[str, ...]:
        """Everything valid by which the person can be known again: phones in E.164, lower-case addresses."""
        email = (self.email,) if "email_invalid" not in self.warnings and self.email else ()
        return tuple(dict.fromkeys((*filter(None, (self.phone_e164,)), *email, *self.other_contacts)))


def registrants(sheet: Sheet, mapping: Mapping, country: str) -> Iterator[Registrant | RowProblem]:
    """Every row under the headings, in order, each exactly once; also title rows that hold a contact."""
    below = [row for row in sheet.rows if row.number > mapping.header_row_number]
    for row in sheet.rows:
        if row.number < mapping.header_row_number and any(is_email(cell) or is_phone(cell) for cell in row.cells):
            yield RowProblem(row.number, "above_headings", _text(row.cells))
    reader = _RowReader(mapping, below, country)
    for row in below:
        yield reader.read(row)


class _RowReader:
    """Reads the rows of one list by its mapping."""

    def __init__(self, mapping: Mapping, rows: Sequence[Row], country: str) -> None:
        self.mapping = mapping
        self.country = country
        self.names = NameReader(mapping, rows)
        self.columns = {name: mapping.of(name) for name in {column.field or NOTE for column in mapping.columns}}
        aside = (None, NOTE, LANGUAGE, STATUS)
        self.aside = [column for column in mapping.columns if column.field in aside and not _counts(column.heading)]
        self.columns[EXTERNAL_ID] = sorted(
            mapping.of(EXTERNAL_ID), key=lambda column: -len({row.cells[column.index] for row in rows})
        )
        dates = [row.cells[column.index] for column in self._of(REGISTERED_AT) for row in rows]
        self.month_first = mapping.source == GOOGLE_FORMS and not cell_values.writes_day_first(dates)

    def read(self, row: Row) -> Registrant | RowProblem:
        problem = not_a_registrant(row.cells, self.mapping)
        cells = row.cells
        if self.mapping.source == WEB_FORM:
            cells = [cell_values.web_form_answer(cell) for cell in cells]
        name = None if problem else self.names.read(cells)
        if name is None:
            return RowProblem(row.number, problem or "no_name", _text(row.cells))
        return self._registrant(row.number, cells, name)

    def _registrant(self, number: int, cells: Sequence[str], name: FullName) -> Registrant:
        phones, emails = self._phones(cells), self._emails(cells)
        company, position = self._first(cells, COMPANY), self._first(cells, POSITION)
        consent, status = self._first(cells, CONSENT), self._first(cells, STATUS)
        texts = (name.surname, name.first_name, name.patronymic, company, position)
        required = (name.surname, name.first_name, company, position, emails.raw, phones.raw)
        missing = tuple(field for field, value in zip(REQUIRED, required, strict=True) if not value)
        agreed = cell_values.consent(consent) if consent else None
        warnings = {
            "name_split_guessed": not name.certain and bool(name.surname and name.first_name),
            "lossy_letters": any(map(is_lossy, texts[:3])),
            "text_cut": any(len(text) > LONGEST_NAME for text in texts),
            "phone_invalid": bool(phones.raw and not phones.valid),
            "email_invalid": bool(emails.raw and not emails.valid),
            "no_contact": not (phones.valid or emails.valid),
            "required_missing": bool(missing),
            "consent_refused": agreed is False,
            "cancelled_in_source": cell_values.is_cancelled(status),
        }
        return Registrant(
            row=number,
            surname=_cut(name.surname),
            first_name=_cut(name.first_name),
            patronymic=_cut(name.patronymic),
            company=_cut(company),
            position=_cut(position),
            phone=phones.raw,
            phone_e164=phones.e164,
            email=emails.address or emails.raw,
            other_contacts=(*phones.others, *emails.others),
            consent=agreed,
            consent_written=consent,
            registered_at=cell_values.moment(self._first(cells, REGISTERED_AT), self.month_first),
            external_ref=self._external_ref(cells),
            status=status,
            missing=missing,
            warnings=tuple(code for code, holds in warnings.items() if holds),
            other={column.heading: cells[column.index] for column in self.aside if cells[column.index]},
        )

    def _first(self, cells: Sequence[str], field: str) -> str:
        return next((text for column in self._of(field) if (text := clean(cells[column.index]))), "")

    def _phones(self, cells: Sequence[str]) -> Phones:
        """All phones of the row's columns; the first valid one is the phone, with what its cell says."""
        written = [_without_addresses(cell) for cell in self._filled(cells, PHONE)]
        beside = [_without_addresses(cell) for cell in self._filled(cells, EMAIL)]
        found = [parse(cell, self.country) for cell in [*filter(None, written), *filter(is_phone, beside)]]
        main = next((phones for phones in found if phones.valid), found[0] if found else Phones("", ""))
        numbers = dict.fromkeys(number for phones in found for number in (phones.e164, *phones.others) if number)
        numbers.pop(main.e164, None)
        return Phones(main.raw[:LONGEST_NAME], main.e164, tuple(numbers))

    def _emails(self, cells: Sequence[str]) -> Emails:
        """All addresses of the row's columns, in the same way."""
        written = [*self._filled(cells, EMAIL), *(cell for cell in self._filled(cells, PHONE) if is_email(cell))]
        found = [parse_email(clean(cell)) for cell in written]
        main = next((emails for emails in found if emails.valid), found[0] if found else Emails("", ""))
        addresses = dict.fromkeys(one for emails in found for one in (emails.address, *emails.others) if one)
        addresses.pop(main.address, None)
        return Emails(main.raw[:LONGEST_NAME], main.address, tuple(addresses))

    def _external_ref(self, cells: Sequence[str]) -> str:
        known = self._first(cells, EXTERNAL_ID)
        return f"{self.mapping.source}:{known}"[:LONGEST_NAME] if known else ""

    def _filled(self, cells: Sequence[str], field: str) -> list[str]:
        return [cells[column.index] for column in self._of(field) if cells[column.index]]

    def _of(self, field: str) -> list[Column]:
        return self.columns.get(field, [])


def _counts(heading: str) -> bool:
    """Whether a column only numbers the rows: «№», «№ п/п», "T/r"."""
    return fold(heading) in _COUNTERS


def _without_addresses(cell: str) -> str:
    return clean(_ADDRESS.sub(" ", cell)).strip(" ,;") if "@" in cell else clean(cell)


def _cut(text: str) -> str:
    return text[:LONGEST_NAME].strip()


def _text(cells: Sequence[str]) -> str:
    """What the row says, short, for the person who looks for it."""
    return clean(" ".join(cell for cell in cells if cell))[:LONGEST_NAME]
