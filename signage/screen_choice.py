"""Choosing one screen, or all of them, for a text or a slide."""

from hub.access import Role
from hub.errors import Refusal
from hub.models import Device
from signage.models import Screen


def demand(device: str | None) -> str | None:
    """The screen that is meant, with a row to refer to; None for all. Raises Refusal `screen_unknown`."""
    if not device:
        return None
    if not any(one.id == device for one in paired()):
        raise Refusal("screen_unknown")
    if not Screen.select().where(Screen.device == device).exists():
        Screen.create(device=device)
    return device


def paired() -> list[Device]:
    """The screens that may come in, by name."""
    query = Device.select().where(Device.role == Role.SCREEN, Device.revoked_at.is_null())
    return list(query.order_by(Device.name))
