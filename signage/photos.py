"""Pictures of the path signs, in the seminar's folder: re-encoded, under random names, with a small one beside each.

A name tells what the picture is of: `way-…` the route, others as their features say.
"""

import os
import re
import secrets
from collections.abc import Collection
from pathlib import Path

from PIL import Image

from hub import clock, pictures
from hub.errors import Refusal
from hub.folder import Folder

SIDE = 1600
SMALL_SIDE = 360
QUALITY, SMALL_QUALITY = 82, 70
WAY = "way"
KEPT_UNUSED_MS = 24 * 3600_000

_NAME = re.compile(r"[a-z]{2,12}-[A-Za-z0-9_-]{22}(-small)?\.(jpg|png)")
TYPES = {".jpg": "image/jpeg", ".png": "image/png"}


def keep(folder: Folder, content: bytes, subject: str = WAY, *, see_through: bool = False) -> str:
    """Keep a picture; returns its name. `see_through` keeps transparency, as of a logo (PNG instead of JPEG).

    Raises Refusal: "photo_too_big" (with limit_mb or limit_megapixels), "photo_unreadable".
    """
    with pictures.one_at_a_time:
        picture = pictures.read(content, SIDE, "RGBA" if see_through else "RGB")
        name = f"{subject}-{secrets.token_urlsafe(16)}.{'png' if see_through else 'jpg'}"
        folder.signs.mkdir(mode=0o700, exist_ok=True)
        _save(picture, folder.signs / name, QUALITY)
        picture.thumbnail((SMALL_SIDE, SMALL_SIDE), Image.Resampling.LANCZOS)
        _save(picture, folder.signs / small(name), SMALL_QUALITY)
    return name


def small(name: str) -> str:
    """The name of the small picture beside it, at most 360 px each way; empty for none."""
    stem, dot, ending = name.rpartition(".")
    return f"{stem}-small{dot}{ending}" if name else ""


def path(folder: Folder, name: str) -> Path:
    """Where a kept picture is, by its own or its small one's name. Raises Refusal `not_found`."""
    found = folder.signs / name
    if not _NAME.fullmatch(name) or not found.is_file():
        raise Refusal("not_found")
    return found


def is_kept(folder: Folder, name: str) -> bool:
    """Is there such a picture?"""
    return _NAME.fullmatch(name) is not None and (folder.signs / name).is_file()


def large(name: str) -> str:
    """The name of the picture that a small one belongs to; a large one's own."""
    return name.replace("-small.", ".")


def sweep(folder: Folder, used: Collection[str], subject: str = WAY) -> None:
    """Remove a subject's pictures that nothing has used for a day: forms that were left half filled in."""
    for found in folder.signs.glob(f"{subject}-*"):
        try:
            old = clock.now() - found.stat().st_mtime * 1000 > KEPT_UNUSED_MS
        except FileNotFoundError:  # somebody else sweeps at the same time
            continue
        if old and large(found.name) not in used:
            found.unlink(missing_ok=True)


def _save(picture: Image.Image, target: Path, quality: int) -> None:
    """Whole and on the disk before anything refers to it."""
    target.touch(mode=0o600)
    with target.open("wb") as file:
        if target.suffix == ".png":
            picture.save(file, "PNG", optimize=True)
        else:
            picture.save(file, "JPEG", quality=quality, optimize=True, progressive=False)
        file.flush()
        os.fsync(file.fileno())
