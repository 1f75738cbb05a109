"""The walk-in dialog: what is missing or known already is said before anything is lost or doubled."""

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from tests.conftest import CAST, FIELDS
from tests.desk_page import Desk, ask, put_on_the_list
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser

REQUIRED = ("surname", "first_name", "company", "position", "phone", "email", "consent")
SCREENS = ((1366, 768), (390, 844))


def open_form(desk: Desk) -> Locator:
    desk.page.keyboard.press("Alt+n")
    return desk.page.locator("#walk-in")


def write(form: Locator, name: str, **other: str) -> None:
    """Fill in one of the five people, with `other` texts where given, who agrees."""
    for field, text in {**dict(zip(FIELDS, CAST[name], strict=True)), **other}.items():
        form.locator(f"[name={field}]").fill(text)
    form.locator("[name=consent]").check()


def again(desk: Desk) -> Locator:
    """Айгүл, who is on the list, is written down once more with another phone and another e-mail."""
    form = open_form(desk)
    write(form, "aigul", phone="+7 701 000 00 91", email="other@example.com")
    form.locator("[type=submit]").click()
    expect(form.locator("[role=alert]")).to_contain_text("Алма Трейд")
    return form


def people(hub: LiveHub) -> list[dict[str, object]]:
    found: list[dict[str, object]] = ask(hub, "GET", "/api/attendees?q=kassymkyzy")["attendees"]
    return found


def test_all_that_is_missing_is_marked_at_once_and_named_as_people_call_it(browser: Browser, hub: LiveHub) -> None:
    desk = Desk(browser, hub)
    form = open_form(desk)
    form.locator("[name=surname]").fill("Цой")
    form.locator("[name=company]").fill("   ")
    form.locator("[type=submit]").click()
    expect(form.locator("[name=first_name]")).to_be_focused()
    expect(form.locator("[aria-invalid=true]")).to_have_count(len(REQUIRED) - 1)
    for name in REQUIRED[1:]:
        expect(form.locator(f"[name={name}]")).to_have_accessible_description(
            form.locator(f"#new-{name}-wrong").inner_text()
        )
    said = form.locator("[role=alert]").inner_text()
    assert form.locator("[for=new-phone]").inner_text() in said
    assert not [name for name in REQUIRED if name in said]
    for size in SCREENS:
        desk.page.set_viewport_size({"width": size[0], "height": size[1]})
        expect(form.locator("[type=submit]")).to_be_in_viewport(ratio=1)


def test_a_mark_goes_when_its_field_is_filled_in(browser: Browser, hub: LiveHub) -> None:
    form = open_form(Desk(browser, hub))
    form.locator("[type=submit]").click()
    form.locator("[name=surname]").fill("Цой")
    expect(form.locator("#new-surname-wrong")).to_be_hidden()
    expect(form.locator("[aria-invalid=true]")).to_have_count(len(REQUIRED) - 1)
    expect(form.locator("[role=alert]")).not_to_contain_text(form.locator("[for=new-surname]").inner_text())
    write(form, "timur")
    expect(form.locator("[role=alert]")).to_be_hidden()


def test_all_that_is_too_long_is_marked_and_named_before_it_is_sent(browser: Browser, hub: LiveHub) -> None:
    desk = Desk(browser, hub)
    sent: list[str] = []
    desk.page.on("request", lambda request: sent.append(request.url) if request.method != "GET" else None)
    form = open_form(desk)
    write(form, "timur", company="щ" * 350, position="ы" * 301, email="")
    form.locator("[type=submit]").click()
    expect(form.locator("[aria-invalid=true]")).to_have_count(3)
    expect(form.locator("[name=company]")).to_be_focused()
    expect(form.locator("[name=company]")).to_have_accessible_description(re.compile("50.*300"))
    for name in ("company", "position", "email"):
        expect(form.locator("[role=alert]")).to_contain_text(form.locator(f"[for=new-{name}]").inner_text())
    form.locator("[name=company]").fill("Ромашка" + " " * 400)
    expect(form.locator("[aria-invalid=true]")).to_have_count(2)
    expect(form.locator("#new-company-long")).to_be_hidden()
    assert sent == []


def test_a_correction_that_is_too_long_is_marked_before_it_is_sent(browser: Browser, hub: LiveHub) -> None:
    timur = put_on_the_list(hub, "timur")["timur"]
    card = Desk(browser, hub).card(timur["code"])
    card.locator("[name=position]").fill("щ" * 302)
    card.locator("[name=note]").fill("ы" * 350)
    card.locator("[type=submit]").click()
    expect(card.locator("[aria-invalid=true]")).to_have_count(2)
    expect(card.locator("[name=position]")).to_be_focused()
    expect(card.locator("[data-slot=note]")).to_contain_text(card.locator("[for=card-note]").inner_text())
    card.locator("[name=position]").fill("Менеджер")
    card.locator("[name=note]").fill("")
    expect(card.locator("[aria-invalid=true]")).to_have_count(0)
    card.locator("[type=submit]").click()
    expect(card.locator("[data-slot=company]")).to_contain_text("Менеджер")


def test_somebody_of_the_same_name_and_company_is_looked_up_on_the_list(browser: Browser, hub: LiveHub) -> None:
    put_on_the_list(hub, "aigul")
    desk = Desk(browser, hub)
    form = again(desk)
    form.locator("[data-do=find]").click()
    expect(form).to_be_hidden()
    expect(desk.search).to_have_value("Қасымқызы Айгүл")
    expect(desk.rows).to_have_count(1)
    assert len(people(hub)) == 1


def test_what_was_typed_is_there_again_after_a_look_at_the_list(browser: Browser, hub: LiveHub) -> None:
    put_on_the_list(hub, "aigul")
    desk = Desk(browser, hub)
    again(desk).locator("[data-do=find]").click()
    form = open_form(desk)
    expect(form.locator("[name=phone]")).to_have_value("+7 701 000 00 91")
    expect(form.locator("[type=submit]")).to_be_visible()
    expect(form.locator("[name=consent]")).not_to_be_checked()


def test_another_person_of_the_same_name_and_company_is_registered(browser: Browser, hub: LiveHub) -> None:
    put_on_the_list(hub, "aigul")
    desk = Desk(browser, hub)
    again(desk).locator("[data-do=another]").click()
    expect(desk.verdict("admitted").locator(".first")).to_have_text("Айгүл")
    assert sorted(str(person["status"]) for person in people(hub)) == ["expected", "here"]
