"""Every state of the display on every glass: nothing is cut off, the figure is large, axe finds nothing."""

import re
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.programme.kinds import Kind
from tests.browser import ROOT
from tests.speaker_timer.stage import StageHub, still, tell

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FIND = "async () => (await axe.run()).violations.map(found => [found.id, found.nodes.map(node => node.html)])"
SIZES = {"hall": (1920, 1080), "upright": (1080, 1920), "phone": (390, 844)}
STRIP_MS = 31_000
AN_HOUR_MS = 3_600_000
LONG = "Коллеги, во втором ряду не слышно: пожалуйста, говорите ближе к микрофону и чуть медленнее, спасибо вам большое"
# What is cut off: text that is wider or higher than its own place, or reaches over the edge of the glass.
TEXTS = "#title, #figure, #big, #note, .strip, #card-text, #card-pause, #card-figure, #clock, #away, #who-name"
CUT = """texts => [...document.querySelectorAll(texts)]
  .filter(one => one.offsetParent !== null && one.textContent.trim())
  .filter(one => {
    const box = one.getBoundingClientRect();
    return box.left < -1 || box.top < -1 || box.right > innerWidth + 1 || box.bottom > innerHeight + 1;
  }).map(one => one.id || one.className)"""
HEIGHT = "() => { const f = document.querySelector('#figure'); return parseFloat(getComputedStyle(f).fontSize); }"
ENDLESS = "Пожалуйста, скажите про " + "длинное" * 13
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
        assert page.evaluate(CUT, TEXTS) == [], (what, size)
    # Axe asks the same of every size, and takes a second each time; it waits by the clock.
    page.clock.resume()
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FIND) == [], what


@pytest.mark.parametrize("view", ["stage", "corner", "wall", "watch"])
def test_before_during_between_and_after(view: str, hub: StageHub, browser: Browser) -> None:
    page = opened(browser, hub, f"?view={view}")

    def look(what: str) -> None:
        tell(page, "timer", hub.state())
        is_clean(page, what)

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


def test_cards_full_and_as_strips(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    page = opened(browser, hub)
    for card in ("10", "5", "stop", "questions", "message"):
        state = hub.show(card, LONG if card == "message" else "")
        tell(page, "timer", state)
        expect(page.locator(f"#card.card-{card}")).to_be_visible()
        is_clean(page, (card, "full"))
        state["cards"][0]["since"] -= STRIP_MS
        tell(page, "timer", state)
        stays = card in {"stop", "message"}
        expect(page.locator("#card")).to_be_visible(visible=stays)
        expect(page.locator(f".strip-{card}")).to_have_count(0 if stays else 1)
        if not stays:
            is_clean(page, (card, "later"))


def test_a_full_card_says_that_the_clock_is_paused(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    hub.show("10")
    page = opened(browser, hub)
    expect(page.locator("#card-pause")).to_be_hidden()
    tell(page, "timer", hub.tap("pause"))
    expect(page.locator("#card-pause")).to_be_visible()
    expect(page.locator("#card-pause svg")).to_be_visible()
    is_clean(page, "paused")
    tell(page, "timer", hub.show("message", LONG))
    is_clean(page, "paused with a message")
    tell(page, "timer", hub.tap("resume"))
    expect(page.locator("#card-pause")).to_be_hidden()


def test_a_flash_a_name_and_no_connection(hub: StageHub, browser: Browser) -> None:
    state = hub.tap("start_next")
    page = opened(browser, hub)
    # A flash that lasts as long as one looks.
    tell(page, "timer", {**state, "flash": state["now"] + AN_HOUR_MS})
    expect(page.locator("body.inverted")).to_have_count(1)
    is_clean(page, "flash")
    page.emulate_media(reduced_motion="reduce")
    expect(page.locator("body.inverted")).to_have_count(0)
    expect(page.locator("body.flashing")).to_have_count(1)
    tell(page, "timer", state)
    expect(page.locator("body.flashing")).to_have_count(0)
    tell(page, "disconnect", "transport close")
    expect(page.locator("#away")).to_be_visible()
    is_clean(page, "away")
    tell(page, "identify", {"name": "Дисплей у сцены, слева от входа в большой зал", "for_ms": AN_HOUR_MS})
    expect(page.locator("#who")).to_be_visible()
    is_clean(page, "name")


def test_the_figure_is_a_third_of_the_height_and_keeps_its_size_while_it_runs(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    page = opened(browser, hub)
    sizes = set()
    for _ in range(5):
        page.clock.run_for(7_000)
        sizes.add(page.evaluate(HEIGHT))
    assert len(sizes) == 1
    for tap in ("pause", "questions"):
        tell(page, "timer", hub.tap(tap))
        page.evaluate("() => timerDisplay.fit()")
        sizes.add(page.evaluate(HEIGHT))
    assert min(sizes) * CAPITALS >= SIZES["hall"][1] / 3


def test_on_upright_glass_the_figure_is_one_row_from_edge_to_edge(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    width, height = SIZES["upright"]
    page = still(browser, hub, viewport={"width": width, "height": height})
    for seconds, text in ((754, r"12:3\d"), (3900, r"1:0[45]:\d\d")):
        state = hub.leave(seconds)
        for title in (state["item"]["title"], ENDLESS * 2):
            tell(page, "timer", {**state, "item": {**state["item"], "title": title}})
            page.evaluate("() => timerDisplay.fit()")
            expect(page.locator("#figure")).to_have_text(re.compile(f"^{text}$"))
            wide, high = page.locator("#figure").evaluate("figure => [figure.offsetWidth, figure.offsetHeight]")
            assert wide >= 0.85 * width, (text, title)
            assert high <= page.evaluate(HEIGHT), "one row"


def test_a_message_fills_its_card(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    page = opened(browser, hub)
    size = "() => parseFloat(getComputedStyle(document.querySelector('#card-text')).fontSize)"
    for text, part in ((LONG, 11), (ENDLESS, 11), ("Говорите громче", 7)):
        tell(page, "timer", hub.show("message", text))
        for glass in ("upright", "hall"):
            page.set_viewport_size({"width": SIZES[glass][0], "height": SIZES[glass][1]})
            page.evaluate("() => timerDisplay.fit()")
            assert page.evaluate(size) >= min(SIZES[glass]) / part, (text, glass)
        is_clean(page, text)


def test_overtime_of_more_than_an_hour(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    hub.leave(2)
    page = opened(browser, hub, "?view=corner")
    page.clock.fast_forward(3_700_000)
    expect(page.locator("#card.card-stop #card-figure")).to_have_text(re.compile(r"^\+1:0[1-3]:\d\d$"))
    is_clean(page, "an hour over")


def test_more_than_an_hour_over_time_stays_on_an_upright_card(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    hub.leave(10)
    page = still(browser, hub, viewport={"width": 1080, "height": 1920})
    page.clock.fast_forward(75 * 60_000)
    figure = page.locator("#card-figure")
    expect(figure).to_have_text(re.compile(r"^\+1:1\d:\d\d$"))
    assert figure.evaluate("figure => figure.scrollWidth <= figure.clientWidth")


def test_the_longest_title_stays_readable_and_leaves_the_speaker_a_place(hub: StageHub, browser: Browser) -> None:
    state = hub.tap("start_next")
    page = opened(browser, hub)
    title = "Как не терять клиентов между отделами " * 8
    changed = {**state, "seq": state["seq"] + 1, "item": {**state["item"], "title": title[:300]}}
    changed["item"]["company"] = "Товарищество «Самарқанд савдо уйи ва ҳамкорлари»"
    tell(page, "timer", changed)
    expect(page.locator("#title.cut")).to_have_text(title[:300].strip())
    for width, height in SIZES.values():
        page.set_viewport_size({"width": width, "height": height})
        page.evaluate("() => timerDisplay.fit()")
        size = page.evaluate("() => parseFloat(getComputedStyle(document.querySelector('#title')).fontSize)")
        assert size >= min(width, height) * 0.038
        foot = "id => document.querySelector(id).getBoundingClientRect().bottom"
        assert page.evaluate(foot, "#person") <= page.evaluate(foot, ".what") + 1
