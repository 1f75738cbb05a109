"""Taking a full name apart into surname, first name and patronymic."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from hub.folding import fold
from kiosk.name_words import (
    GIVEN_NAMES,
    HONORIFICS,
    PATRONYMIC_ENDINGS,
    PATRONYMIC_PARTICLES,
    SLAVIC_PATRONYMIC_ENDINGS,
    SURNAME_ENDINGS,
)
from kiosk.names import clean

_LOOSE_HYPHEN = re.compile(r"(?<=\w)(?:\s+[-‐‑–—]\s*|\s*[-‐‑–—]\s+)(?=\w)")
_INITIALS = re.compile(r"(?:\w\.\s*){1,3}|\w(?:\s+\w)?")
_GLUED_INITIALS = re.compile(r"(?<=\.)(?=\w)")


@dataclass(frozen=True)
class FullName:
    """A name in its parts, "" for one that is not there; `certain`: the parts were told by evidence."""

    surname: str
    first_name: str
    patronymic: str
    certain: bool


def split_full_name(text: str, first_name_first: bool = False) -> FullName:
    """The parts of a name written in one cell, in any order; never loses a word.

    Endings, known given names and capitals decide. Without any of these the order is the official one
    (surname, first name, patronymic), or the other with `first_name_first`, and the result is not `certain`.
    """
    units = _units(clean(text))
    match len(units):
        case 0:
            return FullName("", "", "", False)
        case 1:
            only = units[0]
            if _surname_weight(only) > _given_weight(only):
                return FullName(only, "", "", False)
            return FullName("", only, "", False)
        case 2:
            return _of_two(units[0], units[1], first_name_first)
        case _:
            return _of_many(units, first_name_first)


def name_order(texts: Iterable[str]) -> int:
    """Evidence over a column of full names: above 0 most put the surname first, below 0 the first name."""
    total = 0
    for text in texts:
        units = _units(clean(text))
        if len(units) == 2:
            total += _sign(_official_order(units[0], units[1]))
        elif len(units) == 3 and (is_patronymic(units[2]) != is_patronymic(units[1])):
            total += 1 if is_patronymic(units[2]) else -1
    return total


def _units(text: str) -> list[str]:
    """Words of a name, with «Асан уулу», «Иванова (Петрова)» and initials each as one."""
    text = _LOOSE_HYPHEN.sub("-", text)
    before, comma, after = text.partition(",")
    if comma and len(before.split()) == 1 and 1 <= len(after.split()) <= 2:
        text = f"{before} {after}"
    units: list[str] = []
    for word in _GLUED_INITIALS.sub(" ", text.replace(",", " ")).split():
        if units and (fold(word) in PATRONYMIC_PARTICLES or word.startswith("(")):
            units[-1] = f"{units[-1]} {word}"
        else:
            units.append(word)
    while len(units) > 1 and fold(units[0]).replace(" ", "") in HONORIFICS:
        units.pop(0)
    return units


def _of_two(one: str, two: str, first_name_first: bool) -> FullName:
    if _is_slavic_patronymic(two) and _given_weight(one) >= _surname_weight(one):
        return FullName("", one, two, True)
    order = _official_order(one, two)
    if order < 0 or (order == 0 and first_name_first):
        one, two = two, one
    return FullName(one, two, "", order != 0)


def _of_many(units: list[str], first_name_first: bool) -> FullName:
    one, two, *rest = units
    last = units[-1]
    if is_patronymic(two) and not (is_patronymic(last) and _surname_weight(one) > _given_weight(one)):
        return FullName(" ".join(rest), one, two, True)
    order = _official_order(one, two)
    if is_patronymic(last):
        if order < 0:
            one, two = two, one
        return FullName(one, " ".join([two, *rest[:-1]]), last, len(units) == 3)
    if _is_initial(one) and _is_initial(two):
        return FullName(" ".join(rest), one, two, True)
    if _official_order(one, last) < 0 or (first_name_first and order <= 0):
        return FullName(last, one, " ".join(units[1:-1]), False)
    return FullName(one, two, " ".join(rest), _is_initial(two))


def _official_order(one: str, two: str) -> int:
    """Above 0 when the first of the two is rather the surname, below 0 when the second is."""
    return _surname_weight(one) - _given_weight(one) - _surname_weight(two) + _given_weight(two)


def _surname_weight(unit: str) -> int:
    folded = fold(unit)
    shouted = unit.isupper() and len(unit) > 2 and not _is_initial(unit)
    if _is_known_given(folded):
        return int(shouted)
    return 2 * folded.endswith(SURNAME_ENDINGS) + int(shouted)


def _given_weight(unit: str) -> int:
    return 2 * (_is_known_given(fold(unit)) or _is_initial(unit))


def _is_known_given(folded: str) -> bool:
    return folded in GIVEN_NAMES or folded.replace(" ", "") in GIVEN_NAMES


def _is_initial(unit: str) -> bool:
    return _INITIALS.fullmatch(unit) is not None


def is_patronymic(unit: str) -> bool:
    """Whether a word, or «Асан уулу», ends as a patronymic does."""
    folded = fold(unit)
    return folded.endswith(PATRONYMIC_ENDINGS) and folded not in PATRONYMIC_PARTICLES


def _is_slavic_patronymic(unit: str) -> bool:
    return fold(unit).endswith(SLAVIC_PATRONYMIC_ENDINGS)


def _sign(number: int) -> int:
    return (number > 0) - (number < 0)
