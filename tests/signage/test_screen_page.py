"""A path screen in a real browser: let in by its code, right at each moment of the day, and honest without the hub."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.access import Role
from hub.programme.kinds import Kind
from tests import es5
from tests.browser import ROOT, launch
from tests.signage.screen_visit import PathHub, PathScreen
from tests.speaker_timer.stage import PATIENCE_MS
from tests.speaker_timer.test_display_es5 import NEWER_CSS, TAKE_AWAY

pytestmark = pytest.mark.browser

STATIC = ROOT / "signage/static/signage"
MINUTE_MS = 60_000
# In place of the socket: the page's clock is the test's alone.
NO_SOCKET = "window.io = function () { return {on: function () {}, connected: false}; };"
SCRIPTS = sorted(path for path in STATIC.glob("screen*.js") if path.name != "screen_worker.js")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FIND = "async () => (await axe.run()).violations.map(found => [found.id, found.nodes.map(node => node.html)])"
WHOLE = """() => [...document.querySelectorAll("#way .words:not(.off)")].every(box => {
  const block = box.firstChild;
  return block.offsetHeight <= box.clientHeight + 1 && block.scrollWidth <= box.clientWidth + 1; })"""


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    opened = launch()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def path_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PathHub]:
    with PathHub(tmp_path_factory.mktemp("path")) as running:
        yield running


@pytest.fixture(scope="module")
def paired(path_hub: PathHub, browser: Browser) -> Iterator[PathScreen]:
    """One screen for all tests of this module."""
    screen = PathScreen(browser, path_hub, viewport={"width": 1280, "height": 720})
    yield screen
    assert screen.faults == []


@pytest.fixture
def hub(path_hub: PathHub) -> PathHub:
    path_hub.begin_anew()
    path_hub.silence()
    return path_hub


@pytest.fixture
def screen(hub: PathHub, paired: PathScreen) -> PathScreen:
    """The screen at its place, as it was let in."""
    paired.put(point=hub.point, turned=0, theme="bright", languages=["ru"], side_by_side=False)
    paired.phase("running")
    paired.is_right()
    return paired


def drawn(page: Page) -> str:
    """The name of the arrow on the glass."""
    found = re.search(r"points-(\w+)", page.locator("#way").get_attribute("class") or "")
    return found[1] if found else ""


def test_without_a_place_it_says_its_name_and_then_finds_its_place(hub: PathHub, browser: Browser) -> None:
    screen = PathScreen(browser, hub, "Экран у лифта")
    expect(screen.page.locator("#way.phase-nowhere .head")).to_contain_text("Экран у лифта")
    screen.put(point=hub.point)
    screen.phase("running")
    screen.page.reload()
    screen.phase("running")
    screen.is_right()
    assert screen.faults == []
    screen.context.close()


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
    for _ in range(50):
        if (line := screen.line())["hash"] != line["expected"]:
            break
        screen.page.wait_for_timeout(100)
    assert line["hash"] != line["expected"]
    assert line["thumb"].startswith(f"/api/screens/{screen.device}/thumb")
    assert line["size"] == "1280x720"
    screen.page.reload()
    screen.is_right()


def test_an_announcement_covers_the_way_until_it_is_taken_back(hub: PathHub, screen: PathScreen) -> None:
    hub.announce("moved", "Зал 3, второй этаж")
    expect(screen.page.locator(".sheet.kind-moved .line")).to_have_text("Зал 3, второй этаж")
    screen.is_right()
    seq = hub.ask("GET", "/api/announcements", role=Role.MINDER)["standing"][0]["seq"]
    for _ in range(50):
        if screen.line()["announced"] >= seq:
            break
        screen.page.wait_for_timeout(100)
    told = hub.ask("GET", "/api/announcements", role=Role.MINDER)["standing"][0]
    assert "Экран у входа" not in told["missing"]
    assert told["shown"] >= 1
    hub.silence()
    expect(screen.page.locator("#sheets")).to_be_hidden()
    screen.is_right()


def test_an_evacuation_shows_this_points_own_way_out(hub: PathHub, screen: PathScreen) -> None:
    hub.announce("moved", "Зал 3")
    hub.announce("evacuation")
    expect(screen.page.locator(".sheet")).to_have_count(1)
    expect(screen.page.locator(".kind-evacuation .out .head").last).to_have_text("По лестнице, не на лифте")
    out = screen.page.evaluate("document.querySelector('.out .way-path').getAttribute('d')")
    plan = hub.ask("GET", f"/api/screens/plan?device={screen.device}", role=Role.MINDER)
    assert out == plan["exit"]["arrow"]["path"]
    screen.is_right()


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_it_is_turned_as_it_hangs(turned: int, screen: PathScreen) -> None:
    screen.put(turned=turned)
    expect(screen.page.locator(f'#stage[data-turned="{turned}"]')).to_be_visible()
    box = screen.page.locator("#stage").bounding_box()
    assert box
    assert [round(box[side]) for side in ("x", "y", "width", "height")] == [0, 0, 1280, 720]
    screen.is_right()


def test_languages_come_side_by_side_or_in_turn(screen: PathScreen) -> None:
    screen.put(languages=["kk", "uz"], side_by_side=True)
    expect(screen.page.locator("#way > .texts.together .words:not(.off)")).to_have_count(2)
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
    screen.page.clock.install()
    screen.page.reload()
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
    assert screen.faults == []
    screen.context.close()


def test_it_says_which_it_is(hub: PathHub, screen: PathScreen) -> None:
    hub.ask("POST", f"/api/screens/{screen.device}/identify", {}, Role.MINDER)
    expect(screen.page.locator("#who-name")).to_have_text("Экран у входа")


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (390, 844)])
def test_long_words_and_titles_stay_on_the_glass(screen: PathScreen, size: tuple[int, int]) -> None:
    screen.page.set_viewport_size({"width": size[0], "height": size[1]})
    for title in ("Қанағаттандырылмағандықтарыңыздан " * 9, "Ұ" * 60, "Ой"):
        script = """([title]) => { const frame = {phase: "running", hash: title, arrow: {name: "left", path: "M0 0Z"},
          words: {ru: {label: "", head: title, lines: [title.slice(0, 80)], note: title.slice(0, 60)}}};
          pathScreen.paintWay(frame, {languages: ["ru"], side_by_side: false}); }"""
        screen.page.evaluate(script, [title])
        assert screen.page.evaluate(WHOLE), (title, size)
    screen.page.set_viewport_size({"width": 1280, "height": 720})


@pytest.fixture
def own_hub(tmp_path: Path) -> Iterator[PathHub]:
    """A hub that a test may kill."""
    with PathHub(tmp_path / "own") as running:
        yield running


def test_without_the_hub_the_day_goes_on_and_it_is_back_at_once(browser: Browser, own_hub: PathHub) -> None:
    screen = PathScreen(browser, own_hub)
    screen.put(point=own_hub.point)
    own_hub.tap("start_next")
    screen.page.clock.install()
    screen.page.reload()
    head = screen.page.locator("#way .head").first
    expect(head).to_have_text("Куда уходят заявки")
    own_hub.kill()
    away = screen.page.locator("#away")
    expect(away).to_be_visible(timeout=PATIENCE_MS)
    expect(away).to_have_text(re.compile(r"\d\d:\d\d"))
    expect(head).to_have_text("Куда уходят заявки")
    screen.page.clock.fast_forward(31 * MINUTE_MS)
    expect(head).to_have_text("Как не терять клиентов между отделами")
    screen.page.clock.fast_forward(30 * MINUTE_MS)
    screen.phase("break")
    screen.page.clock.fast_forward(120 * MINUTE_MS)
    screen.phase("over")
    own_hub.start_again()
    expect(head).to_have_text("Куда уходят заявки", timeout=5000)
    expect(away).to_be_hidden()
    screen.is_right()
    assert screen.faults == []
    screen.context.close()


def test_where_the_browser_lets_it_a_reload_without_the_hub_shows_the_last_content(
    browser: Browser, own_hub: PathHub
) -> None:
    screen = PathScreen(browser, own_hub)
    screen.put(point=own_hub.point)
    screen.phase("running")
    screen.page.evaluate("navigator.serviceWorker.ready.then(() => true)")
    screen.page.reload()
    screen.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    screen.page.reload()
    own_hub.tap("start_next")
    head = screen.page.locator("#way .head").first
    expect(head).to_have_text("Куда уходят заявки")
    own_hub.kill()
    screen.page.reload()
    expect(head).to_have_text("Куда уходят заявки")
    expect(screen.page.locator("#away")).to_be_visible(timeout=PATIENCE_MS)
    assert screen.faults == []
    screen.context.close()


def test_an_old_browser_shows_the_way(browser: Browser, hub: PathHub) -> None:
    screen = PathScreen(browser, hub, "Телевизор")
    screen.put(point=hub.point)
    screen.page.add_init_script(f"({TAKE_AWAY})()")
    screen.page.reload()
    screen.phase("running")
    hub.announce("moved", "Зал 3")
    expect(screen.page.locator(".sheet.kind-moved")).to_be_visible()
    screen.is_right()
    assert screen.faults == []
    screen.context.close()


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_scripts_are_es5_and_hold_no_words(script: Path) -> None:
    es5.parses(script)
    assert not re.search("[А-Яа-я]", script.read_text(encoding="utf-8"))


def test_the_styles_are_of_that_age() -> None:
    rules = re.sub(r"/\*.*?\*/", "", (STATIC / "screen.css").read_text(encoding="utf-8"), flags=re.DOTALL)
    assert [word for word in NEWER_CSS if word in rules] == []


@pytest.mark.parametrize("theme", ["bright", "dark"])
def test_axe_finds_nothing(theme: str, hub: PathHub, screen: PathScreen) -> None:
    screen.put(theme=theme)
    expect(screen.page.locator(f"#stage.theme-{theme}")).to_be_visible()
    policy_free = screen.page.context.browser
    assert policy_free
    context = policy_free.new_context(
        base_url=hub.url,
        bypass_csp=True,
        extra_http_headers={"Authorization": f"Bearer {hub.token(Role.MINDER)}"},
    )
    page = context.new_page()
    page.goto(f"/screen?as={screen.device}")
    page.wait_for_selector("#way[data-kind]")
    page.add_script_tag(path=AXE)
    assert page.evaluate(FIND) == []
    context.close()
