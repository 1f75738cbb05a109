"""The page of announcements without its script: forms and what they say."""

import uuid

import pytest
from flask import Flask

from hub import devices
from hub.access import Role
from hub.announcements.models import Announcement
from hub.database import db
from tests.page_visitor import Visitor


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    visitor = Visitor(app).sign_in(Role.DESK)
    visitor.open("/announcements")
    return visitor


def send(visitor: Visitor, kind: str, **fields: str) -> int:
    """Send a preset's form."""
    sent = {"id": str(uuid.uuid4()), "kind": kind, "text": "", "minutes": "10", **fields}
    return visitor.send("/announcements", **sent).status_code


def test_a_delay_is_told_by_one_tap(visitor: Visitor) -> None:
    assert send(visitor, "delayed", delay="15") == 302
    visitor.open("/announcements")
    assert "We begin 15 minutes later" in visitor.text
    assert "No screen is paired: nobody sees it." in visitor.text


def test_a_delay_ends_by_itself_after_the_delayed_start(visitor: Visitor) -> None:
    assert 'name="minutes" value="start" checked' in visitor.page
    assert send(visitor, "delayed", delay="15", minutes="start") == 302
    with db.connection_context():
        one = Announcement.select().get()
    assert one.expires_at is not None
    assert one.expires_at - one.at == pytest.approx(20 * 60_000, abs=5_000)


def test_words_that_are_too_long_are_refused_and_kept(visitor: Visitor) -> None:
    assert send(visitor, "free", text="я" * 201) == 422
    assert "At most 200 letters" in visitor.text
    assert "я" * 201 in visitor.page


def test_what_stands_is_taken_back_by_one_tap(visitor: Visitor) -> None:
    send(visitor, "lost", text="Ключи с брелоком", minutes="")
    visitor.open("/announcements")
    assert "until taken back" in visitor.text
    with db.connection_context():
        one = Announcement.select().get().id
    for _tap in range(2):  # the second before the page of the first came
        assert visitor.send(f"/announcements/{one}/take-back").status_code == 302
    visitor.open("/announcements")
    assert "Nothing is announced" in visitor.text
    assert visitor.text.count("Taken back.") == 1


def test_words_that_are_missing_are_asked_for_and_the_rest_is_kept(app: Flask, visitor: Visitor) -> None:
    with db.connection_context():
        chosen = devices.admit(Role.SCREEN, "Экран 1", "").id
        devices.admit(Role.SCREEN, "Экран 2", "")
    assert send(visitor, "moved", minutes="30", screens=chosen) == 422
    assert "Write what is to be announced." in visitor.text
    assert f'value="{chosen}" checked' in visitor.page
    assert 'value="30" checked' in visitor.page


@pytest.mark.parametrize("wrong", [{"id": "1"}, {"kind": "fire"}, {"minutes": "ten"}, {"text": "я" * 201}])
def test_a_form_that_no_page_of_ours_sends_is_refused(visitor: Visitor, wrong: dict[str, str]) -> None:
    assert send(visitor, **{"kind": "free", "text": "Да", **wrong}) == 422


def test_typed_words_are_shown_as_words(visitor: Visitor) -> None:
    send(visitor, "free", text="<script>alert(1)</script>")
    visitor.open("/announcements")
    assert "<script>alert" not in visitor.page


def test_the_first_page_says_what_stands(app: Flask, visitor: Visitor) -> None:
    send(visitor, "free", text="Просим в зал")
    visitor.open("/")
    assert "1 stands, the last since" in visitor.text
    send(visitor, "evacuation")
    visitor.open("/")
    assert 'class="task now" href="/announcements"' in visitor.page
    assert "Evacuation is announced." in visitor.text


def test_a_photographer_may_announce_too(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.PHOTOGRAPHER)
    visitor.open("/")
    assert 'href="/announcements"' in visitor.page
