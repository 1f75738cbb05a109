"""The desk page, as a desk manager uses it: a real hub, a real browser, a scanner's keys."""

import pytest
from playwright.sync_api import Browser, expect

from tests.desk_page import Desk, ask, check_in, put_on_the_list
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser

A_SECOND = 1000


def test_a_scan_greets_by_the_first_name_and_says_what_to_give(browser: Browser, hub: LiveHub) -> None:
    aigul = put_on_the_list(hub, "aigul")["aigul"]
    desk = Desk(browser, hub)
    desk.scan(aigul["code"])
    verdict = desk.verdict("admitted")
    expect(verdict.locator(".first")).to_have_text("Айгүл")
    expect(verdict.locator(".rest")).to_have_text("Қасымқызы")
    expect(verdict.locator(".company")).to_have_text("ТОО «Алма Трейд» — Директор")
    expect(verdict.locator(".next")).not_to_be_empty()
    expect(desk.search).to_have_value("")
    expect(verdict).to_be_hidden(timeout=8 * A_SECOND)
    assert desk.faults == []


def test_a_repeat_says_when_and_at_which_desk(browser: Browser, hub: LiveHub) -> None:
    aigul = put_on_the_list(hub, "aigul")["aigul"]
    check_in(hub, aigul)
    desk = Desk(browser, hub)
    desk.scan(aigul["code"])
    word = desk.verdict("repeat").locator(".word")
    expect(word).to_contain_text("2")
    expect(word).to_have_text(repeat_in_words(desk, hub))


def repeat_in_words(desk: Desk, hub: LiveHub) -> str:
    """The word as it should be, from what the hub says of the first entry; the seminar is in Almaty, UTC+5."""
    [person] = ask(hub, "GET", "/api/attendees?q=%D2%9B%D0%B0%D1%81%D1%8B%D0%BC")["attendees"]
    hour, minute = person["first_entry"][11:16].split(":")
    said = desk.page.evaluate(
        "() => document.querySelector('#words').content.querySelector('[data-word=repeat]').textContent"
    )
    return str(said).strip().replace("{when}", f"{(int(hour) + 5) % 24:02}:{minute}, стол 2")


@pytest.mark.parametrize("spelling", ["касымкызы", "Kassymkyzy", "айгул касым", "0001", "алма"])
def test_a_person_is_found_in_any_spelling_and_checked_in_by_enter(
    browser: Browser, hub: LiveHub, spelling: str
) -> None:
    put_on_the_list(hub, "aigul", "timur")
    desk = Desk(browser, hub)
    desk.search.fill(spelling)
    expect(desk.rows).to_have_count(1)
    desk.page.keyboard.press("Enter")
    expect(desk.verdict("admitted").locator(".first")).to_have_text("Айгүл")
    expect(desk.search).to_have_value("")


def test_arrows_choose_among_those_found(browser: Browser, hub: LiveHub) -> None:
    put_on_the_list(hub, "aigul", "timur", "nurlan")
    desk = Desk(browser, hub)
    desk.search.fill("7")
    expect(desk.rows).to_have_count(0)
    desk.search.fill("а")
    expect(desk.rows.first).to_have_attribute("aria-selected", "true")
    desk.page.keyboard.press("ArrowDown")
    expect(desk.rows.nth(1)).to_have_attribute("aria-selected", "true")
    desk.page.keyboard.press("Escape")
    expect(desk.search).to_have_value("")


def test_an_undo_at_one_desk_shows_at_the_other_within_a_second(browser: Browser, hub: LiveHub) -> None:
    aigul = put_on_the_list(hub, "aigul")["aigul"]
    one, other = Desk(browser, hub), Desk(browser, hub, "Стол 2")
    one.scan(aigul["code"])
    one.verdict("admitted")
    expect(other.figure("here")).to_have_text("1", timeout=A_SECOND)
    expect(other.page.locator("#last li")).to_have_count(1, timeout=A_SECOND)
    other.scan(aigul["code"])
    other.verdict("repeat").locator("[data-act=undo]").click()
    other.page.locator(".verdict [data-reason=wrong_person]").click()
    other.verdict("undone")
    expect(one.figure("here")).to_have_text("0", timeout=A_SECOND)
    expect(one.figure("ever")).to_have_text("0")


def test_a_walk_in_begins_with_what_was_searched_and_ends_checked_in(browser: Browser, hub: LiveHub) -> None:
    desk = Desk(browser, hub)
    desk.search.fill("цой тимур +77010000002")
    desk.page.locator("#none button").click()
    form = desk.page.locator("#walk-in")
    assert [form.locator(f"[name={name}]").input_value() for name in ("surname", "first_name", "phone")] == [
        "Цой",
        "Тимур",
        "+77010000002",
    ]
    for text in ("ИП Серикова", "РОП", "", "timur@example.com"):
        if text:
            form.locator("input:focus").fill(text)
        desk.page.keyboard.press("Enter")
    form.locator("[name=consent]").check()
    desk.page.keyboard.press("Control+Enter")
    expect(desk.verdict("admitted").locator(".first")).to_have_text("Тимур")
    expect(form).to_be_hidden()
    expect(desk.search).to_have_value("")
    [person] = ask(hub, "GET", "/api/attendees?q=timur")["attendees"]
    assert (person["walk_in"], person["status"], person["station"]) == (True, "here", "Стол 1")


def test_a_doubtful_phone_may_be_kept_as_written(browser: Browser, hub: LiveHub) -> None:
    desk = Desk(browser, hub)
    desk.page.keyboard.press("Alt+n")
    form = desk.page.locator("#walk-in")
    for name, text in {
        "surname": "Ёлкина-Берёзкина",
        "first_name": "Ольга",
        "company": "ОсОО Бишкек Мебель",
        "position": "Бухгалтер",
        "phone": "12",
        "email": "olga@example.com",
    }.items():
        form.locator(f"[name={name}]").fill(text)
    form.locator("[name=consent]").check()
    expect(form.locator("[data-do=keep]")).to_be_hidden()
    form.locator("button[type=submit]").click()
    expect(form.locator("[name=phone]")).to_be_focused()
    expect(form.locator("[name=phone]")).to_have_accessible_description(form.locator("[role=alert]").inner_text())
    form.locator("[data-do=keep]").click()
    expect(desk.verdict("admitted").locator(".first")).to_have_text("Ольга")


def test_a_scan_over_an_open_form_shows_its_verdict_and_keeps_what_was_typed(browser: Browser, hub: LiveHub) -> None:
    aigul = put_on_the_list(hub, "aigul")["aigul"]
    desk = Desk(browser, hub)
    desk.page.keyboard.press("Alt+n")
    surname = desk.page.locator("#walk-in [name=surname]")
    surname.press_sequentially("Сай")
    desk.scan(aigul["code"])
    verdict = desk.verdict("admitted")
    assert verdict.evaluate(
        "shown => document.elementFromPoint(innerWidth / 2, innerHeight / 3).closest('.verdict') === shown"
    )
    desk.page.keyboard.press("Escape")
    expect(verdict).to_be_hidden()
    expect(surname).to_be_visible()
    expect(surname).to_have_value("Сай")
    expect(surname).to_be_focused()


def test_a_ticket_of_nobody_leads_to_the_search_by_typing_on(browser: Browser, hub: LiveHub) -> None:
    put_on_the_list(hub, "timur")
    desk = Desk(browser, hub)
    desk.scan("KAB2222222222222")
    shown = desk.verdict("malformed")
    desk.page.keyboard.type("цой", delay=90)
    expect(shown).to_be_hidden()
    expect(desk.rows).to_have_count(1)


def test_a_cancelled_registration_is_restored_and_checked_in_by_one_tap(browser: Browser, hub: LiveHub) -> None:
    timur = put_on_the_list(hub, "timur")["timur"]
    ask(hub, "POST", f"/api/attendees/{timur['id']}/standing", {"standing": "cancelled"})
    desk = Desk(browser, hub)
    desk.scan(timur["code"])
    desk.verdict("cancelled").locator("[data-act=restore]").click()
    desk.verdict("admitted")


def test_barring_takes_two_taps_and_one_of_two_reasons(browser: Browser, hub: LiveHub) -> None:
    olga = put_on_the_list(hub, "olga")["olga"]
    desk = Desk(browser, hub)
    desk.search.fill("берёзкина")
    desk.rows.locator("[data-do=details]").click()
    card = desk.page.locator("#card")
    card.locator("[data-ask=bar]").click()
    expect(card.locator("[data-standing=barred]")).to_have_count(2)
    card.locator("[data-because=competitor]").click()
    expect(card.locator("[data-act=restore_only]")).to_be_visible()
    desk.scan(olga["code"])
    expect(desk.verdict("barred").locator(".first")).to_have_text("Ольга")


def test_packs_and_questionnaires_are_one_tap_each_and_counted(browser: Browser, hub: LiveHub) -> None:
    aigul = put_on_the_list(hub, "aigul")["aigul"]
    desk = Desk(browser, hub)
    desk.scan(aigul["code"])
    shown = desk.verdict("admitted")
    for act in ("pack", "questionnaire", "returned"):
        shown.locator(f"[data-act={act}]").click()
        expect(shown.locator(f"[data-act={act}]")).to_have_attribute("aria-pressed", "true")
    for figure in ("packs", "questionnaires", "questionnaires_returned"):
        expect(desk.figure(figure)).to_have_text("1")
    shown.locator("[data-act=pack]").click()
    expect(desk.figure("packs")).to_have_text("0")


def test_a_name_is_corrected_and_the_badge_printed_again(browser: Browser, hub: LiveHub) -> None:
    utkir = put_on_the_list(hub, "utkir")["utkir"]
    desk = Desk(browser, hub)
    card = desk.card(utkir["code"])
    expect(card.locator("[name=email]")).to_have_value("utkir@example.com")
    card.locator("[name=first_name]").fill("Oʻtkirjon")
    card.locator("[type=submit]").click()
    expect(card.locator("h2")).to_have_text("Saidov Oʻtkirjon")
    expect(card.locator("[data-slot=note]")).not_to_be_empty()
    card.locator("[data-act=reprint]").click()
    expect(desk.page.locator("#badges")).to_contain_text("2")
