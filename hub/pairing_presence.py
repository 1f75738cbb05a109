"""Which of the browsers that wait are still there: a page that was closed asks no more.

Kept in memory, since a waiting page asks every two seconds. After a restart of the hub nobody has been heard yet, so
everybody is given the time to be heard again.
"""

import threading
import time
from collections.abc import Callable, Iterable

from hub import clock
from hub.models import Pairing

# A little more than a minute: so seldom a browser lets a hidden page ask.
GONE_S = 65.0
MOST_KEPT = 200


class Presence:
    """When each browser that waits was heard last."""

    def __init__(self, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._turn = threading.Lock()
        self._monotonic = monotonic
        self._begun = monotonic()
        self._heard: dict[str, float] = {}

    def heard(self, one: Pairing) -> None:
        """It has asked how things stand."""
        with self._turn:
            if len(self._heard) >= MOST_KEPT:
                self._heard = {key: at for key, at in self._heard.items() if self._lately(at)}
            self._heard[one.id] = self._monotonic()

    def here(self, waiting: Iterable[Pairing]) -> list[Pairing]:
        """Those of them whose page is open, in the same order. Whoever asks again is here again."""
        with self._turn:
            return [one for one in waiting if self._is_here(one)]

    def _is_here(self, one: Pairing) -> bool:
        heard = self._heard.get(one.id)
        if heard is not None:
            return self._lately(heard)
        return self._lately(self._begun) or clock.now() - one.created_at <= GONE_S * 1000

    def _lately(self, heard: float) -> bool:
        return self._monotonic() - heard <= GONE_S
