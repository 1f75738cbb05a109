"""The hash of what stands on a screen: its page reads its own letters and arrow back and hashes them the same way.

FNV-1a of 32 bits over UTF-16 units: no secret, only a difference; an ES5 page computes it (screen_glass.js).
"""

from collections.abc import Iterable, Mapping

from signage.words import Words

_BASE, _PRIME, _ALL = 0x811C9DC5, 0x01000193, 0xFFFFFFFF
BETWEEN = "\x1f"


def of_parts(parts: Iterable[str]) -> str:
    """Eight hexadecimal digits."""
    hashed = _BASE
    content = BETWEEN.join(parts).encode("utf-16-le")
    for low, high in zip(content[::2], content[1::2], strict=True):
        hashed = ((hashed ^ (low | high << 8)) * _PRIME) & _ALL
    return f"{hashed:08x}"


def parts_of_words(said: Mapping[str, Words]) -> list[str]:
    """A frame's words as a page reads them back: of each language its code, then what is not empty from above."""
    read = []
    for language, words in said.items():
        shown = (words.label, words.head, *words.lines, words.note)
        read += [language, *(text for text in shown if text)]
    return read
