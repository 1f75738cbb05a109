"""The display, let in by its code: what a speaker sees of each tap, at once and without a touch."""

import re
from collections.abc import Iterator
from itertools import pairwise
from urllib.error import HTTPError

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from hub.programme.kinds import Kind
from tests.speaker_timer.stage import Screen, StageHub, on_a_laptop

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def paired(stage_hub: StageHub, browser: Browser) -> Iterator[Screen]:
    """One display for all tests of this module."""
    screen = Screen(browser, stage_hub, "Дисплей у сцены", viewport={"width": 1280, "height": 720})
    yield screen
    assert screen.faults == []


@pytest.fixture
def screen(hub: StageHub, paired: Screen) -> Screen:
    paired.connected()
    return paired


def word(page: Page, name: str) -> str:
    """What the page says for this."""
    return page.locator("#words").get_attribute(f"data-{name}") or ""


def figure(screen: Screen) -> Locator:
    return screen.page.locator("#figure")


def test_before_the_day_it_shows_the_clock_and_what_comes_first(screen: Screen) -> None:
    expect(figure(screen)).to_have_text(re.compile(r"^\d\d:\d\d$"))
    expect(screen.page.locator("#after")).to_have_text("Куда уходят заявки — Айгүл Қасымқызы")


def test_a_talk_shows_the_time_left_and_whose_it_is(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    expect(figure(screen)).to_have_text(re.compile(r"^(30:00|29:5\d)$"))
    expect(screen.page.locator("#title")).to_have_text("Куда уходят заявки")
    expect(screen.page.locator("#person")).to_have_text("Айгүл Қасымқызы, ТОО «Алма Трейд»")


@pytest.mark.parametrize("card", ["10", "5", "stop", "questions"])
def test_a_card_fills_the_screen_with_its_word_and_its_own_frame(card: str, hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    hub.show(card)
    shown = screen.page.locator(f"#card.card-{card}")
    expect(shown).to_be_visible()
    expect(screen.page.locator("#card-word")).to_have_text(word(screen.page, f"card-{card}"))
    expect(screen.page.locator("#card-figure")).to_have_text(re.compile(r"^\d\d:\d\d$"))
    box = shown.bounding_box()
    assert box == {"x": 0, "y": 0, "width": 1280, "height": 720}


def test_each_card_has_another_frame(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    frames = set()
    for card in ("10", "5", "stop", "questions", "message"):
        hub.show(card, "Ближе к микрофону" if card == "message" else "")
        expect(screen.page.locator(f"#card.card-{card}")).to_be_visible()
        frames.add(screen.page.locator("#frame-shape").get_attribute("d"))
    assert len(frames) == 5


def test_a_message_is_shown_whole(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    text = "Говорите, пожалуйста, ближе к микрофону: в последнем ряду вас почти не слышно. <b>Спасибо</b>"
    hub.show("message", text)
    expect(screen.page.locator("#card-word")).to_have_text(text)
    fits = "() => { const t = document.querySelector('#card-text'), h = document.querySelector('#card-hole');"
    fits += " return t.offsetHeight <= h.clientHeight + 1 && t.offsetWidth <= h.clientWidth + 1; }"
    assert screen.page.evaluate(fits)


def test_a_card_is_taken_back(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    hub.show("stop")
    expect(screen.page.locator("#card")).to_be_visible()
    hub.show(None)
    expect(screen.page.locator("#card")).to_be_hidden()


def test_a_card_goes_by_itself_at_its_threshold(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    hub.leave(602)
    expect(screen.page.locator("#card")).to_be_hidden()
    expect(screen.page.locator("#card.card-10")).to_be_visible()
    expect(screen.page.locator("#card-figure")).to_have_text(re.compile(r"^(10:00|9:5\d)$"))


def test_overtime_counts_up_with_its_word(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    hub.leave(2)
    hub.show(None)
    expect(screen.page.locator("#card.card-stop")).to_be_visible()
    hub.show(None)
    expect(figure(screen)).to_have_text(re.compile(r"^\+0:0\d$"))
    expect(screen.page.locator(".strip-over")).to_have_text(word(screen.page, "over"))
    expect(screen.page.locator(".strip-over svg")).to_be_visible()


def test_a_pause_stands_and_says_so(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    hub.tap("pause")
    expect(screen.page.locator(".strip-paused")).to_have_text(word(screen.page, "paused"))
    stood, since = figure(screen).inner_text(), screen.page.evaluate("() => timerDisplay.now()")
    screen.page.wait_for_function("since => timerDisplay.now() > since + 1200", arg=since)
    expect(figure(screen)).to_have_text(stood)
    hub.tap("resume")
    expect(screen.page.locator(".strip-paused")).to_have_count(0)


def test_questions_are_a_phase_with_its_own_sign(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    hub.tap("questions")
    expect(screen.page.locator(".strip-questions")).to_have_text(word(screen.page, "questions"))
    hub.show("questions")
    expect(screen.page.locator("#card.card-questions")).to_be_visible()


def test_a_break_says_when_it_goes_on(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    hub.go_to(Kind.BREAK)
    expect(screen.page.locator(".strip-break")).to_be_visible()
    said = word(screen.page, "go-on").replace("{time}", r"\d\d:\d\d")
    expect(screen.page.locator("#note")).to_have_text(re.compile(f"^{said}$"))


def test_between_talks_it_names_the_next_and_at_the_end_it_thanks(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    hub.tap("finish")
    expect(screen.page.locator("#big")).to_have_text("Как не терять клиентов между отделами")
    expect(screen.page.locator("#note")).to_have_text("Тимур Цой, ИП Серикова")
    for _ in range(4):
        hub.tap("start_next")
    hub.tap("finish")
    expect(screen.page.locator("#big")).to_have_text(word(screen.page, "thanks"))


def test_blackout_is_black_but_for_a_dot(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    hub.show("stop")
    hub.tap("blackout", on=True)
    dark = screen.page.locator("#dark")
    expect(dark).to_be_visible()
    expect(dark).to_have_css("background-color", "rgb(0, 0, 0)")
    dot = dark.locator("span").bounding_box()
    assert dot is not None
    assert 4 < dot["width"] < 10
    screen.connected()
    assert screen.line()["card"] == "", "a card in the dark has been seen by nobody"
    hub.tap("blackout", on=False)
    expect(dark).to_be_hidden()


def test_a_flash_inverts_and_ends(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    screen.page.evaluate("""() => {
      window.inverted = 0;
      let was = false;
      new MutationObserver(() => {
        const is = document.body.classList.contains("inverted");
        if (is && !was) window.inverted += 1;
        was = is;
      }).observe(document.body, {attributes: true});
    }""")
    hub.tap("flash")
    expect(screen.page.locator("body.flashing")).to_have_count(1)
    expect(screen.page.locator("body.flashing")).to_have_count(0)
    assert 1 <= screen.page.evaluate("inverted") <= 3


def test_a_flash_inverts_once_a_second(hub: StageHub, screen: Screen) -> None:
    """More often than three times in a second is dangerous to some; asked of every moment, whatever is painted when."""
    hub.tap("start_next")
    moments = range(-200, 3_400, 10)
    flashes = screen.page.evaluate(
        """async (moments) => {
          const told = await (await fetch("/api/timer")).json();
          const state = {...told, flash: 1_000_000};
          return moments.map(ms => timerDisplay.scene(state, state.flash + ms, "speaker", {}).flash);
        }""",
        list(moments),
    )
    begun = [moments[n] for n, (was, is_now) in enumerate(pairwise(["", *flashes])) if is_now == "on" != was]
    assert begun == [-200, 1_000, 2_000]
    assert [ms for ms, said in zip(moments, flashes, strict=True) if said == ""] == list(range(3_000, 3_400, 10))


def test_the_hub_knows_what_is_on_the_glass(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    key = hub.show("5")["cards"][0]["key"]
    screen.connected()
    line = screen.line()
    assert (line["card"], line["seq"], line["here"], line["size"]) == (key, hub.state()["seq"], True, "1280x720")


def test_a_host_finds_a_display_by_its_name(hub: StageHub, screen: Screen) -> None:
    hub.ask("POST", f"/api/timer/displays/{screen.device}/identify")
    expect(screen.page.locator("#who-name")).to_have_text("Дисплей у сцены")
    expect(screen.page.locator("#who")).to_be_hidden(timeout=8000)


def test_a_host_changes_a_displays_view_and_name_from_afar(hub: StageHub, screen: Screen) -> None:
    hub.tap("start_next")
    path = f"/api/timer/displays/{screen.device}"
    hub.ask("POST", path, {"view": "wall", "name": "Экран в зале"})
    expect(screen.page.locator("body.view-wall")).to_have_count(1)
    expect(screen.page.locator("#big")).to_have_text("Куда уходят заявки")
    screen.page.reload()
    expect(screen.page.locator("body.view-wall")).to_have_count(1)
    assert screen.line()["name"] == "Экран в зале"
    hub.ask("POST", path, {"view": "stage", "name": "Дисплей у сцены"})
    expect(screen.page.locator("body.view-stage")).to_have_count(1)


def test_the_wall_shows_no_cards_and_no_messages(browser: Browser, hub: StageHub) -> None:
    hub.tap("start_next")
    wall = on_a_laptop(browser, hub, "?view=wall")
    hub.show("message", "Закругляйтесь")
    page = on_a_laptop(browser, hub)
    expect(page.locator("#card")).to_be_visible()
    expect(wall.locator("#card")).to_be_hidden()
    assert "Закругляйтесь" not in wall.locator("main").inner_text()
    expect(wall.locator("#big")).to_have_text("Куда уходят заявки")
    expect(wall.locator("#after")).to_contain_text("Тимур Цой")
    wall.context.close()
    page.context.close()


def test_a_display_that_was_removed_asks_to_be_let_in_again(browser: Browser, hub: StageHub) -> None:
    short = Screen(browser, hub, "Лишний")
    hub.ask("POST", f"/api/timer/displays/{short.device}/remove")
    expect(short.page.locator(".code")).to_be_visible(timeout=10_000)
    with pytest.raises(HTTPError, match="404"):
        hub.ask("POST", f"/api/timer/displays/{short.device}/identify")
    short.context.close()
