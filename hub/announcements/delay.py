"""How long a delay is told: until the delayed start, and a little longer. Pure: moments are ms by the steady clock."""

from collections.abc import Iterable

MINUTE_MS = 60_000
AFTER_MS = 5 * MINUTE_MS
# A start that is farther away than this is not the one that is meant.
NEAR_MS = 30 * MINUTE_MS
# Of a delay told in other words nobody knows how long it is.
UNSAID_MS = 25 * MINUTE_MS
MOST_DIGITS = 3


def lasts(text: str, now: int, starts: Iterable[int]) -> int:
    """For how many ms; `text`: minutes, or words of somebody's own; `starts`: of the programme's items."""
    near = [start for start in starts if abs(start - now) <= NEAR_MS]
    meant = min(near, key=lambda start: abs(start - now), default=now)
    delay = int(text) * MINUTE_MS if text.isdecimal() and len(text) <= MOST_DIGITS else UNSAID_MS
    return max(meant - now, 0) + delay + AFTER_MS
