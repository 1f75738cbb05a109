"""The organiser's logo as the page of layouts shows and changes it: in black dots, as badges have it."""

from base64 import b64encode
from pathlib import Path

from hub import audit, logo
from hub.access import Actor
from hub.database import writes
from hub.folder import Folder
from kiosk.paper.layouts.logo_dots import logo_dots
from kiosk.qr_codes import png

_WIDTH, _HEIGHT = 320, 120


def address(file: Path | None) -> str:
    """The logo in dots, as an address that holds it; empty where there is none."""
    dots = logo_dots(file, _WIDTH, _HEIGHT) if file else None
    return "data:image/png;base64," + b64encode(png(dots)).decode() if dots else ""


def keep(folder: Folder, content: bytes, by: Actor) -> None:
    """Keep a picture as the logo, in place of the earlier one. Raises Refusal as `hub.logo.keep` does."""
    logo.keep(folder, content)
    _note("badge_logo_changed", by)


def remove(folder: Folder, by: Actor) -> None:
    """Be without a logo from now on."""
    logo.remove(folder)
    _note("badge_logo_removed", by)


@writes
def _note(action: str, by: Actor) -> None:
    audit.record(by, action)
