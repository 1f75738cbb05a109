"""The page of announcements in a real browser: one tap, no reload, and every page of the team turns."""

import sqlite3
from collections.abc import Iterator
from typing import Literal

import pytest
from playwright.sync_api import APIResponse, Browser, Page, Route, ViewportSize, expect

from hub.access import Role
from tests.browser import ROOT
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser

PHONE: ViewportSize = {"width": 390, "height": 844}
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FIND = "async () => (await axe.run()).violations.map(found => [found.id, found.nodes.map(node => node.html)])"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveHub]:
    with LiveHub(tmp_path_factory.mktemp("live")) as running:
        yield running


def open_as(hub: LiveHub, browser: Browser, role: Role, path: str) -> Page:
    """A phone of somebody of the team."""
    context = browser.new_context(
        base_url=hub.url,
        viewport=PHONE,
        extra_http_headers={"Authorization": f"Bearer {hub.token(role)}"},
    )
    page = context.new_page()
    page.goto(f"{path}?lang=en")
    return page


@pytest.fixture
def page(hub: LiveHub, browser: Browser) -> Iterator[Page]:
    # Whom alarms reach on every page: their part of the page must not be taken for this one's.
    opened = open_as(hub, browser, Role.ORGANISER, "/announcements")
    yield opened
    # Not through the page: taking an evacuation back ends all that stand, and their buttons go from under the hand.
    for one in opened.request.get(f"{hub.url}/api/announcements").json()["standing"]:
        opened.request.post(f"{hub.url}/api/announcements/{one['id']}/take-back", data={})
    expect(opened.locator(".stand")).to_have_count(0)
    opened.context.close()


def told(hub: LiveHub) -> int:
    """How many announcements were ever made."""
    with sqlite3.connect(hub.folder / "seminar.sqlite3") as base:
        return int(base.execute("SELECT count(*) FROM announcement").fetchone()[0])


def test_a_delay_is_two_taps_and_no_reload(page: Page) -> None:
    page.evaluate("window.same = true")
    page.get_by_text("The start is delayed").click()
    page.get_by_role("button", name="10 min").click()
    expect(page.locator(".stand-head")).to_have_count(1)
    expect(page.locator(".preset[open]")).to_have_count(0)
    assert page.evaluate("window.same")


def test_words_that_are_too_long_are_counted_and_refused_in_plain_view(page: Page) -> None:
    page.locator(".preset.free summary").click()
    words, line = page.locator("#text-free"), page.locator('[data-letters-of="text-free"]')
    words.fill("я" * 150)
    expect(line).to_be_hidden()
    words.fill("я" * 180)
    expect(line).to_contain_text("180")
    words.fill("я" * 203)
    expect(line).to_have_class("soft letters wrong")
    page.locator(".preset[open] button").click()
    expect(page.locator(".stand")).to_have_count(0)
    words.fill("я" * 200)
    page.locator(".preset[open] button").click()
    expect(page.locator(".stand")).to_have_count(1)
    expect(line).to_be_hidden()


def test_words_that_are_missing_are_asked_for_at_their_field(page: Page) -> None:
    page.locator(".preset.free summary").click()
    words, line = page.locator("#text-free"), page.locator("#text-free-wrong")
    page.locator(".preset[open] button").click()
    expect(line).not_to_be_empty()
    expect(words).to_be_focused()
    expect(page.locator("#unsent")).to_be_hidden()
    for text, wrong in (("я" * 201, "true"), ("Просим в зал", None)):
        words.fill(text)
        expect(line).to_be_hidden()
        assert words.get_attribute("aria-invalid") == wrong
    page.locator(".preset[open] button").click()
    expect(page.locator(".stand")).to_have_count(1)


def test_an_evacuation_asks_once_more_and_turns_the_other_phones(hub: LiveHub, browser: Browser, page: Page) -> None:
    # The last has no live channel of its own.
    pages = ((Role.DESK, "/desk"), (Role.HOST, "/timer/remote"), (Role.MINDER, "/"))
    others = [open_as(hub, browser, role, path) for role, path in pages]
    page.locator(".preset.evacuation summary").click()
    expect(page.locator(".stand")).to_have_count(0)
    page.get_by_role("button", name="Announce evacuation").click()
    expect(page.locator(".stand.evacuation")).to_be_visible()
    for other in others:
        expect(other.locator(".evacuation-banner")).to_be_visible()
    page.locator(".stand.evacuation button").click()
    for other in others:
        expect(other.locator(".evacuation-banner")).to_have_count(0)
        other.context.close()


def test_a_page_opened_later_shows_the_evacuation_too(hub: LiveHub, browser: Browser, page: Page) -> None:
    page.locator(".preset.evacuation summary").click()
    page.get_by_role("button", name="Announce evacuation").click()
    expect(page.locator(".stand.evacuation")).to_be_visible()
    other = open_as(hub, browser, Role.ORGANISER, "/setup")
    expect(other.locator(".evacuation-banner")).to_be_visible()
    other.context.close()


def test_a_reply_that_was_lost_makes_no_second_announcement(hub: LiveHub, page: Page) -> None:
    before = told(hub)
    lost: list[APIResponse] = []

    def lose(route: Route) -> None:
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch())  # the hub hears it, the phone no answer
            route.abort()

    page.route("**/api/announcements", lose)
    page.get_by_text("In my own words").click()
    page.get_by_label("What is to be announced?").fill("Просим в зал")
    page.locator(".preset[open] button").click()
    expect(page.locator(".stand-text")).to_have_text("Просим в зал")
    assert told(hub) == before + 1


def test_without_the_hub_the_page_says_that_nothing_was_sent(page: Page) -> None:
    page.route("**/api/announcements", lambda route: route.abort())
    page.get_by_text("In my own words").click()
    page.get_by_label("What is to be announced?").fill("Просим в зал")
    page.locator(".preset[open] button").click()
    expect(page.locator("#unsent")).to_be_visible()
    expect(page.get_by_label("What is to be announced?")).to_have_value("Просим в зал")
    page.unroute("**/api/announcements")


def test_another_phone_sees_it_come_and_go(hub: LiveHub, browser: Browser, page: Page) -> None:
    other = open_as(hub, browser, Role.PHOTOGRAPHER, "/announcements")
    page.get_by_text("The start is delayed").click()
    page.get_by_role("button", name="5 min", exact=True).click()
    expect(other.locator(".stand")).to_have_count(1)
    other.locator(".stand button").click()
    expect(page.locator(".stand")).to_have_count(0)
    other.context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_an_evacuation_stands(
    hub: LiveHub, browser: Browser, page: Page, scheme: Literal["light", "dark"]
) -> None:
    page.emulate_media(color_scheme=scheme)
    page.get_by_text("The start is delayed").click()
    page.get_by_role("button", name="15 min").click()
    page.locator(".preset.evacuation summary").click()
    page.get_by_role("button", name="Announce evacuation").click()
    expect(page.locator(".stand")).to_have_count(2)
    page.get_by_text("The start is delayed").click()
    page.evaluate(AXE.read_text(encoding="utf-8"))
    assert page.evaluate(FIND) == []
