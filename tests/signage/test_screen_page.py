"""A path screen in a real browser: let in by its code, its words and arrows, announcements, languages, slides."""

import re
import time

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from hub.access import Role
from hub.programme.kinds import Kind
from tests.signage.screen_visit import PathHub, PathScreen
from tests.speaker_timer.stage import PATIENCE_MS

pytestmark = pytest.mark.browser

# In place of the socket: the page's clock is the test's alone.
NO_SOCKET = "window.io = function () { return {on: function () {}, connected: false}; };"


def drawn(page: Page) -> str:
    """The name of the arrow on the glass."""
    found = re.search(r"points-(\w+)", page.locator("#way").get_attribute("class") or "")
    return found[1] if found else ""


def test_without_a_place_it_says_its_name_and_then_finds_its_place(hub: PathHub, browser: Browser) -> None:
    screen = PathScreen(browser, hub, "Экран у лифта")
    expect(screen.page.locator("#way.phase-nowhere .note")).to_contain_text("Экран у лифта")
    screen.is_right()
    hub.announce("evacuation")
    expect(screen.page.locator(".kind-evacuation .out .shape")).to_be_visible()
    expect(screen.page.locator(".kind-evacuation .out .head")).not_to_be_empty()
    screen.is_right()
    hub.silence()
    screen.put(point=hub.point)
    screen.phase("running")
    screen.page.reload()
    screen.phase("running")
    screen.is_right()
    screen.close()


def test_a_screen_that_nobody_has_let_in_turns_in_an_evacuation_and_back(hub: PathHub, browser: Browser) -> None:
    page = browser.new_context(base_url=hub.url).new_page()
    page.goto("/screen")
    expect(page.locator(".code")).to_be_visible()
    hub.announce("evacuation", "По команде Айгүл")
    expect(page.locator("#evacuation")).to_be_visible()
    assert "Айгүл" not in page.content()
    hub.silence()
    expect(page.locator("#evacuation")).to_be_hidden()
    page.context.close()


def test_each_phase_has_its_words_and_its_arrow(hub: PathHub, screen: PathScreen) -> None:
    head = screen.page.locator("#way .words .head")
    hub.tap("start_next")
    expect(head).to_have_text("Куда уходят заявки")
    assert drawn(screen.page) == "left"
    hub.go_to(Kind.BREAK)
    screen.phase("break")
    expect(head).to_have_text("Кофе-брейк")
    assert drawn(screen.page) == "right"
    screen.is_right()


def test_a_delay_reaches_the_screen(hub: PathHub, screen: PathScreen) -> None:
    hub.tap("start_next")
    line = screen.page.locator("#way .line").last
    before = line.inner_text()
    hub.tap("add", seconds=1200)
    expect(line).not_to_have_text(before, timeout=PATIENCE_MS)


def test_it_proves_what_it_shows_by_a_hash_and_a_picture(hub: PathHub, screen: PathScreen) -> None:
    hub.tap("start_next")
    screen.is_right()
    screen.page.evaluate("document.querySelector('#way .head').firstChild.data = 'Не то'")
    screen.page.wait_for_function("() => pathScreen.glass().hash === pathScreen.readBack()")
    screen.comes(wrong=True)
    line = screen.line()
    assert line["thumb"].startswith(f"/api/screens/{screen.device}/thumb")
    assert line["size"] == "1280x720"
    screen.page.reload()
    screen.is_right()


def test_an_announcement_leaves_the_way_a_strip_until_it_is_taken_back(hub: PathHub, screen: PathScreen) -> None:
    hub.announce("moved", "Зал 3, второй этаж")
    expect(screen.page.locator(".sheet.kind-moved .head").last).to_have_text("Зал 3, второй этаж")
    expect(screen.page.locator("#way.below .arrow svg")).to_be_visible()
    expect(screen.page.locator("#clock")).to_be_visible()
    screen.is_right()
    seq = hub.ask("GET", "/api/announcements", role=Role.MINDER)["standing"][0]["seq"]
    screen.comes(announced=seq)
    told = hub.ask("GET", "/api/announcements", role=Role.MINDER)["standing"][0]
    assert "Экран у входа" not in told["missing"]
    assert told["shown"] >= 1
    hub.silence()
    expect(screen.page.locator("#sheets")).to_be_hidden()
    screen.is_right()


def test_the_newest_announcement_is_on_the_glass_when_it_is_acknowledged(hub: PathHub, screen: PathScreen) -> None:
    for text in ("Зал 3", "Зал 4", "Зал 5", "Зал 6"):
        hub.announce("moved", text)
        standing = hub.ask("GET", "/api/announcements", role=Role.MINDER)["standing"]
        screen.comes(announced=max(one["seq"] for one in standing))
        assert text in screen.page.locator(".sheet:not(.under)").inner_text()
    hub.silence()


def test_an_announcement_counts_as_seen_when_its_turn_has_come(hub: PathHub, screen: PathScreen) -> None:
    for text in ("Зал 3", "Зал 4"):
        hub.announce("moved", text)
    older, newer = (one["seq"] for one in hub.ask("GET", "/api/announcements", role=Role.MINDER)["standing"])
    screen.comes(announced=newer)
    screen.take_its_clock()
    expect(screen.page.locator(".sheet:not(.under)")).to_contain_text("Зал 4")
    screen.page.wait_for_function("seq => pathScreen.glass().seq === seq", arg=older - 1)
    screen.is_right()
    assert screen.line()["announced"] < older
    screen.page.clock.fast_forward(8_000)
    expect(screen.page.locator(".sheet:not(.under)")).to_contain_text("Зал 3")
    screen.comes(announced=newer)
    hub.silence()


def test_an_evacuation_with_two_languages_says_its_way_out_in_both(hub: PathHub, screen: PathScreen) -> None:
    screen.put(languages=["ru", "uz"], side_by_side=True)
    hub.announce("evacuation")
    lines = screen.page.locator(".kind-evacuation .out .head")
    expect(lines).to_have_count(2)
    assert lines.all_inner_texts()[0] == "По лестнице, не на лифте"
    assert "лестнице" not in lines.all_inner_texts()[1]
    screen.is_right()
    hub.silence()
    screen.put(languages=["ru"], side_by_side=False)
    expect(screen.page.locator("#way > .texts .words")).to_have_count(1)


def test_what_two_languages_have_in_common_is_said_once(hub: PathHub, screen: PathScreen) -> None:
    screen.put(languages=["ru", "kk"], side_by_side=True)
    hub.announce("evacuation", "Сбор у фонтана")
    band, out = (screen.page.locator(f".kind-evacuation .{name} [data-part]") for name in ("band", "out"))
    expect(band).to_have_text(["Эвакуация"])
    expect(out).to_have_text(["По лестнице, не на лифте", "Сбор у фонтана"])
    screen.is_right()
    # In turn each of them says it all.
    screen.put(side_by_side=False)
    expect(band).to_have_text(["Эвакуация", "Эвакуация"])
    expect(out).to_have_text(["По лестнице, не на лифте", "Сбор у фонтана"] * 2)
    screen.is_right()
    hub.silence()
    screen.put(side_by_side=True)
    hub.announce("free", "Ключи на стойке")
    expect(screen.page.locator(".kind-free .head")).to_have_text(["Ключи на стойке"])
    expect(screen.page.locator(".kind-free .label")).to_have_count(2)
    screen.is_right()
    hub.silence()
    screen.put(languages=["ru"], side_by_side=False)
    expect(screen.page.locator("#way > .texts .words")).to_have_count(1)


def test_an_evacuation_shows_this_points_own_way_out(hub: PathHub, screen: PathScreen) -> None:
    hub.announce("moved", "Зал 3")
    hub.announce("evacuation")
    expect(screen.page.locator(".sheet")).to_have_count(1)
    expect(screen.page.locator(".kind-evacuation .out [data-part]")).to_have_text("По лестнице, не на лифте")
    expect(screen.page.locator("#way.below")).to_have_count(0)
    expect(screen.page.locator("#clock")).to_be_hidden()
    out = screen.page.evaluate("document.querySelector('.out .way-path').getAttribute('d')")
    plan = hub.ask("GET", f"/api/screens/plan?device={screen.device}", role=Role.MINDER)
    assert out == plan["exit"]["arrow"]["path"]
    screen.is_right()


def test_languages_come_side_by_side_or_in_turn(screen: PathScreen) -> None:
    screen.put(languages=["kk", "uz"], side_by_side=True)
    expect(screen.page.locator("#way > .texts.together .words:not(.off)")).to_have_count(2)
    # The title is in one language; what each says of the next item is in letters of one size.
    expect(screen.page.locator("#way > .texts .head")).to_have_count(1)
    assert len({size_of(line) for line in screen.page.locator("#way > .texts .line").all()}) == 1
    screen.put(languages=["kk", "uz", "ky"], side_by_side=False)
    expect(screen.page.locator("#way > .texts .words")).to_have_count(3)
    expect(screen.page.locator("#way > .texts .words:not(.off)")).to_have_count(1)
    first = screen.page.locator("#way > .texts .words:not(.off)").get_attribute("lang")
    expect(screen.page.locator(f'#way > .texts .words.off[lang="{first}"]')).to_have_count(1, timeout=PATIENCE_MS)
    screen.is_right()


def test_slides_come_in_turn_and_the_way_stands_for_at_least_as_long(hub: PathHub, browser: Browser) -> None:
    screen = PathScreen(browser, hub, "Экран с рекламой", service_workers="block")
    screen.put(point=hub.point)
    hub.add_slide(kind="wifi", ssid="Seminar Guest", password="sales2026")
    screen.page.route("**/socket.io.es5.js", lambda route: route.fulfill(body=NO_SOCKET))
    screen.take_its_clock()
    screen.phase("running")
    screen.page.clock.pause_at(time.time() + 60)
    seen = []
    for _ in range(48):
        screen.page.clock.run_for(1000)
        seen.append(screen.page.locator("#slide").is_visible())
    assert sum(seen) in range(12, 20)
    assert screen.page.locator("#slide img").evaluate("image => image.naturalWidth") > 0
    expect(screen.page.locator("#slide .head")).to_have_text("Seminar Guest")
    expect(screen.page.locator("#slide .secret")).to_contain_text("sales2026")
    screen.close()


def test_it_says_which_it_is_to_the_other_end_of_the_hall_but_never_above_an_evacuation(
    hub: PathHub, screen: PathScreen
) -> None:
    hub.announce("free", "Ключи на стойке")
    hub.ask("POST", f"/api/screens/{screen.device}/identify", {}, Role.MINDER)
    name = screen.page.locator("#who-name")
    expect(name).to_have_text("Экран у входа")
    expect(name).to_be_visible()
    assert name.evaluate("one => parseFloat(getComputedStyle(one).fontSize) / innerHeight") > 0.25
    assert screen.page.evaluate("document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('#who') !== null")
    hub.announce("evacuation")
    expect(screen.page.locator(".kind-evacuation .out .pointer")).to_be_visible()
    expect(name).to_be_hidden()
    hub.silence()


def test_what_was_found_stands_apart_from_where_to_ask_for_it(hub: PathHub, screen: PathScreen) -> None:
    hub.announce("lost", "Найдены ключи с синим брелоком")
    expect(screen.page.locator(".kind-lost .head")).to_have_text("Найдены ключи с синим брелоком")
    ask = screen.page.locator(".kind-lost .line")
    expect(ask).to_have_count(1)
    assert size_of(ask) < size_of(screen.page.locator(".kind-lost .head"))
    screen.is_right()
    hub.silence()


def size_of(one: Locator) -> float:
    """Of its letters, px."""
    return float(one.evaluate("one => parseFloat(getComputedStyle(one).fontSize)"))


def test_a_break_says_when_to_be_back_before_what_comes_then(hub: PathHub, screen: PathScreen) -> None:
    hub.go_to(Kind.BREAK)
    screen.phase("break")
    head, back, then = (screen.page.locator(f"#way .{name}") for name in ("head", "back", "next"))
    assert size_of(back) == pytest.approx(0.7 * size_of(head), rel=0.02)
    assert size_of(then) < 0.65 * size_of(back)
    # Its name has a hyphen, at which it is not broken.
    assert head.evaluate("one => one.offsetHeight") < 1.5 * size_of(head)
    screen.is_right()
