"""Screens that were lost while they are needed, and those that have come back since: told to whoever minds them."""

import threading
from collections.abc import Iterable

from flask import Flask
from flask_babel import gettext as _

from hub import i18n, seminar, steady
from hub.alarms import Alarm
from hub.box import this_hub
from signage import screens_seen
from signage.trouble import Watched

EXTENSION = "event_day_box_screens_lost"
BACK_MS = 60_000
PAGE = "signs.overview"


class Lost:
    """What was missed at the last look, and who has come back. Moments are ms by the steady clock."""

    def __init__(self) -> None:
        self._missed: dict[str, Watched] = {}
        self._back: dict[str, tuple[Watched, int]] = {}
        self._turn = threading.Lock()

    def look(self, missed: Iterable[Watched], here: Iterable[str], now: int) -> list[tuple[Watched, int]]:
        """Take who is missed and whose pages are here now; who has come back lately, and when.

        One that is missed no longer and is not here either has not come back: nobody needs it any more.
        """
        found = {one.device: one for one in missed}
        with self._turn:
            for device in self._missed.keys() & set(here) - found.keys():
                self._back[device] = (self._missed[device], now)
            self._missed = found
            self._back = {
                device: (one, at)
                for device, (one, at) in self._back.items()
                if device not in found and now - at < BACK_MS
            }
            return list(self._back.values())


def alarms() -> list[Alarm]:
    """Those who are missed, and those who are back. Needs an application."""
    app = this_hub().app
    seen = screens_seen.look(screens_seen.heard(app))
    missed = screens_seen.away(seen, screens_seen.awake_at(app))
    here = [one.device for one in seen if one.heard.here]
    back = of(app).look(missed, here, steady.now())
    zone = seminar.current().zone
    return [_missed(one, i18n.clock_time(one.heard_at, zone)) for one in missed] + [
        _returned(one, i18n.clock_time(at, zone)) for one, at in back
    ]


def _missed(one: Watched, time: str) -> Alarm:
    said = _(
        "%(place)s (%(name)s): no connection since %(time)s. Please look after it.",
        name=one.name,
        place=one.place,
        time=time,
    )
    return Alarm(f"screen-{one.device}-{one.heard_at}", said, PAGE)


def _returned(one: Watched, time: str) -> Alarm:
    said = _("%(place)s (%(name)s): connected again since %(time)s.", name=one.name, place=one.place, time=time)
    return Alarm(f"screen-{one.device}-{one.heard_at}", said, PAGE, over=True)


def of(app: Flask) -> Lost:
    """What this application has missed."""
    found: Lost = app.extensions.setdefault(EXTENSION, Lost())
    return found
