"""How wide a text will be on paper, in ems, and which letters the typeface lacks.

Only advances are asked for, so that the file is opened but nothing is drawn; the PDF sets the letters by the same
advances, without kerning.
"""

import unicodedata
from functools import lru_cache

from PIL import ImageFont

from hub.typeface import NOTO_SANS

# Of Noto Sans, in ems.
CAP_HEIGHT = 0.714
ASCENT = 0.93  # an Й
DESCENT = 0.24  # a щ or an ң

_UNITS = 1000  # pixels an em at which advances are asked: the typeface's own units
_SMALL = 24
_NO_LETTER = "\U0010ffff"


def width(text: str, weight: int, stretch: float) -> float:
    """Ems that a line takes."""
    return sum(_advance(letter, weight, stretch) for letter in text)


def missing(text: str) -> str:
    """The letters of a text that cannot be printed, each once."""
    return "".join(letter for letter in dict.fromkeys(text) if letter.isprintable() and not _has(letter))


@lru_cache(maxsize=4096)
def _advance(letter: str, weight: int, stretch: float) -> float:
    return _opened(_UNITS, weight, stretch).getlength(letter) / _UNITS


@lru_cache(maxsize=1024)
def _has(letter: str) -> bool:
    if letter.isspace() or unicodedata.combining(letter):
        return True
    face = _opened(_SMALL, 400, 100)
    return bytes(face.getmask(letter)) != bytes(face.getmask(_NO_LETTER))


@lru_cache(maxsize=8)
def _opened(size: int, weight: int, stretch: float) -> ImageFont.FreeTypeFont:
    face = ImageFont.truetype(str(NOTO_SANS), size, layout_engine=ImageFont.Layout.BASIC)
    face.set_variation_by_axes([weight, stretch])
    return face
