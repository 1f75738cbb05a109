"""The hub's clock never goes behind the last time that was saved."""

import time
from collections.abc import Iterator

import pytest
from flask import Flask

from hub import clock, seminar
from hub.app import create_app
from hub.box import EXTENSION
from hub.database import db
from hub.models import Boot
from hub.settings import Settings

FUTURE = 4_000_000_000_000


@pytest.fixture(autouse=True)
def _honest_afterwards() -> Iterator[None]:
    yield
    clock.never_before(0)


def test_a_clock_behind_the_last_saved_time_is_held_up() -> None:
    assert clock.never_before(FUTURE)
    assert FUTURE <= clock.now() < FUTURE + 60_000


def test_a_clock_that_is_held_up_goes_on_ticking(monkeypatch: pytest.MonkeyPatch) -> None:
    clock.never_before(FUTURE)
    later = time.monotonic_ns() + 5_000_000_000
    monkeypatch.setattr(time, "monotonic_ns", lambda: later)
    assert FUTURE + 5_000 <= clock.now() < FUTURE + 60_000


def test_a_clock_that_is_ahead_is_left_alone() -> None:
    assert not clock.never_before(1_000)
    assert clock.now() > 1_000


def test_a_hub_that_wakes_in_the_past_goes_on_from_its_last_life(app: Flask, settings: Settings) -> None:
    with db.connection_context():
        Boot.update(seen_at=FUTURE).execute()
    again = create_app(settings)
    with db.connection_context():
        boot = Boot.get_by_id(again.extensions[EXTENSION].boot)
        assert boot.clock_was_behind
        assert boot.started_at >= FUTURE


@pytest.mark.usefixtures("database")
def test_the_time_is_saved_so_that_the_next_life_knows_it(app: Flask) -> None:
    boot = app.extensions[EXTENSION].boot
    clock.never_before(FUTURE)
    seminar.save_time(boot)
    assert Boot.get_by_id(boot).seen_at >= FUTURE
