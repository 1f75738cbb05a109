"""The seminar's folder: the one place where anything is written."""

import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Folder:
    """Paths inside `KIOSK_DATA`. Copy the folder and you have the seminar."""

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "seminar.sqlite3"

    @property
    def uploads(self) -> Path:
        """Files on their way in; each is removed when its import is done or dropped."""
        return self.root / "uploads"

    @property
    def badges(self) -> Path:
        """What the printer that saves pictures has saved."""
        return self.root / "badges"

    @property
    def signs(self) -> Path:
        """Pictures of the path signs: photos of the way, logos."""
        return self.root / "signs"

    @property
    def layouts(self) -> Path:
        """Layouts of badges that the organiser has made."""
        return self.root / "layouts"

    def create(self) -> None:
        """Make the folder readable by its owner alone: it holds personal data."""
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)

    def secret_key(self) -> bytes:
        """The key behind sessions and PINs; made once, so that a restart signs nobody out."""
        path = self.root / "secret_key"
        if not path.exists():
            _write_once(path, secrets.token_bytes(32))
        return path.read_bytes()


def _write_once(path: Path, content: bytes) -> None:
    """Create `path` whole or not at all; of two starters at once the first wins."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    fresh.touch(mode=0o600)
    with fresh.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())  # a power cut would leave an empty key, which anybody can guess
    try:
        os.link(fresh, path)
    except FileExistsError:
        pass
    finally:
        fresh.unlink()
