"""The organiser's logo on paper signs."""

from hub import audit
from hub import logo as organisers_logo
from hub.access import Actor
from hub.database import writes
from hub.folder import Folder
from signage.paper.illustrations import Illustration, look


def current(folder: Folder) -> Illustration | None:
    """The logo; None where there is none."""
    found = organisers_logo.current(folder)
    return look(found) if found else None


def keep(folder: Folder, content: bytes, by: Actor) -> None:
    """Keep a picture as the logo, in place of the earlier one. Raises Refusal as `hub.logo.keep` does."""
    organisers_logo.keep(folder, content)
    _note("sign_logo_changed", by)


def remove(folder: Folder, by: Actor) -> None:
    """Print without a logo from now on."""
    organisers_logo.remove(folder)
    _note("sign_logo_removed", by)


@writes
def _note(action: str, by: Actor) -> None:
    audit.record(by, action)
