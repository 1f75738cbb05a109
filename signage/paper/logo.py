"""The organiser's logo on paper signs."""

from hub import logo as organisers_logo
from hub.folder import Folder
from signage.paper.illustrations import Illustration, look


def current(folder: Folder) -> Illustration | None:
    """The logo; None where there is none."""
    found = organisers_logo.current(folder)
    return look(found) if found else None
