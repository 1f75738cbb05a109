"""Letting people in: PINs, one-time links, tokens, and guessers kept out."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient
from limits.storage import MemoryStorage

from hub import clock, devices, pins, signin
from hub.access import STAFF, Role
from hub.app import create_app
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.errors import Refusal
from hub.models import AuditEntry, Device, SignInLink
from hub.settings import Settings

WRONG = "000000"


def hub_of(app: Flask) -> Hub:
    """The hub of an application."""
    found: Hub = app.extensions[EXTENSION]
    return found


def pin(app: Flask, role: Role) -> str:
    """A role's PIN."""
    return pins.pins(hub_of(app).secret_key, 0)[role]


def csrf(client: FlaskClient, path: str = "/sign-in") -> str:
    """The token in a page's form."""
    found = re.search(r'name="csrf_token"[^>]*value="([^"]+)"', client.get(path).text)
    assert found is not None
    return found[1]


def sign_in(client: FlaskClient, number: str, address: str = "192.168.0.7", **headers: str) -> int:
    """Try a PIN; the status of the reply."""
    form = {"csrf_token": csrf(client), "name": "Айгүл", "pin": number}
    reply = client.post("/sign-in", data=form, headers=headers, environ_base={"REMOTE_ADDR": address})
    return reply.status_code


def audited(app: Flask) -> list[str]:
    """What the audit log says was done."""
    with app.app_context(), db.connection_context():
        return [entry.action for entry in AuditEntry.select().order_by(AuditEntry.id)]


def refused_addresses(app: Flask) -> set[str]:
    """Where wrong PINs came from."""
    with app.app_context(), db.connection_context():
        wrong = AuditEntry.select().where(AuditEntry.action == "sign_in_refused")
        return {json.loads(entry.detail)["address"] for entry in wrong}


def guess_until_shut(app: Flask, client: FlaskClient) -> int:
    """How many wrong PINs are taken before the door shuts."""
    for count in range(100):
        if sign_in(client, WRONG) == 429:
            return count
    raise AssertionError("the door never shut")


@pytest.mark.parametrize("role", STAFF)
def test_a_pin_lets_its_role_in(app: Flask, role: Role) -> None:
    client = app.test_client()
    assert sign_in(client, pin(app, role)) == 302
    assert client.get("/").status_code == 200
    with db.connection_context():
        assert [(device.role, device.name) for device in Device.select()] == [(role, "Айгүл")]
    assert audited(app)[-1] == "signed_in"


def test_a_wrong_pin_lets_nobody_in_and_is_noted(app: Flask) -> None:
    client = app.test_client()
    assert sign_in(client, WRONG) == 403
    assert client.get("/").status_code == 302
    assert audited(app)[-1] == "sign_in_refused"


def test_strangers_share_one_allowance_whatever_their_address(app: Flask) -> None:
    counts = [sign_in(app.test_client(), WRONG, f"10.0.0.{number}") for number in range(20)]
    assert counts == [403] * 15 + [429] * 5


def test_a_forged_forwarding_header_gives_no_new_allowance(app: Flask) -> None:
    headers = [{"X-Forwarded-For": f"1.2.3.{number}"} for number in range(17)]
    assert [sign_in(app.test_client(), WRONG, **header) for header in headers][-1] == 429
    assert refused_addresses(app) == {"192.168.0.7"}


def test_thirty_people_behind_one_address_sign_in_within_a_minute(app: Flask) -> None:
    assert [sign_in(app.test_client(), pin(app, Role.DESK)) for _ in range(30)] == [302] * 30


def test_a_guesser_does_not_lock_out_a_browser_that_was_in_before(app: Flask) -> None:
    known = app.test_client()
    sign_in(known, pin(app, Role.DESK))
    guess_until_shut(app, app.test_client())
    assert sign_in(app.test_client(), pin(app, Role.DESK)) == 429, "strangers wait"
    known.delete_cookie("session")
    assert sign_in(known, pin(app, Role.DESK)) == 302


def test_a_known_browser_has_a_small_allowance_of_its_own(app: Flask) -> None:
    known = app.test_client()
    sign_in(known, pin(app, Role.DESK))
    known.delete_cookie("session")
    assert guess_until_shut(app, known) == 5


def test_whoever_becomes_a_new_known_browser_again_and_again_gains_no_guesses() -> None:
    throttle = signin.Throttle()
    guesses = 0
    while throttle.allows(f"browser {guesses // 5}"):
        throttle.count(f"browser {guesses // 5}")
        guesses += 1
    assert guesses == signin.KNOWN_TOGETHER.amount


def test_a_forged_cookie_makes_nobody_known(app: Flask) -> None:
    guess_until_shut(app, app.test_client())
    forger = app.test_client()
    forger.set_cookie("known", "ImZvcmdlZCI.c2lnbmF0dXJl")
    assert sign_in(forger, pin(app, Role.DESK)) == 429


def test_fifty_guesses_at_once_pass_no_more_than_the_allowance(app: Flask) -> None:
    hub = hub_of(app)

    def guess(_: int) -> str:
        with app.app_context(), db.connection_context():
            try:
                signin.by_pin(WRONG, "Тимур", "10.0.0.1", None, hub.throttle, hub.secret_key)
            except Refusal as refusal:
                return refusal.code
        return "in"

    with ThreadPoolExecutor(50) as crowd:
        answers = list(crowd.map(guess, range(50)))
    assert sorted(answers) == ["too_many_attempts"] * 35 + ["wrong_pin"] * 15


def test_the_allowance_comes_back(app: Flask) -> None:
    guess_until_shut(app, app.test_client())
    storage = hub_of(app).throttle.limiter.storage
    assert isinstance(storage, MemoryStorage)
    storage.reset()
    assert sign_in(app.test_client(), pin(app, Role.DESK)) == 302


def test_a_link_opens_once(app: Flask) -> None:
    with db.connection_context():
        token = signin.offer_link(Role.ORGANISER, None)
    first, second = app.test_client(), app.test_client()
    form = {"csrf_token": csrf(first, f"/enter/{token}"), "name": "Ольга"}
    stale = {"csrf_token": csrf(second, f"/enter/{token}"), "name": "Тимур"}
    assert first.post(f"/enter/{token}", data=form).status_code == 302
    assert first.get("/").status_code == 200
    assert second.post(f"/enter/{token}", data=stale).status_code == 410
    assert second.get("/").status_code == 302


def test_opening_a_link_does_not_spend_it(app: Flask) -> None:
    with db.connection_context():
        token = signin.offer_link(Role.DESK, None)
    for _ in range(3):
        assert app.test_client().get(f"/enter/{token}").status_code == 200


def test_a_link_grows_old(app: Flask) -> None:
    with db.connection_context():
        token = signin.offer_link(Role.DESK, None)
        SignInLink.update(expires_at=clock.now() - 1).execute()
    assert app.test_client().get(f"/enter/{token}").status_code == 410


def test_secrets_are_stored_as_hashes_only(app: Flask) -> None:
    with db.connection_context():
        token, link = devices.issue_token("desk", "x"), signin.offer_link(Role.DESK, None)
        kept = str([*Device.select().tuples(), *SignInLink.select().tuples(), *AuditEntry.select().tuples()])
    assert token not in kept
    assert link not in kept
    assert pin(app, Role.DESK) not in kept


def test_a_revoked_device_is_out_at_once(app: Flask, desk: FlaskClient) -> None:
    assert desk.get("/api/attendance").status_code == 200
    with db.connection_context():
        assert devices.revoke(Device.get(Device.name == "Test desk").id)
    assert desk.get("/api/attendance").status_code == 401


def test_signing_out_ends_the_session_for_a_copied_cookie_too(app: Flask) -> None:
    client = app.test_client()
    sign_in(client, pin(app, Role.DESK))
    stolen = client.get_cookie("session")
    assert client.post("/sign-out", data={"csrf_token": csrf(client, "/")}).status_code == 302
    thief = app.test_client()
    assert stolen is not None
    thief.set_cookie("session", stolen.value)
    assert thief.get("/").status_code == 302


def test_a_restart_signs_nobody_out(app: Flask, settings: Settings) -> None:
    client = app.test_client()
    sign_in(client, pin(app, Role.DESK))
    cookie = client.get_cookie("session")
    again = create_app(settings).test_client()
    assert cookie is not None
    again.set_cookie("session", cookie.value)
    assert again.get("/").status_code == 200


def test_pins_are_different_and_renewed_all_at_once() -> None:
    old, new = pins.pins(b"key", 0), pins.pins(b"key", 1)
    assert len(set(old.values())) == len(STAFF)
    assert not set(old.values()) & set(new.values())
    assert all(re.fullmatch(r"\d{6}", number) for number in old.values())


@pytest.mark.parametrize("odd", ["", " ", "１２３４５６", "Ⅷ", "12345", "'", "ы" * 1000, "123456\n"])
def test_odd_pins_are_merely_wrong(app: Flask, odd: str) -> None:
    assert sign_in(app.test_client(), odd) == 403


@pytest.mark.parametrize("target", ["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])
def test_signing_in_never_leads_off_the_hub(app: Flask, target: str) -> None:
    client = app.test_client()
    form = {"csrf_token": csrf(client), "name": "Айгүл", "pin": pin(app, Role.DESK), "next": target}
    assert client.post("/sign-in", data=form).headers["Location"] == "/"


def test_behind_a_trusted_proxy_the_address_is_the_visitors(settings: Settings, app: Flask) -> None:
    behind = create_app(settings.model_copy(update={"trusted_proxies": 1}))
    sign_in(behind.test_client(), WRONG, "127.0.0.1", **{"X-Forwarded-For": "6.6.6.6, 10.1.1.1"})
    assert refused_addresses(behind) == {"10.1.1.1"}
