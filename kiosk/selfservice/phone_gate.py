"""How many may register by their own phones: a full hall behind one Wi-Fi address may, a flood may not."""

import threading

from flask import Flask
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from hub.errors import Refusal

EXTENSION = "event_day_box_phone_gate"

# A seminar's whole list in an hour behind one address, with room for those who send twice.
ONE_ADDRESS = (RateLimitItemPerMinute(20), RateLimitItemPerHour(200))
# Whoever takes many addresses on the LAN gets not much further.
TOGETHER = (RateLimitItemPerMinute(40), RateLimitItemPerHour(400))


class PhoneGate:
    """Counts what would be written: a form that is refused for an empty field costs nothing."""

    def __init__(self) -> None:
        self._limiter = MovingWindowRateLimiter(MemoryStorage())
        self._turn = threading.Lock()

    def enter(self, address: str) -> None:
        """Count one registration from `address`. Raises Refusal `too_many_registrations`."""
        limits = [*((limit, address) for limit in ONE_ADDRESS), *((limit, "together") for limit in TOGETHER)]
        with self._turn:  # one at a time, or a hundred at once would all pass the test
            if not all(self._passes(limit, whose) for limit, whose in limits):
                raise Refusal("too_many_registrations")
            for limit, whose in limits:
                self._limiter.hit(limit, whose)

    def _passes(self, limit: RateLimitItem, whose: str) -> bool:
        return bool(self._limiter.test(limit, whose))


def phone_gate(app: Flask) -> PhoneGate:
    """The application's one gate."""
    found: PhoneGate = app.extensions.setdefault(EXTENSION, PhoneGate())
    return found
