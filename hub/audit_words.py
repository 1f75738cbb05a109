"""The audit log in words. Features add what they record at registration."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from flask_babel import gettext as _

from hub.access import Role
from hub.i18n import LANGUAGES, N_
from hub.models import AuditEntry
from hub.role_names import ROLE_NAMES
from hub.seminar_form import COUNTRIES, ZONES

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


Words = Mapping[str, str] | Callable[[str], str]
"""Of a code its word: a message id of a table, or what a function says in the reader's language."""

VALUES: dict[str, Words] = {
    "role": {str(role): name for role, name in ROLE_NAMES.items()},
    "zone": ZONES,
    "country": COUNTRIES,
    "language": LANGUAGES,
    "languages": LANGUAGES,
}
SUBJECTS: dict[str, Words] = {"consent_reworded": LANGUAGES}


def add(
    actions: Mapping[str, str],
    fields: Mapping[str, str],
    values: Mapping[str, Words] | None = None,
    subjects: Mapping[str, Words] | None = None,
) -> None:
    """A feature's actions, the names of what they change, and the words of codes: of values by field, of subjects by
    action.
    """
    ACTIONS.update(actions)
    FIELDS.update(fields)
    VALUES.update(values or {})
    SUBJECTS.update(subjects or {})


def action(code: str) -> str:
    """What was done, in the reader's language."""
    return str(_(ACTIONS[code])) if code in ACTIONS else code


def subject(entry: AuditEntry) -> str:
    """Whom or what it was done to, in the reader's language."""
    said = str(entry.subject)
    return _worded(said, SUBJECTS.get(entry.action) or (VALUES["role"] if said in set(Role) else {}))


def person(who: str) -> str:
    """«Динара (organiser)» as it was kept, with the role in the reader's language."""
    if who == "kiosk":
        return str(_("the hub"))
    name, _space, role = who.removesuffix(")").rpartition(" (")
    return f"{name} · {_(ROLE_NAMES[Role(role)])}" if role in set(Role) else who


def changes(entry: AuditEntry) -> list[str]:
    """What changed: a line for each field, «Place: before → after»; of what is new, what it is."""
    detail: dict[str, Any] = json.loads(entry.detail) if entry.detail else {}
    before, after = detail.pop("before", {}), detail.pop("after", {})
    lines = [
        f"{field(name)}: " + (f"{_shown(before.get(name), name)} → " if before else "") + _shown(value, name)
        for name, value in after.items()
        if value != before.get(name) and (before or value not in (None, ""))
    ]
    return lines + [f"{field(name)}: {_shown(value, name)}" for name, value in detail.items()]


def field(name: str) -> str:
    """A field's name in the reader's language."""
    return str(_(FIELDS[name])) if name in FIELDS else name


def _shown(value: object, name: str = "") -> str:
    if isinstance(value, bool):
        return str(_("yes") if value else _("no"))
    if isinstance(value, list):
        return ", ".join(_shown(each, name) for each in value)
    return "—" if value in (None, "") else _worded(str(value), VALUES.get(name, {}))


def _worded(said: str, words: Words) -> str:
    """What people call it; itself where it has no other name."""
    if callable(words):
        return words(said) or said
    return str(_(words[said])) if said in words else said
