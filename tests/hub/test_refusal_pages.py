"""Every refusal is a page with a way on."""

import pytest
from flask import Flask
from flask.testing import FlaskClient
from peewee import OperationalError

from hub import refusal_pages, refusals, seminar
from hub.access import Role
from hub.models import Seminar
from tests.page_visitor import Visitor


def test_a_page_that_is_not_there_says_so_and_leads_home(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.DESK)
    assert visitor.open("/nothing").status_code == 404
    assert "There is no such page" in visitor.text
    assert 'href="/"' in visitor.page


def test_a_stranger_is_led_to_the_door(app: Flask) -> None:
    visitor = Visitor(app)
    assert visitor.open("/nothing").status_code == 404
    assert "Sign in by PIN" in visitor.text


def test_a_page_for_others_says_whom_to_ask(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.DESK)
    assert visitor.open("/setup").status_code == 403
    assert "Ask the organiser" in visitor.text
    assert "Sign in as somebody else" in visitor.text


def test_nothing_is_said_twice_and_a_guest_is_asked_for_no_pin(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.DESK)
    visitor.open("/setup")
    assert visitor.text.count("Ask the organiser") == 1
    stranger = Visitor(app)
    assert stranger.open("/timer/watch/nothing").status_code == 410
    assert "This link no longer opens" in stranger.text
    assert "PIN" not in stranger.text


def test_the_way_back_is_a_page_of_ours_only(app: Flask) -> None:
    client = Visitor(app).sign_in(Role.DESK).client
    inside = client.get("/nothing", headers={"Referer": "http://localhost/badges"}).get_data(as_text=True)
    outside = client.get("/nothing", headers={"Referer": "http://example.com/evil"}).get_data(as_text=True)
    assert 'href="/badges"' in inside
    assert "evil" not in outside


def test_a_fault_tells_no_secrets(app: Flask, organiser: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> str:
        raise RuntimeError("secret detail")

    monkeypatch.setitem(app.view_functions, "setup.facts", _declared_like(app.view_functions["setup.facts"], fail))
    reply = organiser.get("/setup?lang=en")
    assert reply.status_code == 500
    assert "Something broke in the hub" in reply.get_data(as_text=True)
    assert "secret detail" not in reply.get_data(as_text=True)


def test_the_page_of_a_fault_needs_no_database(app: Flask, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail() -> Seminar:
        raise OperationalError("disk I/O error")

    monkeypatch.setattr(seminar, "current", fail)
    reply = app.test_client().get("/sign-in?lang=en")
    assert reply.status_code == 500
    assert "Something broke in the hub" in reply.get_data(as_text=True)
    assert "disk I/O" not in reply.get_data(as_text=True)


def _declared_like(view: object, stand_in: object) -> object:
    vars(stand_in).update(vars(view))
    return stand_in


@pytest.mark.parametrize("code", sorted(refusals.TEXTS))
def test_every_status_has_its_heading(app: Flask, code: str) -> None:
    status = refusals.TEXTS[code][0]
    assert status in refusal_pages.TELLING
