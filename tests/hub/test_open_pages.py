"""Which pages are open where, and what each said last."""

import time

import pytest

from hub.access import Actor, Role
from hub.open_pages import AWAY_S, OpenPages


@pytest.fixture
def pages() -> OpenPages[str]:
    return OpenPages()


def actor(number: int) -> Actor:
    return Actor(f"device-{number}", Role.SCREEN, f"Экран {number}", "", "127.0.0.1")


def test_a_page_is_told_apart_by_its_socket_and_answers_with_what_it_said_before(pages: OpenPages[str]) -> None:
    assert pages.heard("first", actor(1), "way") is None
    assert pages.heard("second", actor(1), "way") is None
    assert pages.heard("first", actor(1), "slide") == "way"
    assert [(page.sid, page.glass) for page in pages.here()] == [("second", "way"), ("first", "slide")]


def test_of_a_page_that_is_gone_the_device_remembers_the_last_word(pages: OpenPages[str]) -> None:
    pages.heard("first", actor(1), "way")
    assert pages.forget("first") is True
    assert pages.forget("first") is False
    assert pages.here() == []
    assert pages.last()["device-1"].glass == "way"
    assert pages.last()["device-1"].heard_at > 0


def test_a_page_that_has_fallen_silent_is_not_here(pages: OpenPages[str], monkeypatch: pytest.MonkeyPatch) -> None:
    pages.heard("first", actor(1), "way")
    later = time.monotonic() + AWAY_S + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    assert pages.here() == []
    pages.heard("first", actor(1), "way")
    assert [page.name for page in pages.here()] == ["Экран 1"]
