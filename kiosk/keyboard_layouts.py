"""What a ticket looks like when a keyboard scanner types it under somebody else's layout.

A scanner presses keys by their position; the layout that is active turns the positions into letters. The
desk page reads positions where the browser tells them; this is the second line, for browsers that do not.
"""

import re
import unicodedata
from collections.abc import Iterator

# One line per Latin letter row of the layouts that move letters: the key's letter on a us keyboard, then
# what the same key gives. Only letters that a ticket may contain; digits are in _DIGITS.
_KEYS = "ABCDEFGHJKMNPQRTWX"
_BY_POSITION = str.maketrans("ФИСВУАПРОЛЬТЗЙКЕЦЧ", _KEYS)  # ru; kz, kg and uz agree on these keys
_BY_SOUND = str.maketrans("АБЖДЕФГҢЙКМНПӨРТҮХ", _KEYS)  # kg phonetic
_BY_SHAPE = str.maketrans("АВСЕНКМРТХЈ", "ABCEHKMPTXJ")  # a person copying the printed code

# The digit keys 2..9 of the Kazakh layouts, Cyrillic and Latin. The other layouts leave digits alone.
_DIGITS = str.maketrans("ӘІҢҒ,.ҮҰÁÍŃǴÚÝ", "23456789234589")

# kg phonetic has Ң and Ү on letter keys and ordinary digits, so there the letter wins.
_LAYOUTS = (_DIGITS | _BY_POSITION, _DIGITS | _BY_SOUND, _DIGITS | _BY_SHAPE)

# "]Q1" is how a scanner may announce a QR code, here under us, ru/kz/uz, kg phonetic and the Kazakh digits.
_ANNOUNCEMENT = re.compile(r'^[\]ЪХШ][QЙӨ]["0-9]')
_NOT_TYPED_BY_KEYS_OF_A_CODE = re.compile(r"[\s\-\u2010-\u2015\u0000-\u001f\u007f\ufeff]")


def readings(raw: str) -> Iterator[str]:
    """Yield each distinct upper-case text that the keys behind `raw` may have meant, likeliest first."""
    typed = _NOT_TYPED_BY_KEYS_OF_A_CODE.sub("", unicodedata.normalize("NFKC", raw)).upper()
    typed = _ANNOUNCEMENT.sub("", typed)
    yield from dict.fromkeys(typed.translate(layout) for layout in _LAYOUTS)
