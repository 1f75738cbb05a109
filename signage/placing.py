"""The duty "signs stand before the first attendee": how many stand, and how urgent the rest is. Pure but for words."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from hub.programme.kinds import Kind
from hub.programme.plan import Planned
from signage.models import RoutePoint
from signage.route import Means

MINUTE = 60_000
# Everyone who works is there an hour before registration opens.
WORK_BEGINS_MS = 60 * MINUTE
# How long registration lasts where the programme does not say.
REGISTRATION_MS = 30 * MINUTE


class Haste(IntEnum):
    """How much the signs that are missing are the thing to do now, as the first page orders its tasks."""

    DONE = 2
    CALM = 7
    SOON = 45
    LATE = 55


@dataclass(frozen=True, slots=True)
class Standing:
    """How many of the signs stand. Points where nothing shall stand do not count."""

    placed: int
    total: int

    @property
    def missing(self) -> int:
        return self.total - self.placed


def standing(route: Sequence[RoutePoint]) -> Standing:
    """The route's signs counted."""
    signs = [one for one in route if one.means != Means.NOTHING]
    return Standing(sum(one.placed_at is not None for one in signs), len(signs))


def first_attendee_at(programme: Sequence[Planned]) -> int | None:
    """When the first attendee is expected, ms since the epoch: registration's start. None without a programme."""
    opening = min((item.start for item in programme if item.kind == Kind.REGISTRATION), default=None)
    if opening is not None or not programme:
        return opening
    return min(item.start for item in programme) - REGISTRATION_MS


def haste(stands: Standing, programme: Sequence[Planned], now: int) -> Haste:
    """How urgent it is to put up what is missing at `now`, ms since the epoch."""
    first = first_attendee_at(programme)
    if not stands.missing:
        return Haste.DONE
    if first is None or now < first - WORK_BEGINS_MS:
        return Haste.CALM
    if now < first:
        return Haste.SOON
    return Haste.LATE if now < max(item.end for item in programme) else Haste.DONE
