"""What people are told of browsers that wait to be let in."""

from dataclasses import dataclass
from typing import Any

from flask import Flask, current_app
from flask_babel import force_locale
from flask_babel import gettext as _

from hub import devices, pairing, seminar
from hub.access import DEVICES, Role
from hub.i18n import N_
from hub.models import Device, Pairing
from hub.pairing_presence import Presence

EXTENSION = "event_day_box_pairing"
DEVICE_NAMES: dict[str, str] = {
    Role.DISPLAY: N_("Display %(number)s"),
    Role.SCREEN: N_("Screen %(number)s"),
    Role.KIOSK: N_("Kiosk %(number)s"),
}


@dataclass(frozen=True, slots=True)
class Waiting:
    """One that waits: its code, what it would become, since when, from where, and a name that is still free."""

    code: str
    role: str
    since: int
    address: str
    name: str


@dataclass(slots=True)
class _Screens:
    """The pages to open on a device, by the path that one types into it."""

    pages: dict[str, str]
    gate: pairing.Gate
    presence: Presence


def _screens(app: Flask) -> _Screens:
    found: _Screens = app.extensions.setdefault(EXTENSION, _Screens({}, pairing.Gate(), Presence()))
    return found


def add_screen(app: Flask, path: str, title: str) -> None:
    """A feature's page for a device without a keyboard: its address, and its name as a message id."""
    _screens(app).pages[path] = title


def screens() -> dict[str, str]:
    """What can be opened on a device: path -> message id."""
    return _screens(current_app).pages


def gate() -> pairing.Gate:
    """Who counts the askers of this application."""
    return _screens(current_app).gate


def presence() -> Presence:
    """Who of those that wait is still there."""
    return _screens(current_app).presence


def here(role: Role | None = None) -> list[Pairing]:
    """Those that wait with their page open, the longest first."""
    return presence().here(pairing.waiting(role))


def waiting() -> list[Waiting]:
    """Those that wait with their page open, the longest first, each with another name to offer."""
    found = here()
    if not found:
        return []
    taken = {device.name for device in devices.everybody()}
    return [_told(one, taken) for one in found]


def told(shown: Pairing) -> Waiting:
    """The one that shows a code."""
    return _told(shown, {device.name for device in devices.everybody()})


def let_in() -> list[Device]:
    """The paired devices, the newest first."""
    return [device for device in devices.everybody() if device.role in DEVICES]


def news() -> dict[str, Any]:
    """What listeners of the live topic are told: {"count", "codes"}."""
    codes = [one.code for one in here()]
    return {"count": len(codes), "codes": codes}


def _told(one: Pairing, taken: set[str]) -> Waiting:
    """With the first free name of its kind, in the seminar's language, for a device has one name for all readers."""
    with force_locale(seminar.current().language):
        names = (_(DEVICE_NAMES[one.role], number=number) for number in range(1, len(taken) + 2))
        name = str(next(name for name in names if name not in taken))
    taken.add(name)
    return Waiting(one.code, one.role, one.created_at, one.address, name)
