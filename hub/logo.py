"""The organiser's logo, on paper signs and badges: one picture in the seminar's folder."""

import io
import secrets
from pathlib import Path

from hub import audit, pictures, whole_files
from hub.access import Actor
from hub.database import writes
from hub.folder import Folder

SIDE = 1600
_SUBJECT = "organiser"


def current(folder: Folder) -> Path | None:
    """The logo's file; None where there is none."""
    try:
        return max(folder.signs.glob(f"{_SUBJECT}-*.png"), key=lambda path: path.stat().st_mtime_ns, default=None)
    except FileNotFoundError:  # another picture takes its place at this moment: the next look finds it
        return None


def keep(folder: Folder, content: bytes, by: Actor) -> None:
    """Keep a picture as the logo, in place of the earlier one; what shines through it stays so.

    Raises Refusal "photo_too_big" (with limit_mb or limit_megapixels) or "photo_unreadable".
    """
    with pictures.one_at_a_time:
        picture = pictures.read(content, SIDE, "RGBA")
        file = io.BytesIO()
        picture.save(file, "PNG", optimize=True)
    kept = folder.signs / f"{_SUBJECT}-{secrets.token_urlsafe(16)}.png"
    whole_files.write(kept, file.getvalue())
    _forget(folder, kept)
    _note("logo_changed", by)


def remove(folder: Folder, by: Actor) -> None:
    """Be without a logo from now on."""
    _forget(folder)
    _note("logo_removed", by)


def _forget(folder: Folder, but: Path | None = None) -> None:
    for path in folder.signs.glob(f"{_SUBJECT}-*.png"):
        if path != but:
            path.unlink(missing_ok=True)


@writes
def _note(action: str, by: Actor) -> None:
    audit.record(by, action)
