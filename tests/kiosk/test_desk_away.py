"""The desk while the hub is away: nothing scanned or written is lost, nothing arrives twice."""

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import CAST, FIELDS
from tests.desk_page import Desk, ask, put_on_the_list
from tests.live_hub import LiveHub
from tests.typist import ticket

pytestmark = pytest.mark.browser

A_SECOND = 1000


def test_what_is_scanned_while_the_hub_is_away_arrives_once(browser: Browser, live_hub: LiveHub) -> None:
    people = put_on_the_list(live_hub, "aigul", "timur")
    desk = Desk(browser, live_hub)
    live_hub.kill()
    expect(desk.page.locator("#link")).to_have_attribute("data-state", "away")
    desk.scan(people["aigul"]["code"])
    desk.verdict("noted")
    desk.page.keyboard.press("Escape")
    desk.scan(people["timur"]["code"])
    desk.verdict("noted")
    expect(desk.page.locator("#queue li")).to_have_count(2)
    live_hub.start_again()
    expect(desk.page.locator("#queue")).to_be_hidden(timeout=10 * A_SECOND)
    expect(desk.figure("here")).to_have_text("2", timeout=10 * A_SECOND)
    assert ask(live_hub, "GET", "/api/attendance")["ever"] == 2


def test_a_walk_in_is_registered_while_the_hub_is_away(browser: Browser, live_hub: LiveHub) -> None:
    desk = Desk(browser, live_hub)
    live_hub.kill()
    expect(desk.page.locator("#link")).to_have_attribute("data-state", "away")
    desk.page.keyboard.press("Alt+n")
    form = desk.page.locator("#walk-in")
    for name, text in zip(FIELDS, CAST["utkir"], strict=True):
        form.locator(f"[name={name}]").fill(text)
    form.locator("[name=phone]").fill("12")
    form.locator("button[type=submit]").click()
    expect(form.locator("[name=consent]")).to_be_focused()
    form.locator("[name=consent]").check()
    form.locator("button[type=submit]").click()
    desk.verdict("noted")
    expect(form).to_be_hidden()
    live_hub.start_again()
    expect(desk.figure("here")).to_have_text("1", timeout=10 * A_SECOND)
    [person] = ask(live_hub, "GET", "/api/attendees?q=saidov")["attendees"]
    assert (person["first_name"], person["status"], person["walk_in"]) == ("Oʻtkir", "here", True)


def test_what_waits_outlives_a_closed_page(browser: Browser, live_hub: LiveHub) -> None:
    aigul = put_on_the_list(live_hub, "aigul")["aigul"]
    desk = Desk(browser, live_hub)
    live_hub.kill()
    desk.scan(aigul["code"])
    desk.verdict("noted")
    desk.page.close()
    live_hub.start_again()
    again = desk.context.new_page()
    again.goto("/desk")
    expect(again.locator("[data-figure=here]")).to_have_text("1")


def test_the_link_is_back_within_five_seconds_of_the_hub(browser: Browser, live_hub: LiveHub) -> None:
    desk = Desk(browser, live_hub)
    live_hub.kill()
    expect(desk.page.locator("#link [data-slot=time]")).to_have_text("00:03", timeout=6 * A_SECOND)
    live_hub.start_again()
    expect(desk.page.locator("#link")).to_have_attribute("data-state", "on", timeout=5 * A_SECOND)


def test_a_hub_that_no_longer_knows_this_browser_asks_to_sign_in_and_loses_nothing(
    browser: Browser, hub: LiveHub
) -> None:
    aigul = put_on_the_list(hub, "aigul")["aigul"]
    desk = Desk(browser, hub)
    desk.context.clear_cookies()
    desk.scan(aigul["code"])
    expect(desk.verdict("signed_out").locator(".word")).to_have_text(word(desk, "signed_out"))
    desk.page.keyboard.press("Escape")
    expect(desk.page.locator("#door a")).to_be_visible()
    expect(desk.page.locator("#queue li")).to_have_count(1)
    expect(desk.page.locator("#queue h2")).to_have_text(word(desk, "signed_out"))


def word(desk: Desk, name: str) -> str:
    """What the server lets the page say by this name."""
    text = "name => document.querySelector('#words').content.querySelector(`[data-word=${name}]`).textContent.trim()"
    return str(desk.page.evaluate(text, name))


def test_nobody_is_let_in_by_something_that_is_no_ticket_while_the_hub_is_away(
    browser: Browser, live_hub: LiveHub
) -> None:
    aigul = put_on_the_list(live_hub, "aigul")["aigul"]
    other = "AB" if aigul["code"][1:3] != "AB" else "BA"
    desk = Desk(browser, live_hub)
    live_hub.kill()
    expect(desk.page.locator("#link")).to_have_attribute("data-state", "away")
    for code, kind in (
        ("https://example.com/1", "malformed"),
        ("KAB2222222222222", "malformed"),
        (ticket(f"K{other}34567898765"), "wrong_event"),
    ):
        desk.scan(code)
        desk.verdict(kind)
        expect(desk.page.locator("#queue li")).to_have_count(0)
    desk.typist.wait(30)
    desk.typist.scan(aigul["code"], "kk", coded=False)
    desk.verdict("noted")
    expect(desk.page.locator("#queue li")).to_have_count(1)
    live_hub.start_again()
    expect(desk.figure("here")).to_have_text("1", timeout=10 * A_SECOND)


@pytest.mark.parametrize("left", ["касым", ""])
def test_the_search_says_no_longer_than_needed_that_it_waits(browser: Browser, live_hub: LiveHub, left: str) -> None:
    put_on_the_list(live_hub, "aigul")
    desk = Desk(browser, live_hub)
    live_hub.kill()
    expect(desk.page.locator("#link")).to_have_attribute("data-state", "away")
    desk.search.fill("касым")
    expect(desk.page.locator("#found")).to_have_text(word(desk, "search_away"))
    desk.search.fill(left)
    live_hub.start_again()
    expect(desk.page.locator("#found")).to_be_empty(timeout=10 * A_SECOND)
    expect(desk.rows).to_have_count(1 if left else 0)
