"""Queries whose SQL is made once.

Peewee builds the text of a query anew each time it runs, which costs more than the database needs to answer it
(measured: two thirds of a check-in). What a desk asks at every scan is therefore prepared.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from peewee import BooleanField, Query, Value

from hub.database import Record, db, is_postgresql

M = TypeVar("M", bound=Record)


@dataclass(frozen=True, slots=True)
class _Given:
    name: str


def given(name: str) -> Value:
    """The place of a value that each run of a prepared query is given by this name."""
    return Value(_Given(name), converter=False)


class Prepared:
    """A query made by `make`, whose `given` places are filled at each run with values as the database keeps them."""

    def __init__(self, make: Callable[[], Query]) -> None:
        self._make = make
        self._made: dict[bool, tuple[str, list[object]]] = {}

    def rows(self, **values: object) -> list[tuple[Any, ...]]:
        """Run it; all its rows. A change without RETURNING has none."""
        kind = is_postgresql()
        if kind not in self._made:
            self._made[kind] = self._make().sql()
        text, places = self._made[kind]
        cursor = db.execute_sql(text, [values[at.name] if type(at) is _Given else at for at in places])
        return [] if cursor.description is None else list(cursor.fetchall())


class PreparedRecord:
    """A prepared query for whole rows of a table."""

    def __init__(self, model: type[M], make: Callable[[], Query]) -> None:
        self._model = model
        self._fields = list(model._meta.sorted_fields)
        self._query = Prepared(make)

    def find(self, **values: object) -> Any:
        """The first record, or None."""
        found = self._query.rows(**values)
        return self._record(found[0]) if found else None

    def all(self, **values: object) -> list[Any]:
        """Every record found."""
        return [self._record(row) for row in self._query.rows(**values)]

    def _record(self, row: tuple[Any, ...]) -> Any:
        columns = zip(self._fields, row, strict=True)
        # SQLite keeps a boolean as a number.
        shown = {f.name: bool(v) if v is not None and isinstance(f, BooleanField) else v for f, v in columns}
        return self._model(__no_default__=True, **shown)
