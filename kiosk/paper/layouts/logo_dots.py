"""The organiser's logo in black dots: sharp where it is drawn in few tones, dithered where it is a photograph."""

from functools import lru_cache
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

# A logo of flat colours has next to nothing between light and dark once it is small; a photograph is full of it.
_MIDDLE = range(64, 192)
_PHOTOGRAPH_FROM = 0.3
_NEARLY_WHITE = 235


def logo_dots(path: Path, width: int, height: int) -> Image.Image | None:
    """The logo in mode "1", as large as fits into so many dots; None if the file is gone or no picture."""
    try:
        return _drawn(path, path.stat().st_mtime_ns, width, height)
    except (OSError, UnidentifiedImageError):
        return None


@lru_cache(maxsize=16)
def _drawn(path: Path, _changed: int, width: int, height: int) -> Image.Image:
    """Kept, for each badge of a printer has the same one; a picture that was changed is read anew."""
    with Image.open(path) as opened:
        picture = opened.convert("RGBA")
    grey = ImageOps.autocontrast(_trimmed(_on_paper(picture)))
    scale = min(width / grey.width, height / grey.height)
    size = max(1, int(grey.width * scale)), max(1, int(grey.height * scale))
    small = grey.resize(size, Image.Resampling.LANCZOS)
    return (
        small.convert("1")
        if _is_photograph(grey)
        else small.point([0 if tone < 140 else 255 for tone in range(256)], "1")
    )


def _on_paper(picture: Image.Image) -> Image.Image:
    """In mode "L" on white. A white mark on nothing, made for dark pages, is black on paper: else nothing were seen."""
    on_white = Image.new("RGBA", picture.size, "white")
    on_white.alpha_composite(picture)
    grey = on_white.convert("L")
    darkest = next(tone for tone, dots in enumerate(grey.histogram()) if dots)
    return ImageOps.invert(picture.getchannel("A")) if darkest > _NEARLY_WHITE else grey


def _trimmed(grey: Image.Image) -> Image.Image:
    """Without white edges, which would make the logo smaller than its place."""
    box = ImageOps.invert(grey).getbbox()
    return grey.crop(box) if box else grey


def _is_photograph(grey: Image.Image) -> bool:
    tones = grey.histogram()
    return sum(tones[tone] for tone in _MIDDLE) > _PHOTOGRAPH_FROM * grey.width * grey.height
