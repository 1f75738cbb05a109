"""How a path screen looks: turned as it hangs, nothing cut, legible to all, and in browsers of any age."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from hub.access import Role
from tests import es5
from tests.browser import ROOT
from tests.signage.screen_visit import PathHub, PathScreen
from tests.speaker_timer.test_display_es5 import NEWER_CSS, TAKE_AWAY

pytestmark = pytest.mark.browser

STATIC = ROOT / "signage/static/signage"
SCRIPTS = sorted(path for path in STATIC.glob("screen*.js") if path.name != "screen_worker.js")
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FIND = "async () => (await axe.run()).violations.map(found => [found.id, found.nodes.map(node => node.html)])"
WHOLE = """() => [...document.querySelectorAll("#way .words:not(.off)")].every(box => {
  const block = box.firstChild;
  return block.offsetHeight <= box.clientHeight + 1 && block.scrollWidth <= box.clientWidth + 1; })"""


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_it_is_turned_as_it_hangs(turned: int, screen: PathScreen) -> None:
    screen.put(turned=turned)
    expect(screen.page.locator(f'#stage[data-turned="{turned}"]')).to_be_visible()
    box = screen.page.locator("#stage").bounding_box()
    assert box
    assert [round(box[side]) for side in ("x", "y", "width", "height")] == [0, 0, 1280, 720]
    screen.is_right()


@pytest.mark.parametrize("size", [(1280, 720), (720, 1280), (390, 844)])
def test_long_words_and_titles_stay_on_the_glass(screen: PathScreen, size: tuple[int, int]) -> None:
    screen.page.set_viewport_size({"width": size[0], "height": size[1]})
    for title in ("Қанағаттандырылмағандықтарыңыздан " * 9, "Ұ" * 60, "Ой"):
        script = """([title]) => { const frame = {phase: "running", hash: title, arrow: {name: "left", path: "M0 0Z"},
          words: {ru: {label: "", head: title, lines: [title.slice(0, 80)], note: title.slice(0, 60)}}};
          pathScreen.paintWay(frame, {languages: ["ru"], side_by_side: false}); }"""
        screen.page.evaluate(script, [title])
        assert screen.page.evaluate(WHOLE), (title, size)
    script = """() => { const frame = {phase: "running", hash: "one word", arrow: {name: "left", path: "M0 0Z"},
      words: {ru: {label: "", head: "Ұ".repeat(60), lines: [], note: ""}}};
      pathScreen.paintWay(frame, {languages: ["ru"], side_by_side: false});
      const head = document.querySelector("#way .words .head");
      return parseFloat(getComputedStyle(head).fontSize) / Math.min(innerWidth, innerHeight); }"""
    assert screen.page.evaluate(script) > 0.08
    screen.page.set_viewport_size({"width": 1280, "height": 720})


# Of the glass's height, its longer side. A glass of another size is drawn for a moment later.
TAKES = """([what, least]) => {
  const box = document.querySelector(what)?.getBoundingClientRect();
  return box?.height && Math.max(box.width, box.height) / innerHeight >= least;
}"""


@pytest.mark.parametrize(("size", "late"), [((1920, 1080), 0.5), ((1080, 1920), 0.33)])
def test_arrows_are_the_largest_thing_however_much_is_said(
    hub: PathHub, screen: PathScreen, size: tuple[int, int], late: float
) -> None:
    screen.page.set_viewport_size({"width": size[0], "height": size[1]})
    screen.phase("running")
    takes(screen, "#way .late .way-path", late)
    hub.announce("free", "Найдена связка ключей с синим брелоком и картой, заберите у стойки. " * 2)
    expect(screen.page.locator("#way.below .arrow svg")).to_be_visible()
    takes(screen, "#way .strip .arrow", 0.2)
    assert screen.page.evaluate(WHOLE.replace("#way", "#sheets"))
    hub.announce("evacuation", "Пожалуйста, выходите через главное фойе, сбор у фонтана во дворе. " * 2)
    expect(screen.page.locator(".out .pointer svg")).to_be_visible()
    takes(screen, ".out .pointer", 0.45)
    assert screen.page.evaluate(WHOLE.replace("#way", "#sheets"))
    screen.is_right()
    hub.silence()
    screen.page.set_viewport_size({"width": 1280, "height": 720})


def takes(screen: PathScreen, what: str, least: float) -> None:
    """Wait until it takes at least so much of the glass."""
    screen.page.wait_for_function(TAKES, arg=[what, least])


def test_an_old_browser_shows_the_way(browser: Browser, hub: PathHub) -> None:
    screen = PathScreen(browser, hub, "Телевизор")
    screen.put(point=hub.point)
    screen.page.add_init_script(f"({TAKE_AWAY})()")
    screen.page.reload()
    screen.phase("running")
    hub.announce("moved", "Зал 3")
    expect(screen.page.locator(".sheet.kind-moved")).to_be_visible()
    screen.is_right()
    screen.close()


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
