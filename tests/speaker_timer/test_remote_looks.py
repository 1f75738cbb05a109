"""The remote at its worst moments: on its way, without the hub. It stays legible, and looks like what it can do."""

import re
import uuid
from typing import Any, Literal

import pytest
from playwright.sync_api import Browser, expect

from tests.speaker_timer.remote_page import Remote
from tests.speaker_timer.stage import PATIENCE_MS, StageHub

pytestmark = pytest.mark.browser

LEGIBLE = 4.5
# The contrast of a card's word to its fill at this very moment, and for how long a change of either takes.
CONTRAST = """card => {
  const light = (colour) => {
    const [r, g, b] = colour.match(/[\\d.]+/g).map((part) => part / 255).map(
      (part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const fill = light(getComputedStyle(card).backgroundColor);
  const inks = [...card.querySelectorAll("b, small, .sign")].map((part) => light(getComputedStyle(part).color));
  const ratios = inks.map((ink) => (Math.max(ink, fill) + 0.05) / (Math.min(ink, fill) + 0.05));
  return [Math.min(...ratios), getComputedStyle(card).transitionDuration];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_card_on_its_way_is_legible_at_every_moment(
    browser: Browser, hub: StageHub, scheme: Literal["light", "dark"]
) -> None:
    remote = Remote(browser, hub, color_scheme=scheme)
    remote.page.route("**/api/timer/cards", lambda route: None)  # on its way for ever
    for kind in ("10", "5", "stop"):
        # One after another goes out: only the first is asked, all the same the last tapped is the one that is on.
        remote.card(kind).click()
        expect(remote.card(kind).locator("small")).to_have_text(remote.word("card_sending"))
        found: list[Any] = remote.card(kind).evaluate(CONTRAST)
        assert found[0] >= LEGIBLE, kind
        assert found[1] == "0s", kind


def test_without_the_hub_a_clock_that_stands_is_not_said_to_run(browser: Browser, hub: StageHub) -> None:
    hub.tap("start_next")
    hub.tap("pause")
    remote = Remote(browser, hub)
    hub.kill()
    expect(remote.page.locator("#away")).to_be_visible(timeout=PATIENCE_MS)
    expect(remote.page.locator('#away [data-slot="counts"]')).to_have_text(remote.word("away_paused"))


def test_without_the_hub_taps_look_like_what_is_not_there_and_nothing_is_counted(
    browser: Browser, hub: StageHub
) -> None:
    hub.tap("start_next")
    following = hub.state()["next"]["id"]
    hub.ask("POST", f"/api/timer/speakers/{following}", {"answer": "absent", "id": str(uuid.uuid4())})
    remote = Remote(browser, hub, viewport={"width": 360, "height": 740})
    expect(remote.page.locator("#raised li")).to_have_count(1, timeout=PATIENCE_MS)
    hub.kill()
    expect(remote.page.locator("#away")).to_be_visible(timeout=PATIENCE_MS)
    # Under two banners on a small phone: whom to call, who speaks, for how long still, and the cards.
    for part in ("#away", "#raised button", "#now-title", "#now .who .soft", "#now .figure", "#delivery"):
        expect(remote.page.locator(part).first).to_be_in_viewport(ratio=1)
    expect(remote.button("add", 60).locator("small")).to_be_hidden()
    expect(remote.card("stop")).to_have_css("border-style", "dashed")
    expect(remote.button("add", 60)).to_have_css("border-style", "dashed")
    expect(remote.page.locator('.tabs [data-slot="count"]')).to_be_empty()


def test_a_break_begun_early_tells_how_long_it_will_be(browser: Browser, hub: StageHub) -> None:
    hub.tap("start_next")
    hub.tap("start_next")
    remote = Remote(browser, hub)
    # What follows it was announced for an hour and a half from the moment in which the hub was set up.
    lasts = remote.word("break_lasts", amount=remote.word("hours", hours=1, count=r"(?:[12]\d|30)"))
    expect(remote.button("start_next").locator('[data-slot="effect"]')).to_contain_text(re.compile(f"^{lasts}"))


def test_an_empty_message_or_name_is_refused_in_the_pages_own_words(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    for panel, words, form in (("more", "#message-text", "#own-message"), ("displays", "#link-name", "#new-link")):
        remote.open(panel)
        field, line = remote.page.locator(words), remote.page.locator(f"{form} .letters")
        assert remote.page.locator(form).evaluate("form => form.noValidate")
        field.fill("  ")
        remote.page.locator(f"{form} button").click()
        expect(line).to_have_text(str(line.get_attribute("data-empty")))
        expect(line).to_be_visible()
        expect(field).to_be_focused()
        expect(field).to_have_attribute("aria-invalid", "true")
        field.press_sequentially("я")
        expect(line).to_be_hidden()
        field.fill("")
    bubbles = "() => [...document.querySelectorAll('form:not([novalidate]) [required]')].length"
    assert remote.page.evaluate(bubbles) == 0
    assert remote.faults == []


def test_a_message_that_is_too_long_is_told_kept_and_not_sent(browser: Browser, hub: StageHub) -> None:
    hub.tap("start_next")
    remote = Remote(browser, hub)
    remote.open("more")
    words, line = remote.page.locator("#message-text"), remote.page.locator('[data-letters-of="message-text"]')
    words.fill("я" * 121)
    expect(line).to_have_class("soft letters wrong")
    before = hub.state()["seq"]
    remote.page.locator("#own-message button").click()
    expect(words).to_have_value("я" * 121)
    expect(words).to_be_focused()
    assert hub.state()["seq"] == before
    words.fill("я" * 120)
    assert remote.tap(remote.page.locator("#own-message button"))["message"] == "я" * 120
    expect(words).to_have_value("")
