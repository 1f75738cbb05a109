"""The organiser's first minutes in a real browser: in by PIN, the seminar set up, a colleague let in by QR."""

import re

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.access import Role
from tests.browser import complaints_of
from tests.desk_visit import PATIENCE_MS, sign_in
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser


def tab(browser: Browser) -> Page:
    """A browser of somebody else: cookies of its own."""
    page = browser.new_context(locale="ru-RU", viewport={"width": 390, "height": 844}).new_page()
    page.set_default_timeout(PATIENCE_MS)
    return page


def test_the_seminar_is_set_up_and_a_colleague_let_in_by_qr(live_hub: LiveHub, browser: Browser) -> None:
    office = tab(browser)
    sign_in(office, live_hub, Role.ORGANISER, "Айгүл Қасымқызы", "/setup")
    office.locator("#title").fill("")
    office.locator("form.form .primary").click()
    expect(office.locator("#title-wrong")).to_be_visible()
    office.locator("#title").fill("Склад без потерь")
    office.locator("#place").fill("Алматы, Достык 12")
    office.locator("#capacity").fill("50")
    office.locator("form.form .primary").click()
    expect(office.locator(".message.go")).to_be_visible()
    expect(office.locator(".way-home")).to_contain_text("Склад без потерь")

    office.goto(f"{live_hub.url}/setup/entry")
    office.locator("form:has(input[value=desk]) button").click()
    expect(office.locator("[data-left]")).to_have_text(re.compile(r"^14:5\d$"))
    path = office.locator(".link-address").inner_text().rpartition("/enter/")[2]

    phone = tab(browser)
    phone.goto(f"{live_hub.url}/enter/{path}")
    phone.locator("#name").fill("Тимур Цой")
    phone.locator("#name").press("Enter")
    expect(phone.locator(".task.now")).to_have_attribute("href", "/desk")

    office.goto(f"{live_hub.url}/setup/entry")
    row = office.locator(".people .row", has_text="Тимур Цой")
    row.locator("summary.quiet").click()
    row.get_by_role("button", name="Закрыть доступ").click()
    expect(office.locator(".message.go")).to_contain_text("Тимур Цой")
    phone.goto(f"{live_hub.url}/desk")
    expect(phone.locator("#pin")).to_be_visible()


def test_the_door_works_by_keyboard_alone(live_hub: LiveHub, browser: Browser) -> None:
    page = tab(browser)
    page.goto(live_hub.url)
    page.keyboard.type("Ольга")
    page.keyboard.press("Tab")
    page.keyboard.type("12345")
    page.keyboard.press("Enter")
    expect(page.locator("#pin-wrong")).to_be_visible()
    expect(page.locator("#pin")).to_be_focused()
    page.keyboard.type(live_hub.pins[Role.DESK])
    page.keyboard.press("Enter")
    expect(page.locator(".task.now")).to_be_visible()


def test_pages_are_light_and_fetch_nothing_from_elsewhere(live_hub: LiveHub, browser: Browser) -> None:
    page = tab(browser)
    weight, hosts, complaints = 0, set[str](), complaints_of(page)
    sign_in(page, live_hub, Role.ORGANISER, "Нұрлан", "/")
    for path in ("/", "/setup", "/setup/entry", "/import", "/badges"):
        page.goto(f"{live_hub.url}{path}", wait_until="load")
        sizes = page.evaluate(
            """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
                .map((entry) => [entry.name, entry.decodedBodySize])"""
        )
        hosts |= {"/".join(name.split("/")[:3]) for name, _ in sizes}
        weight = max(weight, sum(size for _, size in sizes))
    assert hosts == {live_hub.url}
    assert weight < 150_000
    assert complaints == []
