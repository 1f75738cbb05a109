"""A screen whose page was closed waits no more; one that asks again waits as before, with the same code."""

import uuid

import pytest
from flask import Flask

from hub import access, clock, pairing_pages, pairing_presence, pairing_words
from hub.access import Role
from hub.database import db
from hub.models import Pairing
from hub.pairing_presence import GONE_S, MOST_KEPT, Presence
from tests.conftest import client_as
from tests.page_visitor import Visitor

LONG_AGO = 10 * 60_000


class Watch:
    """A clock that goes on when the test says so, s."""

    def __init__(self) -> None:
        self.at = 1000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def watch() -> Watch:
    return Watch()


@pytest.fixture
def presence(watch: Watch) -> Presence:
    """Of a hub that has run for a while."""
    found = Presence(watch)
    watch.at += GONE_S + 1
    return found


def asked(ms_ago: int = LONG_AGO) -> Pairing:
    """One that waits."""
    return Pairing(id=str(uuid.uuid4()), created_at=clock.now() - ms_ago)


def test_whoever_has_only_just_asked_is_here(presence: Presence) -> None:
    new, old = asked(0), asked()
    assert presence.here([old, new]) == [new]


def test_whoever_asks_no_more_is_gone_and_comes_back_by_asking(presence: Presence, watch: Watch) -> None:
    one = asked()
    presence.heard(one)
    watch.at += GONE_S
    assert presence.here([one]) == [one]
    watch.at += 1
    assert presence.here([one]) == []
    presence.heard(one)
    assert presence.here([one]) == [one]


def test_after_a_restart_everybody_has_a_minute_to_be_heard_again(watch: Watch) -> None:
    open_page, closed_page = asked(), asked()
    begun = Presence(watch)
    assert begun.here([closed_page, open_page]) == [closed_page, open_page]
    watch.at += GONE_S - 1
    begun.heard(open_page)
    watch.at += 2
    assert begun.here([closed_page, open_page]) == [open_page]


def test_what_is_kept_of_those_that_are_gone_does_not_grow(presence: Presence, watch: Watch) -> None:
    for _ in range(3 * MOST_KEPT):
        presence.heard(asked())
        watch.at += 1
    assert len(presence._heard) <= MOST_KEPT


@pytest.mark.parametrize("role", [Role.DISPLAY, Role.SCREEN, Role.KIOSK])
def test_a_closed_page_leaves_every_list(app: Flask, monkeypatch: pytest.MonkeyPatch, role: Role) -> None:
    app.add_url_rule("/a-screen", "a_screen", access.public(lambda: pairing_pages.pairing_page(role, "X")))
    screen, host = Visitor(app), client_as(app, Role.HOST)
    screen.open("/a-screen")
    assert (screen.client.get("/pairing/state").json or {})["state"] == "waiting"

    def listed() -> list[str]:
        with app.app_context(), db.connection_context():
            told = pairing_words.news()
        waiting = (host.get("/api/pairings").json or {})["waiting"]
        assert told == {"count": len(waiting), "codes": [one["code"] for one in waiting]}
        assert all(one["code"] in host.get("/pairing").text for one in waiting)
        return list(told["codes"])

    before = listed()
    assert len(before) == 1
    with monkeypatch.context() as closed:
        closed.setattr(pairing_presence, "GONE_S", -1.0)
        assert listed() == []
    assert (screen.client.get("/pairing/state").json or {})["state"] == "waiting"
    assert listed() == before, "it shows the same code still"
