"""The desk page, as a desk manager uses it: a real hub, a real browser, a scanner's keys."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import launch
from tests.desk_page import Desk, ask, check_in, empty_the_list, put_on_the_list
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser

A_SECOND = 1000


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    opened = launch()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveHub]:
    with LiveHub(tmp_path_factory.mktemp("live")) as hub:
        yield hub


@pytest.fixture
def hub(running: LiveHub) -> LiveHub:
    """A running hub with an empty list. Tests that stop the hub take `hub`, their own."""
    empty_the_list(running)
    return running


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
    form.locator("button[type=submit]").click()
    expect(form.locator(".wrong")).to_be_visible()
    expect(form.locator("[data-do=keep]")).to_be_hidden()
    form.locator("[name=consent]").check()
    form.locator("button[type=submit]").click()
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
    desk.scan(utkir["code"])
    desk.verdict("admitted")
    desk.page.keyboard.press("Alt+c")
    card = desk.page.locator("#card")
    expect(card.locator("[name=email]")).to_have_value("utkir@example.com")
    card.locator("[name=first_name]").fill("Oʻtkirjon")
    card.locator("[type=submit]").click()
    expect(card.locator("h2")).to_have_text("Saidov Oʻtkirjon")
    expect(card.locator("[data-slot=note]")).not_to_be_empty()
    card.locator("[data-act=reprint]").click()
    expect(desk.page.locator("#badges")).to_contain_text("2")


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


def test_a_whole_visit_by_keyboard_alone(browser: Browser, hub: LiveHub) -> None:
    put_on_the_list(hub, "timur")
    desk = Desk(browser, hub)
    keys = desk.page.keyboard
    keys.type("цой", delay=90)
    expect(desk.rows).to_have_count(1)
    keys.press("Enter")
    desk.verdict("admitted")
    keys.press("Alt+g")
    expect(desk.figure("packs")).to_have_text("1")
    keys.press("Tab")
    expect(desk.page.locator(".verdict button:focus")).to_have_count(1)
    keys.press("Alt+x")
    desk.verdict("exited")
    keys.press("Alt+z")
    keys.press("Alt+w")
    desk.verdict("undone")
    keys.press("Escape")
    expect(desk.search).to_be_focused()
    expect(desk.figure("here")).to_have_text("1")


def test_the_list_of_arrivals_holds_still_under_the_thumb(browser: Browser, hub: LiveHub) -> None:
    people = put_on_the_list(hub, "aigul", "timur")
    check_in(hub, people["aigul"])
    desk = Desk(browser, hub)
    last = desk.page.locator("#last")
    expect(last.locator("li")).to_have_count(1)
    last.hover()
    check_in(hub, people["timur"])
    expect(desk.figure("here")).to_have_text("2")
    expect(last.locator("li")).to_have_count(1)
    desk.search.hover()
    expect(last.locator("li")).to_have_count(2)
