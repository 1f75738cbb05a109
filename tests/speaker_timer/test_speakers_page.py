"""The minder's page in a browser: one tap, news from another phone, and honesty when the hub is away."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.access import Role
from tests.speaker_timer.stage import StageHub

pytestmark = pytest.mark.browser

# In the programme of StageHub: the talk that begins now, and the one in half an hour.
FIRST, SECOND = 2, 3
PATIENCE_MS = 15_000


@pytest.fixture
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StageHub]:
    with StageHub(tmp_path_factory.mktemp("stage")) as hub:
        yield hub


def phone(browser: Browser, hub: StageHub) -> Page:
    """A minder's phone with the page open."""
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        extra_http_headers={"Authorization": f"Bearer {hub.token(Role.MINDER)}"},
    )
    context.set_default_timeout(PATIENCE_MS)
    page = context.new_page()
    page.goto(f"{hub.url}/timer/speakers?lang=en")
    return page


def expect_asked(page: Page, *items: int) -> None:
    """The page asks after the speakers of these items, and of no others."""
    for item in items:
        expect(page.locator(f"#talk-{item}.asked")).to_be_visible(timeout=PATIENCE_MS)
    expect(page.locator(".talk.asked")).to_have_count(len(items), timeout=PATIENCE_MS)


def test_one_tap_answers_and_the_other_phone_hears_of_it(browser: Browser, stage: StageHub) -> None:
    one, two = phone(browser, stage), phone(browser, stage)
    expect_asked(one, FIRST, SECOND)
    one.locator(f"[data-key='{SECOND}-here']").click()
    expect_asked(one, FIRST)
    expect_asked(two, FIRST)
    expect(two.locator(f"#talk-{SECOND} .state.go")).to_be_visible()
    one.locator(f"[data-key='{FIRST}-absent']").click()
    expect(two.locator(f"#talk-{FIRST}.stop")).to_be_visible(timeout=PATIENCE_MS)
    expect(two.locator(f"[data-key='{FIRST}-absent']")).to_have_count(0)
    assert two.title().startswith("(1) ")


def test_a_number_to_call_is_read_in_one_piece(browser: Browser, stage: StageHub) -> None:
    with closing(sqlite3.connect(stage.folder / "seminar.sqlite3", timeout=10)) as base, base:
        base.execute("UPDATE programmeitem SET phone = '+998 90 123-45-67' WHERE id = ?", (SECOND,))
    page = phone(browser, stage)
    rows = "number => document.querySelector(number)?.getClientRects().length === 1"
    for width in (390, 360):
        page.set_viewport_size({"width": width, "height": 740})
        page.wait_for_function(rows, arg=f"#talk-{SECOND} a.button .number")  # the list may just be coming anew
        assert page.evaluate("document.documentElement.scrollWidth") == width


def test_a_tap_of_the_host_moves_the_list(browser: Browser, stage: StageHub) -> None:
    page = phone(browser, stage)
    expect_asked(page, FIRST, SECOND)
    stage.tap("start_next")
    expect_asked(page, SECOND)
    expect(page.locator(f"#talk-{FIRST}.done")).to_be_visible()


def test_away_from_the_hub_the_page_says_so_and_sends_nothing_later(browser: Browser, stage: StageHub) -> None:
    page = phone(browser, stage)
    expect_asked(page, FIRST, SECOND)
    stage.kill()
    expect(page.locator("#away")).to_be_visible(timeout=PATIENCE_MS)
    page.locator(f"[data-key='{SECOND}-here']").click()
    expect(page.locator("#unsent")).to_be_visible(timeout=PATIENCE_MS)
    expect_asked(page, FIRST, SECOND)
    stage.start_again()
    expect(page.locator("#away")).to_be_hidden(timeout=PATIENCE_MS)
    expect_asked(page, FIRST, SECOND)
    talks = stage.ask("GET", "/api/timer/speakers", role=Role.MINDER)["talks"]
    assert [talk["answer"] for talk in talks if talk["item"] == SECOND] == [None]
