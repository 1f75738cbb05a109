"""How each display shows the timer: its view, its chime, its name; and what a host changes of it from afar."""

from dataclasses import dataclass
from typing import Any

from hub import audit, signin
from hub.access import DEVICES, Actor, Role
from hub.database import writes
from hub.errors import Refusal
from hub.models import Device
from hub.signin import NAME_LENGTH
from speaker_timer.displays import View
from speaker_timer.models import Display


@dataclass(frozen=True, slots=True)
class Looks:
    """What a display page is told of itself."""

    name: str
    view: View = View.STAGE
    chime: bool = False

    def told(self) -> dict[str, Any]:
        """As the live event `display`."""
        return {"name": self.name, "view": str(self.view), "chime": self.chime}


def looks_of(who: Actor, view: str, *, chime: bool = False) -> Looks:
    """A paired display's as the host has set them; a person's own page as its address asks (`view`, `chime`)."""
    if who.role not in DEVICES:
        return Looks(who.name, View(view) if view in set(View) else View.STAGE, chime)
    row = Display.get_or_none(Display.device == who.device)
    return Looks(who.name) if row is None else Looks(who.name, View(row.view), bool(row.chime))


@writes
def change(device: str, by: Actor, *, name: str | None, view: str | None, chime: bool | None) -> Looks:
    """Change what is not None of a paired display. Raises Refusal `not_found` or `device_name_required`."""
    found = _paired(device)
    row = Display.get_or_none(Display.device == device) or Display.create(device=found)
    before = Looks(found.name, View(row.view), bool(row.chime))
    called = before.name if name is None else " ".join(name.split())[:NAME_LENGTH]
    if not called:
        raise Refusal("device_name_required")
    after = Looks(called, before.view if view is None else View(view), before.chime if chime is None else chime)
    if after != before:
        Device.update(name=after.name).where(Device.id == device).execute()
        Display.update(view=after.view, chime=after.chime).where(Display.device == device).execute()
        audit.record(by, "timer_display_changed", after.name, view=str(after.view), chime=after.chime)
    return after


@writes
def remove(device: str, by: Actor) -> None:
    """Shut a paired display out. Raises Refusal `not_found`: a person's page is not the host's to close."""
    _paired(device)
    signin.shut_out(device, by)


def _paired(device: str) -> Device:
    """A display that somebody has let in. A phone that came by a speakers' link is none: its link is closed instead."""
    found: Device | None = Device.get_or_none(
        Device.id == device, Device.role == Role.DISPLAY, Device.revoked_at.is_null()
    )
    guests = Display.select().where(Display.device == device, Display.link.is_null(False))
    if found is None or guests.exists():
        raise Refusal("not_found")
    return found
