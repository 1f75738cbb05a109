"""Attendees serve themselves: each kind of ticket, no ticket, troubles; and nobody's data stays for the next."""

import pytest
from playwright.sync_api import Browser, expect

from tests.desk_page import Desk, ask, check_in, put_on_the_list
from tests.kiosk.selfservice.kiosk_visit import Kiosk
from tests.live_hub import LiveHub
from tests.typist import ticket

pytestmark = pytest.mark.browser

VERDICT_MS = 8100
# The pitches that the page sounds.
HEAR = """
window.heard = [];
const start = AudioScheduledSourceNode.prototype.start;
AudioScheduledSourceNode.prototype.start = function (...when) {
  window.heard.push(this.frequency.value);
  return start.apply(this, when);
};"""
NAMES = ("Айгүл", "Қасымқызы", "Алма Трейд", "aigul@", "Тимур", "Цой", "Нұрлан")


def test_a_ticket_a_repeat_and_what_is_no_ticket_of_ours(browser: Browser, hub: LiveHub) -> None:
    people = put_on_the_list(hub, "aigul", "timur", "nurlan")
    check_in(hub, people["timur"])
    ask(hub, "POST", f"/api/attendees/{people['nurlan']['id']}/standing", {"standing": "barred", "because": "student"})
    kiosk = Kiosk(browser, hub, clock=True)
    kiosk.scan(people["aigul"]["code"])
    expect(kiosk.at("welcome").locator("[data-slot=name]")).to_have_text("Айгүл")
    kiosk.scan(people["timur"]["code"])
    expect(kiosk.at("already").locator("[data-slot=name]")).to_have_text("Тимур")
    assert not kiosk.holds("Айгүл", "Цой", "Серикова")
    kiosk.scan(people["nurlan"]["code"])
    kiosk.at("desk")
    assert not kiosk.holds(*NAMES)
    kiosk.page.clock.fast_forward(VERDICT_MS)
    kiosk.at("start")
    for code, screen in (
        (ticket("KQQAAAAAAAAAAA"), "other"),
        (people["aigul"]["code"][:-1], "unread"),
        ("4870204123456", "malformed"),
    ):
        kiosk.scan(code)
        kiosk.at(screen)
        kiosk.page.clock.fast_forward(VERDICT_MS)
        kiosk.at("start")
    assert ask(hub, "GET", "/api/attendance")["here"] == 2
    assert not kiosk.holds(*NAMES)
    assert kiosk.faults == []


def test_each_verdict_has_a_sound_of_its_own(browser: Browser, hub: LiveHub) -> None:
    people = put_on_the_list(hub, "aigul", "timur")
    check_in(hub, people["timur"])
    kiosk = Kiosk(browser, hub)
    kiosk.page.add_init_script(HEAR)
    kiosk.open()
    tunes = []
    for code, screen in (
        (people["aigul"]["code"], "welcome"),
        (people["timur"]["code"], "already"),
        (ticket("KQQAAAAAAAAAAA"), "other"),
    ):
        kiosk.scan(code)
        kiosk.at(screen)
        kiosk.page.wait_for_function("() => window.heard.length > 0")
        tunes.append(kiosk.page.evaluate("() => window.heard.splice(0)"))
    assert len({tuple(tune) for tune in tunes}) == len(tunes), tunes


def test_without_a_ticket_by_surname_and_phone(browser: Browser, hub: LiveHub) -> None:
    put_on_the_list(hub, "timur")
    kiosk = Kiosk(browser, hub)
    kiosk.press("by_name")
    kiosk.at("find")
    kiosk.touch("цой")
    expect(kiosk.page.locator("#find-surname")).to_have_value("Цой")
    kiosk.next()
    for digit in "0002":
        kiosk.touch(digit)
    kiosk.next()
    expect(kiosk.at("welcome").locator("[data-slot=name]")).to_have_text("Тимур")
    kiosk.press("done")
    kiosk.at("start")
    assert not kiosk.holds(*NAMES, "0002")


def test_whoever_guesses_is_sent_to_the_desk(browser: Browser, hub: LiveHub) -> None:
    put_on_the_list(hub, "timur")
    kiosk = Kiosk(browser, hub)
    kiosk.press("by_name")
    for digits in ("1111", "2222", "3333", "4444", "5555", "0002"):
        kiosk.page.locator("#find-surname").fill("Цой")
        kiosk.next()
        kiosk.page.locator("#find-digits").fill(digits)
        kiosk.next()
        if digits != "0002":
            kiosk.at("nobody")
            kiosk.press("again")
            kiosk.at("find")
            expect(kiosk.page.locator("#find-surname")).to_have_value("Цой")
            expect(kiosk.page.locator("#find-digits")).to_have_value(digits)
    expect(kiosk.at("tries").locator("[data-slot=text]")).to_contain_text("1")
    kiosk.press("to_start")
    kiosk.press("by_name")
    assert not kiosk.holds("Цой", "5555", "0002")
    assert ask(hub, "GET", "/api/attendance")["here"] == 0


def test_a_call_rings_at_the_desk_until_somebody_comes(browser: Browser, hub: LiveHub) -> None:
    desk, kiosk = Desk(browser, hub), Kiosk(browser, hub, "Киоск у лифта")
    kiosk.press("call")
    kiosk.at("called")
    bell = desk.page.locator("#calls")
    expect(bell).to_contain_text("Киоск у лифта")
    kiosk.press("done")
    kiosk.press("call")
    kiosk.at("called")
    expect(bell.locator("[data-call]")).to_have_count(1)
    bell.locator("[data-call]").click()
    expect(bell).to_be_hidden()
    kiosk.at("coming")
    expect(kiosk.page.locator("#call")).to_have_attribute("aria-pressed", "true")
    kiosk.press("done")
    kiosk.at("start")
    expect(kiosk.page.locator("#call")).to_have_attribute("aria-pressed", "false")
    kiosk.press("call")
    kiosk.at("called")
    expect(bell.locator("[data-call]")).to_have_count(1)
    assert desk.faults == kiosk.faults == []


def test_the_language_switches_by_a_touch_and_goes_back(browser: Browser, hub: LiveHub) -> None:
    kiosk = Kiosk(browser, hub, clock=True)
    page = kiosk.page
    heading = page.locator("#start-head")
    texts = set()
    for language in ("kk", "uz", "ky", "en", "ru", "kk"):
        kiosk.speak(language)
        expect(page.locator("html")).to_have_attribute("lang", language)
        expect(page.locator("button[data-language][aria-pressed=true]")).to_have_attribute("data-language", language)
        texts.add(heading.inner_text())
    page.clock.fast_forward(61_000)
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    kiosk.speak("uz")
    kiosk.press("by_name")
    page.locator("#find-surname").fill("Saidov")
    page.clock.fast_forward(46_000)
    expect(page.locator("#still")).to_be_visible()
    page.locator("#still button").click()
    expect(page.locator("#still")).to_be_hidden()
    expect(page.locator("#find-surname")).to_have_value("Saidov")
    page.clock.fast_forward(46_000)
    expect(page.locator("#still [data-slot=text]")).not_to_be_empty()
    page.clock.fast_forward(16_000)
    kiosk.at("start")
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    assert not kiosk.holds("Saidov")


def test_a_scan_interrupts_whatever_was_being_typed(browser: Browser, hub: LiveHub) -> None:
    people = put_on_the_list(hub, "aigul")
    kiosk = Kiosk(browser, hub)
    kiosk.press("new")
    kiosk.at("walk-in")
    kiosk.page.locator("#new-surname").fill("Ёлкина")
    kiosk.scan(people["aigul"]["code"])
    kiosk.at("welcome")
    kiosk.press("done")
    assert not kiosk.holds("Ёлкина", "Айгүл")


def test_nothing_leads_away(browser: Browser, hub: LiveHub) -> None:
    kiosk = Kiosk(browser, hub)
    page = kiosk.page
    assert page.locator("a, iframe, select, [contenteditable]").count() == 0
    ask_menu = "() => !document.body.dispatchEvent(new MouseEvent('contextmenu', {bubbles: true, cancelable: true}))"
    assert page.evaluate(ask_menu)
    page.go_back()
    for keys in ("F5", "Control+r", "Alt+ArrowLeft", "Control+p", "Backspace", "F11"):
        page.keyboard.press(keys)
    kiosk.at("start")
    assert page.url.endswith("/kiosk")
    drop = "() => !document.body.dispatchEvent(new DragEvent('drop', {bubbles: true, cancelable: true}))"
    assert page.evaluate(drop)


def test_the_organisers_words_reach_an_open_kiosk(browser: Browser, hub: LiveHub) -> None:
    people = put_on_the_list(hub, "aigul")
    kiosk = Kiosk(browser, hub)
    desk = Desk(browser, hub)
    desk.page.goto("/kiosk/words")
    desk.page.locator("#desk-ru").fill("Стол регистрации справа")
    desk.page.locator("#scan-ru").fill("Сканер справа")
    desk.page.locator("main button.primary").click()
    expect(desk.page.locator("#scan-ru")).to_have_value("Сканер справа")
    expect(kiosk.page.locator("[data-saying=scan]")).to_have_text("Сканер справа")
    kiosk.scan(people["aigul"]["code"])
    expect(kiosk.at("welcome").locator("[data-slot=text]")).to_contain_text("Стол регистрации справа")
