"""The host's cards: shown with one tap, taken back with one, and seen to arrive."""

import re
import sqlite3
from contextlib import closing

import pytest
from playwright.sync_api import Browser, expect

from hub.programme.kinds import Kind
from tests.speaker_timer.remote_page import Remote
from tests.speaker_timer.stage import PATIENCE_MS, Screen, StageHub

pytestmark = pytest.mark.browser

LONG_NAME = "Айгерим Қасымқызы Нұрланбекова-Жұмабаева"
LONG_WORD = "ш" * 120
# A second touch of the same thumb six tenths of a second later.
BOUNCED = "card => { card.click(); slept -= 600; card.click(); slept += 600; }"
WIDER = "document.documentElement.scrollWidth - innerWidth"


def test_one_tap_shows_a_card_and_one_more_takes_it_back(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    for kind in ("10", "5", "stop"):
        assert remote.tap(remote.card(kind))["card"] == kind
        remote.expect_on(kind)
        # Within a second a second tap is a thumb that slipped.
        expect(remote.card(kind).locator("small")).to_have_text(re.compile(r"0:0[1-9]"))
        assert remote.tap(remote.card(kind))["card"] is None
        expect(remote.card(kind)).to_have_attribute("aria-pressed", "false")
    assert remote.faults == []


def test_a_thumb_that_slips_does_not_take_back_what_it_has_shown(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    remote.card("stop").dblclick()
    remote.expect_on("stop")
    assert hub.state()["card"] == "stop"


def test_the_card_that_is_on_can_be_taken_back_by_name(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    back = remote.page.locator("#delivery button[data-card='']")
    expect(back).to_be_hidden()
    remote.tap(remote.card("5"))
    assert remote.tap(back)["card"] is None
    expect(back).to_be_hidden()


def test_another_card_takes_the_place_of_the_first(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    remote.tap(remote.card("10"))
    remote.tap(remote.card("5"))
    remote.expect_on("5")
    expect(remote.card("10")).to_have_attribute("aria-pressed", "false")


def test_a_card_that_a_later_one_has_outrun_has_not_been(browser: Browser, hub: StageHub) -> None:
    hub.tap("start_next")
    remote = Remote(browser, hub)
    remote.tap(remote.card("5"))
    expect(remote.card("10").locator("small")).to_have_text(remote.word("card_passed"))
    remote.tap(remote.page.locator("#delivery button[data-card='']"))
    expect(remote.card("10").locator("small")).to_contain_text(re.compile(r"\d\d:\d\d"))
    for kind in ("10", "5"):
        remote.tap(remote.card(kind))
    expect(remote.card("10").locator("small")).to_have_text(remote.word("card_gone"))


def test_a_card_counts_as_shown_when_every_display_has_painted_it(browser: Browser, hub_alone: StageHub) -> None:
    screens = [Screen(browser, hub_alone, name) for name in ("Дисплей у сцены", "Дисплей 2")]
    Screen(browser, hub_alone, "Экран в зале", view="wall")
    remote = Remote(browser, hub_alone)
    expect(remote.said).to_have_text(remote.word("here", shown=2, count=2))
    remote.card("5").click()
    expect(remote.said).to_have_text(remote.word("shown", shown=2, count=2))
    expect(remote.page.locator("#delivery p")).to_have_attribute("data-state", "shown")
    screens[0].context.close()
    away = remote.page.locator('#delivery [data-slot="away"]')
    expect(away).to_have_text(remote.word("away_one", name="Дисплей у сцены"), timeout=PATIENCE_MS)
    expect(remote.said).to_have_text(remote.word("shown", shown=1, count=2))
    assert remote.page.evaluate("trembled.length") > 0, "the phone trembles when a display goes away"


def test_without_a_display_the_remote_says_so_and_how_to_add_one(browser: Browser, hub_alone: StageHub) -> None:
    remote = Remote(browser, hub_alone)
    expect(remote.said).to_have_text(remote.word("no_displays"))
    remote.page.locator("#delivery [data-goto=displays]").click()
    expect(remote.page.locator("#no-displays")).to_be_visible()
    expect(remote.page.locator("#displays .address")).to_have_text(re.compile(r"^http://.+/timer/display$"))


def test_a_card_on_dark_displays_is_not_called_shown(browser: Browser, hub: StageHub) -> None:
    Screen(browser, hub)
    remote = Remote(browser, hub)
    hub.tap("blackout", on=True)
    expect(remote.page.locator("#dark")).to_be_visible()
    remote.card("stop").click()
    expect(remote.said).to_have_text(remote.word("shown_dark"))
    remote.page.locator("#dark button").click()
    expect(remote.said).to_have_text(re.compile(re.escape(remote.word("shown", shown="", count="").split()[0])))


def test_a_card_that_goes_by_itself_is_told_before_and_after(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    hub.tap("start_next")
    when = remote.card("10").locator("small")
    expect(when).to_have_text(re.compile(re.escape(remote.word("card_at", time="").strip()) + r".*\d\d:\d\d"))
    hub.leave(605)  # the tap itself must not be what takes it past the threshold
    expect(remote.card("10")).to_have_attribute("aria-pressed", "true", timeout=PATIENCE_MS)
    expect(remote.page.locator("#said")).to_have_text(remote.word("card_went", card=remote.word("card_10")))
    assert remote.page.evaluate("trembled.length") > 0
    expect(remote.card("5").locator("small")).to_contain_text(re.compile(r"\d\d:\d\d"))


def test_a_threshold_that_is_off_and_one_that_was_passed_over_are_told_as_such(browser: Browser, hub: StageHub) -> None:
    threshold(hub, None)
    hub.tap("start_next")
    remote = Remote(browser, hub)
    expect(remote.card("10").locator("small")).to_have_text(remote.word("card_off"))
    hub.show("stop")
    expect(remote.card("5").locator("small")).to_have_text(remote.word("card_passed"))
    hub.show(None)
    hub.tap("pause")
    expect(remote.card("stop").locator("small")).to_have_text(remote.word("card_paused"))
    threshold(hub, 600)


def threshold(hub: StageHub, seconds: int | None) -> None:
    """When the first talk's card of ten minutes goes by itself."""
    with closing(sqlite3.connect(hub.folder / "seminar.sqlite3", timeout=10)) as base, base:
        base.execute("UPDATE programmeitem SET card_10_s = ? WHERE kind = ?", (seconds, Kind.PRODUCT_TALK))


def test_ready_messages_and_own_words_go_to_the_displays(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    remote.open("more")
    chip = remote.page.locator("#more [data-message]").first
    assert remote.tap(chip)["message"] == chip.inner_text()
    expect(chip).to_have_attribute("aria-pressed", "true")
    remote.page.locator("#message-text").fill("Микрофон справа")
    state = remote.tap(remote.page.locator("#own-message button"))
    assert (state["card"], state["message"]) == ("message", "Микрофон справа")
    expect(chip).to_have_attribute("aria-pressed", "false")
    expect(remote.page.locator("#message-on [data-slot=text]")).to_have_text("Микрофон справа")
    assert remote.tap(remote.page.locator("#message-on button"))["card"] is None


def test_own_words_are_kept_on_the_phone(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    remote.open("more")
    remote.page.locator("#message-text").fill("Ещё один вопрос из зала")
    remote.tap(remote.page.locator("#own-message button"))
    remote.tap(remote.page.locator("#message-on button"))
    remote.page.reload()
    remote.connected()
    remote.open("more")
    again = remote.page.locator("#own-last [data-message='Ещё один вопрос из зала']")
    assert remote.tap(again)["message"] == "Ещё один вопрос из зала"


def test_the_host_asks_for_questions_flashes_and_darkens(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    remote.open("more")
    assert remote.tap(remote.page.locator("#more [data-card=questions]"))["card"] == "questions"
    assert remote.tap(remote.page.locator("[data-do=flash]"))["flash"] > 0
    dark = remote.page.locator("[data-do=dark]")
    assert remote.tap(dark)["blackout"] is True
    expect(dark).to_have_attribute("aria-pressed", "true")
    assert remote.tap(dark)["blackout"] is False


def test_a_laptop_has_keys_for_the_cards_and_the_pause(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub, viewport={"width": 1280, "height": 800})
    hub.tap("start_next")
    expect(remote.button("pause")).to_be_enabled()
    for key, kind in (("1", "10"), ("5", "5"), ("0", "stop")):
        remote.page.keyboard.press(key)
        remote.expect_on(kind)
    remote.page.keyboard.press("Backspace")
    remote.until(lambda state: state["card"] is None)
    remote.page.keyboard.press("Space")
    remote.until(lambda state: not state["running"])


def test_letters_written_into_a_field_show_no_card(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub, viewport={"width": 1280, "height": 800})
    before = hub.state()["seq"]
    remote.page.locator("#message-text").press_sequentially("s 1 0")
    expect(remote.page.locator("#message-text")).to_have_value("s 1 0")
    assert hub.state()["seq"] == before


def test_no_word_of_a_persons_makes_the_page_wider_than_the_phone(browser: Browser, hub: StageHub) -> None:
    hub.tap("start_next")
    remote = Remote(browser, hub, LONG_NAME)
    remote.card("10").evaluate(BOUNCED)
    remote.expect_on("10")
    expect(remote.last).to_contain_text(LONG_NAME)
    assert hub.state()["card"] == "10"
    nothing_is_wider_than_the_phone(remote)
    remote.open("more")
    remote.page.locator("#message-text").fill(LONG_WORD)
    assert remote.tap(remote.page.locator("#own-message button"))["message"] == LONG_WORD
    expect(remote.page.locator(f"#own-last [data-message={LONG_WORD}]")).to_be_visible()
    nothing_is_wider_than_the_phone(remote)
    hub.kill()
    expect(remote.page.locator("#link")).to_have_attribute("data-state", "away", timeout=PATIENCE_MS)
    nothing_is_wider_than_the_phone(remote)
    assert remote.faults == []


def nothing_is_wider_than_the_phone(remote: Remote) -> None:
    """In any part, on either phone: nothing is cut at the side, nothing is scrolled sideways."""
    for width, height in ((390, 844), (360, 740)):
        remote.page.set_viewport_size({"width": width, "height": height})
        for part in ("more", "rundown", "displays", "hand"):
            remote.open(part)
            assert remote.page.evaluate(WIDER) <= 0, (width, part)
            assert remote.page.locator("main").evaluate("main => main.scrollWidth - main.clientWidth") <= 0
        expect(remote.page.locator("#clock")).to_be_in_viewport(ratio=1)
        expect(remote.card("stop")).to_be_in_viewport(ratio=1)
