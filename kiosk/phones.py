"""Phone numbers as people and spreadsheets write them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

# Tried after the seminar's own country: people come from next door.
NEIGHBOURS = ("KZ", "KG", "UZ", "RU")

_FLOAT = re.compile(r"(\d{5,15})[.,]0+")
_EXPONENT = re.compile(r"(\d(?:[.,]\d+)?)e\+?(\d{1,2})", re.IGNORECASE)
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]")
_BETWEEN = re.compile(r"[,;/|\\\n\r]+|\s(?:и|или|and|or|va|және|жана)\s", re.IGNORECASE)
_WRITTEN = re.compile(r"\+?\d[\d\s()\-–.]{7,}\d")
_EXTENSION = re.compile(r"(?:доб|вн|ext|ішкі)\w*\.?\s*\d+\s*$", re.IGNORECASE)
# A spreadsheet drops the zeros at the end of a mantissa, but four digits of a phone are not zeros by chance.
_DROPPED_ZEROS = 2
_NATIONAL_LENGTH = {"7": 10, "996": 9, "998": 9}


@dataclass(frozen=True)
class Phones:
    """What a cell says of phones. `e164` is the first valid one or "", `others` the further valid ones."""

    raw: str
    e164: str
    others: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        return bool(self.e164)


def parse(raw: str, country: str) -> Phones:
    """Read every phone in `raw` as somebody in `country` (ISO 3166, "KZ") would write it. Rejects nothing."""
    regions = tuple(dict.fromkeys((country, *NEIGHBOURS)))
    text = _INVISIBLE.sub("", raw).strip()
    found = dict.fromkeys(number for piece in _pieces(text) if (number := _e164(piece, regions)))
    first, *others = [*found] or [""]
    return Phones(raw.strip(), first, tuple(others))


def searchable_digits(phone: str) -> str:
    """The national digits of an E.164 number, or of whatever was written: what somebody would dictate."""
    digits = re.sub(r"\D", "", phone)
    if len(digits) == 11 and digits[0] == "8":
        return digits[1:]
    for code, length in _NATIONAL_LENGTH.items():
        if digits.startswith(code) and len(digits) == len(code) + length:
            return digits[len(code) :]
    return digits


def _pieces(text: str) -> Iterator[str]:
    if _EXPONENT.fullmatch(text):
        yield from _whole_number(text)
        return
    for piece in _BETWEEN.split(text):
        plain = _FLOAT.sub(r"\1", piece.strip())
        digits = sum(sign.isdigit() for sign in plain)
        if digits > 15:
            yield from _separate(plain)
        elif digits >= 5:
            yield _EXTENSION.sub("", plain)


def _whole_number(text: str) -> Iterator[str]:
    """The number that was written with an exponent, unless the spreadsheet rounded its digits away."""
    mantissa, exponent = text.lower().replace(",", ".").split("e")
    significant = len(mantissa.replace(".", ""))
    if int(exponent) + 1 - significant <= _DROPPED_ZEROS:
        yield str(int(Decimal(mantissa).scaleb(int(exponent))))


def _separate(text: str) -> Iterator[str]:
    """Numbers with nothing but spaces between them."""
    for match in _WRITTEN.finditer(re.sub(r"\s+(?=\+)|(?<=\d{10})\s+", "\n", text)):
        yield from match[0].split("\n")


def _e164(piece: str, regions: tuple[str, ...]) -> str:
    text = _international(piece, regions[0])
    for region in regions:
        try:
            number = phonenumbers.parse(text, region)
        except NumberParseException:
            return ""
        if phonenumbers.is_valid_number(number):
            return phonenumbers.format_number(number, PhoneNumberFormat.E164)
        if text.startswith("+"):
            return ""
    return ""


def _international(piece: str, country: str) -> str:
    """The number with the `+` that was left out, and without a trunk 8 or `+` that does not belong."""
    digits = re.sub(r"\D", "", piece)
    if digits.startswith("00"):
        digits = digits[2:]
        return f"+{digits}"
    if len(digits) == 12 and digits.startswith(("996", "998")):
        return f"+{digits}"
    if len(digits) == 11 and digits.startswith("7"):
        return f"+{digits}"
    if len(digits) == 11 and digits.startswith("8") and digits[1] in "3479":
        return f"+7{digits[1:]}"
    if len(digits) == 10 and digits.startswith("8") and country == "UZ":
        return f"+998{digits[1:]}"
    return f"+{digits}" if "+" in piece else digits
