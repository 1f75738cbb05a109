"""A line of the programme as a value: what is edited, imported, compared and kept in versions."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from hub.programme import times
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem


@dataclass(frozen=True, slots=True)
class Line:
    """One line; `start` and `end` as «10:05». `id` is None until it is kept. For the other fields see the table."""

    start: str
    end: str
    kind: Kind
    title: str
    speaker: str = ""
    company: str = ""
    phone: str = ""
    theses: str = ""
    questions_min: int = 0
    food: bool | None = None
    least_min: int = 15
    card_10_s: int | None = 600
    card_5_s: int | None = 300
    card_stop_s: int | None = 0
    id: int | None = None

    @property
    def length(self) -> int:
        """Minutes; below zero where the end stands before the start."""
        return times.minutes(self.end) - times.minutes(self.start)

    @property
    def points(self) -> list[str]:
        """The theses, each without its line's end."""
        return [thesis for thesis in self.theses.split("\n") if thesis]

    @property
    def usual_cards(self) -> bool:
        """Do the cards go at the times that their words say?"""
        return (self.card_10_s, self.card_5_s, self.card_stop_s) == (600, 300, 0)


COLUMNS = tuple(field.name for field in fields(Line) if field.name != "id")
MOST_ITEMS = 100
LIMITS = {"title": 300, "speaker": 200, "company": 200, "phone": 60, "theses": 2000}
"""Most letters of each text."""
# What the coordinator approves. Phones, cards and the least break are the house's own business.
APPROVED = ("start", "end", "kind", "title", "speaker", "company", "theses", "questions_min", "food")


def of_row(row: ProgrammeItem) -> Line:
    """The line that the table keeps."""
    kept = {name: getattr(row, name) for name in COLUMNS}
    return Line(**{**kept, "kind": Kind(row.kind)}, id=int(row.id))


def columns(line: Line) -> dict[str, Any]:
    """What the table keeps of a line, without its number."""
    return {**{name: getattr(line, name) for name in COLUMNS}, "kind": str(line.kind)}


def of_plain(plain: Mapping[str, Any]) -> Line:
    """The line that a version keeps."""
    return Line(**{**plain, "kind": Kind(plain["kind"])})


def plain(line: Line) -> dict[str, Any]:
    """For JSON."""
    return {**asdict(line), "kind": str(line.kind)}


def in_order(lines: Iterable[Line]) -> list[Line]:
    """As the programme shows them."""
    return sorted(lines, key=lambda line: (line.start, line.end, line.id or 0))


def as_approved(lines: Iterable[Line]) -> list[tuple[object, ...]]:
    """What two programmes must share for the coordinator to take them for the same."""
    return sorted(tuple(str(getattr(line, name)) for name in APPROVED) for line in lines)


def numbered(line: Line, id: int | None) -> Line:  # noqa: A002  the column's own name
    """The same line as this item."""
    return replace(line, id=id)
