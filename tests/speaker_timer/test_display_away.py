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
def screen(hub_alone: StageHub, browser: Browser) -> Iterator[Screen]:
    found = Screen(browser, hub_alone, "Дисплей у сцены")
    yield found
    assert found.faults == []
    found.context.close()


def left(page: Page, moment: float) -> Any:
    """What the page counts as left at a moment of the hub, ms."""
    return page.evaluate("at => timerClock.remaining(timerDisplay.state(), at)", moment)


def test_the_countdown_and_its_cards_go_on_without_the_hub(hub_alone: StageHub, screen: Screen) -> None:
    hub_alone.tap("start_next")
    hub_alone.leave(615)
    screen.connected()
    hub_alone.kill()
    page = screen.page
    expect(page.locator("#away")).to_be_visible(timeout=4 * A_SECOND)
    expect(page.locator("#figure")).to_have_text(re.compile(r"^10:[01]\d$"))
    expect(page.locator("#card.card-10")).to_be_visible(timeout=20 * A_SECOND)
    expect(page.locator("#away")).to_be_visible()
    expect(page.locator("#away-time")).to_have_text(re.compile(r"^0:\d\d$"))
    expect(page.locator("#card-figure")).to_have_text(re.compile(r"^9:5[0-6]$"), timeout=8 * A_SECOND)


def test_it_is_right_again_within_five_seconds(hub_alone: StageHub, screen: Screen) -> None:
    hub_alone.tap("start_next")
    screen.connected()
    hub_alone.kill()
    expect(screen.page.locator("#away-time")).to_have_text(re.compile(r"^0:(0[4-9]|[1-5]\d)$"), timeout=8 * A_SECOND)
    hub_alone.start_again()
    expect(screen.page.locator("#away")).to_be_hidden(timeout=5 * A_SECOND)
    state = hub_alone.show("5")
    expect(screen.page.locator("#card.card-5")).to_be_visible()
    assert abs(left(screen.page, state["now"]) - state["remaining_ms"]) < 2
    before, moment, after = (
        hub_alone.state()["now"],
        screen.page.evaluate("timerDisplay.now()"),
        hub_alone.state()["now"],
    )
    assert before - A_SECOND < moment < after + A_SECOND


def test_a_hub_that_restarts_shows_the_same_card_and_time(hub_alone: StageHub, screen: Screen) -> None:
    hub_alone.tap("start_next")
    key = hub_alone.show("stop")["cards"][0]["key"]
    screen.connected()
    hub_alone.kill()
    hub_alone.start_again()
    screen.connected()
    expect(screen.page.locator("#card.card-stop")).to_be_visible()
    screen.seen(key)


def test_after_a_backup_was_restored_the_display_shows_what_it_holds(hub_alone: StageHub, screen: Screen) -> None:
    hub_alone.tap("start_next")
    key = hub_alone.show("10")["cards"][0]["key"]
    base, backup = hub_alone.folder / "seminar.sqlite3", hub_alone.home / "backup.sqlite3"
    with closing(sqlite3.connect(base)) as here, closing(sqlite3.connect(backup)) as there:
        here.backup(there)
    hub_alone.show("5")
    hub_alone.show("stop")
    expect(screen.page.locator("#card.card-stop")).to_be_visible()
    hub_alone.kill()
    for name in ("seminar.sqlite3-wal", "seminar.sqlite3-shm"):
        (hub_alone.folder / name).unlink(missing_ok=True)
    backup.replace(base)
    hub_alone.start_again()
    expect(screen.page.locator("#card.card-10")).to_be_visible(timeout=5 * A_SECOND)
    screen.page.wait_for_function("key => timerDisplay.glass().card === key", arg=key)
    assert screen.page.evaluate("timerDisplay.glass().seq") == hub_alone.state()["seq"]


def test_a_page_that_is_opened_anew_is_the_same_display(hub_alone: StageHub, screen: Screen) -> None:
    hub_alone.tap("start_next")
    screen.page.reload()
    screen.connected()
    expect(screen.page.locator("#title")).to_have_text("Куда уходят заявки")
    assert screen.line()["name"] == "Дисплей у сцены"


def test_in_the_dark_a_ring_tells_that_the_hub_is_away(hub_alone: StageHub, screen: Screen) -> None:
    hub_alone.tap("blackout", on=True)
    expect(screen.page.locator("#dark")).to_be_visible()
    hub_alone.kill()
    expect(screen.page.locator("body.is-away #dark span")).to_be_visible(timeout=4 * A_SECOND)
    expect(screen.page.locator("#away")).to_be_hidden()
