"""The layouts that come with the box."""

from importlib import resources

from hub.i18n import N_
from kiosk.paper.layouts.layout import Layout

# Codes under which printers keep them, and what people call them.
WORDS = {"classic": N_("Classic layout"), "big_name": N_("Big name"), "card": N_("Centred card")}


def _read(code: str) -> Layout:
    file = resources.files("kiosk.paper.layouts") / "shipped" / f"{code}.json"
    return Layout.model_validate_json(file.read_text(encoding="utf-8"))


# Read at import, as code is: a box whose own layouts are broken must not start to print.
SHIPPED = {code: _read(code) for code in WORDS}
CLASSIC = SHIPPED["classic"]
