"""A screen comes in without a touch, in a real browser, and holds its own while the hub is away."""

import re
from collections.abc import Iterator
from itertools import combinations

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.access import Role
from tests import es5
from tests.browser import ROOT
from tests.desk_visit import PATIENCE_MS, sign_in
from tests.live_hub import LiveHub
from tests.test_accessibility import AXE, FIND

pytestmark = pytest.mark.browser

STATIC = ROOT / "hub" / "static" / "hub"
SCREEN = "/timer/display"
SIZES = ((1920, 1080), (1080, 1920), (1024, 768), (2560, 1080), (390, 844))


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveHub]:
    """One hub for all tests that do not stop it."""
    with LiveHub(tmp_path_factory.mktemp("live")) as running:
        yield running


def open_screen(browser: Browser, hub: LiveHub, size: tuple[int, int] = (1280, 720), path: str = SCREEN) -> Page:
    """A browser of its own that shows a code."""
    page = browser.new_context(viewport={"width": size[0], "height": size[1]}, locale="ru-RU").new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.add_init_script(path=AXE)
    page.goto(hub.url + path)
    return page


def code(screen: Page) -> str:
    """What stands on the screen."""
    return screen.locator(".code").inner_text()


def person(browser: Browser, hub: LiveHub, role: Role, path: str) -> Page:
    """Somebody of the team with a phone, signed in at `path`."""
    page = browser.new_context(viewport={"width": 390, "height": 844}, locale="ru-RU").new_page()
    sign_in(page, hub, role, "Тимур Цой", path)
    return page


def test_a_screen_is_let_in_from_a_phone_and_becomes_the_device_without_a_touch(
    browser: Browser, live_hub: LiveHub
) -> None:
    screen = open_screen(browser, live_hub)
    phone = person(browser, live_hub, Role.HOST, f"/pairing/{code(screen)}")
    phone.locator("[name=name]").fill("Дисплей у сцены")
    phone.locator("button.primary").click()
    expect(phone.locator(".message.go")).to_contain_text("Дисплей у сцены", timeout=PATIENCE_MS)
    expect(screen.locator(".code")).to_have_count(0, timeout=PATIENCE_MS)
    assert screen.url == live_hub.url + SCREEN
    cookie = next(one for one in screen.context.cookies() if one["name"] == "session")
    live_hub.kill()
    live_hub.start_again()
    again = browser.new_context().new_page()
    again.context.add_cookies([{"name": "session", "value": cookie["value"], "url": live_hub.url}])
    again.goto(live_hub.url + SCREEN)
    expect(again.locator(".code")).to_have_count(0)


def test_the_list_on_a_phone_follows_by_itself_but_not_under_a_hand(browser: Browser, hub: LiveHub) -> None:
    phone = person(browser, hub, Role.DESK, "/pairing")
    first = open_screen(browser, hub)
    expect(phone.locator(f'[data-code="{code(first)}"]')).to_be_visible(timeout=PATIENCE_MS)
    field = phone.locator(f'[data-code="{code(first)}"] [name=name]')
    field.fill("Дисплей в холле")
    onlooker = person(browser, hub, Role.MINDER, "/pairing")
    second = open_screen(browser, hub)
    expect(onlooker.locator(f'[data-code="{code(second)}"]')).to_be_visible(timeout=PATIENCE_MS)
    assert phone.locator(f'[data-code="{code(second)}"]').count() == 0
    expect(field).to_have_value("Дисплей в холле")
    field.blur()
    expect(phone.locator(f'[data-code="{code(second)}"]')).to_be_visible(timeout=PATIENCE_MS)


def test_a_screen_says_that_the_hub_is_away_and_goes_on_when_it_is_back(browser: Browser, live_hub: LiveHub) -> None:
    screen = open_screen(browser, live_hub)
    before = code(screen)
    away = screen.locator("#away")
    expect(away).to_be_hidden()
    live_hub.kill()
    expect(away).to_be_visible(timeout=PATIENCE_MS)
    expect(away).to_contain_text(re.compile(r"\d:\d\d"))
    bar, heading = away.bounding_box(), screen.locator("h1").bounding_box()
    assert bar
    assert heading
    assert bar["y"] + bar["height"] <= heading["y"]
    live_hub.start_again()
    expect(away).to_be_hidden(timeout=PATIENCE_MS)
    assert code(screen) == before
    phone = person(browser, live_hub, Role.HOST, f"/pairing/{before}")
    phone.locator("button.primary").click()
    expect(screen.locator(".code")).to_have_count(0, timeout=PATIENCE_MS)


def test_where_the_browser_lets_it_a_reload_without_the_hub_says_so_and_finds_back(
    browser: Browser, live_hub: LiveHub
) -> None:
    screens = [open_screen(browser, live_hub, path=path) for path in (SCREEN, "/screen", "/kiosk")]
    before = [code(screen) for screen in screens]
    for screen in screens:
        screen.evaluate("() => navigator.serviceWorker.ready.then(() => true)")
        screen.wait_for_function("() => caches.match('/pairing/away').then(Boolean)")
    live_hub.kill()
    for screen in screens:
        screen.reload()
        expect(screen.locator(".alone h1")).to_be_visible()
        expect(screen.locator("#since")).to_have_text(re.compile(r"\d:\d\d"), timeout=PATIENCE_MS)
        assert screen.evaluate(
            "() => document.fonts.load('16px \"Noto Sans Variable\"', 'Н').then((all) => all.length)"
        )
    assert screens[0].evaluate(FIND) == []
    live_hub.start_again()
    for screen, shown in zip(screens, before, strict=True):
        expect(screen.locator(".code")).to_have_text(shown, timeout=PATIENCE_MS)


@pytest.mark.parametrize("size", SIZES)
def test_the_widest_code_fits_every_screen_and_touches_nothing(
    browser: Browser, hub: LiveHub, size: tuple[int, int]
) -> None:
    screen = open_screen(browser, hub, size)
    screen.evaluate("() => document.querySelectorAll('.code span').forEach((cell) => { cell.textContent = 'M'; })")
    screen.evaluate("() => document.fonts.ready.then(() => true)")
    wide, high = size
    cells = screen.locator(".code span")
    assert cells.evaluate_all("(cells) => cells.map((cell) => cell.scrollWidth <= cell.clientWidth)") == [True] * 4
    assert cells.evaluate_all("(cells) => new Set(cells.map((cell) => Math.round(cell.offsetWidth))).size") == 1
    boxes = [screen.locator(part).bounding_box() for part in ("h1", ".code", ".words", ".ways img")]
    for box in boxes:
        assert box
        assert box["x"] >= 0
        assert box["x"] + box["width"] <= wide
        assert box["y"] >= 0
        assert box["y"] + box["height"] <= high
    assert boxes[1]
    assert boxes[1]["width"] > 0.9 * wide
    assert boxes[3]
    assert boxes[3]["y"] + boxes[3]["height"] > 0.85 * high, "the page is filled to its foot"
    for one, other in combinations(boxes, 2):
        assert one
        assert other
        beside = one["x"] + one["width"] <= other["x"] or other["x"] + other["width"] <= one["x"]
        assert beside or one["y"] + one["height"] <= other["y"] + 1, (one, other)
    assert screen.evaluate(FIND) == []
    screen.context.close()


def test_the_pages_about_waiting_screens_are_accessible(browser: Browser, hub: LiveHub) -> None:
    screen = open_screen(browser, hub)
    phone = browser.new_context(viewport={"width": 390, "height": 844}, locale="ru-RU").new_page()
    phone.add_init_script(path=AXE)
    sign_in(phone, hub, Role.ORGANISER, "Айгүл Қасымқызы", "/pairing")
    for path in ("/pairing", f"/pairing/{code(screen)}", "/setup/entry"):
        phone.goto(hub.url + path)
        expect(phone.get_by_text(code(screen)).first).to_be_visible()
        assert phone.evaluate(FIND) == [], path
        assert phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), path


def test_the_script_is_for_old_browsers() -> None:
    es5.parses(STATIC / "pairing.js")
    script = (STATIC / "pairing.js").read_text(encoding="utf-8")
    for newer in ("fetch(", "Promise", "Symbol", "Object.assign", ".padStart", ".includes(", ".remove()"):
        assert newer not in script


@pytest.mark.parametrize("name", ["pairing.css", "pairing_evacuation.css"])
def test_the_stylesheets_are_for_old_browsers(name: str) -> None:
    sheet = (STATIC / name).read_text(encoding="utf-8")
    for newer in (
        "var(",
        "grid",
        "clamp(",
        "min(",
        "max(",
        "inset",
        "gap:",
        "-inline",
        "-block",
        "dvh",
        "aspect-ratio:",
    ):
        assert newer not in sheet.replace("(min-aspect-ratio: 16/9)", "").replace("inline-block", "")
