"""Pictures for paper: files in the seminar's folder, whose proportions the layout needs to know."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image, UnidentifiedImageError

from signage.paper.marks import Picture, Room


@dataclass(frozen=True, slots=True)
class Illustration:
    """A picture's file, and its width as a multiple of its height."""

    file: str
    proportion: float

    def inside(self, room: Room) -> Picture:
        """As large as the room allows, in its middle."""
        high = min(room.height, room.width / self.proportion)
        wide = high * self.proportion
        return Picture(
            Room(room.left + (room.width - wide) / 2, room.top + (room.height - high) / 2, wide, high), self.file
        )


def look(path: Path) -> Illustration | None:
    """A picture as it may be laid out; None where there is none, so that a lost file never costs the signs."""
    try:
        with Image.open(path) as opened:
            return Illustration(str(path), opened.width / opened.height)
    except (OSError, UnidentifiedImageError):
        return None
