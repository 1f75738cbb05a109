"""The state as it is kept in the database: JSON there and back."""

import json
from dataclasses import replace
from typing import Any

from hub.programme.kinds import Kind
from speaker_timer.cards import Card, CardKind, Point, Stage
from speaker_timer.rundown import Rundown, Slot


def dump(state: Rundown | Stage) -> str:
    """A rundown or a stage as text."""
    return json.dumps(state, default=_fields, ensure_ascii=False, separators=(",", ":"))


def _fields(part: Any) -> dict[str, Any]:
    # Faster than dataclasses.asdict, which copies what is only going to be written.
    return {field: getattr(part, field) for field in part.__slots__}


def rundown(text: str) -> Rundown:
    """The rundown in a text made by `dump`."""
    kept: dict[str, Any] = json.loads(text)
    return Rundown(**{**kept, "slots": tuple(map(_slot, kept["slots"]))})


def _slot(kept: dict[str, Any]) -> Slot:
    slot = Slot(**kept)
    return replace(slot, kind=Kind(slot.kind), cards=tuple((name, left) for name, left in slot.cards))


def stage(text: str) -> Stage:
    """The stage in a text made by `dump`."""
    kept: dict[str, Any] = json.loads(text)
    card, dismissed = kept["card"], kept["dismissed"]
    return Stage(
        **{
            **kept,
            "card": _card(card) if card else None,
            "dismissed": Point(**dismissed) if dismissed else None,
            # Rows of earlier versions know nothing of it.
            "passed_over": tuple(map(CardKind, kept.get("passed_over", ()))),
        }
    )


def _card(kept: dict[str, Any]) -> Card:
    return Card(**{**kept, "kind": CardKind(kept["kind"]), "sent": Point(**kept["sent"])})
