"""What differs between two programmes, item by item. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass

from hub.programme.lines import COLUMNS, Line


@dataclass(frozen=True, slots=True)
class Change:
    """An item that was added (no `before`), removed (no `after`) or changed in `fields`."""

    before: Line | None
    after: Line | None
    fields: tuple[str, ...] = ()

    @property
    def line(self) -> Line:
        """The item as it is now, else as it was."""
        found = self.after or self.before
        if found is None:
            raise ValueError
        return found


def between(before: Iterable[Line], after: Iterable[Line], fields: Iterable[str] = COLUMNS) -> list[Change]:
    """The changes in the order of the programme. Items are the same by their `id`; those without one are new."""
    was = {line.id: line for line in before}
    found: list[Change] = []
    for line in after:
        old = was.pop(line.id, None) if line.id is not None else None
        if old is None:
            found.append(Change(None, line))
        elif differing := tuple(name for name in fields if getattr(old, name) != getattr(line, name)):
            found.append(Change(old, line, differing))
    found.extend(Change(old, None) for old in was.values())
    return sorted(found, key=lambda change: (change.line.start, change.line.end))
