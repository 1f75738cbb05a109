"""A path screen without the hub: the day goes on, and it opens anew where its browser lets it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, WebSocket, expect

from tests.signage.screen_visit import PathHub, PathScreen
from tests.speaker_timer.stage import PATIENCE_MS

pytestmark = pytest.mark.browser

MINUTE_MS = 60_000


@pytest.fixture
def own_hub(tmp_path: Path) -> Iterator[PathHub]:
    """A hub that a test may kill."""
    with PathHub(tmp_path / "own") as running:
        yield running


def test_without_the_hub_the_day_goes_on_and_it_is_back_at_once(browser: Browser, own_hub: PathHub) -> None:
    screen = PathScreen(browser, own_hub)
    screen.put(point=own_hub.point)
    own_hub.tap("start_next")
    screen.take_its_clock()
    head = screen.page.locator("#way .head").first
    expect(head).to_have_text("Куда уходят заявки")
    own_hub.kill()
    away = screen.page.locator("#away")
    expect(away).to_be_visible(timeout=PATIENCE_MS)
    expect(away).to_have_text(re.compile(r"\d\d:\d\d"))
    knocks_without_a_socket(screen.page)
    expect(head).to_have_text("Куда уходят заявки")
    screen.page.clock.fast_forward(31 * MINUTE_MS)
    expect(head).to_have_text("Как не терять клиентов между отделами")
    screen.page.clock.fast_forward(30 * MINUTE_MS)
    screen.phase("break")
    screen.page.clock.fast_forward(120 * MINUTE_MS)
    screen.phase("over")
    own_hub.start_again()
    expect(head).to_have_text("Куда уходят заявки", timeout=5000)
    expect(away).to_be_hidden()
    screen.is_right()
    screen.close()


def test_its_small_picture_is_back_as_soon_as_the_hub_is(browser: Browser, own_hub: PathHub) -> None:
    screen = PathScreen(browser, own_hub)
    screen.put(point=own_hub.point)
    screen.phase("running")
    screen.page.wait_for_function("() => pathScreen.glass().pictured === pathScreen.glass().hash")
    # From now on this page draws no picture: what comes is what it has kept.
    screen.page.evaluate("pathScreen.drawSmall = () => {}")
    screen.comes(pictured=True)
    own_hub.kill()
    expect(screen.page.locator("#away")).to_be_visible(timeout=PATIENCE_MS)
    own_hub.start_again()
    screen.comes(pictured=True)
    screen.close()


def knocks_without_a_socket(page: Page) -> None:
    """Requests ask for the hub: a browser holds back the sockets of a page that has failed with many."""
    opened: list[WebSocket] = []
    page.on("websocket", lambda socket: opened.append(socket))
    for _ in range(3):
        page.wait_for_event("requestfailed")
    assert opened == []


def test_where_the_browser_lets_it_a_reload_without_the_hub_shows_the_last_content(
    browser: Browser, own_hub: PathHub
) -> None:
    screen = PathScreen(browser, own_hub)
    screen.put(point=own_hub.point)
    screen.phase("running")
    screen.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    screen.page.reload()
    screen.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    screen.page.reload()
    own_hub.tap("start_next")
    head = screen.page.locator("#way .head").first
    expect(head).to_have_text("Куда уходят заявки")
    own_hub.kill()
    screen.page.reload()
    expect(head).to_have_text("Куда уходят заявки")
    expect(screen.page.locator("#away")).to_be_visible(timeout=PATIENCE_MS)
    screen.close()
