"""The devices that are in, as those see them who tend them: whose page is open, when it was last heard, its name.

Nothing here knows the features: one that keeps a device's name somewhere asks to hear of every renaming.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from flask import Flask, current_app

from hub import audit, pairing, signin
from hub.access import DEVICES, Actor, Role
from hub.database import write, writes
from hub.errors import Refusal
from hub.live import Live
from hub.models import Device

EXTENSION = "device_renamings"


@dataclass(frozen=True, slots=True)
class Listed:
    """A device; `here`: is a page of it open; `seen_at`: when it was last heard, epoch ms."""

    device: Device
    here: bool
    seen_at: int

    @property
    def is_paired(self) -> bool:
        """Did it come in by a code, not as a person?"""
        return self.device.role in DEVICES


@dataclass(frozen=True, slots=True)
class Renamed:
    """A device that is called otherwise from now on, and who called it so."""

    device: Device
    before: str
    after: str
    by: Actor


Hear = Callable[[Renamed], None]


def when_renamed(app: Flask, hear: Hear) -> None:
    """Tell a feature of every renaming, inside its write: what `hear` raises undoes it."""
    app.extensions.setdefault(EXTENSION, []).append(hear)


def look(among: Iterable[Device], live: Live) -> list[Listed]:
    """Those whose page is open first, in the order given, then the others, the last heard first."""
    here, left = live.here(), live.left_at()
    found = [Listed(one, one.id in here, max(one.seen_at, left.get(one.id, 0))) for one in among]
    return sorted(found, key=lambda one: (not one.here, 0 if one.here else -one.seen_at))


def rename(device: str, name: str, by: Actor) -> str:
    """Call a device so; returns the name. Raises Refusal as `_demand` and `pairing.demand_name` do."""
    # Asked for here, since a write may run in another thread, for another request.
    listeners: list[Hear] = current_app.extensions.get(EXTENSION, [])
    return write(lambda: _rename(device, name, by, listeners))


def _rename(device: str, name: str, by: Actor, listeners: Iterable[Hear]) -> str:
    row = _demand(device, by)
    called = pairing.demand_name(name)
    if called != row.name:
        Device.update(name=called).where(Device.id == device).execute()
        audit.record(by, "device_renamed", called, before={"name": row.name}, after={"name": called})
        for hear in listeners:
            hear(Renamed(row, row.name, called, by))
    return called


@writes
def remove(device: str, by: Actor) -> str:
    """Shut a device out; returns its name. Raises Refusal `not_found` or `not_your_role`."""
    return signin.shut_out(_demand(device, by).id, by)


def _demand(device: str, by: Actor) -> Device:
    """One that is in. The team tends screens; people are the organiser's alone."""
    row: Device | None = Device.get_or_none(Device.id == device, Device.revoked_at.is_null())
    if row is None:
        raise Refusal("not_found")
    if row.role not in DEVICES and by.role != Role.ORGANISER:
        raise Refusal("not_your_role")
    return row
