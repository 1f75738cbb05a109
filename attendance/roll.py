"""Looking people up in the list: by where they stand and by a search, a page at a time."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from attendance.attendance_list import Line
from hub.i18n import N_
from kiosk import search

PAGE = 50
# Beyond this many hits a search tells nothing: better words are needed.
MOST_FOUND = 1000


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of people; `title` is a message id."""

    title: str
    has: Callable[[Line], bool]


FILTERS = {
    "all": Filter(N_("All registered"), lambda _line: True),
    "came": Filter(N_("Came"), lambda line: line.came),
    "here": Filter(N_("In the hall"), lambda line: line.status == "here"),
    "left": Filter(N_("Has left"), lambda line: line.status == "left"),
    "expected": Filter(N_("Not seen"), lambda line: line.status == "expected"),
    "walk_in": Filter(N_("Walk-ins"), lambda line: line.walk_in),
    "away": Filter(N_("Not admitted or cancelled"), lambda line: line.status in ("barred", "cancelled")),
}


@dataclass(frozen=True, slots=True)
class Roll:
    """One page of the people asked for: `number` counts from 1 to `pages`, `total` all of them."""

    lines: Sequence[Line]
    total: int
    number: int
    pages: int


def roll(lines: Sequence[Line], chosen: str, query: str, number: int) -> Roll:
    """The people in the filter named `chosen` (unknown: all) who match `query`; a page too far is the last."""
    has = FILTERS.get(chosen, FILTERS["all"]).has
    wanted = [line for line in lines if has(line)]
    if query.strip():
        found = {person.id for person in search.find(query, MOST_FOUND)[0]}
        wanted = [line for line in wanted if line.id in found]
    pages = max(1, -(-len(wanted) // PAGE))
    number = min(max(1, number), pages)
    return Roll(wanted[(number - 1) * PAGE : number * PAGE], len(wanted), number, pages)
