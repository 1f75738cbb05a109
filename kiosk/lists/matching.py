"""Finding the person a row names among those known, and among the rows before it.

Two records are one person when the name, however spelt, and a contact are equal. One phone or e-mail may serve
several people, and one name may belong to several.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any

from hub.folding import fold
from kiosk.lists.registrants import Registrant
from kiosk.names import is_lossy, lossy_match, same_person_key

Identity = tuple[str, str]

NO_CONTACT = "row:"
# So many people may share a contact before their names with lost letters are compared no more.
MOST_ALIKE = 200


@dataclass(slots=True, eq=False)
class Person:
    """Somebody known, or about to be. `values` are the columns of `changes.FIELDS`; `id` None is new.

    `row` is the first row of the list that names them; `fresh` are identities not yet kept.
    """

    id: int | None
    values: dict[str, Any]
    corrected: frozenset[str] = frozenset()
    identities: set[Identity] = field(default_factory=set)
    fresh: list[Identity] = field(default_factory=list)
    changed: set[str] = field(default_factory=set)
    row: int | None = None

    @property
    def key(self) -> str:
        return same_person_key(self.values["surname"], self.values["first_name"])

    @property
    def company(self) -> str:
        return fold(self.values["company"])

    @property
    def is_lossy(self) -> bool:
        return is_lossy(self.values["surname"]) or is_lossy(self.values["first_name"])

    @property
    def has_contact(self) -> bool:
        return any(not contact.startswith(NO_CONTACT) for _, contact in self.identities)


class People:
    """Everybody known, found by what a row says."""

    def __init__(self, known: Iterable[Person]) -> None:
        self._by_identity: dict[Identity, Person] = {}
        self._by_contact: defaultdict[str, dict[Person, None]] = defaultdict(dict)
        self._lossy: defaultdict[str, dict[Person, None]] = defaultdict(dict)
        self._by_ref: defaultdict[str, list[Person]] = defaultdict(list)
        self._by_company: defaultdict[Identity, list[Person]] = defaultdict(list)
        self._names: set[str] = set()
        self._nameless: Counter[Identity] = Counter()
        for person in known:
            self.add(person)

    def add(self, person: Person) -> None:
        """Make a person, with the identities they have, known."""
        for key, contact in person.identities:
            self._know(person, key, contact)
        self._by_company[person.key, person.company].append(person)
        self._names.add(person.key)
        if person.values["external_ref"]:
            self._by_ref[person.values["external_ref"]].append(person)

    def identities_of(self, row: Registrant) -> list[Identity]:
        """What a row would be known by; call it once a row, for it counts those without contacts."""
        key = same_person_key(row.surname, row.first_name)
        if row.contacts:
            return [(key, contact) for contact in row.contacts]
        alike = (key, fold(row.company))
        self._nameless[alike] += 1
        return [(key, f"{NO_CONTACT}{alike[1]}:{self._nameless[alike]}")]

    def find(self, row: Registrant, identities: list[Identity]) -> tuple[Person | None, list[str]]:
        """The person a row names, None for a new one; and warnings: ref_reused, same_name_known, two_known."""
        warnings: list[str] = []
        found = dict.fromkeys(self._by_identity[one] for one in identities if one in self._by_identity)
        if len(found) > 1:
            warnings.append("two_known")
        person = next(iter(found), None) or self._by_reference(row, identities, warnings)
        person = person or self._by_pattern(row) or self._alone_there(row, identities[0][0])
        if person is None and identities[0][0] in self._names:
            warnings.append("same_name_known")
        return person, warnings

    def learn(self, person: Person, identities: list[Identity]) -> None:
        """From now on the person is known by these as well, unless somebody else is."""
        for one in identities:
            if one not in self._by_identity:
                person.identities.add(one)
                person.fresh.append(one)
                self._know(person, *one)

    def _know(self, person: Person, key: str, contact: str) -> None:
        self._by_identity.setdefault((key, contact), person)
        self._by_contact[contact][person] = None
        if person.is_lossy:
            self._lossy[contact][person] = None

    def _by_reference(self, row: Registrant, identities: list[Identity], warnings: list[str]) -> Person | None:
        """The same record of the same system, if anything else agrees: numbers are used again after a reset."""
        candidates = self._by_ref.get(row.external_ref, []) if row.external_ref else []
        for person in candidates:
            names = {key for key, _ in person.identities} | {person.key}
            contacts = {contact for _, contact in person.identities}
            if identities[0][0] in names or contacts & set(row.contacts):
                return person
        if candidates:
            warnings.append("ref_reused")
        return None

    def _by_pattern(self, row: Registrant) -> Person | None:
        """Somebody with the same contact whose name has `?` for letters that the row still has, or the reverse."""
        lost = is_lossy(row.surname) or is_lossy(row.first_name)
        among = self._by_contact if lost else self._lossy
        for person in (person for contact in row.contacts for person in islice(among[contact], MOST_ALIKE)):
            pairs = [(getattr(row, name), person.values[name]) for name in ("surname", "first_name")]
            if all(new == old or lossy_match(new, old) or lossy_match(old, new) for new, old in pairs):
                return person
        return None

    def _alone_there(self, row: Registrant, key: str) -> Person | None:
        """The only one of that name and company, when this list or the one before gives no contact for them."""
        company = fold(row.company)
        if not (company and row.surname and row.first_name):
            return None
        alike = self._by_company.get((key, company), [])
        if len(alike) != 1 or alike[0].row is not None or (row.contacts and alike[0].has_contact):
            return None
        return alike[0]
