"""The order of names in a list, as its readers know it: Latin first, then Cyrillic with each Kazakh, Kyrgyz and Uzbek
letter behind the one it resembles, as in the alphabets themselves.
"""

import unicodedata

_LETTERS = "аәбвгғдежзийкқлмнңоөпрстуұүўфхҳһцчшщъыіьэюя"
_RANKS = {ord(letter): chr(ord("а") + rank) for rank, letter in enumerate(_LETTERS)}
# Ё is looked for under Е; apostrophes and the marks of oʻ and gʻ have no place of their own.
_TABLE = {**_RANKS, ord("ё"): _RANKS[ord("е")], **dict.fromkeys(map(ord, "'’ʻʼ`‘"))}


def list_key(surname: str, first_name: str) -> str:
    """A text whose order by code points is the order of the list."""
    return "\t".join(_plain(part) for part in (surname, first_name))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold().translate(_TABLE)
