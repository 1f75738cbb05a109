"""Whose badges show what a layout is worth: the longest and the shortest name of this very list, and each ribbon."""

from dataclasses import dataclass, replace

from hub import seminar
from hub.database import rows
from kiosk import tickets
from kiosk.models import Attendee
from kiosk.paper import badge_words
from kiosk.paper.badges import Badge

_FIELDS = ("first_name", "surname", "company", "position", "code")
# Where the list is still empty.
_COMPANY = "ТОО «Өскемен Титан-Магний Комбинаты»"
_LONGEST = ("Абдурахмангаджи", "Магомедрасулгаджиев-Курбанмагомедов", _COMPANY, "Директор", "")
_SHORTEST = ("Ян", "Ли", "LG", "CEO", "")


@dataclass(frozen=True, slots=True)
class Sample:
    """A badge to look at; `who` is longest, shortest, a ribbon's code or blank."""

    who: str
    badge: Badge


def samples() -> list[Sample]:
    """Badges of the longest and the shortest name, one with each ribbon, and a blank one."""
    facts = seminar.current()
    blank = badge_words.badge(None, facts)
    longest, shortest = (_filled(blank, one, facts.tag) for one in _extremes())
    ribboned = [Sample(code, replace(longest, role=badge_words.role_word(code, facts))) for code in badge_words.RIBBONS]
    return [Sample("longest", longest), Sample("shortest", shortest), *ribboned, Sample("blank", blank)]


def _filled(blank: Badge, person: tuple[str, ...], tag: str) -> Badge:
    first_name, surname, company, position, code = person
    code = code or tickets.new_code(tag)
    return replace(blank, first_name=first_name, surname=surname, company=company, position=position, code=code)


def _extremes() -> tuple[tuple[str, ...], tuple[str, ...]]:
    query = Attendee.select(*(getattr(Attendee, name) for name in _FIELDS))
    people = rows(query.where(~Attendee.cancelled))
    if not people:
        return _LONGEST, _SHORTEST
    return max(people, key=_length), min(people, key=_length)


def _length(person: tuple[str, ...]) -> tuple[int, int]:
    """A name is as hard as its longest word; the rest is broken."""
    first_name, surname = person[:2]
    words = f"{first_name} {surname}".split()
    return max(map(len, words), default=0), len(first_name) + len(surname)
