"""Fields that tell what they cannot take before it goes off: too many letters, none at all."""

import pytest
from playwright.sync_api import Browser, expect

from hub.access import Role
from tests.desk_visit import sign_in
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser


def test_a_name_that_cannot_be_is_refused_at_its_field_and_goes_nowhere(browser: Browser, live_hub: LiveHub) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}, locale="ru-RU").new_page()
    sign_in(page, live_hub, Role.ORGANISER, "Айгүл Қасымқызы", "/setup/entry")
    row = page.locator("[data-device]")
    row.locator("summary").first.click()
    field, line = row.locator("[name=name]"), row.locator("[data-letters-of]")
    expect(line).to_be_hidden()
    for typed in ("  ", "я" * 61):
        field.fill(typed)
        row.get_by_role("button").first.click()
        expect(line).to_have_class("soft letters wrong")
        expect(line).to_be_visible()
        expect(field).to_be_focused()
        expect(field).to_have_value(typed)
        expect(field).to_have_attribute("aria-invalid", "true")
        expect(field).to_have_attribute("aria-describedby", str(line.get_attribute("id")))
    assert page.url == f"{live_hub.url}/setup/entry"
    field.fill("Нұрлан Әбдіқадыров")
    expect(line).to_be_hidden()
    assert field.get_attribute("aria-invalid") is field.get_attribute("aria-describedby") is None
    row.get_by_role("button").first.click()
    expect(page.locator(".message.go")).to_contain_text("Нұрлан Әбдіқадыров")
    expect(field).to_have_value("Нұрлан Әбдіқадыров")


def test_the_sentence_is_seen_though_a_bar_with_the_button_lies_over_the_page(
    browser: Browser, live_hub: LiveHub
) -> None:
    page = browser.new_context(viewport={"width": 390, "height": 844}, locale="ru-RU").new_page()
    sign_in(page, live_hub, Role.ORGANISER, "Айгүл Қасымқызы", "/signs/words")
    page.locator("#break-ru").fill("я" * 81)
    page.locator("main button.primary").click()
    expect(page.locator("#break-ru")).to_be_focused()
    at_its_middle = """line => {
        const { x, y, width, height } = line.getBoundingClientRect();
        return document.elementFromPoint(x + width / 2, y + height / 2) === line;
    }"""
    assert page.locator('[data-letters-of="break-ru"]').evaluate(at_its_middle)


def test_what_the_hub_refused_goes_when_the_field_says_something_of_its_own(
    browser: Browser, live_hub: LiveHub
) -> None:
    page = browser.new_context(locale="ru-RU").new_page()
    sign_in(page, live_hub, Role.ORGANISER, "Айгүл Қасымқызы", "/setup")
    page.locator("#title").fill("")
    page.locator("#title").press("Enter")
    expect(page.locator("#title-wrong")).to_be_visible()
    page.locator("#title").fill("я" * 287)
    expect(page.locator('[data-letters-of="title"]')).to_contain_text("87")
    expect(page.locator("#title-wrong")).to_be_hidden()
    line = page.locator('[data-letters-of="title"]').get_attribute("id")
    expect(page.locator("#title")).to_have_attribute("aria-describedby", f"{line} title-hint")
