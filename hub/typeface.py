"""The one typeface of everything that is drawn or printed."""

import fontpkg_noto_sans

# The variable file has every Kazakh, Kyrgyz and Uzbek letter, and the narrow shapes that long names need.
NOTO_SANS = fontpkg_noto_sans.ROOT / "files" / "NotoSans[wdth,wght].ttf"
