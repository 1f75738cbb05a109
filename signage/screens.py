"""Settings of paired screens: name, place, how it hangs, theme, languages."""

from collections.abc import Mapping
from enum import StrEnum

from hub import audit, devices, pairing
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from hub.i18n import LANGUAGES
from hub.models import Device
from signage import route, screen_choice
from signage.models import Screen

TURNS = (0, 90, 180, 270)


class Theme(StrEnum):
    """For where a screen stands."""

    BRIGHT = "bright"
    DARK = "dark"


@writes
def change(device: str, by: Actor, **settings: object) -> Screen:
    """Change some of name, point (None: nowhere), turned, theme, languages (a list), side_by_side; the rest stays.

    Raises Refusal `screen_unknown`, `point_unknown`, `malformed_request`, and as `pairing.demand_name`.
    """
    screen_choice.demand(device or "-")
    known = Device.get_by_id(device)
    name = pairing.demand_name(str(settings.pop("name", known.name)))
    wanted = _checked(settings)
    row: Screen = Screen.get_by_id(device)
    was = {"name": known.name, **{field: row.__data__[field] for field in wanted}}
    after = {"name": name, **wanted}
    if after != was:
        Device.update(name=name).where(Device.id == device).execute()
        if wanted:
            Screen.update(**wanted).where(Screen.device == device).execute()
        audit.record(by, "screen_changed", name, before=was, after=after)
    return Screen.get_by_id(device)


def _checked(settings: Mapping[str, object]) -> dict[str, object]:
    wanted = dict(settings)
    if wanted.get("point") is not None:
        route.point(int(str(wanted["point"])))
    if "turned" in wanted and wanted["turned"] not in TURNS:
        raise Refusal("malformed_request", fields="turned")
    if "theme" in wanted and wanted["theme"] not in set(Theme):
        raise Refusal("malformed_request", fields="theme")
    if "languages" in wanted:
        wanted["languages"] = _languages(wanted["languages"])
    return wanted


def _languages(given: object) -> str:
    chosen = [code for code in given if code in LANGUAGES] if isinstance(given, list) else []
    return ",".join(chosen or ["ru"])


@writes
def unpair(device: str, by: Actor) -> None:
    """Shut a screen out: it shows a code again. Raises Refusal `screen_unknown`."""
    screen_choice.demand(device or "-")
    devices.revoke(device)
    audit.record(by, "screen_unpaired", Device.get_by_id(device).name)
