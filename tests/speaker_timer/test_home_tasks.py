"""What the timer puts on the first page: the host's remote, with what goes on at this moment."""

import uuid

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub import home
from hub.access import Role
from hub.database import db
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from speaker_timer.home_tasks import IDLE, RUNS, TASK, WAITS
from tests.conftest import client_as


@pytest.fixture
def host(app: Flask) -> FlaskClient:
    return client_as(app, Role.HOST)


def plan(title: str, start: str, end: str) -> None:
    """A talk on the seminar's day."""
    with db.connection_context():
        ProgrammeItem.create(start=start, end=end, kind=Kind.TALK, title=title, speaker="Тимур Цой")


def told(app: Flask) -> home.Hint:
    """What stands under the remote on the first page."""
    with app.test_request_context("/?lang=en"), db.connection_context():
        return TASK.tell()


def tap(host: FlaskClient, action: str) -> None:
    reply = host.post("/api/timer/actions", json={"action": action, "id": str(uuid.uuid4())})
    assert reply.status_code == 200


def test_without_a_programme_there_is_nothing_to_hurry_for(app: Flask) -> None:
    assert told(app) == home.Hint("There is no programme yet.", IDLE)


def test_before_the_first_tap_the_host_reads_when_it_begins(app: Flask) -> None:
    plan("Куда уходят заявки", "23:30", "23:50")
    hint = told(app)
    assert (hint.urgency, hint.text.endswith("Куда уходят заявки")) == (WAITS, True)


def test_while_somebody_speaks_the_remote_comes_first(app: Flask, host: FlaskClient) -> None:
    plan("Куда уходят заявки", "23:30", "23:50")
    tap(host, "start_next")
    assert told(app) == home.Hint("Now: Куда уходят заявки", RUNS)


def test_after_the_last_item_it_steps_back(app: Flask, host: FlaskClient) -> None:
    plan("Куда уходят заявки", "23:30", "23:50")
    tap(host, "start_next")
    tap(host, "finish")
    assert told(app) == home.Hint("The programme is over.", IDLE)
