"""The name in a row, whichever columns it is spread over."""

from collections.abc import Sequence

from hub.sheets.sheets import Row
from kiosk.full_names import FullName, is_patronymic, name_order, split_full_name
from kiosk.lists.heading_match import first_name_comes_first
from kiosk.lists.heading_words import FIRST_NAME, FULL_NAME, PATRONYMIC, SURNAME
from kiosk.lists.headings import Mapping
from kiosk.names import clean

# So much agreement among the rows of a column outweighs what its heading asks for.
_AGREEMENT = 0.3
_FEWEST = 3


class NameReader:
    """Reads names of one list; knows in which order its full names are written."""

    def __init__(self, mapping: Mapping, rows: Sequence[Row]) -> None:
        self._columns = {
            field: [column.index for column in mapping.of(field)]
            for field in (SURNAME, FIRST_NAME, PATRONYMIC, FULL_NAME)
        }
        self._first_name_first = {
            column.index: _first_name_first(column.heading, [row.cells[column.index] for row in rows])
            for field in (FULL_NAME, FIRST_NAME)
            for column in mapping.of(field)
        }

    def read(self, cells: Sequence[str]) -> FullName | None:
        """The name in its parts, None when there is none; not `certain` when it had to be guessed apart."""
        surname, first_name, patronymic = (self._filled(cells, field)[0] for field in (SURNAME, FIRST_NAME, PATRONYMIC))
        if surname and first_name:
            return _with_patronymic(surname, first_name, patronymic)
        full, at = self._filled(cells, FULL_NAME)
        if not (full or surname or first_name):
            return FullName("", patronymic, "", False) if patronymic else None
        alone = len((surname or first_name).split())
        if full and (not alone or (alone == 1 and len(full.split()) > 1)):
            name = split_full_name(full, self._first_name_first[at])
            return FullName(
                surname or name.surname, first_name or name.first_name, patronymic or name.patronymic, name.certain
            )
        return self._one_part(cells, surname, patronymic)

    def _one_part(self, cells: Sequence[str], surname: str, patronymic: str) -> FullName:
        """A CRM form with one field for the name leaves all of it in «Имя»."""
        if surname:
            name = split_full_name(surname) if len(surname.split()) > 1 else FullName(surname, "", "", True)
        else:
            first_name, at = self._filled(cells, FIRST_NAME)
            if len(first_name.split()) == 1:
                return FullName("", first_name, patronymic, True)
            name = split_full_name(first_name, self._first_name_first[at])
        guessed = bool(name.surname and name.first_name)
        return FullName(name.surname, name.first_name, patronymic or name.patronymic, not guessed)

    def _filled(self, cells: Sequence[str], field: str) -> tuple[str, int]:
        for index in self._columns[field]:
            if text := clean(cells[index]):
                return text, index
        return "", -1


def _first_name_first(heading: str, cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    evidence = name_order(filled)
    if abs(evidence) >= max(_FEWEST, _AGREEMENT * len(filled)):
        return evidence < 0
    return first_name_comes_first(heading)


def _with_patronymic(surname: str, first_name: str, patronymic: str) -> FullName:
    """A column «Имя и отчество» gives its second word to the patronymic."""
    given, _, second = first_name.partition(" ")
    if second and not patronymic and is_patronymic(second):
        return FullName(surname, given, second, True)
    return FullName(surname, first_name, patronymic, True)
