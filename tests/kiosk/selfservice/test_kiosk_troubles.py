"""A kiosk without its hub, in an evacuation, with a camera; and how it looks to eyes and to screen readers."""

import sqlite3
import uuid
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import ROOT, launch, wait_for_answer
from tests.conftest import CAST
from tests.desk_page import ask, put_on_the_list
from tests.fake_camera import Shot, film
from tests.kiosk.selfservice.kiosk_visit import Kiosk
from tests.live_hub import LiveHub
from tests.printer_emulator import PrinterEmulator
from tests.waiting import until

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FIND = "async () => (await axe.run()).violations.map(found => [found.id, found.nodes.map(node => node.html)])"
SIZES = ((1920, 1080), (1280, 800), (1080, 1920))
PAPER_IS_OUT = "async () => (await (await fetch('/api/kiosk')).json()).paper === 'out'"
LATER = """() => document.querySelector("template[data-words=screen][lang=ru]").content
  .querySelector("[data-word=badge_waits]").textContent"""
# What a browser does when somebody has said that the page may not have the camera.
REFUSE = """navigator.mediaDevices.getUserMedia = async () => {
  throw new DOMException("Permission denied", "NotAllowedError");
};"""
# Nothing to touch is small, under another thing or outside of the screen; text can be read at arm's length.
MEASURE = """() => {
  const seen = (element) => element.checkVisibility() && !element.closest(".seen-by-readers-only, .keyboard, .walk-in");
  const wrong = [];
  for (const button of document.querySelectorAll("#kiosk button")) {
    if (!seen(button)) continue;
    const box = button.getBoundingClientRect();
    const inside = box.left >= 0 && box.top >= 0 && box.right <= innerWidth && box.bottom <= innerHeight;
    if (box.height < 64 || box.width < 64 || !inside) wrong.push([button.outerHTML, JSON.stringify(box)]);
  }
  for (const text of document.querySelectorAll("#kiosk :is(p, h1, h2, button, label)")) {
    if (seen(text) && parseFloat(getComputedStyle(text).fontSize) < 24) wrong.push(["small", text.outerHTML]);
  }
  return wrong;
}"""
SHOW = """(name) => {
  for (const each of document.querySelectorAll("[data-screen]")) each.hidden = each.dataset.screen !== name;
  document.getElementById("kiosk").dataset.at = name;
}"""


def test_a_kiosk_is_served_again_when_its_hub_is_back(browser: Browser, live_hub: LiveHub) -> None:
    people = put_on_the_list(live_hub, "aigul", "olga")
    kiosk = Kiosk(browser, live_hub, clock=True)
    live_hub.kill()
    expect(kiosk.page.locator("#link")).to_be_visible(timeout=15_000)
    kiosk.scan(people["aigul"]["code"])
    kiosk.at("checking")
    kiosk.page.clock.fast_forward(9000)
    kiosk.at("away")
    assert not kiosk.holds(people["aigul"]["code"])
    kiosk.page.clock.fast_forward(40_000)
    kiosk.at("gone")
    expect(kiosk.page.locator("#call")).to_be_hidden()
    kiosk.scan(people["aigul"]["code"])
    kiosk.press("to_start")  # from «One moment» or from what follows: nobody is held
    kiosk.at("gone")
    live_hub.start_again()
    kiosk.page.clock.fast_forward(3000)
    kiosk.at("start")
    expect(kiosk.page.locator("#link")).to_be_hidden()
    expect(kiosk.page.locator("#call")).to_be_visible()
    kiosk.scan(people["olga"]["code"])
    expect(kiosk.at("welcome").locator("[data-slot=name]")).to_have_text("Ольга")
    assert ask(live_hub, "GET", "/api/attendance")["ever"] == 1
    assert kiosk.faults == []


def test_a_hub_that_is_away_for_two_minutes_costs_nobody_who_is_typing(browser: Browser, live_hub: LiveHub) -> None:
    kiosk = Kiosk(browser, live_hub, clock=True)
    page, form = kiosk.page, kiosk.page.locator("[data-walk-in]")
    kiosk.press("new")
    surname, first_name, company, position, email, phone = CAST["nurlan"]
    page.locator("#new-surname").fill(surname)
    live_hub.kill()
    for _ in range(4):
        page.clock.fast_forward(30_000)
        page.locator("#new-surname").press("End")
    expect(page.locator("#link")).to_be_visible()
    expect(page.locator(".own-phone")).not_to_be_visible()  # its address would not open
    kiosk.at("walk-in")
    for name, text in (("first_name", first_name), ("company", company), ("position", position), ("phone", phone)):
        page.locator(f"#new-{name}").fill(text)
        page.locator(f"#new-{name}").press("Enter")
    page.locator("#new-email").fill(email)
    page.locator("#new-email").press("Enter")
    while page.locator('[data-way="read-on"]').is_visible():
        page.locator('[data-way="read-on"]').click()
    page.locator(".agree").click()
    form.locator("[type=submit]").click()
    expect(form).to_have_attribute("data-at", "summary")
    form.locator("[type=submit]").click()
    expect(form.locator("[type=submit]")).to_have_attribute("aria-busy", "true")
    page.clock.run_for(9000)
    trouble = form.locator("[data-trouble]")
    expect(trouble).to_be_visible()
    away = trouble.inner_text()
    live_hub.start_again()
    page.clock.fast_forward(3000)
    expect(page.locator("#link")).to_be_hidden()
    expect(trouble).to_have_attribute("data-code", "back_again")
    expect(trouble).not_to_have_text(away)
    assert form.locator("[data-typed]").all_text_contents() == [surname, first_name, company, position, phone, email]
    form.locator("[type=submit]").click()
    expect(kiosk.at("registered").locator("[data-slot=name]")).to_have_text(first_name)
    assert ask(live_hub, "GET", "/api/attendance")["ever"] == 1
    assert kiosk.faults == []


def test_without_paper_people_come_in_and_hear_that_the_badge_comes_later(browser: Browser, live_hub: LiveHub) -> None:
    people = put_on_the_list(live_hub, "olga")
    kiosk = Kiosk(browser, live_hub)
    with PrinterEmulator("out_of_paper") as printer:
        add_printer(live_hub, printer.address)
        wait_for_answer(kiosk.page, PAPER_IS_OUT)
        kiosk.scan(people["olga"]["code"])
        later = kiosk.page.evaluate(LATER)
        assert later
        expect(kiosk.at("welcome").locator("[data-slot=text]")).to_contain_text(later)
        printer.become("ok")
        assert len(printer.wait_for(1, timeout=30)) == 1
    assert kiosk.faults == []


def add_printer(hub: LiveHub, address: str) -> None:
    """Everybody's printer."""
    with closing(sqlite3.connect(hub.folder / "seminar.sqlite3", timeout=10)) as base, base:
        base.execute(
            "INSERT INTO printer (name, driver, address, is_default, station, state, removed, paper, dpi, layout)"
            " VALUES ('Стойка', 'escpos_network', ?, true, '', 'unknown', false, 'roll80', 203, '')",
            (address,),
        )


def test_an_evacuation_covers_the_kiosk_and_the_hub_knows_it(browser: Browser, hub: LiveHub) -> None:
    kiosk = Kiosk(browser, hub)
    kiosk.press("by_name")
    wish = {"kind": "evacuation", "text": "", "minutes": None, "id": str(uuid.uuid4())}
    ask(hub, "POST", "/api/announcements", wish)
    cover = kiosk.page.locator("#evacuation")
    expect(cover).to_be_visible()
    expect(cover.locator("[data-slot=text]")).not_to_be_empty()
    until(lambda: kiosk.device not in ask(hub, "GET", "/api/announcements")["standing"][0]["missing"])
    assert 'id="evacuation" class="evacuation" role="alert">' in kiosk.page.request.get(f"{hub.url}/kiosk").text()
    ask(hub, "POST", f"/api/announcements/{wish['id']}/take-back", {})
    expect(cover).to_be_hidden()
    kiosk.at("find")


def test_the_camera_reads_a_ticket_beside_the_scanner(hub: LiveHub, tmp_path: Path) -> None:
    people = put_on_the_list(hub, "utkir", "olga")
    browser = launch(
        camera=film(tmp_path / "one.y4m", [Shot(people["utkir"]["code"], side=200, seconds=1)], gap=4, size=(640, 480))
    )
    kiosk = Kiosk(browser, hub)
    expect(kiosk.page.locator("[data-slot=name]:visible")).to_have_text("Oʻtkir")
    expect(kiosk.page.locator("#sight")).not_to_have_attribute("hidden", "")
    kiosk.scan(people["olga"]["code"])
    expect(kiosk.page.locator("[data-screen=welcome] [data-slot=name]")).to_have_text("Ольга")
    browser.close()


def test_a_refused_camera_is_told_and_leaves_the_scanner_and_the_search(browser: Browser, hub: LiveHub) -> None:
    people = put_on_the_list(hub, "olga")
    kiosk = Kiosk(browser, hub)
    kiosk.page.add_init_script(REFUSE)
    kiosk.open()
    expect(kiosk.page.locator("#camera-trouble")).to_be_visible()
    expect(kiosk.page.locator("#hint")).to_be_visible()
    expect(kiosk.page.locator("#sight")).to_be_hidden()
    kiosk.scan(people["olga"]["code"])
    kiosk.at("welcome")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_screen_can_be_read_and_reached(browser: Browser, hub: LiveHub, scheme: str) -> None:
    kiosk = Kiosk(browser, hub, color_scheme=scheme, reduced_motion="reduce")
    page = kiosk.page
    page.evaluate(AXE.read_text(encoding="utf-8"))
    page.locator("#call").click()
    kiosk.at("called")
    names = page.locator("[data-screen]").evaluate_all("all => all.map((each) => each.dataset.screen)")
    for name in set(names) - {"walk-in"}:  # which has words only while it is open: test_form looks at it
        page.evaluate(SHOW, name)
        for number, (width, height) in enumerate(SIZES):
            page.set_viewport_size({"width": width, "height": height})
            assert page.evaluate(MEASURE) == [], f"{name} at {width}x{height}"
            if number == 0:
                assert page.evaluate(FIND) == [], name
