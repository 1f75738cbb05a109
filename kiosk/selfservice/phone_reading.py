"""Reading a phone as it is typed at a kiosk, after a beginning that stood there already."""

import re
from dataclasses import dataclass

import phonenumbers
from phonenumbers import PhoneNumberFormat

from kiosk.phones import parse

# What the kiosk writes into the field before anybody types; some type their country once more.
_BEGINNING = re.compile(r"\s*\+(?:7|996|998)\s*")


@dataclass(frozen=True, slots=True)
class PhoneRead:
    """`phone` is the number as its country groups it, or what was typed where that is no number."""

    valid: bool
    phone: str


def read(typed: str, country: str) -> PhoneRead:
    """Read `typed` as somebody in `country` (ISO 3166) would write it, with or without the beginning before it."""
    for text in (typed, _BEGINNING.sub("", typed, count=1)):
        number = parse(text, country).e164
        if number:
            grouped = phonenumbers.format_number(phonenumbers.parse(number), PhoneNumberFormat.INTERNATIONAL)
            return PhoneRead(True, grouped)
    return PhoneRead(False, typed)
