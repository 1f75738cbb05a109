"""The organiser's logo for paper: one picture in the seminar's folder, the newest of its kind."""

from hub import audit
from hub.access import Actor
from hub.database import writes
from hub.folder import Folder
from signage import photos
from signage.paper.illustrations import Illustration, look

_SUBJECT = "organiser"


def current(folder: Folder) -> Illustration | None:
    """The logo; None where there is none."""
    names = [path for path in folder.signs.glob(f"{_SUBJECT}-*.png") if photos.large(path.name) == path.name]
    newest = max(names, key=lambda path: path.stat().st_mtime_ns, default=None)
    return look(newest) if newest else None


def keep(folder: Folder, content: bytes, by: Actor) -> None:
    """Keep a picture as the logo, in place of the earlier one. Raises Refusal as `signage.photos.keep` does."""
    kept = photos.keep(folder, content, _SUBJECT, see_through=True)
    _forget(folder, but=kept)
    _note("sign_logo_changed", by)


def remove(folder: Folder, by: Actor) -> None:
    """Print without a logo from now on."""
    _forget(folder)
    _note("sign_logo_removed", by)


def _forget(folder: Folder, but: str = "") -> None:
    for path in folder.signs.glob(f"{_SUBJECT}-*.png"):
        if photos.large(path.name) != but:
            path.unlink(missing_ok=True)


@writes
def _note(action: str, by: Actor) -> None:
    audit.record(by, action)
