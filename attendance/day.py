"""The day in figures, worked out from the list and nothing else, so that list and figures always agree."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from attendance.attendance_list import Line
from hub.i18n import local

STEP_MS = 5 * 60_000


@dataclass(frozen=True, slots=True)
class Step:
    """Five minutes of the day from `start` (ms): how many came in them, and how many had come by their end."""

    start: int
    arrivals: int
    total: int


@dataclass(frozen=True, slots=True)
class Day:
    """What the day amounts to. `desks` are (name, how many ever came in there); times are ms, None without arrivals."""

    registered: int
    came: int
    here: int
    walk_ins: int
    desks: tuple[tuple[str, int], ...]
    first_arrival: int | None
    last_arrival: int | None
    curve: tuple[Step, ...]

    @property
    def turnout(self) -> float:
        """Share of all registered, walk-ins among them, who came: 0..1."""
        return self.came / self.registered if self.registered else 0.0

    @property
    def peak(self) -> Step | None:
        """The five minutes in which most came; the earliest of equals."""
        return max(self.curve, key=lambda step: (step.arrivals, -step.start), default=None)


def figures(lines: Iterable[Line], zone: str) -> Day:
    """The figures of all registered (not of those alone who came)."""
    people = list(lines)
    arrivals = sorted(line.first_entry for line in people if line.first_entry is not None)
    desks = Counter(line.desk for line in people if line.came)
    return Day(
        registered=len(people),
        came=len(arrivals),
        here=sum(line.status == "here" for line in people),
        walk_ins=sum(line.walk_in for line in people),
        desks=tuple(sorted(desks.items())),
        first_arrival=arrivals[0] if arrivals else None,
        last_arrival=arrivals[-1] if arrivals else None,
        curve=tuple(curve(arrivals, zone)),
    )


def curve(arrivals: Sequence[int], zone: str) -> Iterable[Step]:
    """Arrivals (sorted, ms) in steps of five minutes on the day when most came, without gaps.

    One day only: a rehearsal the evening before would stretch the curve over a whole night of nothing.
    """
    if not arrivals:
        return
    by_day = Counter(local(at, zone).date() for at in arrivals)
    busiest = max(by_day, key=lambda day: (by_day[day], day))
    that_day = [at for at in arrivals if local(at, zone).date() == busiest]
    total = sum(at < that_day[0] for at in arrivals)
    steps = Counter(at // STEP_MS for at in that_day)
    for number in range(min(steps), max(steps) + 1):
        total += steps[number]
        yield Step(number * STEP_MS, steps[number], total)
