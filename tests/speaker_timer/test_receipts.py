"""Who has painted what: hosts are told at once when the last display has, and of nobody who does not count."""

import time

import pytest

from hub.access import Actor, Role
from hub.open_pages import AWAY_S
from speaker_timer.displays import Pages, told

SCREEN = {"view": "stage", "card": "", "size": "1920x1080"}
PAIRED = {f"device-{n}": (f"Дисплей {n}", "stage", False) for n in (1, 2)}


def actor(number: int) -> Actor:
    return Actor(f"device-{number}", Role.DISPLAY, f"Дисплей {number}", "", "127.0.0.1")


@pytest.fixture
def pages() -> Pages:
    """Two displays that show state 1."""
    pages = Pages()
    for number in (1, 2):
        pages.painted(f"sid-{number}", actor(number), {**SCREEN, "seq": 1})
    pages.news.clear()
    return pages


def test_the_last_display_to_paint_completes_the_receipt(pages: Pages) -> None:
    pages.want(2)
    assert pages.behind() == {"sid-1", "sid-2"}
    pages.painted("sid-1", actor(1), {**SCREEN, "seq": 2})
    assert not pages.all_painted.is_set()
    pages.painted("sid-2", actor(2), {**SCREEN, "seq": 2})
    assert pages.all_painted.is_set()
    assert [line["seq"] for line in told(pages, PAIRED)["displays"]] == [2, 2]


def test_a_display_that_leaves_is_waited_for_no_longer(pages: Pages) -> None:
    pages.want(2)
    pages.painted("sid-1", actor(1), {**SCREEN, "seq": 2})
    pages.left("sid-2", actor(2))
    assert pages.all_painted.is_set()
    assert [line["here"] for line in told(pages, PAIRED)["displays"]] == [True, False]


def test_a_display_that_has_fallen_silent_is_away_and_not_waited_for(
    pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    later = time.monotonic() + AWAY_S + 1
    monkeypatch.setattr(time, "monotonic", lambda: later)
    pages.painted("sid-1", actor(1), {**SCREEN, "seq": 1})
    pages.want(2)
    assert pages.behind() == {"sid-1"}
    assert [line["here"] for line in told(pages, PAIRED)["displays"]] == [True, False]


def test_a_speakers_phone_is_neither_told_of_nor_waited_for(pages: Pages) -> None:
    pages.painted("sid-3", actor(3), {**SCREEN, "view": "watch", "seq": 1})
    pages.want(2)
    assert "sid-3" not in pages.behind()
    assert len(told(pages, PAIRED)["displays"]) == 2


def test_a_heartbeat_without_news_tells_hosts_nothing(pages: Pages) -> None:
    pages.painted("sid-1", actor(1), {**SCREEN, "seq": 1})
    assert not pages.news.is_set()
    pages.painted("sid-1", actor(1), {**SCREEN, "seq": 1, "card": "1-10-at600000"})
    assert pages.news.is_set()


def test_of_two_pages_of_one_display_the_newest_counts(pages: Pages) -> None:
    pages.painted("sid-9", actor(1), {**SCREEN, "seq": 5})
    assert {line["device"]: line["seq"] for line in told(pages, PAIRED)["displays"]} == {"device-1": 5, "device-2": 1}


@pytest.mark.parametrize(
    "nonsense", [{}, {"seq": "x", "card": 7, "view": None}, {"seq": -1}, {"seq": 2**80, "card": "k" * 999}]
)
def test_nonsense_from_a_page_is_kept_small(pages: Pages, nonsense: dict[str, object]) -> None:
    answer = pages.painted("sid-1", actor(1), nonsense)
    assert answer.keys() == {"steady", "set"}
    (line, _) = told(pages, PAIRED)["displays"]
    assert line["seq"] == 0
    assert len(line["card"]) <= 80
