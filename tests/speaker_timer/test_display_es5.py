"""The display in the browser of a ten-year-old TV: its scripts parse as ES5, and run without what is younger."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests import es5
from tests.browser import ROOT
from tests.speaker_timer.stage import Screen, StageHub

pytestmark = pytest.mark.browser

SCRIPTS = sorted((ROOT / "speaker_timer/static/speaker_timer").glob("display*.js"))
OWN = [*SCRIPTS, ROOT / "speaker_timer/static/speaker_timer/timer_clock.js"]
PAGE = ROOT / "speaker_timer/templates/speaker_timer/display.html"
CSS = ROOT / "speaker_timer/static/speaker_timer/display.css"
# What a browser of 2013 lacks. Playwright's own `evaluate` runs among these, too: the page is asked by CDP instead.
TAKE_AWAY = """() => {
  for (const name of ["fetch", "Intl", "AbortController", "URLSearchParams", "URL", "IntersectionObserver",
    "ResizeObserver", "WeakMap", "WeakSet", "Proxy", "Reflect", "TextEncoder", "TextDecoder", "queueMicrotask",
    "structuredClone", "globalThis", "AudioContext", "Promise", "Map", "Set", "Symbol", "BigInt", "ReadableStream"])
    { try { delete window[name]; } catch { window[name] = undefined; } }
  for (const [owner, names] of [
    [Object, ["assign", "entries", "values", "fromEntries"]],
    [Array, ["from", "of"]],
    [Array.prototype, ["includes", "find", "findIndex", "fill", "flat", "flatMap", "at"]],
    [String.prototype, ["padStart", "padEnd", "startsWith", "endsWith", "includes", "repeat", "replaceAll"]],
    [NodeList.prototype, ["forEach"]],
    [Element.prototype, ["closest", "matches", "append", "remove", "requestFullscreen"]],
    [Number, ["isInteger", "isNaN"]],
    [Math, ["trunc", "sign"]],
    [Document.prototype, ["fonts"]],
    [Navigator.prototype, ["wakeLock"]],
    [HTMLCanvasElement.prototype, ["captureStream"]],
  ]) for (const name of names) delete owner[name];
  delete Performance.prototype.now;
}"""
NEWER_CSS = ("var(", "clamp(", "min(", "max(", "grid", "inset", "aspect-ratio", "gap:", "dvh", "svh", ":is(", ":has(")


@pytest.mark.parametrize("script", OWN, ids=lambda path: path.name)
def test_our_scripts_parse_as_es5(script: Path) -> None:
    es5.parses(script)


def test_the_socket_client_parses_as_es5() -> None:
    es5.parses(ROOT / "hub/static/vendor/socket.io.es5.js")


def test_the_page_loads_all_its_scripts_plainly() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert "module" not in page
    named = set(re.findall(r'"((?:display|timer_clock)\w*)"', page))
    assert {f"{name}.js" for name in named} == {path.name for path in OWN}


def test_the_styles_are_of_that_age() -> None:
    rules = re.sub(r"/\*.*?\*/", "", CSS.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [word for word in NEWER_CSS if word in rules] == []


def test_scripts_hold_no_words_for_people() -> None:
    for script in OWN:
        assert not re.search("[А-Яа-я]", script.read_text(encoding="utf-8")), script.name


def test_an_old_browser_shows_the_time_and_takes_cards(browser: Browser, stage_hub: StageHub) -> None:
    stage_hub.begin_anew()
    screen = Screen(browser, stage_hub, "Телевизор")
    page = screen.page
    page.add_init_script(f"({TAKE_AWAY})()")
    page.reload()
    asked = (
        "[typeof fetch, typeof Promise, typeof Symbol, typeof Map, typeof Object.assign, typeof performance.now].join()"
    )
    found = screen.context.new_cdp_session(page).send("Runtime.evaluate", {"expression": asked})
    assert set(found["result"]["value"].split(",")) == {"undefined"}
    stage_hub.tap("start_next")
    figure = page.locator("#figure")
    expect(figure).to_have_text(re.compile(r"^(30:00|29:5\d)$"))
    first = figure.inner_text()
    expect(figure).not_to_have_text(first)
    key = stage_hub.show("5")["cards"][0]["key"]
    expect(page.locator("#card.card-5")).to_be_visible()
    screen.seen(key)
    expect(page.locator("#away")).to_be_hidden()
    assert screen.faults == []
    screen.context.close()
