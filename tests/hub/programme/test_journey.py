"""The organiser's way with a programme in a real browser: taken in, mended, approved, changed, told."""

import re

import pytest
from playwright.sync_api import Page, expect

from hub.access import Role
from tests.browser import complaints_of, launch
from tests.desk_visit import PATIENCE_MS, sign_in
from tests.hub.programme.programmes import SAMPLES
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser


def press(page: Page, selector: str) -> None:
    page.locator(selector).click()
    expect(page.locator(".message.go")).to_be_visible()


def test_a_programme_is_taken_in_mended_approved_and_changed(live_hub: LiveHub) -> None:
    browser = launch()
    page = browser.new_context(locale="ru-RU", viewport={"width": 390, "height": 844}).new_page()
    complaints = complaints_of(page)
    page.set_default_timeout(PATIENCE_MS)
    sign_in(page, live_hub, Role.ORGANISER, "Айгүл Қасымқызы", "/programme")

    page.locator(".empty .primary").click()
    expect(page.locator("[data-by-hand]")).to_be_hidden()  # from here on a file goes off by itself
    page.locator("#list").set_input_files(SAMPLES / "programme.xlsx")
    page.wait_for_url(re.compile(r"/programme/import/[\w-]{22}$"))
    expect(page.locator(".told > li")).to_have_count(8)
    page.locator("form.ways .primary").dblclick()
    expect(page.locator(".programme .item")).to_have_count(8)

    page.locator(".item.break .item-way").click()
    expect(page.locator("#speaker")).to_be_hidden()
    expect(page.locator("#food")).to_be_visible()
    page.locator("#food").select_option("yes")
    press(page, "#item .primary")
    expect(page).to_have_url(re.compile(r"#item-5$"))

    press(page, "form[action$='/approve'] button")
    page.locator("#item-4 .item-way").click()
    page.locator("#end").fill("10:00")
    page.locator("#item .primary").click()
    expect(page.locator("#end-wrong")).to_be_visible()
    expect(page.locator("#end")).to_have_value("10:00")
    page.locator("#end").fill("1110")
    press(page, "#item .primary")
    expect(page.locator(".duty")).to_contain_text("11:10")

    page.goto(live_hub.url)
    page.locator(".task[href='/programme']").click()
    press(page, ".duty button")
    expect(page.locator(".duty")).to_have_count(0)
    page.goto(f"{live_hub.url}/programme/versions")
    expect(page.locator(".versions > li")).to_have_count(3)
    assert [said for said in complaints if "422" not in said] == []
    browser.close()
