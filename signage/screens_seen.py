"""The screens as those see them who mind them: where each stands, and whether it shows what it should."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from flask import Flask

from hub import steady
from hub.models import Device
from hub.open_pages import Page
from signage import expectations, route, screen_choice, trouble, watching
from signage.expectations import Expectations
from signage.models import RoutePoint, Screen
from signage.route import Means
from signage.trouble import Watched
from signage.watching import Glass
from speaker_timer import timer

EXTENSION = "event_day_box_screens_awake"


@dataclass(frozen=True, slots=True)
class Heard:
    """What a screen's page says of itself. `expected`: the hash of what it should show; `thumb`: an address.

    `phase`: the phase of the day that its page shows, also below an announcement.
    """

    here: bool
    heard_at: int | None
    size: str = ""
    hash: str = ""
    expected: str = ""
    thumb: str = ""
    phase: str = ""


@dataclass(frozen=True, slots=True)
class Seen:
    """A paired screen."""

    device: str
    name: str
    point: int | None
    place: str
    looks: Screen
    heard: Heard
    let_in_at: int = 0

    @property
    def state(self) -> str:
        """«right», «wrong» (it shows something else), «away» or «never» (no page since the hub began).

        «unplaced»: it shows what it can, which helps nobody on the way.
        """
        if not self.heard.here:
            return "away" if self.heard.heard_at else "never"
        if self.heard.hash != self.heard.expected:
            return "wrong"
        return "right" if self.place else "unplaced"

    @property
    def upright(self) -> bool:
        """Is its glass higher than wide?"""
        width, _, height = self.heard.size.partition("x")
        return width.isdecimal() and height.isdecimal() and int(width) < int(height)


@dataclass(frozen=True, slots=True)
class Stop:
    """A point of the route with the screens that stand there."""

    point: RoutePoint
    screens: Sequence[Seen]

    @property
    def awaits(self) -> bool:
        """Is a screen meant to stand here, and none does?"""
        return self.point.means == Means.SCREEN and not self.screens


_NEVER = Heard(here=False, heard_at=None)


def look(heard: Mapping[str, Heard]) -> list[Seen]:
    """Every paired screen by its name; `heard`: what their pages say, by device."""
    looks = {row.__data__["device"]: row for row in Screen.select()}
    places = {one.id: one.place for one in route.points()}
    return [
        _seen(device, looks.get(device.id), places, heard.get(device.id, _NEVER)) for device in screen_choice.paired()
    ]


def _seen(device: Device, row: Screen | None, places: Mapping[int, str], heard: Heard) -> Seen:
    looks = row or Screen(device=device.id)
    point = looks.__data__.get("point")
    return Seen(device.id, device.name, point, places.get(point, ""), looks, heard, device.created_at)


def stops(seen: Sequence[Seen]) -> list[Stop]:
    """The route in its order, each point with its screens."""
    return [Stop(one, [screen for screen in seen if screen.point == one.id]) for one in route.points()]


def away(seen: Iterable[Seen], awake_at: int) -> list[Watched]:
    """The screens that stand on the way and have gone away while they are needed, the longest away first.

    `awake_at`: since when the hub listens; before that it could hear nobody, nor anybody it had
    not let in. Moments are ms by the steady clock.
    """
    now = steady.now()
    watched = [
        Watched(one.device, one.name, one.place, now if one.heard.here else _last_word(one, awake_at))
        for one in seen
        if one.place
    ]
    return trouble.away(watched, trouble.hours(timer.current().rundown, now), now)


def _last_word(seen: Seen, awake_at: int) -> int:
    """When a screen was last heard of; of one that never was, since when it could have been."""
    return seen.heard.heard_at or max(awake_at, seen.let_in_at)


def heard(app: Flask) -> dict[str, Heard]:
    """What every screen's page says of itself, by device."""
    watched, wanted = watching.of(app), expectations.of(app)
    wanted.refresh()
    here = {page.device for page in watched.here()}
    return {device: _heard(page, device in here, watched, wanted) for device, page in watched.last().items()}


def _heard(page: Page[Glass], here: bool, watched: watching.Watched, wanted: Expectations) -> Heard:
    picture, glass = watched.picture(page.device), page.glass
    return Heard(
        here=here,
        heard_at=page.heard_at,
        size=glass.size,
        hash=glass.hash,
        phase=glass.phase,
        expected=wanted.of(page.device, glass.hash),
        thumb=f"/api/screens/{page.device}/thumb?of={picture.number}" if picture else "",
    )


def news(app: Flask) -> dict[str, str]:
    """What staff's pages listen to: another mark when a screen comes, goes, or shows something else."""
    facts = [(one, said.here, said.hash == said.expected, said.thumb) for one, said in sorted(heard(app).items())]
    return {"mark": hashlib.sha256(repr(facts).encode()).hexdigest()[:12]}


def awake_at(app: Flask) -> int:
    """Since when this hub listens, ms by the steady clock."""
    moment: int = app.extensions.setdefault(EXTENSION, steady.now())
    return moment
