"""The display without the hub: the time goes on, the cards come by themselves, and it is right again at once."""

import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.speaker_timer.stage import Screen, StageHub

pytestmark = pytest.mark.browser

A_SECOND = 1000


@pytest.fixture
def screen(own_hub: StageHub, browser: Browser) -> Iterator[Screen]:
    found = Screen(browser, own_hub, "Дисплей у сцены")
    yield found
    assert found.faults == []
    found.context.close()


def left(page: Page, moment: float) -> Any:
    """What the page counts as left at a moment of the hub, ms."""
    return page.evaluate("at => timerClock.remaining(timerDisplay.state(), at)", moment)


def test_the_countdown_and_its_cards_go_on_without_the_hub(own_hub: StageHub, screen: Screen) -> None:
    own_hub.tap("start_next")
    own_hub.leave(606)
    screen.connected()
    own_hub.kill()
    page = screen.page
    expect(page.locator("#away")).to_be_visible(timeout=4 * A_SECOND)
    expect(page.locator("#figure")).to_have_text(re.compile(r"^10:0[0-3]$"), timeout=8 * A_SECOND)
    expect(page.locator("#card.card-10")).to_be_visible(timeout=8 * A_SECOND)
    expect(page.locator("#away")).to_be_visible()
    expect(page.locator("#away-time")).to_have_text(re.compile(r"^00:\d\d$"))
    expect(page.locator("#card-figure")).to_have_text("9:56", timeout=8 * A_SECOND)


def test_it_is_right_again_within_five_seconds(own_hub: StageHub, screen: Screen) -> None:
    own_hub.tap("start_next")
    screen.connected()
    own_hub.kill()
    expect(screen.page.locator("#away-time")).to_have_text("00:04", timeout=8 * A_SECOND)
    own_hub.start_again()
    expect(screen.page.locator("#away")).to_be_hidden(timeout=5 * A_SECOND)
    state = own_hub.show("5")
    expect(screen.page.locator("#card.card-5")).to_be_visible(timeout=1 * A_SECOND)
    assert abs(left(screen.page, state["now"]) - state["remaining_ms"]) < 2
    moment = screen.page.evaluate("() => timerDisplay.now()")
    assert abs(own_hub.state()["now"] - moment) < A_SECOND


def test_a_hub_that_restarts_shows_the_same_card_and_time(own_hub: StageHub, screen: Screen) -> None:
    own_hub.tap("start_next")
    key = own_hub.show("stop")["cards"][0]["key"]
    screen.connected()
    own_hub.kill()
    own_hub.start_again()
    screen.connected()
    expect(screen.page.locator("#card.card-stop")).to_be_visible()
    assert screen.line()["card"] == key


def test_after_a_backup_was_restored_the_display_shows_what_it_holds(own_hub: StageHub, screen: Screen) -> None:
    own_hub.tap("start_next")
    key = own_hub.show("10")["cards"][0]["key"]
    base, backup = own_hub.folder / "seminar.sqlite3", own_hub.home / "backup.sqlite3"
    with closing(sqlite3.connect(base)) as here, closing(sqlite3.connect(backup)) as there:
        here.backup(there)
    own_hub.show("5")
    own_hub.show("stop")
    expect(screen.page.locator("#card.card-stop")).to_be_visible()
    own_hub.kill()
    for name in ("seminar.sqlite3-wal", "seminar.sqlite3-shm"):
        (own_hub.folder / name).unlink(missing_ok=True)
    backup.replace(base)
    own_hub.start_again()
    expect(screen.page.locator("#card.card-10")).to_be_visible(timeout=5 * A_SECOND)
    screen.page.wait_for_function("key => timerDisplay.glass().card === key", arg=key)
    assert screen.page.evaluate("timerDisplay.glass().seq") == own_hub.state()["seq"]


def test_a_page_that_is_opened_anew_is_the_same_display(own_hub: StageHub, screen: Screen) -> None:
    own_hub.tap("start_next")
    screen.page.reload()
    screen.connected()
    expect(screen.page.locator("#title")).to_have_text("Куда уходят заявки")
    assert screen.line()["name"] == "Дисплей у сцены"


def test_in_the_dark_a_ring_tells_that_the_hub_is_away(own_hub: StageHub, screen: Screen) -> None:
    own_hub.tap("blackout", on=True)
    expect(screen.page.locator("#dark")).to_be_visible()
    own_hub.kill()
    expect(screen.page.locator("body.is-away #dark span")).to_be_visible(timeout=4 * A_SECOND)
    expect(screen.page.locator("#away")).to_be_hidden()
