"""The devices that are in, as those see them who tend them: whose page is open, when it was last heard, its name."""

from collections.abc import Iterable
from dataclasses import dataclass

from hub import audit, pairing, signin
from hub.access import DEVICES, Actor, Role
from hub.database import writes
from hub.errors import Refusal
from hub.live import Live
from hub.models import Device


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


def look(among: Iterable[Device], live: Live) -> list[Listed]:
    """Those whose page is open first, in the order given, then the others, the last heard first."""
    here, left = live.here(), live.left_at()
    found = [Listed(one, one.id in here, max(one.seen_at, left.get(one.id, 0))) for one in among]
    return sorted(found, key=lambda one: (not one.here, 0 if one.here else -one.seen_at))


@writes
def rename(device: str, name: str, by: Actor) -> str:
    """Call a device so; returns the name. Raises Refusal as `_demand` and `pairing.demand_name` do."""
    row = _demand(device, by)
    called = pairing.demand_name(name)
    if called != row.name:
        Device.update(name=called).where(Device.id == device).execute()
        audit.record(by, "device_renamed", called, before={"name": row.name}, after={"name": called})
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
