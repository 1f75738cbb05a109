"""Minding a real screen from a phone: it asks, comes in by a tap, is watched, and is missed when it goes."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.access import Role
from tests.browser import ROOT
from tests.sample_hub import SampleHub

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FIND = "async () => (await axe.run()).violations.map(found => [found.id, found.nodes.map(node => node.html)])"
A_HEARTBEAT_MS = 12_000


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleHub]:
    with SampleHub(tmp_path_factory.mktemp("sample")) as running:
        yield running


@pytest.fixture
def phone(hub: SampleHub, browser: Browser) -> Iterator[Page]:
    """The minder's."""
    faults: list[str] = []
    context = browser.new_context(
        base_url=hub.url,
        viewport={"width": 390, "height": 844},
        extra_http_headers={"Authorization": f"Bearer {hub.token(Role.MINDER)}"},
    )
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto("/signs")
    yield page
    assert faults == []
    context.close()


def new_screen(hub: SampleHub, browser: Browser) -> tuple[Page, str]:
    """A screen that shows its code."""
    page = browser.new_context(base_url=hub.url, viewport={"width": 1280, "height": 720}).new_page()
    page.goto("/screen")
    return page, page.locator(".code").inner_text()


def test_a_screen_is_let_in_watched_and_shut_out(hub: SampleHub, browser: Browser, phone: Page) -> None:
    screen, code = new_screen(hub, browser)
    newcomer = phone.locator(f'[data-code="{code}"]')
    expect(newcomer).to_be_visible(timeout=A_HEARTBEAT_MS)
    place = newcomer.locator("button.primary").first
    where = place.inner_text()
    newcomer.locator("input[name=name]").fill("Экран у входа")
    place.click()
    stop = phone.locator(".at-point", has_text=where)
    expect(stop.locator(".screen.right")).to_contain_text("Экран у входа", timeout=A_HEARTBEAT_MS)
    expect(stop.locator(".glass img")).to_be_visible(timeout=A_HEARTBEAT_MS)
    stop.locator(".screen-more summary").click()
    stop.locator("[data-post$=identify]").click()
    expect(screen.get_by_text("Экран у входа")).to_be_visible()
    screen.goto("about:blank")
    expect(stop.locator(".screen.away")).to_be_visible(timeout=A_HEARTBEAT_MS)
    screen.goto(f"{hub.url}/screen")
    expect(stop.locator(".screen.right")).to_be_visible(timeout=A_HEARTBEAT_MS)
    expect(stop.locator(".screen-more[open]")).to_be_visible()  # as it was left, through all that came meanwhile
    stop.locator("a.button").click()
    phone.locator("details.confirm summary").click()
    phone.locator("details.confirm button").click()
    expect(phone.locator(".screen")).to_have_count(0)
    expect(screen.locator(".code")).to_be_visible(timeout=A_HEARTBEAT_MS)
    screen.context.close()


def test_a_name_that_is_being_written_is_not_taken_from_the_hand(hub: SampleHub, browser: Browser, phone: Page) -> None:
    first, code = new_screen(hub, browser)
    field = phone.locator(f'[data-code="{code}"] input[name=name]')
    expect(field).to_be_visible(timeout=A_HEARTBEAT_MS)
    field.fill("Экран у лест")
    second, other = new_screen(hub, browser)
    field.press_sequentially("ницы")
    expect(field).to_have_value("Экран у лестницы")
    field.blur()
    expect(phone.locator(f'[data-code="{other}"]')).to_be_visible(timeout=A_HEARTBEAT_MS)
    for page in (first, second):
        page.context.close()


def test_axe_finds_nothing_with_a_screen_that_waits_and_one_that_stands(
    hub: SampleHub, browser: Browser, phone: Page
) -> None:
    standing, code = new_screen(hub, browser)
    newcomer = phone.locator(f'[data-code="{code}"]')
    expect(newcomer).to_be_visible(timeout=A_HEARTBEAT_MS)
    newcomer.locator("button.primary").first.click()
    waiting, other = new_screen(hub, browser)
    expect(phone.locator(f'[data-code="{other}"]')).to_be_visible(timeout=A_HEARTBEAT_MS)
    expect(phone.locator(".screen .glass img")).to_be_visible(timeout=A_HEARTBEAT_MS)
    phone.evaluate(AXE.read_text(encoding="utf-8"))
    assert phone.evaluate(FIND) == []
    assert phone.evaluate("() => document.documentElement.scrollWidth <= innerWidth")
    for page in (standing, waiting):
        page.context.close()
