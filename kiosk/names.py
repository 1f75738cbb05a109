"""Names of people: cleaning what is shown, and telling whether two records name the same person."""

import re
import unicodedata
from functools import lru_cache

from hub.folding import fold, index_words, joined_particles, words
from kiosk.name_words import SLAVIC_PATRONYMIC_ENDINGS

__all__ = [
    "LONGEST_NAME",
    "clean",
    "fold",
    "index_words",
    "is_lossy",
    "lossy_match",
    "same_person_key",
    "words",
]

LONGEST_NAME = 300
"""Letters of a name that are kept; a longer one is refused, in a list cut with a warning."""

_SPACES = re.compile(r"\s+")
_PLAIN = re.compile(r"[\w !-/:-@«»ʻʼ’№—–]*")
# Joiners carry meaning in some scripts, but never in names at a seminar's desk; they only make lookalikes.
_UNSEEN = frozenset({"Cc", "Cf", "Cs", "Co", "Cn"})


def clean(text: str) -> str:
    """The text as it may be shown: composed, single spaces, no control, zero-width or direction characters.

    ʻ, Ө, <, = and emoji are kept; nothing is cut.
    """
    text = unicodedata.normalize("NFC", text)
    if not _PLAIN.fullmatch(text):
        spaced = _SPACES.sub(" ", text)
        text = "".join(sign for sign in spaced if unicodedata.category(sign) not in _UNSEEN)
    return _SPACES.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def same_person_key(surname: str, first_name: str) -> str:
    """Equal for two spellings of one person's name, whichever of the two fields either part was written in.

    A patronymic that slipped into the first name is left out. For a name without letters the key is the name
    itself, so that two such names stay different.
    """
    given = joined_particles(words(first_name))
    kept = [token for token in given if not token.endswith(SLAVIC_PATRONYMIC_ENDINGS)]
    tokens = joined_particles(words(surname)) + (kept or given)
    return " ".join(sorted(tokens)) or f"{surname} {first_name}".strip().casefold()


def is_lossy(name: str) -> bool:
    """Whether a letter of the name was lost on the way: windows-1251 has no Қ and writes `?` for it."""
    return "?" in name and any(sign.isalpha() for sign in name)


def lossy_match(lossy: str, whole: str) -> bool:
    """Whether a name with `?` for lost letters can be the whole name, in the same or in another spelling."""
    letters = (".?" if sign == "?" else re.escape(sign) for sign in lossy.casefold())
    if re.fullmatch("".join(letters), whole.casefold()):
        return True
    pieces = [fold(piece) for piece in lossy.split("?")]
    return re.fullmatch(r"\w?".join(map(re.escape, pieces)), fold(whole)) is not None
