"""Finding oneself without a ticket: by the surname and the last four digits of the phone, both or nothing.

A kiosk stands in a foyer where anybody may try, so misses are counted, for each kiosk and for all together, and a miss
says the same whether no such surname, no such phone or no such pair is on the list.
"""

import math
import threading
import time
from dataclasses import dataclass, field

from flask import Flask
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from hub.errors import Refusal
from kiosk import search
from kiosk.models import Attendee, SearchToken
from kiosk.names import index_words, words

EXTENSION = "event_day_box_kiosk_guesses"
# Of 10,000 endings of a phone one kiosk may try 60 in an hour, all together 120: who did nothing else for eight
# hours at one kiosk would find out a known surname in one case of twenty, while people who mistype go on.
OF_A_KIOSK = (RateLimitItemPerMinute(5), RateLimitItemPerHour(60))
OF_ALL = RateLimitItemPerHour(120)


@dataclass
class Guesses:
    """Counts misses; one who asks at a time, or a hundred at once would all pass the test."""

    limiter: MovingWindowRateLimiter = field(default_factory=lambda: MovingWindowRateLimiter(MemoryStorage()))
    turn: threading.Lock = field(default_factory=threading.Lock)

    def allows(self, kiosk: str) -> bool:
        return all(self.limiter.test(limit, whose) for limit, whose in _limits(kiosk))

    def opens_in(self, kiosk: str) -> int:
        """After how many seconds the next try is allowed."""
        full = [(limit, whose) for limit, whose in _limits(kiosk) if not self.limiter.test(limit, whose)]
        opens = [self.limiter.get_window_stats(limit, whose).reset_time for limit, whose in full]
        return math.ceil(max([0.0, *(at - time.time() for at in opens)]))

    def count(self, kiosk: str) -> None:
        for limit, whose in _limits(kiosk):
            self.limiter.hit(limit, whose)


def _limits(kiosk: str) -> list[tuple[RateLimitItem, str]]:
    return [*((limit, f"kiosk {kiosk}") for limit in OF_A_KIOSK), (OF_ALL, "all kiosks")]


def guesses(app: Flask) -> Guesses:
    """Who counts for this application."""
    found: Guesses = app.extensions.setdefault(EXTENSION, Guesses())
    return found


def find(surname: str, digits: str, kiosk: str, counted: Guesses) -> int:
    """The attendee with this surname, however spelt, whose phone ends in these four digits.

    Raises Refusal `too_many_tries` (`minutes` until the next), `nobody_found`, or `ask_the_desk` where two fit.
    """
    with counted.turn:
        if not counted.allows(kiosk):
            raise Refusal("too_many_tries", minutes=max(1, math.ceil(counted.opens_in(kiosk) / 60)))
        found = [person for person in _with_phone(digits) if _is_called(person, surname)]
        if not found:
            counted.count(kiosk)
            raise Refusal("nobody_found")
    if len(found) > 1:
        raise Refusal("ask_the_desk")
    return int(found[0].id)


def _with_phone(digits: str) -> list[Attendee]:
    """Everybody whose phone ends so: of ten thousand people about one, so the time tells nothing of the surname."""
    ending = "#" + digits[::-1]
    tokens = SearchToken.select(SearchToken.attendee).where(
        SearchToken.token >= ending, SearchToken.token < ending + search.LAST
    )
    return list(Attendee.select().where(Attendee.id.in_(tokens)))


def _is_called(person: Attendee, surname: str) -> bool:
    """Is every word that was typed a word of the surname? A half of a double surname will do, a beginning will not."""
    typed = set(words(surname))
    return bool(typed) and typed <= index_words(person.surname or person.first_name)
