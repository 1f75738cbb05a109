"""The file an organiser takes away, made whole in memory; every taking is kept in the audit log."""

from dataclasses import dataclass
from zoneinfo import ZoneInfo

from flask_babel import gettext as _

from attendance import attendance_list, csv_list, day, workbook
from attendance.columns import Reader
from hub import audit, seminar
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from kiosk import handouts

KINDS = {"xlsx": workbook.MEDIA, "csv": csv_list.MEDIA}


@dataclass(frozen=True, slots=True)
class Exported:
    """A file, what it is called without its folder, and how many people are in it."""

    content: bytes
    filename: str
    media: str
    people: int


def export(kind: str, by: Actor | None, *, came_only: bool = False) -> Exported:
    """The list as `xlsx` or `csv`, in the language of the moment; `by` is None for the command line.

    Raises Refusal `export_kind_unknown`.
    """
    if kind not in KINDS:
        raise Refusal("export_kind_unknown")
    facts = seminar.current()
    everybody = attendance_list.lines()
    wanted = [line for line in everybody if line.came or not came_only]
    reader = Reader(ZoneInfo(facts.zone))
    if kind == "csv":
        content = csv_list.csv_list(wanted, reader)
    else:
        figures = day.figures(everybody, facts.zone)
        content = workbook.workbook(wanted, figures, handouts.counted(), reader, facts)
    _note(by, kind, came_only, len(wanted))
    name = _("Attendance list %(date)s", date=facts.date)
    return Exported(content, f"{name}.{kind}", KINDS[kind], len(wanted))


@writes
def _note(by: Actor | None, kind: str, came_only: bool, people: int) -> None:
    audit.record(by, "list_exported", kind, came_only=came_only, people=people)
