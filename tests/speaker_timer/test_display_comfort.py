"""The display as a good piece of furniture: awake, whole, quiet unless wished otherwise, and in nobody's way."""

from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.speaker_timer.stage import Screen, StageHub, on_a_laptop

pytestmark = pytest.mark.browser

# Counts the tones in place of a loudspeaker.
LISTEN = """
window.tones = 0;
window.AudioContext = function () {
  const param = {setValueAtTime() {}, exponentialRampToValueAtTime() {}, value: 0};
  return {
    currentTime: 0, destination: {}, resume() {},
    createGain: () => ({gain: param, connect() {}}),
    createOscillator: () => ({frequency: param, connect() {}, start() { window.tones += 1; }, stop() {}}),
  };
};
"""
# A window that does not fill its screen.
WINDOW: dict[str, Any] = {
    "viewport": {"width": 1280, "height": 720},
    "screen": {"width": 1920, "height": 1080},
}
LOCKS = "window.locks = 0; navigator.wakeLock.request = () => { window.locks += 1; return Promise.resolve({}); };"


def opened(browser: Browser, hub: StageHub, query: str, script: str) -> Page:
    """A page of the team whose browser was changed by a script beforehand."""
    page = on_a_laptop(browser, hub, query)
    page.add_init_script(script)
    page.reload()
    expect(page.locator("#away")).to_be_hidden()
    return page


def test_a_chime_tells_the_cards_apart(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    page = opened(browser, hub, "?chime=1", LISTEN)
    page.locator("#begin").click()
    for card, tones in (("10", 1), ("5", 2), ("stop", 3), ("questions", 0)):
        page.evaluate("() => { window.tones = 0; }")
        hub.show(card)
        expect(page.locator(f"#card.card-{card}")).to_be_visible()
        assert page.evaluate("() => window.tones") == tones, card


def test_no_sound_where_none_was_wished_and_none_for_an_old_card(hub: StageHub, browser: Browser) -> None:
    hub.tap("start_next")
    silent = opened(browser, hub, "", LISTEN)
    silent.mouse.click(100, 100)
    hub.show("stop")
    expect(silent.locator("#card")).to_be_visible()
    assert silent.evaluate("() => window.tones") == 0
    silent.wait_for_function("() => timerDisplay.now() - timerDisplay.state().cards[0].since > 3000")
    late = opened(browser, hub, "?chime=1", LISTEN)
    late.mouse.click(100, 100)
    assert late.evaluate("() => window.tones") == 0


def test_a_touch_makes_it_whole_and_the_invitation_goes(hub: StageHub, browser: Browser) -> None:
    page = on_a_laptop(browser, hub, **WINDOW)
    expect(page.locator("#begin")).to_be_visible()
    expect(page.locator("#figure")).to_be_in_viewport()
    page.locator("#begin").click()
    expect(page.locator("#begin")).to_be_hidden()
    page.wait_for_function("() => document.fullscreenElement === document.documentElement")


def test_the_invitation_goes_by_itself(hub: StageHub, browser: Browser) -> None:
    page = on_a_laptop(browser, hub, **WINDOW)
    expect(page.locator("#begin")).to_be_visible()
    expect(page.locator("#begin")).to_be_hidden(timeout=15_000)


def test_a_chime_switched_on_from_afar_asks_for_a_touch(hub: StageHub, browser: Browser) -> None:
    screen = Screen(browser, hub, "Дисплей у сцены")
    screen.page.keyboard.press("Space")
    expect(screen.page.locator("#begin")).to_be_hidden()
    hub.ask("POST", f"/api/timer/displays/{screen.device}", {"chime": True})
    expect(screen.page.locator("#begin .sounding")).to_be_visible()


def test_it_keeps_the_screen_awake(hub: StageHub, browser: Browser) -> None:
    page = opened(browser, hub, "", LOCKS)
    assert page.evaluate("() => window.locks") >= 1


def test_without_a_wake_lock_a_film_of_nothing_plays(hub: StageHub, browser: Browser) -> None:
    page = opened(browser, hub, "", "delete Navigator.prototype.wakeLock;")
    film = page.locator("#film")
    expect(film).to_be_attached()
    page.wait_for_function("() => !document.querySelector('#film').paused")
    assert film.evaluate("film => [film.muted, film.loop]") == [True, True]


def test_the_cursor_rests_after_two_seconds(hub: StageHub, browser: Browser) -> None:
    page = on_a_laptop(browser, hub)
    page.mouse.move(100, 100)
    expect(page.locator("body")).not_to_have_css("cursor", "none")
    expect(page.locator("body")).to_have_css("cursor", "none")
    page.mouse.move(120, 120)
    expect(page.locator("body")).not_to_have_css("cursor", "none")
