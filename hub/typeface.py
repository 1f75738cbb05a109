"""The one typeface of everything that is drawn or printed."""

import unicodedata
from functools import cache

import fontpkg_noto_sans
from fontTools.ttLib import TTFont

# The variable file has every Kazakh, Kyrgyz and Uzbek letter, and the narrow shapes that long names need.
NOTO_SANS = fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf"
# Letters of no shape of their own: joiners, and marks of the direction of writing.
_UNSEEN = ("Cf", "Zs", "Cc")


def lacking(text: str) -> str:
    """The letters of `text` that the typeface has no shape for, each once: Hebrew's, Arabic's, Chinese characters."""
    return "".join(dict.fromkeys(letter for letter in text if _lacks(letter) and _is_letter(letter)))


def without_signs(text: str) -> str:
    """The text without what is no letter and has no shape here, as pictograms: it would be an empty box."""
    return " ".join("".join(one for one in text if not _lacks(one) or _is_letter(one)).split())


def _is_letter(one: str) -> bool:
    return unicodedata.category(one)[0] in "LM"


def _lacks(one: str) -> bool:
    return ord(one) not in _shapes() and unicodedata.category(one) not in _UNSEEN


@cache
def _shapes() -> frozenset[int]:
    with TTFont(NOTO_SANS, lazy=True) as face:
        return frozenset(face.getBestCmap())
