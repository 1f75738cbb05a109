"""The organiser's logo as the page of layouts shows it: in black dots, as badges have it."""

from base64 import b64encode
from pathlib import Path

from kiosk.paper.layouts.logo_dots import logo_dots
from kiosk.qr_codes import png

_WIDTH, _HEIGHT = 320, 120


def address(file: Path | None) -> str:
    """The logo in dots, as an address that holds it; empty where there is none."""
    dots = logo_dots(file, _WIDTH, _HEIGHT) if file else None
    return "data:image/png;base64," + b64encode(png(dots)).decode() if dots else ""
