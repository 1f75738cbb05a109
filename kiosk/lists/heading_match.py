"""One heading, one field: exact words first, then the beginnings of words in a fixed order."""

import re
from functools import lru_cache

from hub.folding import fold
from kiosk.lists.heading_words import (
    ADVERTISING_STEMS,
    CONSENT,
    CONSENT_STEMS,
    EXACT,
    FIRST_NAME,
    FIRST_NAME_WORDS,
    FULL_NAME,
    NOTE,
    PATRONYMIC,
    PERSONAL_STEMS,
    STEMS,
    SURNAME_WORDS,
)

# Longer than this it is not a heading but a text.
LONGEST_HEADING = 400


def _pattern(stems: str) -> re.Pattern[str]:
    found = sorted({_stem(stem) for stem in stems.split()}, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(found)})")


def _stem(written: str) -> str:
    folded = fold(written.rstrip("$").replace("_", " "))
    return re.escape(folded) + (r"\b" if written.endswith("$") else "")


_EXACT = {fold(heading): field for field, headings in EXACT.items() for heading in headings if fold(heading)}
_RULES = [(field, _pattern(stems)) for field, stems in STEMS]
_CONSENT = _pattern(CONSENT_STEMS)
_ADVERTISING = _pattern(ADVERTISING_STEMS)
_PERSONAL = _pattern(PERSONAL_STEMS)
_SURNAME = _pattern(SURNAME_WORDS)
_FIRST_NAME = _pattern(FIRST_NAME_WORDS)
_PATRONYMIC = _pattern(next(stems for field, stems in STEMS if field == PATRONYMIC))
# «Аты-жөні» is one word for a full name and tells no order; a form that asks how you are called does.
_AS_WHOLE = _pattern("аты-жөн аты_жөн")
_CASUAL = _pattern("как_вас_зовут представьтесь как_к_вам")
# windows-1251 writes `?` for Kazakh letters, in headings too; at the end of one it may be a question.
_LETTER_LOST = re.compile(r"\?\w|\w\?\w")
_KNOWN = [(heading, (field, "exact")) for field, headings in EXACT.items() for heading in headings]
_ONLY_SIGNS = re.compile(r"[\s№#\W]+")


@lru_cache(maxsize=4096)
def field_of(heading: str) -> tuple[str | None, str]:
    """The field a heading speaks of (None: it says nothing to us) and how that is known: exact, keyword or ""."""
    folded = fold(heading)
    if not folded:
        return (NOTE, "exact") if _ONLY_SIGNS.fullmatch(heading) else (None, "")
    if len(heading) > LONGEST_HEADING:
        return None, ""
    if folded in _EXACT:
        return _EXACT[folded], "exact"
    if _LETTER_LOST.search(heading):
        for known, found in _KNOWN:
            if _is_what_was_left_of(heading, known):
                return found
    if _CONSENT.search(folded):
        advertising = _ADVERTISING.search(folded) and not _PERSONAL.search(folded)
        return (NOTE if advertising else CONSENT), "keyword"
    if _names_together(folded):
        return FULL_NAME, "keyword"
    field = next((field for field, pattern in _RULES if pattern.search(folded)), None)
    return field, "keyword" if field else ""


def first_name_comes_first(heading: str) -> bool:
    """Whether a heading of full names asks for «Имя Фамилия», against the official order."""
    folded = _AS_WHOLE.sub("", fold(heading))
    surname, first_name = _SURNAME.search(folded), _FIRST_NAME.search(folded)
    if surname and first_name:
        return first_name.start() < surname.start()
    return first_name is not None or field_of(heading)[0] == FIRST_NAME or _CASUAL.search(folded) is not None


def _is_what_was_left_of(heading: str, known: str) -> bool:
    pairs = zip(heading.casefold().strip(), known.casefold(), strict=False)
    return len(heading.strip()) == len(known) and all(left in ("?", letter) for left, letter in pairs)


def _names_together(folded: str) -> bool:
    """«Ваши фамилия, имя и отчество», «Ism va familiyangiz»; but «Әкесінің аты» is a patronymic alone."""
    return _SURNAME.search(folded) is not None and _FIRST_NAME.search(_PATRONYMIC.sub("", folded)) is not None
