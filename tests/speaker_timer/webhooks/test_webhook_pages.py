"""The organiser's page of addresses: added with a secret that is shown once, tried, removed."""

import re

import pytest
from flask import Flask

from hub.access import Role
from hub.database import db
from speaker_timer.models import Webhook
from speaker_timer.webhooks import addresses
from speaker_timer.webhooks.posts import signature
from tests.page_visitor import Visitor
from tests.speaker_timer.webhooks.receiver import Receiver


@pytest.fixture
def organiser_page(app: Flask) -> Visitor:
    visitor = Visitor(app).sign_in(Role.ORGANISER)
    visitor.open("/timer/webhooks")
    return visitor


def only() -> Webhook:
    with db.connection_context():
        return addresses.everybody()[0]


def test_without_addresses_the_page_says_that_none_is_needed(organiser_page: Visitor) -> None:
    assert "No program follows the timer yet" in organiser_page.text


def test_the_secret_is_shown_once(organiser_page: Visitor) -> None:
    assert organiser_page.send("/timer/webhooks", url="http://192.168.1.60:9000/timer").status_code == 200
    found = re.search(r"<code>([^<]+)</code>", organiser_page.page)
    assert found is not None
    assert found[1] == only().secret
    organiser_page.open("/timer/webhooks")
    assert "http://192.168.1.60:9000/timer" in organiser_page.text
    assert found[1] not in organiser_page.page


@pytest.mark.parametrize(("url", "status"), [("lamp", 422), ("http://la\0 mp/", 422), ("http://lamp:9000/", 409)])
def test_a_wrong_address_stays_in_its_field(organiser_page: Visitor, url: str, status: int) -> None:
    organiser_page.send("/timer/webhooks", url="http://lamp:9000/")
    assert organiser_page.send("/timer/webhooks", url=url).status_code == status
    assert 'aria-invalid="true"' in organiser_page.page
    assert f'value="{url.replace(chr(0), "")}"' in organiser_page.page


def test_a_test_is_sent_at_once_and_its_outcome_told(organiser_page: Visitor) -> None:
    with Receiver() as receiver:
        organiser_page.send("/timer/webhooks", url=receiver.url)
        hook = only()
        organiser_page.send(f"/timer/webhooks/{hook.id}/try")
        got = receiver.next()
        assert (got.event, got.headers["x-kiosk-signature"]) == ("test", signature(hook.secret, got.body))
        organiser_page.open("/timer/webhooks")
        assert "has taken the message" in organiser_page.text
        receiver.status = 302
        organiser_page.send(f"/timer/webhooks/{hook.id}/try")
        organiser_page.open("/timer/webhooks")
    assert "answered 302, a redirection: give the final address" in organiser_page.text


@pytest.mark.parametrize(
    ("trouble", "words"),
    [
        ("timeout", "no answer within two seconds"),
        ("certificate", "its certificate is not trusted"),
        ("status:403", "answered 403: it does not let the hub in"),
        ("status:500", "answered 500 instead of taking it"),
        ("something_new", "something_new"),
    ],
)
def test_the_last_trouble_is_told_in_words(organiser_page: Visitor, trouble: str, words: str) -> None:
    organiser_page.send("/timer/webhooks", url="http://lamp:9000/")
    with db.connection_context():
        addresses.failed(only().id, trouble)
    organiser_page.open("/timer/webhooks")
    assert words in organiser_page.text


def test_a_removed_address_is_gone(organiser_page: Visitor) -> None:
    organiser_page.send("/timer/webhooks", url="http://lamp:9000/")
    assert organiser_page.send(f"/timer/webhooks/{only().id}/remove").status_code == 302
    organiser_page.open("/timer/webhooks")
    assert "No program follows the timer yet" in organiser_page.text
    assert organiser_page.send("/timer/webhooks/1/try").status_code == 404


@pytest.mark.parametrize("role", [Role.HOST, Role.MINDER, Role.DESK])
def test_nobody_but_the_organiser_sees_it(app: Flask, role: Role) -> None:
    assert Visitor(app).sign_in(role).open("/timer/webhooks").status_code == 403
