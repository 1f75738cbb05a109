"""The code on a ticket: how it is drawn, and how it is read back whatever typed it.

A code is 16 characters: the letter K, two characters that name the seminar, eleven random ones (51 bits),
two of checksum. It is never derived from a person.
"""

import secrets

from hub.errors import Refusal
from kiosk.keyboard_layouts import readings

# No I, L, O, U, S, V, Y, Z, 0 or 1: people mix them up, or some keyboard layout does.
ALPHABET = "ABCDEFGHJKMNPQRTWX23456789"
PREFIX = "K"
CODE_LENGTH = 16
TAG_LENGTH = 2

_RANDOM_LENGTH = 11
_CHECKSUM_LENGTH = 2
# The largest prime under 26**2: no single wrong character and no swap of two neighbours keeps the sum.
_MODULUS = 673
_LONGEST_RAW = 64


def new_tag() -> str:
    """Draw the two characters that tell one seminar's tickets from another's."""
    return _draw(TAG_LENGTH)


def new_code(tag: str) -> str:
    """Draw a ticket code for the seminar with this tag."""
    body = PREFIX + tag + _draw(_RANDOM_LENGTH)
    return body + _checksum(body)


def read_code(raw: str, tag: str) -> str:
    """Return the ticket code that a scanner, a camera or a person meant by `raw`.

    Raises Refusal("malformed") if it is no ticket at all, Refusal("wrong_event") if it is another seminar's.
    """
    if len(raw) > _LONGEST_RAW:
        raise Refusal("malformed")
    codes = [code for code in readings(raw) if _is_code(code)]
    ours = [code for code in codes if code.startswith(PREFIX + tag)]
    if len(ours) == 1:
        return ours[0]
    raise Refusal("wrong_event" if codes and not ours else "malformed")


def grouped(code: str) -> str:
    """Return the code in groups of four, the way it is printed for people."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))


def _draw(length: int) -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(length))


def _is_code(text: str) -> bool:
    return (
        len(text) == CODE_LENGTH
        and text.startswith(PREFIX)
        and all(character in ALPHABET for character in text)
        and text.endswith(_checksum(text[:-_CHECKSUM_LENGTH]))
    )


def _checksum(body: str) -> str:
    number = 0
    for character in body:
        number = number * len(ALPHABET) + ALPHABET.index(character)
    high, low = divmod(number % _MODULUS, len(ALPHABET))
    return ALPHABET[high] + ALPHABET[low]
