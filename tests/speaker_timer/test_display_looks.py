"""Every state of the display on every glass: nothing is cut off, the figure is large, axe finds nothing."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.programme.kinds import Kind
from tests.browser import ROOT
from tests.speaker_timer.stage import StageHub, still

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FIND = "async () => (await axe.run()).violations.map(found => [found.id, found.nodes.map(node => node.html)])"
SIZES = {"hall": (1920, 1080), "upright": (1080, 1920), "phone": (390, 844)}
STRIP_MS = 31_000
LONG = "Коллеги, во втором ряду не слышно: пожалуйста, говорите ближе к микрофону и чуть медленнее, спасибо вам большое"
# What is cut off: text that is wider or higher than its own place, or reaches over the edge of the glass.
CUT = """() => [...document.querySelectorAll("#title, #figure, #big, #note, .strip, #card-text, #card-figure, #clock")]
  .filter(one => one.offsetParent !== null && one.textContent.trim())
  .filter(one => {
    const box = one.getBoundingClientRect();
    return box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
  }).map(one => one.id || one.className)"""
HEIGHT = "() => { const f = document.querySelector('#figure'); return parseFloat(getComputedStyle(f).fontSize); }"
CAPITALS = 0.714  # the height of a figure in Noto Sans, of its size


def opened(browser: Browser, hub: StageHub, query: str = "") -> Page:
    """A display in the hall, fitted; its clock stands."""
    width, height = SIZES["hall"]
    page = still(browser, hub, query, viewport={"width": width, "height": height})
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.evaluate("() => timerDisplay.fit()")
    return page


def is_clean(page: Page, what: Any) -> None:
    """On no glass anything is cut off, and axe finds nothing. The last size is the phone's."""
    page.evaluate("() => { document.querySelector('#begin').hidden = true; }")
    for size, (width, height) in SIZES.items():
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("() => timerDisplay.fit()")
        assert page.evaluate(CUT) == [], (what, size)
    # Axe asks the same of every size, and takes a second each time; it waits by the clock.
    page.clock.resume()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FIND) == [], what


@pytest.mark.parametrize("view", ["stage", "corner", "wall", "watch"])
def test_before_during_between_and_after(view: str, hub: StageHub, browser: Browser) -> None:
    def look(what: str) -> None:
        page = opened(browser, hub, f"?view={view}")
        is_clean(page, what)
        page.context.close()

    look("before")
    hub.tap("start_next")
    look("talk")
    hub.tap("questions")
    look("questions")
    hub.tap("finish")
    look("between")
    hub.go_to(Kind.BREAK)
    look("break")
    hub.tap("pause")
    look("break that stands")
    hub.tap("blackout", on=True)
    look("dark")


@pytest.mark.parametrize("card", ["10", "5", "stop", "questions", "message"])
def test_cards_full_and_as_strips(card: str, hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    hub.show(card, LONG if card == "message" else "")
    page = opened(browser, hub)
    expect(page.locator("#card")).to_be_visible()
    is_clean(page, "full")
    page.clock.fast_forward(STRIP_MS)
    stays = card in {"stop", "message"}
    expect(page.locator("#card")).to_be_visible(visible=stays)
    expect(page.locator(f".strip-{card}")).to_have_count(0 if stays else 1)
    is_clean(page, "later")
    page.context.close()


def test_the_figure_is_a_third_of_the_height(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    for tap in (None, "pause", "questions"):
        if tap:
            hub.tap(tap)
        page = opened(browser, hub)
        assert page.evaluate(HEIGHT) * CAPITALS >= SIZES["hall"][1] / 3, tap
        page.context.close()


def test_the_figure_keeps_its_size_while_it_runs(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    page = opened(browser, hub)
    sizes = set()
    for _ in range(5):
        page.clock.run_for(7_000)
        sizes.add(page.evaluate(HEIGHT))
    assert len(sizes) == 1
    page.context.close()


def test_overtime_of_more_than_an_hour(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    hub.leave(2)
    page = opened(browser, hub, "?view=corner")
    page.clock.fast_forward(3_700_000)
    expect(page.locator("#card.card-stop #card-figure")).to_have_text(re.compile(r"^\+1:01:3\d$"))
    is_clean(page, "an hour over")
    page.context.close()
