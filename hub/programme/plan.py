"""The programme as the rest of the house reads it."""

from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from hub import seminar
from hub.prepared import PreparedRecord
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem

_ITEMS = PreparedRecord(
    ProgrammeItem,
    lambda: (
        ProgrammeItem.select()
        .where(ProgrammeItem.removed_at.is_null())
        .order_by(ProgrammeItem.start, ProgrammeItem.end, ProgrammeItem.id)
    ),
)


@dataclass(frozen=True, slots=True)
class Planned:
    """A programme item with its moments, ms since the epoch; `start` < `end`."""

    row: ProgrammeItem
    start: int
    end: int

    @property
    def id(self) -> int:
        return int(self.row.id)

    @property
    def kind(self) -> Kind:
        return Kind(self.row.kind)


def items() -> list[ProgrammeItem]:
    """The programme's lines in their order."""
    return _ITEMS.all()


def planned() -> list[Planned]:
    """The programme on the seminar's own day."""
    facts = seminar.current()
    zone = ZoneInfo(facts.zone)
    day = datetime.fromisoformat(facts.date).date()

    def moment(clock: str) -> int:
        return int(datetime.combine(day, time.fromisoformat(clock), zone).timestamp() * 1000)

    return [Planned(row, moment(row.start), moment(row.end)) for row in items()]
