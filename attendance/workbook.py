"""The list as an Excel workbook: the people on the first sheet, the day in figures on the second."""

import io
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any

from flask_babel import gettext as _

from attendance.attendance_list import Line
from attendance.columns import COLUMNS, Cell, Kind, Reader
from attendance.day import Day
from attendance.day_sheet import add_day_sheet
from hub.models import Seminar

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

MEDIA = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# Excel refuses a longer cell; XlsxWriter would drop it whole.
LONGEST_CELL = 32_000
_OPTIONS = {
    "in_memory": True,  # nothing with names in it is written outside the seminar's folder
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT = {"font_name": "Calibri", "font_size": 11}
_HEADER = {"bold": True, "bg_color": "#E8E7F8", "bottom": 1, "text_wrap": True, "valign": "vcenter"}


def workbook(lines: Sequence[Line], day: Day, handed: dict[str, int], reader: Reader, seminar: Seminar) -> bytes:
    """The whole file, in the reader's language. `handed` counts packs and questionnaires."""
    # Imported where it is needed: 8 MB and 0.15 s that a hub at the desk need not spend (measured).
    from xlsxwriter import Workbook

    file = io.BytesIO()
    with Workbook(file, _OPTIONS) as book:
        book.set_properties({"title": seminar.title, "company": seminar.organiser})
        _add_list(book, lines, reader)
        add_day_sheet(book, day, handed, reader, seminar)
    return file.getvalue()


def _add_list(book: "Workbook", lines: Sequence[Line], reader: Reader) -> None:
    sheet = book.add_worksheet(_("Attendees"))
    header = book.add_format({**_FONT, **_HEADER})
    formats = {
        Kind.TEXT: book.add_format({**_FONT, "num_format": "@", "valign": "top"}),
        Kind.TIME: book.add_format({**_FONT, "num_format": "dd.mm.yyyy hh:mm", "valign": "top", "align": "left"}),
    }
    for index, column in enumerate(COLUMNS):
        sheet.set_column(index, index, column.width, formats[column.kind])
        sheet.write_string(0, index, reader.say(column.heading), header)
    for row, line in enumerate(lines, start=1):
        for index, column in enumerate(COLUMNS):
            _write(sheet, row, index, column.of(line, reader), formats[column.kind])
    _arrange(sheet, len(lines))


def _write(sheet: "Worksheet", row: int, column: int, cell: Cell, form: Any) -> None:
    """A text is always written as a text: nobody's name is a formula, a number or a link."""
    if isinstance(cell, datetime):
        sheet.write_datetime(row, column, cell, form)
    elif cell:
        sheet.write_string(row, column, cell[:LONGEST_CELL], form)


def _arrange(sheet: "Worksheet", count: int) -> None:
    """For the eye (header that stays, filters) and for paper (landscape, one page wide, header on each)."""
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, max(count, 1), len(COLUMNS) - 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(0)
    sheet.set_footer("&L&A&R&P / &N")
    # A phone stored as text is what we mean: no green corners over the whole column.
    sheet.ignore_errors({"number_stored_as_text": f"A1:Z{count + 1}"})
