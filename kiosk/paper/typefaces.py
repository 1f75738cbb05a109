"""The one typeface of everything drawn as a picture."""

from dataclasses import dataclass
from functools import lru_cache
from math import ceil, floor

from PIL import Image, ImageDraw, ImageFont

from hub.typeface import NOTO_SANS

# Letters are drawn at this size and made smaller by their share of each dot. A font opened at every size
# that is needed would cost 1 MB and 5 ms each (measured), 60 MB after a dozen badges.
_DRAWN = 192


@dataclass(frozen=True, slots=True)
class Face:
    """Noto Sans: `size` in pixels an em, `weight` 100..900, `width` 62 (narrowest) .. 100 (normal)."""

    size: int
    weight: int = 400
    width: float = 100

    def box(self, text: str) -> tuple[int, int, int, int]:
        """Return the ink's left, top, right and bottom in pixels; the baseline is at 0, and so is the pen."""
        left, top, right, bottom = _large(self.weight, self.width).getbbox(text, anchor="ls")
        scale = self.size / _DRAWN
        return floor(left * scale), floor(top * scale), ceil(right * scale), ceil(bottom * scale)

    def ink_width(self, text: str) -> int:
        """Return the pixels between the ink's left and right edge."""
        left, _, right, _ = self.box(text)
        return right - left

    def draw(self, picture: Image.Image, left: int, baseline: int, text: str, ink: int) -> None:
        """Draw one line on a picture of mode "L", its ink beginning at `left`."""
        from_left, top, right, bottom = self.box(text)
        wide, high = right - from_left, bottom - top
        if wide <= 0 or high <= 0:
            return
        scale = _DRAWN / self.size
        large = Image.new("L", (ceil(wide * scale), ceil(high * scale)))
        place = (-from_left * scale, -top * scale)
        ImageDraw.Draw(large).text(place, text, 255, _large(self.weight, self.width), anchor="ls")
        mask = large.resize((wide, high), Image.Resampling.BOX, (0, 0, wide * scale, high * scale))
        picture.paste(ink, (left, baseline + top), mask)


@lru_cache(maxsize=12)
def _large(weight: int, width: float) -> ImageFont.FreeTypeFont:
    face = ImageFont.truetype(str(NOTO_SANS), _DRAWN)
    face.set_variation_by_axes([weight, width])
    return face
