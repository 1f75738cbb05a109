"""What a row of a list may change in somebody already known.

An import never erases, never touches what the desk corrected, and prefers the better spelling of the same name.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hub.folding import fold
from kiosk.lists.registrants import Registrant
from kiosk.names import is_lossy

NAMES = ("surname", "first_name", "patronymic")
TEXTS = (*NAMES, "company", "position")
FIELDS = (*TEXTS, "email", "phone", "phone_e164", "consent", "consent_at", "registered_at", "external_ref",
          "other")  # fmt: skip
"""The columns of an attendee that a list may fill."""

_PRECIOUS = frozenset("әғқңөұүһіёўҳӣӯʻ")


@dataclass(frozen=True, slots=True)
class Rules:
    """How far a row may go: `locked` fields were corrected at the desk; with `gaps_only` it may only fill."""

    locked: frozenset[str] = frozenset()
    gaps_only: bool = False


def changes(known: Mapping[str, Any], row: Registrant, registered_at: int | None, rules: Rules) -> dict[str, Any]:
    """The columns (of FIELDS) that get a new value. `registered_at` is the row's moment in ms, UTC."""
    found = {**_texts(known, row, rules), **_contacts(known, row, rules)}
    answered = row.consent is not None and row.consent != known["consent"]
    if answered and "consent" not in rules.locked and (known["consent"] is None or not rules.gaps_only):
        found.update(consent=row.consent, consent_at=registered_at if row.consent else None)
    if registered_at is not None and known["registered_at"] is None:
        found["registered_at"] = registered_at
    if row.external_ref and not known["external_ref"]:
        found["external_ref"] = row.external_ref
    other = json.loads(known["other"] or "{}")
    merged = {**row.other, **other} if rules.gaps_only else {**other, **row.other}
    if merged != other:
        found["other"] = json.dumps(merged, ensure_ascii=False)
    return {name: value for name, value in found.items() if name not in rules.locked and value != known[name]}


def _texts(known: Mapping[str, Any], row: Registrant, rules: Rules) -> dict[str, Any]:
    guessed = "name_split_guessed" in row.warnings
    found: dict[str, Any] = {}
    for name in TEXTS:
        old, new = known[name], getattr(row, name)
        fill_only = rules.gaps_only or (guessed and name in NAMES)
        if new and (not old or (not fill_only and _better(old, new))):
            found[name] = new
    return found


def _contacts(known: Mapping[str, Any], row: Registrant, rules: Rules) -> dict[str, Any]:
    found: dict[str, Any] = {}
    if row.phone_e164:
        if row.phone_e164 != known["phone_e164"] and not (rules.gaps_only and known["phone_e164"]):
            found = {"phone": row.phone, "phone_e164": row.phone_e164}
    elif row.phone and not known["phone"]:
        found["phone"] = row.phone
    if "phone" in rules.locked:
        found = {}
    valid = row.email and "email_invalid" not in row.warnings
    if row.email != known["email"] and (not known["email"] or (valid and not rules.gaps_only)):
        found["email"] = row.email
    return {name: value for name, value in found.items() if value}


def _better(old: str, new: str) -> bool:
    """Whether the new text should stand instead: another name, or the same one with its letters kept."""
    if is_lossy(old) != is_lossy(new):
        return is_lossy(old)
    if fold(old) != fold(new):
        return True
    return _richness(new) > _richness(old)


def _richness(text: str) -> tuple[bool, int]:
    return not text.isupper(), sum(letter in _PRECIOUS for letter in text.casefold())
