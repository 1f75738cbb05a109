"""The printer that needs no printer: every badge becomes a picture in a folder."""

import os
import uuid
from pathlib import Path

from PIL import Image

from hub.i18n import N_
from kiosk.file_names import safe_name
from kiosk.paper.papers import PAPERS, RESOLUTIONS, Sheet
from kiosk.paper.printers import Kind, Outcome, PrinterStatus, PrinterTrouble

KIND = Kind(
    name=N_("Pictures into the folder, no printer needed"),
    hint=N_("Needs no address."),
    address="",
    papers=tuple(PAPERS),
    resolutions=RESOLUTIONS,
)


class Folder:
    """A folder in which each badge is a file of its own."""

    ending = ".png"

    def __init__(self, folder: Path, sheet: Sheet) -> None:
        self.folder, self.sheet = folder, sheet

    def status(self) -> PrinterStatus:
        """It works as long as its folder, or the folder's parent, can be written to."""
        place = self.folder if self.folder.exists() else self.folder.parent
        ready = place.is_dir() and os.access(place, os.W_OK)
        return PrinterStatus(ready, "ok" if ready else "offline")

    def print_badge(self, picture: Image.Image, label: str) -> Outcome:
        """Save the picture whole or not at all, under a name that no other badge has."""
        fresh = self.folder / f".{uuid.uuid4().hex}{self.ending}"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                self._save(picture, fresh)
                fresh.replace(self._unused(safe_name(label)))
            finally:
                fresh.unlink(missing_ok=True)
        except OSError as error:
            raise PrinterTrouble("offline") from error
        return Outcome.PRINTED

    def _save(self, picture: Image.Image, path: Path) -> None:
        picture.save(path)

    def _unused(self, name: str) -> Path:
        path, copy = self.folder / f"{name}{self.ending}", 2
        while path.exists():
            path, copy = self.folder / f"{name} ({copy}){self.ending}", copy + 1
        return path


def connect(address: str, sheet: Sheet) -> Folder:
    """Return the printer that saves into the folder `address`."""
    return Folder(Path(address), sheet)
