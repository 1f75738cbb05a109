"""One seminar's database: SQLite in its folder, or PostgreSQL when outgrown.

Reads use a pooled connection per request. Writes go through `write`, which lets everybody who
waits at the same time share one transaction and so one fsync (group commit): on an SD card an
fsync costs 20 ms, and sixteen desks would otherwise queue for sixteen of them.
"""

import functools
import threading
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Generic, ParamSpec, TypeVar

from peewee import SQL, DatabaseProxy, Model, ModelSelect, TextField
from playhouse.pool import PooledPostgresqlDatabase, PooledSqliteDatabase

T = TypeVar("T")
P = ParamSpec("P")

# Peewee binds models to a database when classes are made; the proxy is filled by `connect`.
db = DatabaseProxy()

CONNECTIONS = 20
GATHER_S = 0.002
_ONE_WRITER = 0x73656D  # PostgreSQL advisory lock: several hubs take turns as SQLite's writers do


class Record(Model):
    """Base of every table."""

    class Meta:
        database = db


class FoldedField(TextField):
    """Text for the machine, compared by code points: a range of beginnings means the same on every database."""

    def ddl_datatype(self, ctx: Any) -> SQL:
        """What the column is made as."""
        return SQL('TEXT COLLATE "C"' if is_postgresql() else "TEXT")


def connect(path: Path, url: str | None = None) -> None:
    """Point all tables at the seminar's database; opens nothing yet."""
    if db.obj is not None:
        db.obj.close_all()
    if url:
        # Here, for it drags in what no box with SQLite needs (a fortieth of the cold start).
        from playhouse.db_url import parse as parse_url

        db.initialize(PooledPostgresqlDatabase(**parse_url(url), max_connections=CONNECTIONS, timeout=10))
        return
    # WAL + FULL: the reply may go out when commit returns, for a power cut loses nothing (measured).
    pragmas = {"journal_mode": "wal", "synchronous": "full", "foreign_keys": 1, "busy_timeout": 5000}
    db.initialize(
        PooledSqliteDatabase(
            str(path),
            max_connections=CONNECTIONS,
            timeout=10,
            check_same_thread=False,
            lock_type="IMMEDIATE",
            pragmas=pragmas,
        )
    )


def is_postgresql() -> bool:
    return isinstance(db.obj, PooledPostgresqlDatabase)


@dataclass(slots=True, eq=False)
class _Turn(Generic[T]):
    """One caller's write, waiting for the transaction that will carry it."""

    job: Callable[[], T]
    done: bool = False
    result: T | None = None
    error: BaseException | None = None

    def run(self) -> None:
        try:
            with db.savepoint():
                self.result = self.job()
        except Exception as error:  # noqa: BLE001  carried to the caller whose job it was
            self.error = error


class Writer:
    """One write transaction at a time; those who wait together commit together.

    The first to come leads: it runs all waiting jobs in one transaction, each in a savepoint of
    its own so that one refusal undoes only itself, commits once and wakes the others. Where several
    came together the last time, the next leader waits a moment for as many: desks in full flight then
    pay for one fsync together, while a desk alone never waits.
    """

    def __init__(self) -> None:
        self._change = threading.Condition()
        self._waiting: list[_Turn[object]] = []
        self._led = False
        self._company = 1
        self._inside = threading.local()

    def run(self, job: Callable[[], T]) -> T:
        """Run `job` in a durable write transaction and return its result, or raise what it raised."""
        if getattr(self._inside, "yes", False):
            return job()
        turn: _Turn[T] = _Turn(job)
        batch = self._queue_up(turn)
        if batch:
            self._lead(batch)
        if turn.error is not None:
            raise turn.error
        return turn.result  # type: ignore[return-value]  # set by run() whenever there is no error

    def _queue_up(self, turn: "_Turn[T]") -> list[_Turn[object]]:
        """Wait until the turn is done (empty list) or until it is ours to lead the returned batch."""
        with self._change:
            self._waiting.append(turn)  # type: ignore[arg-type]
            if self._led and self._all_here():
                self._change.notify_all()
            while self._led and not turn.done:
                self._change.wait()
            if turn.done:
                return []
            self._led = True
            if self._company > 1:
                self._change.wait_for(self._all_here, GATHER_S)
            batch, self._waiting = self._waiting, []
            self._company = len(batch)
            return batch

    def _all_here(self) -> bool:
        return len(self._waiting) >= self._company

    def _lead(self, batch: list[_Turn[object]]) -> None:
        self._inside.yes = True
        try:
            with db.connection_context() if db.is_closed() else _NOTHING, db.atomic():
                if is_postgresql():
                    db.execute_sql("SELECT pg_advisory_xact_lock(%s)", (_ONE_WRITER,))
                if len(batch) == 1:  # the transaction itself is undone with it: two statements less
                    batch[0].result = batch[0].job()
                else:
                    for turn in batch:
                        turn.run()
        except BaseException as error:
            for turn in batch:
                turn.error = turn.error or error
            raise
        finally:
            self._inside.yes = False
            with self._change:
                self._led = False
                for turn in batch:
                    turn.done = True
                self._change.notify_all()


def rows(query: "ModelSelect[Any]") -> list[tuple[Any, ...]]:
    """A query's rows as tuples, without the cost of making models."""
    found: list[tuple[Any, ...]] = list(query.tuples())
    return found


class _Nothing:
    def __enter__(self) -> None: ...

    def __exit__(self, *exc: object) -> None: ...


_NOTHING = _Nothing()
_writer = Writer()


def write(job: Callable[[], T]) -> T:
    """Run `job` in a durable write transaction. Inside another `write` it joins that one.

    Nothing but the database belongs inside: no emit, no print, no network.
    """
    return _writer.run(job)


def writes(verb: Callable[P, T]) -> Callable[P, T]:
    """Make a verb one durable write: when it returns, a power cut loses nothing of it."""

    @functools.wraps(verb)
    def whole(*args: P.args, **kwargs: P.kwargs) -> T:
        return _writer.run(lambda: verb(*args, **kwargs))

    return whole
