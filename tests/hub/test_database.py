"""Writes that wait together commit together, and yet each stands or falls alone; on both databases."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import pytest
from flask import Flask
from peewee import PeeweeException

from hub import database
from hub.database import db, rows, write
from hub.errors import Refusal
from hub.models import AuditEntry
from tests.postgresql import both_databases

pytestmark = [both_databases, pytest.mark.usefixtures("app")]

THREADS = 16
EACH = 50


def note(action: str) -> str:
    """Write a line."""
    AuditEntry.create(at=1, who="Нұрлан", action=action)
    return action


def noted() -> list[str]:
    """All lines written by these tests."""
    with db.connection_context():
        return sorted(action for (action,) in rows(AuditEntry.select(AuditEntry.action)) if action != "seminar_begun")


def together(*jobs: Callable[[], object]) -> list[object]:
    """Run jobs so that they wait for one leader and share its transaction; each one's result or error."""
    hold, led = threading.Event(), threading.Event()

    def leader() -> None:
        led.set()
        assert hold.wait(10)

    def outcome(job: Callable[[], object]) -> object:
        try:
            return write(job)
        except (Refusal, PeeweeException) as error:
            return error

    with ThreadPoolExecutor(len(jobs) + 1) as crowd:
        first = crowd.submit(write, leader)
        assert led.wait(10)
        waiting = [crowd.submit(outcome, job) for job in jobs]
        while len(database._writer._waiting) < len(jobs):
            threading.Event().wait(0.001)
        hold.set()
        first.result()
        return [job.result() for job in waiting]


def refuse() -> None:
    """Write, then think better of it."""
    note("refused")
    raise Refusal("nothing_to_undo")


def test_a_write_returns_what_its_job_returns() -> None:
    assert write(lambda: note("one")) == "one"
    assert noted() == ["one"]


def test_a_refusal_undoes_its_own_write() -> None:
    with pytest.raises(Refusal, match="nothing_to_undo"):
        write(refuse)
    assert noted() == []


def test_a_refusal_does_not_undo_those_who_share_its_transaction() -> None:
    results = together(lambda: note("before"), refuse, lambda: note("after"))
    assert (results[0], results[2]) == ("before", "after")
    assert isinstance(results[1], Refusal)
    assert noted() == ["after", "before"]


def test_a_broken_statement_does_not_undo_those_who_share_its_transaction() -> None:
    def broken() -> None:
        db.execute_sql("INSERT INTO nowhere VALUES (1)")

    results = together(lambda: note("before"), broken, lambda: note("after"))
    assert isinstance(results[1], PeeweeException)
    assert noted() == ["after", "before"]


def test_a_failed_commit_reaches_everybody(monkeypatch: pytest.MonkeyPatch) -> None:
    def full_disk(*args: object) -> None:
        raise PeeweeException("disk full")

    with monkeypatch.context() as patched:
        patched.setattr(db.obj, "commit", full_disk)
        with pytest.raises(PeeweeException):
            write(lambda: note("lost"))
    assert noted() == []
    write(lambda: note("later"))
    assert noted() == ["later"]


def test_a_write_inside_a_write_joins_it() -> None:
    def outer() -> None:
        write(lambda: note("inner"))
        raise Refusal("nothing_to_undo")

    with pytest.raises(Refusal):
        write(outer)
    assert noted() == []


def test_a_refusal_inside_a_write_may_be_caught_there() -> None:
    def outer() -> str:
        with pytest.raises(Refusal):
            write(refuse)
        return note("outer")

    assert write(outer) == "outer"
    assert "outer" in noted()


def test_sixteen_threads_lose_nothing(app: Flask) -> None:
    def desk(number: int) -> None:
        for turn in range(EACH):
            write(partial(note, f"{number:02}-{turn:02}"))

    with ThreadPoolExecutor(THREADS) as crowd:
        list(crowd.map(desk, range(THREADS)))
    assert noted() == sorted(f"{number:02}-{turn:02}" for number in range(THREADS) for turn in range(EACH))
