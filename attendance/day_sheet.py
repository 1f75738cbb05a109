"""The second sheet: the day in figures, and how people arrived, as a chart that Excel draws itself."""

from typing import TYPE_CHECKING, Any

from flask_babel import gettext as _

from attendance.columns import Reader
from attendance.day import STEP_MS, Day
from hub.i18n import clock_time
from hub.models import Seminar

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.worksheet import Worksheet

_CURVE = 3  # the first of the three columns that the chart draws
_CURVE_TOP = 2
_BAR, _LINE = "#35318F", "#B36B00"

Figure = tuple[str, int | float | str]


def add_day_sheet(book: "Workbook", day: Day, handed: dict[str, int], reader: Reader, seminar: Seminar) -> None:
    """Add the sheet after the list. `handed` counts packs and questionnaires."""
    sheet = book.add_worksheet(_("The day"))
    sheet.set_column(0, 0, 38)
    sheet.set_column(1, 1, 16)
    sheet.set_column(2, 2, 4)
    sheet.set_column(_CURVE, _CURVE + 2, 14)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 1)
    title = book.add_format({"bold": True, "font_size": 14})
    sheet.write_string(0, 0, seminar.title[:1000], title)
    _write_figures(book, sheet, [*_figures(day, handed, seminar.zone), *_desks(day)])
    if day.curve:
        _write_curve(book, sheet, day, reader)
        sheet.insert_chart(1, _CURVE + 4, _chart(book, sheet.get_name(), len(day.curve)))


def _figures(day: Day, handed: dict[str, int], zone: str) -> list[Figure]:
    return [
        (_("Registered"), day.registered),
        (_("Came"), day.came),
        (_("Turnout"), day.turnout),
        (_("Walk-ins"), day.walk_ins),
        (_("In the hall now"), day.here),
        (_("Packs handed out"), handed["packs"]),
        (_("Questionnaires handed out"), handed["questionnaires"]),
        (_("Questionnaires handed back"), handed["questionnaires_returned"]),
        (_("First arrival"), clock_time(day.first_arrival, zone)),
        (_("Last arrival"), clock_time(day.last_arrival, zone)),
        (_("Busiest five minutes"), busiest(day, zone)),
    ]


def busiest(day: Day, zone: str) -> str:
    """The peak as `14 (09:40–09:45)`; empty without arrivals."""
    if day.peak is None:
        return ""
    begin, end = (clock_time(at, zone) for at in (day.peak.start, day.peak.start + STEP_MS))
    return f"{day.peak.arrivals} ({begin}–{end})"


def _desks(day: Day) -> list[Figure]:
    return [(_("Came in at: %(desk)s", desk=name or _("no desk")), count) for name, count in day.desks]


def _write_figures(book: "Workbook", sheet: "Worksheet", figures: list[Figure]) -> None:
    bold = book.add_format({"bold": True, "align": "right"})
    percent = book.add_format({"bold": True, "num_format": "0.0%"})
    for row, (name, value) in enumerate(figures, start=2):
        sheet.write_string(row, 0, name)
        if isinstance(value, str):
            sheet.write_string(row, 1, value, bold)
        else:
            sheet.write_number(row, 1, value, percent if isinstance(value, float) else bold)


def _write_curve(book: "Workbook", sheet: "Worksheet", day: Day, reader: Reader) -> None:
    header = book.add_format({"bold": True, "bottom": 1})
    clock = book.add_format({"num_format": "hh:mm", "align": "left"})
    for column, heading in enumerate((_("From"), _("Arrivals"), _("In all"))):
        sheet.write_string(_CURVE_TOP - 1, _CURVE + column, heading, header)
    for row, step in enumerate(day.curve, start=_CURVE_TOP):
        sheet.write_datetime(row, _CURVE, reader.time(step.start), clock)
        sheet.write_number(row, _CURVE + 1, step.arrivals)
        sheet.write_number(row, _CURVE + 2, step.total)


def _chart(book: "Workbook", sheet: str, steps: int) -> Any:
    """Columns for each five minutes, and over them the line of all who had come, by a scale of its own."""
    bars = book.add_chart({"type": "column"})
    bars.add_series({**_series(sheet, steps, 1), "fill": {"color": _BAR}, "gap": 30})
    line = book.add_chart({"type": "line"})
    line.add_series({**_series(sheet, steps, 2), "line": {"color": _LINE, "width": 2.5}, "y2_axis": True})
    bars.combine(line)
    bars.set_title({"name": _("Arrivals by five minutes"), "name_font": {"size": 14}})
    # Text, not date: a date axis would draw one day as one column.
    bars.set_x_axis({"num_format": "hh:mm", "text_axis": True})
    bars.set_y_axis({"name": _("Arrivals"), "min": 0, "major_gridlines": {"visible": True}})
    line.set_y2_axis({"name": _("In all"), "min": 0})
    bars.set_legend({"position": "bottom"})
    bars.set_size({"width": 860, "height": 420})
    return bars


def _series(sheet: str, steps: int, column: int) -> dict[str, Any]:
    last = _CURVE_TOP + steps - 1
    return {
        "name": [sheet, _CURVE_TOP - 1, _CURVE + column],
        "categories": [sheet, _CURVE_TOP, _CURVE, last, _CURVE],
        "values": [sheet, _CURVE_TOP, _CURVE + column, last, _CURVE + column],
    }
