"""Who has painted what: hosts are told at once when the last display has, and of nobody who does not count."""

import threading
import time
import uuid
from collections import Counter

import pytest
from flask import Flask

from hub.access import Actor, Role
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.open_pages import AWAY_S
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from speaker_timer import receipts, telling, timer
from speaker_timer.actions import Action, Tap
from speaker_timer.displays import Pages, told

SCREEN = {"view": "stage", "card": "", "size": "1920x1080"}
HOST = Actor(None, Role.HOST, "Айгүл", "", "127.0.0.1")
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


class Looks(threading.Event):
    """Lets a worker look so many times."""

    def __init__(self, count: int) -> None:
        super().__init__()
        self.left = count

    def is_set(self) -> bool:
        self.left -= 1
        return self.left < 0


def test_a_display_that_has_not_painted_is_told_again_until_it_has(
    app: Flask, pages: Pages, monkeypatch: pytest.MonkeyPatch
) -> None:
    with app.app_context(), db.connection_context():
        ProgrammeItem.create(start="10:00", end="10:30", kind=Kind.TALK, title="Продажи", speaker="Тимур Цой")
        for tap in (Tap(Action.START_NEXT), Tap(Action.ADD, 60_000)):
            seq = timer.act(tap, str(uuid.uuid4()), HOST).seq
    hub: Hub = app.extensions[EXTENSION]
    sent: Counter[str] = Counter()

    def publish(name: str, content: dict[str, object], to: str | None = None) -> None:
        if name != telling.CHANNEL or to is None:
            return
        assert content["seq"] == seq
        sent[to] += 1
        if sent[to] == 3:
            pages.painted(to, actor(1), {**SCREEN, "seq": seq})

    monkeypatch.setattr(hub.live, "publish", publish)
    monkeypatch.setattr(receipts, "LATEST_S", 0)
    pages.painted("sid-2", actor(2), {**SCREEN, "seq": seq})
    receipts.keep_telling(hub, pages)(Looks(8))
    assert sent == {"sid-1": 3}
