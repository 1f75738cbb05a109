"""How long a browser is known: people for days, devices for as long as a browser keeps a cookie."""

import itertools
import re
from datetime import timedelta

import pytest
from flask import Flask, session
from flask.testing import FlaskClient
from itsdangerous import TimestampSigner

from hub import access, devices, sessions
from hub.access import Role
from hub.database import db

DAY_S = 86_400


@pytest.fixture
def browser(app: Flask) -> FlaskClient:
    """A browser that becomes a device of a role at /begin/<role>."""

    def begin(role: str) -> str:
        session.update(language="kk", csrf_token="old", pairing="secret")
        sessions.begin(devices.admit(role, "Дисплей 1", ""), stays=role == Role.DISPLAY)
        return ",".join(sorted(session))

    app.add_url_rule("/begin/<role>", "begin", access.public(begin))
    app.add_url_rule("/who", "who", access.public(lambda: str(access.visitor() is not None)))
    return app.test_client()


def known_after(browser: FlaskClient, role: Role, seconds: int, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Is a browser of this role still known so much later by the hub's wall clock?"""
    now = TimestampSigner.get_timestamp
    monkeypatch.setattr(TimestampSigner, "get_timestamp", lambda signer: now(signer) - seconds)
    browser.get(f"/begin/{role}")
    monkeypatch.undo()
    return browser.get("/who").text == "True"


@pytest.mark.parametrize(
    ("role", "days", "known"),
    [(Role.HOST, 2, True), (Role.HOST, 4, False), (Role.DISPLAY, 4, True), (Role.DISPLAY, 399, True)],
)
def test_a_device_is_known_for_longer_than_a_person(
    browser: FlaskClient, monkeypatch: pytest.MonkeyPatch, role: Role, days: int, known: bool
) -> None:
    assert known_after(browser, role, days * DAY_S, monkeypatch) is known


@pytest.mark.parametrize("role", [Role.HOST, Role.DISPLAY])
def test_a_hub_that_wakes_in_the_past_knows_everybody(
    browser: FlaskClient, monkeypatch: pytest.MonkeyPatch, role: Role
) -> None:
    assert known_after(browser, role, -300 * DAY_S, monkeypatch)


@pytest.mark.parametrize(("role", "lives"), [(Role.HOST, timedelta(days=3)), (Role.DISPLAY, sessions.DEVICE_LIVES)])
def test_the_cookie_has_an_age_so_that_the_browsers_clock_does_not_matter(
    browser: FlaskClient, role: Role, lives: timedelta
) -> None:
    cookie = browser.get(f"/begin/{role}").headers["Set-Cookie"]
    assert f"Max-Age={int(lives.total_seconds())};" in cookie
    assert "HttpOnly" in cookie
    assert "SameSite=Lax" in cookie


def test_a_device_begins_with_nothing_of_an_earlier_session_but_the_language(browser: FlaskClient) -> None:
    assert browser.get(f"/begin/{Role.DISPLAY}").text == "_permanent,device,language,stays"
    assert browser.get(f"/begin/{Role.HOST}").text == "_permanent,csrf_token,device,language"


def test_a_forged_cookie_is_nobodys(browser: FlaskClient) -> None:
    browser.get(f"/begin/{Role.DISPLAY}")
    cookie = browser.get_cookie("session")
    assert cookie is not None
    *facts, signature = cookie.value.split(".")
    for forged in (".".join([*facts, signature[::-1]]), "x", "", re.sub(r"^\.?[^.]+", "e30", cookie.value)):
        browser.set_cookie("session", forged)
        assert browser.get("/who").text == "False"


def test_a_reply_that_touches_no_session_sets_no_cookie(app: Flask) -> None:
    assert "Set-Cookie" not in app.test_client().get("/healthz").headers


def test_every_reply_prolongs_the_session(browser: FlaskClient) -> None:
    browser.get(f"/begin/{Role.DISPLAY}")
    cookies = (browser.get("/who").headers.get("Set-Cookie", "") for _ in itertools.repeat(None, 2))
    assert all(cookie.startswith("session=") for cookie in cookies)


def test_a_device_that_was_shut_out_is_not_known(app: Flask, browser: FlaskClient) -> None:
    browser.get(f"/begin/{Role.DISPLAY}")
    with db.connection_context():
        assert [devices.revoke(device.id) for device in devices.everybody()] == [True]
    assert browser.get("/who").text == "False"


def test_what_a_page_asks_for_by_itself_leaves_the_cookie_as_it_is(browser: FlaskClient) -> None:
    browser.get("/begin/desk")
    assert "Set-Cookie" in browser.get("/").headers
    assert "Set-Cookie" not in browser.get("/", headers={"Sec-Fetch-Mode": "cors"}).headers
    assert "Set-Cookie" not in browser.get("/healthz").headers
