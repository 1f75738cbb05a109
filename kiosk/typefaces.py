"""The one typeface of everything drawn as a picture."""

from functools import lru_cache

import fontpkg_noto_sans
from PIL import ImageFont

# The variable file has every Kazakh, Kyrgyz and Uzbek letter, and the narrow shapes that long names need.
_FILE = fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf"


@lru_cache(maxsize=64)
def noto_sans(size: int, weight: int = 400, width: float = 100) -> ImageFont.FreeTypeFont:
    """Return Noto Sans at `size` pixels an em, `weight` 100..900, `width` 62 (narrowest) .. 100 (normal)."""
    face = ImageFont.truetype(str(_FILE), size)
    face.set_variation_by_axes([weight, width])
    return face
