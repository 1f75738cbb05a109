"""The day as path screens know it, all of it read at one moment: what goes on, and what their plans are made of."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from hub import seminar, steady
from hub.database import Record, rows
from hub.models import Device, Seminar
from signage import phase_texts, route, slides
from signage.frames import Frame, Phase, frames
from signage.models import PhaseText, RoutePoint, Screen
from signage.slides import Shown
from signage.words import Facts
from speaker_timer import telling, timer
from speaker_timer.timer import State

TOGETHER = 2  # so many languages fit side by side


@dataclass(frozen=True, slots=True)
class Glass:
    """A screen as its plan needs it: its settings, its name, and its place if it has one."""

    device: str
    name: str
    looks: Screen
    point: RoutePoint | None

    @property
    def languages(self) -> list[str]:
        chosen = [code for code in str(self.looks.languages).split(",") if code] or ["ru"]
        return chosen[:TOGETHER] if self.looks.side_by_side else chosen


@dataclass(frozen=True, slots=True)
class Day:
    """What all screens have in common at a moment, and what each has of its own.

    `mark` changes when any screen's plan does, its announcements excepted. It stands for what is here, so that no
    screen can hold a newer mark than plan.
    """

    now: int
    state: State
    seminar: Seminar
    frames: Sequence[Frame]
    screens: Mapping[str, Screen]
    """By device."""
    points: Sequence[RoutePoint]
    texts: Sequence[PhaseText]
    slides: Sequence[Shown]
    mark: str

    def glass_of(self, device: Device) -> Glass:
        """A paired screen; one without settings yet has the usual ones."""
        looks = self.screens.get(device.id) or Screen(device=device.id)
        number = looks.__data__.get("point")
        return Glass(device.id, device.name, looks, next((one for one in self.points if one.id == number), None))

    def glass_at(self, point: RoutePoint) -> Glass:
        """A screen that would stand at this point: to look at from a laptop."""
        return Glass("", point.place, Screen(languages=self.seminar.language), point)

    def facts(self, glass: Glass) -> Facts:
        """What the words on a screen are made of."""
        own = phase_texts.of_screen(self.texts, glass.device)
        beyond = glass.point in route.beyond_desk(self.points)
        return Facts(self.seminar, {one.id: one for one in self.state.plans}, glass.point, own, beyond)


def today() -> Day:
    """The day as it stands; without a programme people arrive all day long."""
    now, state, one = steady.now(), timer.current(), seminar.current()
    ahead = frames(state.rundown, now) or [Frame(0, Phase.ARRIVING)]
    screens, points, texts, shown = list(Screen.select()), route.points(), list(PhaseText.select()), slides.listed()
    facts: list[object] = [(one.title, one.zone, one.language), telling.mark(state, now)]
    facts += [(ahead[0].phase, ahead[0].item, ahead[0].following), rows(Device.select(Device.id, Device.name))]
    facts += [_told(screens), _told(points), _told(texts), shown]
    by_device = {row.__data__["device"]: row for row in screens}
    return Day(now, state, one, ahead, by_device, points, texts, shown, _digest(facts))


def told_mark() -> dict[str, str]:
    """What screens listen to."""
    return {"mark": today().mark}


def _told(table: Iterable[Record]) -> list[dict[str, object]]:
    return [row.__data__ for row in table]


def _digest(facts: list[object]) -> str:
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:12]
