"""The features of the house, lowest first, loaded by name so that no arrow points up from the ground floor."""

from importlib import import_module
from types import ModuleType

from hub import refusals

FEATURES = ("hub", "kiosk", "speaker_timer", "signage", "attendance")


def load() -> list[ModuleType]:
    """Each feature's `feature` module, in order; what their refusals say (`TEXTS`) is known from here on."""
    found = [import_module(f"{name}.feature") for name in FEATURES]
    for feature in found:
        refusals.add(vars(feature).get("TEXTS", {}))
    return found
