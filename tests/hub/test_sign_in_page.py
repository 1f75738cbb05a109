"""Coming in: by PIN, by a one-time link, and what is said when it does not work."""

import pytest
from flask import Flask

from hub import signin
from hub.access import STAFF, Role
from hub.database import db
from tests.page_visitor import Visitor, pin_of, wrong_pin


@pytest.fixture
def stranger(app: Flask) -> Visitor:
    visitor = Visitor(app)
    visitor.open("/sign-in")
    return visitor


def link_for(role: Role) -> str:
    with db.connection_context():
        return f"/enter/{signin.offer_link(role, None)}"


def test_the_door_shows_the_seminar_and_its_day(stranger: Visitor) -> None:
    assert "Продажи без потерь" in stranger.text
    assert "November 28, 2026" in stranger.text
    assert "Алматы" in stranger.text


@pytest.mark.parametrize("role", STAFF)
def test_each_pin_leads_to_the_first_page_of_its_role(app: Flask, role: Role) -> None:
    visitor = Visitor(app).sign_in(role)
    assert visitor.open("/").status_code == 200
    assert "Динара" in visitor.text


def test_a_wrong_pin_is_told_in_place_and_keeps_the_name(app: Flask, stranger: Visitor) -> None:
    reply = stranger.send("/sign-in", name="Айгүл", pin=wrong_pin(app))
    assert reply.status_code == 403
    assert "This PIN does not fit" in stranger.text
    assert 'value="Айгүл"' in stranger.page
    assert 'aria-describedby="pin-wrong pin-hint"' in stranger.page


def test_a_missing_name_is_told_at_the_name(app: Flask, stranger: Visitor) -> None:
    reply = stranger.send("/sign-in", name="  ", pin=pin_of(app, Role.DESK))
    assert reply.status_code == 422
    assert 'aria-describedby="name-wrong name-hint"' in stranger.page


def test_after_too_many_wrong_pins_the_page_says_what_to_do(app: Flask, stranger: Visitor) -> None:
    for _ in range(15):
        stranger.send("/sign-in", name="Айгүл", pin=wrong_pin(app))
    reply = stranger.send("/sign-in", name="Айгүл", pin=pin_of(app, Role.DESK))
    assert reply.status_code == 429
    assert "Ask the organiser for a sign-in QR" in stranger.text


def test_a_browser_remembers_its_last_name_after_signing_out(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.DESK, name="Тимур Цой")
    visitor.open("/")
    visitor.send("/sign-out")
    visitor.open("/sign-in")
    assert 'value="Тимур Цой"' in visitor.page


def test_a_page_asked_for_before_signing_in_is_opened_after_it(app: Flask) -> None:
    visitor = Visitor(app)
    door = visitor.open("/setup").headers["Location"]
    assert door.startswith("/sign-in?next=")
    visitor.open(door)
    reply = visitor.send("/sign-in", name="Динара", pin=pin_of(app, Role.ORGANISER), next="/setup")
    assert reply.headers["Location"] == "/setup"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.com/",
        "//example.com/",
        "///example.com/",
        "/\\example.com",
        "\\\\example.com",
        "/\t/example.com",
        "/desk\r\nX-Header: x",
        "javascript:alert(1)",
        "desk",
    ],
)
def test_the_door_never_leads_off_the_hub(app: Flask, stranger: Visitor, elsewhere: str) -> None:
    reply = stranger.send("/sign-in", name="Динара", pin=pin_of(app, Role.DESK), next=elsewhere)
    assert reply.headers["Location"] == "/"
    chosen = stranger.send("/language", language="kk", next=elsewhere)
    assert chosen.headers["Location"] == "/"


def test_a_form_without_its_token_is_refused(app: Flask, stranger: Visitor) -> None:
    reply = stranger.client.post("/sign-in", data={"name": "Динара", "pin": pin_of(app, Role.DESK)})
    assert reply.status_code == 400


def test_a_link_says_as_whom_and_lets_in_once(app: Flask) -> None:
    address, first, second = link_for(Role.DESK), Visitor(app), Visitor(app)
    first.open(address)
    assert "You will be signed in as: registration desk" in first.text
    second.open(address)
    assert first.send(address, name="Ольга").status_code == 302
    reply = second.send(address, name="Нұрлан")
    assert reply.status_code == 410
    assert "Ask the organiser for a new one" in second.text


def test_a_link_is_not_spent_by_looking_or_by_a_missing_name(app: Flask) -> None:
    address, visitor = link_for(Role.HOST), Visitor(app)
    visitor.open(address)
    assert visitor.send(address, name="").status_code == 422
    assert "name-wrong" in visitor.page
    assert visitor.send(address, name="Ольга").status_code == 302


def test_a_language_once_chosen_stays(app: Flask, stranger: Visitor) -> None:
    stranger.send("/language", language="kk", next="/sign-in")
    page = stranger.client.get("/sign-in").get_data(as_text=True)
    assert '<html lang="kk">' in page
