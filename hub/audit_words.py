"""The audit log in words. Features add what they record at registration."""

import json
from collections.abc import Mapping
from typing import Any

from flask_babel import gettext as _

from hub.access import Role
from hub.i18n import N_
from hub.models import AuditEntry
from hub.role_names import ROLE_NAMES

ACTIONS: dict[str, str] = {
    "seminar_begun": N_("Seminar opened"),
    "seminar_changed": N_("Seminar's facts changed"),
    "pins_renewed": N_("PINs renewed"),
    "consent_reworded": N_("Consent reworded"),
    "link_offered": N_("Sign-in QR shown"),
    "signed_in": N_("Signed in"),
    "sign_in_refused": N_("Sign-in refused"),
    "signed_out": N_("Signed out"),
    "token_issued": N_("API token issued"),
    "logo_changed": N_("The organiser's logo changed"),
    "logo_removed": N_("The organiser's logo removed"),
    "device_paired": N_("Screen let in"),
    "device_renamed": N_("Device renamed"),
    "device_revoked": N_("Device shut out"),
}
FIELDS: dict[str, str] = {
    "title": N_("Name"),
    "organiser": N_("Organiser"),
    "date": N_("Day"),
    "place": N_("Place"),
    "capacity": N_("Planned people"),
    "zone": N_("Time zone"),
    "country": N_("Country"),
    "language": N_("Language"),
    "badge_on_entry": N_("Badge at entry"),
    "version": N_("Version"),
    "address": N_("Address"),
    "role": N_("Role"),
}


VALUES: dict[str, Mapping[str, str]] = {}


def add(
    actions: Mapping[str, str], fields: Mapping[str, str], values: Mapping[str, Mapping[str, str]] | None = None
) -> None:
    """A feature's actions, the names of what they change, and (field -> value -> word) values that are codes."""
    ACTIONS.update(actions)
    FIELDS.update(fields)
    VALUES.update(values or {})


def action(code: str) -> str:
    """What was done, in the reader's language."""
    return str(_(ACTIONS[code])) if code in ACTIONS else code


def person(who: str) -> str:
    """«Динара (organiser)» as it was kept, with the role in the reader's language."""
    if who == "kiosk":
        return str(_("the hub"))
    name, _space, role = who.removesuffix(")").rpartition(" (")
    return f"{name} · {_(ROLE_NAMES[Role(role)])}" if role in set(Role) else who


def changes(entry: AuditEntry) -> list[str]:
    """What changed: a line for each field, «Place: before → after»."""
    detail: dict[str, Any] = json.loads(entry.detail) if entry.detail else {}
    before, after = detail.pop("before", {}), detail.pop("after", {})
    lines = [
        f"{field(name)}: {_shown(before.get(name), name)} → {_shown(value, name)}"
        for name, value in after.items()
        if value != before.get(name)
    ]
    return lines + [f"{field(name)}: {_shown(value, name)}" for name, value in detail.items()]


def field(name: str) -> str:
    """A field's name in the reader's language."""
    return str(_(FIELDS[name])) if name in FIELDS else name


def _shown(value: object, name: str = "") -> str:
    if isinstance(value, str) and value in VALUES.get(name, {}):
        return str(_(VALUES[name][value]))
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, list):
        return ", ".join(map(_shown, value))
    return "—" if value in (None, "") else str(value)
