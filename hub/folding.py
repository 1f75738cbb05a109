"""One spelling for every way to write a name: Cyrillic, Kazakh, Kyrgyz, Uzbek, Latin of several systems.

The fold is for matching and searching only and is never shown. Where two spellings differ in length the
longer one is chosen (я is иа, ж is дж, ц is тс), so that the fold of what has been typed so far stays the
beginning of the fold of the whole word.
"""

import re
import unicodedata
from functools import lru_cache

_MARKS: dict[str, str | None] = dict.fromkeys(map(chr, range(0x300, 0x370)))
_APOSTROPHES = dict.fromkeys("’‘ʻʼʽ`´′ʹˈ‛ꞌ", "'")

# Letters whose meaning would be lost together with their marks.
_BEFORE = str.maketrans(
    {**_APOSTROPHES, "õ": "o'", "Õ": "o'", "ç": "ч", "Ç": "ч", "ş": "ш", "Ş": "ш", "ș": "ш", "Ș": "ш"}
)

# й, ё, ў and ї have already become и, е, у and і by decomposition when this table is used.
_LETTERS = str.maketrans(
    {
        **_MARKS,
        "'": None, "ь": None, "ъ": None,
        "ә": "а", "ғ": "г", "қ": "к", "ң": "н", "ө": "о", "ұ": "у", "ү": "у", "һ": "г", "х": "г",
        "ҳ": "г", "ҷ": "дж", "і": "и", "э": "е", "ы": "и", "щ": "ш", "ґ": "г", "є": "е", "я": "иа",
        "ю": "иу", "ж": "дж", "ц": "тс", "a": "а", "b": "б", "c": "к", "d": "д", "e": "е", "f": "ф",
        "g": "г", "h": "г", "i": "и", "j": "дж", "k": "к", "l": "л", "m": "м", "n": "н", "o": "о",
        "p": "п", "q": "к", "r": "р", "s": "с", "t": "т", "u": "у", "v": "в", "w": "в", "x": "г",
        "y": "и", "z": "з", "ı": "и", "ə": "а", "ŋ": "н", "ø": "о", "æ": "а",
    }
)  # fmt: skip

_LATIN = re.compile("[a-z]")
# x is Uzbek х almost everywhere; these are the European names where it is кс.
_KS = re.compile(r"(?<=ale)x|(?<=\bma)x(?=im)|(?<=\bma)x\b|(?<=o)x(?=an)|(?<=feli)x|(?<=ro)x(?=an)|\bx(?=en)")
_LATIN_SPELLING = {
    "o'": "у", "g'": "г", "shch": "ш", "sch": "ш", "dzh": "дж", "zh": "дж", "dj": "дж", "kh": "г", "gh": "г",
    "ch": "ч", "sh": "ш", "ph": "ф", "ck": "к", "yo": "е", "ye": "е",
}  # fmt: skip
_LATIN_GROUP = re.compile("|".join(_LATIN_SPELLING))
# Passports write -ьев as -iev after these stems; elsewhere (Aliev) the i is a letter of its own.
_SOFT_IEV = re.compile(r"(vass?il|solov|yur|grigor|ignat|afanas|kondrat|terent|arsen|leont|prokof)i(?=ev|yev)")
_ENDER = re.compile(r"ander\b")
_SEPARATORS = re.compile(r"[\W_]+")
_DOUBLES = re.compile(r"([^\W\d])\1+")

_PARTICLES = frozenset({"улу", "ули", "кизи", "угли", "огли", "оглу"})
_COMPOUND = re.compile(r"(?<=\w\w\w)(улу|ули|кизи|угли|огли|оглу)$")


def _latin(text: str) -> str:
    text = _KS.sub("ks", text)
    text = _ENDER.sub("andr", _SOFT_IEV.sub(r"\1", text))
    return _LATIN_GROUP.sub(lambda found: _LATIN_SPELLING[found[0]], text)


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The text in its one spelling: lower-case words of Cyrillic letters and digits, single spaces between.

    Folding twice changes nothing. A hyphen separates words; a text without letters and digits folds to "".
    """
    text = unicodedata.normalize("NFKD", text.translate(_BEFORE)).casefold()
    text = unicodedata.normalize("NFKD", text)
    if _LATIN.search(text):
        text = _latin(text)
    text = _SEPARATORS.sub(" ", text.translate(_LETTERS)).strip()
    return _DOUBLES.sub(r"\1", text)


def joined_particles(tokens: list[str]) -> list[str]:
    """Folded words with the particles of patronymics (уулу, кызы, oʻgʻli) glued to the word before them."""
    joined: list[str] = []
    for token in tokens:
        if joined and token in _PARTICLES:
            joined[-1] += token
        else:
            joined.append(token)
    return joined


def words(text: str) -> list[str]:
    """What to look for: the folded words of a query, hyphen parts apart, in the order typed."""
    return fold(text).split()


def index_words(text: str) -> set[str]:
    """What to be found by: the folded words of a name or company, and the other ways people type them.

    Beside the words themselves: hyphenated and compound ones as one word, the particle of a compound, and
    Oʻtkir as "Otkir". A query finds the text when each of its `words` is the beginning of one of these.
    """
    found = set()
    for chunk in text.split():
        parts = words(chunk)
        found.update(parts)
        found.add("".join(parts))
        if "'" in chunk.translate(_BEFORE):
            found.update(words(chunk.translate(_BEFORE).replace("'", "")))
    tokens = words(text)
    found.update(joined_particles(tokens))
    found.update(match[1] for token in tokens if (match := _COMPOUND.search(token)))
    found.discard("")
    return found
