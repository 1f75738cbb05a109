"""Finding somebody by whatever is known: parts of names in any order and spelling, company, last digits of the phone.

Every attendee has tokens: folded words, and the phone's digits backwards behind a `#`. A query matches by the
beginnings of tokens, so that a B-tree range finds them: no scan, no cache that could grow stale, the same on SQLite and
PostgreSQL.
"""

import functools
import re

from peewee import Expression, ModelSelect, Query, fn

from hub.prepared import Prepared, PreparedRecord, given
from kiosk.models import Attendee, SearchToken
from kiosk.names import index_words, words
from kiosk.phones import searchable_digits

LAST = "\U0010ffff"
MOST_WORDS = 6
# National numbers have nine digits in two of the three countries, ten in the other: nine tell them apart.
DIGITS = 9
_NUMBER = re.compile(r"[+\d][\d\s()\-]*")


def tokens(person: Attendee) -> set[str]:
    """All tokens by which an attendee is found."""
    text = (
        person.surname,
        person.first_name,
        person.patronymic,
        person.company,
        person.email.partition("@")[0],
    )
    found = {word for part in text for word in index_words(part)}
    digits = searchable_digits(person.phone_e164 or person.phone)
    if len(digits) >= 4:
        found.add("#" + digits[::-1])
    return found


def index(person: Attendee) -> None:
    """Renew an attendee's tokens, inside the caller's write."""
    SearchToken.delete().where(SearchToken.attendee == person.id).execute()
    rows = [(token, person.id) for token in sorted(tokens(person))]
    SearchToken.insert_many(rows, fields=[SearchToken.token, SearchToken.attendee]).execute()


def find(query: str, limit: int) -> tuple[list[Attendee], int]:
    """Attendees matching `query`, by surname, at most `limit`; and how many there are in all."""
    wanted = prefixes(query)
    if wanted is None:
        return [], 0
    values: dict[str, object] = {f"from{place}": prefix for place, prefix in enumerate(wanted)}
    values |= {f"to{place}": prefix + LAST for place, prefix in enumerate(wanted)}
    ((total,),) = _count(len(wanted)).rows(**values)
    found: list[Attendee] = _people(len(wanted)).all(limit=limit, **values) if total else []
    return found, total


@functools.cache
def _people(prefixes: int) -> PreparedRecord:
    def make() -> "ModelSelect[Attendee]":
        people = Attendee.select().where(*_all(prefixes)) if prefixes else Attendee.select()
        return people.order_by(Attendee.sort_key, Attendee.id).limit(given("limit"))

    return PreparedRecord(Attendee, make)


@functools.cache
def _count(prefixes: int) -> Prepared:
    def make() -> Query:
        if prefixes == 1:  # the index of tokens alone tells: half the time, and one letter finds half of the list
            return SearchToken.select(fn.COUNT(SearchToken.attendee.distinct())).where(_between(0))
        people = Attendee.select(fn.COUNT(Attendee.id))
        return people.where(*_all(prefixes)) if prefixes else people

    return Prepared(make)


def prefixes(query: str) -> list[str] | None:
    """What tokens must begin with. Empty: everybody. None: nothing could match."""
    text = query.strip()
    if _NUMBER.fullmatch(text):
        digits = re.sub(r"\D", "", text)[-DIGITS:]
        return ["#" + digits[::-1]] if digits else None
    found = sorted(set(words(text)), key=len, reverse=True)[:MOST_WORDS]
    if text and not found:
        return None
    return found


def _all(prefixes: int) -> list[Expression]:
    """Every prefix begins one of the attendee's tokens."""
    having = (SearchToken.select(SearchToken.attendee).where(_between(place)) for place in range(prefixes))
    return [Attendee.id.in_(tokens) for tokens in having]


def _between(place: int) -> Expression:
    return (SearchToken.token >= given(f"from{place}")) & (SearchToken.token < given(f"to{place}"))
