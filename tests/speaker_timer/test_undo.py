"""Undo means one change: told beforehand what it does to the day, and never done twice by two hosts at once."""

from collections.abc import Callable
from typing import Any

import pytest
from flask import Flask

from hub.access import Role
from hub.database import db
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from speaker_timer.models import TimerChange
from tests.conftest import client_as

Ask = Callable[..., Any]
FIVE_MIN = 300_000


@pytest.fixture
def tap(app: Flask) -> Ask:
    """A host's tap on a day with a talk; answers the new state."""
    with db.connection_context():
        ProgrammeItem.create(start="10:00", end="10:40", kind=Kind.TALK, title="Продажи", speaker="Тимур Цой")
    client = client_as(app, Role.HOST)
    return lambda action, **more: client.post("/api/timer/actions", json={"action": action, **more}).json


def test_two_hosts_who_undo_the_same_tap_undo_it_once(tap: Ask) -> None:
    begun = tap("start_next")
    tap("add", seconds=60)
    seen = tap("add", seconds=300)
    first, second = (tap("undo", undo_to=seen["undo_to"]) for _ in range(2))
    assert first["item"]["length"] == second["item"]["length"] == begun["item"]["length"] + 60_000
    assert (first["seq"], first["undo"]) == (second["seq"], "add")


def test_an_undo_sent_again_is_done_once_and_one_that_names_no_state_undoes_the_last(tap: Ask) -> None:
    begun = tap("start_next")
    seen = tap("add", seconds=300)
    same = "5f0c1b1e-3d5e-4c57-9c1b-0d8a4be5a001"
    assert {tap("undo", undo_to=seen["undo_to"], id=same)["seq"] for _ in range(2)} == {seen["seq"] + 1}
    assert tap("undo")["item"] is None
    assert begun["undo_to"] == 1


def test_no_two_changes_are_undone_by_the_same_number(tap: Ask) -> None:
    seen = [tap("start_next")["undo_to"]]
    for _ in range(3):
        seen.append(tap("add", seconds=60)["undo_to"])
        tap("undo")
    assert len(set(seen)) == len(seen)


def test_an_undo_of_nothing_is_told_and_a_stale_one_of_nothing_is_not(tap: Ask) -> None:
    assert tap("undo")["error"] == "timer_nothing_to_undo"
    assert tap("undo", undo_to=7)["undo"] == ""
    with db.connection_context():
        assert not TimerChange.select().exists()


def test_undo_tells_beforehand_what_it_does_to_the_end_of_the_day(app: Flask, tap: Ask) -> None:
    def effect() -> Any:
        told = client_as(app, Role.HOST).get("/api/timer/forecast").json or {}
        return next(one for one in told["effects"] if one["action"] == "undo")

    assert effect()["refusal"] == "timer_nothing_to_undo"
    tap("start_next")
    before = tap("add", seconds=300)
    foretold = effect()
    assert foretold["moves"] == -FIVE_MIN
    after = tap("undo", undo_to=before["undo_to"])
    assert (foretold["end"], foretold["refusal"]) == (after["ends_at"], None)
