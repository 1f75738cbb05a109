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
AXE_AT = {"width": 390, "height": 844}  # axe asks the same of every size, and takes a second each time
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


def at(browser: Browser, hub: StageHub, size: str, query: str = "", forward: int = 0) -> Page:
    width, height = SIZES[size]
    page = still(browser, hub, query, viewport={"width": width, "height": height})
    if forward:
        page.clock.fast_forward(forward)
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.evaluate("() => timerDisplay.fit()")
    return page


def is_clean(page: Page, what: Any) -> None:
    """Nothing is cut off and axe finds nothing; the page is closed then."""
    page.evaluate("() => { document.querySelector('#begin').hidden = true; }")
    assert page.evaluate(CUT) == [], what
    if page.viewport_size == AXE_AT:
        page.clock.resume()  # axe waits by the clock
        page.evaluate(AXE.read_text(encoding="utf-8"))
        assert page.evaluate(FIND) == [], what
    page.context.close()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("view", ["stage", "corner", "wall", "watch"])
def test_before_during_between_and_after(view: str, size: str, hub: StageHub, browser: Browser) -> None:
    def look(what: str) -> None:
        is_clean(at(browser, hub, size, f"?view={view}"), what)

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


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("card", ["10", "5", "stop", "questions", "message"])
def test_cards_full_and_as_strips(card: str, size: str, hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    hub.show(card, LONG if card == "message" else "")
    page = at(browser, hub, size)
    expect(page.locator("#card")).to_be_visible()
    is_clean(page, "full")
    page = at(browser, hub, size, forward=STRIP_MS)
    stays = card in {"stop", "message"}
    expect(page.locator("#card")).to_be_visible(visible=stays)
    expect(page.locator(f".strip-{card}")).to_have_count(0 if stays else 1)
    is_clean(page, "later")


def test_the_figure_is_a_third_of_the_height(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    for tap in (None, "pause", "questions"):
        if tap:
            hub.tap(tap)
        page = at(browser, hub, "hall")
        assert page.evaluate(HEIGHT) * CAPITALS >= SIZES["hall"][1] / 3, tap
        page.context.close()


def test_the_figure_keeps_its_size_while_it_runs(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    page = at(browser, hub, "hall")
    sizes = set()
    for _ in range(5):
        page.clock.run_for(7_000)
        sizes.add(page.evaluate(HEIGHT))
    assert len(sizes) == 1
    page.context.close()


def test_overtime_of_more_than_an_hour(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    hub.leave(2)
    page = at(browser, hub, "hall", "?view=corner", forward=3_700_000)
    expect(page.locator("#card.card-stop #card-figure")).to_have_text(re.compile(r"^\+1:01:3\d$"))
    is_clean(page, "an hour over")
