"""How a delay is told, and how long: until the delayed start, and a little longer.

Pure: moments are ms by the steady clock.
"""

import re
from collections.abc import Iterable

MINUTE_MS = 60_000
AFTER_MS = 5 * MINUTE_MS
# A start that is farther away than this is not the one that is meant.
NEAR_MS = 30 * MINUTE_MS
# Of a delay told in other words nobody knows how long it is.
UNSAID_MS = 25 * MINUTE_MS
LONGEST_MINUTES = 180
# The clock is kept with the minutes as they were told: the programme may be moved by them later.
_TOLD = re.compile(r"(\d{1,3})(?: ([0-2]\d:[0-5]\d))?")


def read(text: str) -> tuple[int, str] | None:
    """What an announcement's text tells: minutes, and the clock of the new start or "". None: words of one's own."""
    found = _TOLD.fullmatch(text)
    if found is None or int(found[1]) > LONGEST_MINUTES:
        return None
    return int(found[1]), found[2] or ""


def written(text: str, clock: str) -> str:
    """The text with the clock of the new start, as `read` takes it; without a clock as it is."""
    told = read(text)
    return f"{told[0]} {clock}" if told and clock else text


def new_start(text: str, now: int, starts: Iterable[int]) -> int | None:
    """The moment of the delayed start; None where nobody knows it. `text`: minutes; `starts`: that may be meant."""
    told, meant = read(text), _meant(now, starts)
    if told is None or meant is None:
        return None
    start = meant + told[0] * MINUTE_MS
    return start if start > now else None


def lasts(text: str, now: int, starts: Iterable[int]) -> int:
    """For how many ms; `text`: minutes, or words of somebody's own; `starts`: that may be meant."""
    told, meant = read(text), _meant(now, starts)
    delay = told[0] * MINUTE_MS if told else UNSAID_MS
    return max((now if meant is None else meant) - now, 0) + delay + AFTER_MS


def is_near(start: int, now: int) -> bool:
    """May this start be the one that is meant?"""
    return abs(start - now) <= NEAR_MS


def _meant(now: int, starts: Iterable[int]) -> int | None:
    near = [start for start in starts if is_near(start, now)]
    return min(near, key=lambda start: abs(start - now), default=None)
