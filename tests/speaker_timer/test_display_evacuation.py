"""An evacuation on the timer display: at once, over everything, and gone when it is taken back."""

import uuid
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from tests.speaker_timer.stage import PATIENCE_MS, Screen, StageHub
from tests.waiting import until

pytestmark = pytest.mark.browser

SIZES = ((1920, 1080), (1080, 1920), (1024, 768), (390, 844))
CUT = """() => ["evacuation-head", "evacuation-text", "evacuation-others"].filter((id) => {
  const box = document.getElementById(id), place = box.parentElement;
  const inner = box.getBoundingClientRect(), outer = place.getBoundingClientRect();
  return inner.bottom > outer.bottom + 1 || inner.top < outer.top - 1 || box.scrollWidth > box.clientWidth + 1;
})"""


def evacuate(hub: StageHub, text: str = "") -> Any:
    """Somebody of the team calls for it."""
    return hub.ask("POST", "/api/announcements", {"kind": "evacuation", "text": text, "id": str(uuid.uuid4())})


def take_back(hub: StageHub) -> None:
    """Whatever stands is taken back."""
    for one in hub.ask("GET", "/api/announcements")["standing"]:
        hub.ask("POST", f"/api/announcements/{one['id']}/take-back")


@pytest.fixture(scope="module")
def paired(stage_hub: StageHub, browser: Browser) -> Iterator[Screen]:
    """One display for all tests of this module."""
    found = Screen(browser, stage_hub, "Дисплей у сцены", viewport={"width": 1280, "height": 720})
    yield found
    found.context.close()


@pytest.fixture
def screen(hub: StageHub, paired: Screen) -> Iterator[Screen]:
    paired.connected()
    yield paired
    take_back(hub)
    expect(paired.page.locator("#evacuation")).to_be_hidden()
    assert paired.faults == []


def test_it_covers_cards_and_darkness_and_says_that_it_is_seen(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    hub.show("stop")
    hub.tap("blackout", on=True)
    evacuate(hub, "Выход через фойе")
    expect(screen.page.locator("#evacuation-text")).to_have_text("Выход через фойе")
    on_top = "() => document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('#evacuation') !== null"
    assert screen.page.evaluate(on_top)
    until(lambda: not hub.ask("GET", "/api/announcements")["standing"][0]["missing"])
    opened_now = screen.page.request.get(f"{hub.url}/timer/display").text()
    assert '<p id="evacuation-text">Выход через фойе</p>' in opened_now
    assert '<section id="evacuation" role="alert">' in opened_now


def test_it_is_gone_as_soon_as_it_is_taken_back(hub: StageHub, screen: Screen) -> None:
    evacuate(hub)
    expect(screen.page.locator("#evacuation")).to_be_visible()
    take_back(hub)
    expect(screen.page.locator("#evacuation")).to_be_hidden()
    expect(screen.page.locator("#stage")).to_be_visible()


def test_other_announcements_do_not_disturb_the_speaker(hub: StageHub, screen: Screen) -> None:
    hub.ask("POST", "/api/announcements", {"kind": "lost", "text": "Ключи", "id": str(uuid.uuid4())})
    evacuate(hub)
    expect(screen.page.locator("#evacuation")).to_be_visible()
    hub.ask("POST", "/api/announcements", {"kind": "free", "text": "Позже", "id": str(uuid.uuid4())})
    expect(screen.page.locator("#evacuation-head")).not_to_be_empty()
    assert "Позже" not in screen.page.inner_text("body")


def test_a_display_that_comes_back_learns_of_it(hub: StageHub, screen: Screen) -> None:
    hub.kill()
    expect(screen.page.locator("#away")).to_be_visible(timeout=PATIENCE_MS)
    hub.start_again()
    evacuate(hub)
    expect(screen.page.locator("#evacuation")).to_be_visible(timeout=PATIENCE_MS)
    hub.kill()
    expect(screen.page.locator("#away")).to_be_visible(timeout=PATIENCE_MS)
    expect(screen.page.locator("#evacuation")).to_be_visible()
    hub.start_again()
    take_back(hub)
    expect(screen.page.locator("#evacuation")).to_be_hidden(timeout=PATIENCE_MS)


def test_nothing_of_it_is_cut_on_any_glass(hub: StageHub, screen: Screen) -> None:
    evacuate(hub, "Просим спокойно выйти через главное фойе и дальше по лестнице во двор, лифтом не пользуйтесь. " * 2)
    expect(screen.page.locator("#evacuation")).to_be_visible()
    for width, height in SIZES:
        screen.page.set_viewport_size({"width": width, "height": height})
        screen.page.wait_for_function("width => innerWidth === width", arg=width)
        screen.page.evaluate("() => dispatchEvent(new Event('resize'))")
        assert screen.page.evaluate(CUT) == [], (width, height)
