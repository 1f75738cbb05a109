"""The printer that needs no printer: every badge becomes a picture in a folder."""

import os
import uuid
from pathlib import Path

from PIL import Image

from kiosk.file_names import safe_name
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import PrinterStatus, PrinterTrouble


class PictureFolder:
    """Saves badges as PNG files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def status(self) -> PrinterStatus:
        """It works as long as its folder, or the folder's parent, can be written to."""
        place = self.folder if self.folder.exists() else self.folder.parent
        ready = place.is_dir() and os.access(place, os.W_OK)
        return PrinterStatus(ready, "ok" if ready else "offline")

    def print_badge(self, picture: Image.Image, label: str) -> None:
        """Save the picture whole or not at all, under a name that no other badge has."""
        fresh = self.folder / f".{uuid.uuid4().hex}.png"
        try:
            self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            try:
                picture.save(fresh)
                fresh.replace(self._unused(safe_name(label)))
            finally:
                fresh.unlink(missing_ok=True)
        except OSError as error:
            raise PrinterTrouble("offline") from error

    def _unused(self, name: str) -> Path:
        path, copy = self.folder / f"{name}.png", 2
        while path.exists():
            path, copy = self.folder / f"{name} ({copy}).png", copy + 1
        return path


def connect(address: str, sheet: Sheet) -> PictureFolder:
    """Return the printer that saves into the folder `address`."""
    return PictureFolder(Path(address))
