"""A person's corrections of what the columns of a list mean, as the preview's form carries them.

For each column the form holds its heading, the field it had at first and the field chosen now. Only what differs is a
choice; so what the next version of the importer recognises better is not held back by forms of today.
"""

from collections.abc import Mapping as Fields
from collections.abc import Sequence
from dataclasses import dataclass

from hub.sheets.sheets import MOST_COLUMNS, Row
from kiosk.lists.heading_words import FIELDS, LANGUAGE, NOTE
from kiosk.lists.headings import Mapping

# To leave a column aside has one name on the page.
ASIDE = (None, NOTE, LANGUAGE)
CHOICES = tuple(field for field in FIELDS if field not in ASIDE)


@dataclass(frozen=True, slots=True)
class ColumnChoice:
    """A line of the form. `first` and `field` are "" for a column left aside; `sample` is a cell of it."""

    index: int
    heading: str
    first: str
    field: str
    sample: str


def of_form(form: Fields[str, str]) -> dict[str, str | None]:
    """Heading -> chosen field (None to leave it aside), where the choice differs from what stood there at first."""
    chosen: dict[str, str | None] = {}
    for index in range(MOST_COLUMNS):
        heading, first, field = (form.get(f"{name}-{index}") for name in ("heading", "first", "field"))
        if heading and field is not None and field != first:
            chosen[heading] = field or None
    return chosen


def lines(mapping: Mapping, rows: Sequence[Row], form: Fields[str, str]) -> list[ColumnChoice]:
    """The lines to show: columns with a heading or something in them."""
    found = []
    for column in mapping.columns:
        sample = next((row.cells[column.index] for row in rows if row.cells[column.index]), "")
        field = "" if column.field in ASIDE else str(column.field)
        if column.heading or sample:
            first = form.get(f"first-{column.index}", field)
            found.append(ColumnChoice(column.index, column.heading, first, field, sample))
    return found
