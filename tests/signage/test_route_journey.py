"""The organiser walks from two street doors to the desk with a phone; a helper puts signs up; an attendee follows."""

import re

import pytest
from playwright.sync_api import Browser, FilePayload, Page, expect

from hub.access import Role
from tests.browser import complaints_of
from tests.desk_visit import PATIENCE_MS, sign_in
from tests.live_hub import LiveHub
from tests.signage.way import shot

pytestmark = pytest.mark.browser
STREET, YARD = "Главный вход", "Вход со двора"
LONG = "Көтерілу алаңындағы екінші қабаттың дәлізі, Oʻtkir Saidov kabinetidan keyin, за поворотом у кадки с фикусом"


def phone(browser: Browser, *, script: bool = True) -> Page:
    """Somebody's phone, with cookies of its own."""
    context = browser.new_context(
        locale="ru-RU", viewport={"width": 390, "height": 844}, has_touch=True, java_script_enabled=script
    )
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    return page


def jpeg(content: bytes) -> FilePayload:
    """What a phone's camera hands over."""
    return {"name": "IMG.jpg", "mimeType": "image/jpeg", "buffer": content}


def draw(page: Page, place: str, arrow: str, colour: str, *, then: str = "next", **more: str) -> None:
    """Fill a point's form as one does while walking: photo, name, arrow."""
    page.locator("#photo_file").set_input_files(jpeg(shot(colour=colour)))
    page.locator("#place").fill(place)
    page.locator(f"#point .tile:has(input[name=arrow][value={arrow}])").click()
    for name, value in more.items():
        if name == "means":
            page.locator(f".means .tile:has([value={value}])").click()
        elif name == "entrance":
            page.locator("#entrance").select_option(value)
        else:
            page.locator(f"#{name}").fill(value)
    page.locator(f"button[name=then][value={then}]").click()
    expect(page.locator(".message.go")).to_contain_text(place[:20])


def test_a_way_is_drawn_while_walking_put_up_and_followed(live_hub: LiveHub, browser: Browser) -> None:
    page = phone(browser)
    complaints = complaints_of(page)
    sign_in(page, live_hub, Role.ORGANISER, "Айгүл Қасымқызы", "/signs/route")
    for door in (STREET, YARD):
        page.locator("#entrance-name").fill(door)
        page.locator("#entrances form.filter button").click()
    page.locator(".add-point a").click()
    draw(page, "Дверь с улицы", "door", "brown", entrance=STREET, floor="1")
    draw(page, "Холл", "right", "green", metres="40")
    draw(page, "Лестница", "lift", "blue", entrance="", then="list")
    page.locator(".add-point a").click()
    draw(page, LONG, "left", "purple", means="screen", floor="2", then="list")

    warned = page.locator(".concerns li")
    expect(warned).to_have_count(4)  # far apart, out by lift, no way out from the desk, nothing from the yard
    expect(warned.last).to_contain_text(YARD)
    page.locator("#entrances .row", has_text=YARD).locator("a").click()
    draw(page, "Ворота", "up", "black", entrance=YARD, means="person", then="list")
    expect(warned).to_have_count(3)
    names = page.locator(".point h3")
    expect(names).to_contain_text(["Дверь с улицы", "Холл", "Ворота", "Лестница", LONG])
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")

    page.locator(".point h3 a", has_text="Лестница").click()
    page.locator("details.more > summary").click()
    page.locator(".group:has(#exit_arrow-label) summary").click()
    page.locator(".tile:has(input[name=exit_arrow][value=stairs_down])").click()
    page.locator(".save .primary").click()
    expect(warned).to_have_count(2)

    page.locator(".route-head .ways .button").first.click()
    page.locator(".point", has_text="Холл").locator("button[value=up]").click()
    expect(names.first).to_contain_text("Холл")
    page.locator(".point", has_text="Холл").locator("button[value=down]").click()
    expect(names.first).to_contain_text("Дверь с улицы")
    put_up(browser, live_hub)
    follow(browser, live_hub)
    assert complaints == []


def put_up(browser: Browser, hub: LiveHub) -> None:
    """Нұрлан ticks two signs, one of them by its photo alone, and takes one tick back."""
    page = phone(browser)
    sign_in(page, hub, Role.DESK, "Нұрлан Әбдіқадыров", "/signs/route")
    page.locator(".point", has_text="Дверь с улицы").locator("button[value=yes]").click()
    expect(page.locator(".stands")).to_contain_text(re.compile(r"1\D+6"))
    stairs = page.locator(".point", has_text="Лестница")
    stairs.locator("input[type=file]").set_input_files(jpeg(shot(colour="orange")))
    expect(page.locator(".stands")).to_contain_text(re.compile(r"2\D+6"))
    expect(stairs.locator(".tick-sign img")).to_be_visible()
    expect(stairs).to_contain_text("Нұрлан Әбдіқадыров")
    stairs.locator("summary").click()
    stairs.locator("button[value=no]").click()
    expect(page.locator(".stands")).to_contain_text(re.compile(r"1\D+6"))


def follow(browser: Browser, hub: LiveHub) -> None:
    """A stranger comes by the yard; the page is light, all its pictures are there, and it names nobody."""
    page = phone(browser, script=False)
    page.goto(f"{hub.url}/route")
    expect(page.locator("main li h2")).to_have_count(5)
    page.locator(".doors a", has_text=YARD).click()
    expect(page.locator("main li h2")).to_contain_text(["Ворота", "Лестница", LONG])
    assert "Нұрлан" not in page.content()
    assert "Айгүл" not in page.content()
    reader = phone(browser)
    reader.goto(f"{hub.url}/route", wait_until="load")
    sizes = reader.evaluate(
        """() => [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
            .map((entry) => entry.transferSize)"""
    )
    assert sum(sizes) < 150_000
    reader.locator(".languages button[lang=en]").click()
    expect(reader.locator("html")).to_have_attribute("lang", "en")
    for picture in reader.locator("img").all():
        picture.scroll_into_view_if_needed()
        expect(picture).to_have_js_property("naturalWidth", 360)
    assert reader.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_point_is_drawn_and_ticked_without_scripts(live_hub: LiveHub, browser: Browser) -> None:
    page = phone(browser, script=False)
    sign_in(page, live_hub, Role.ORGANISER, "Тимур Цой", "/signs/route")
    page.locator(".add-point a").click()
    page.locator("#photo_file").set_input_files(jpeg(shot(4000, 3000)))
    page.locator("button[value=list]").click()
    expect(page.locator("#place-wrong")).to_be_visible()
    expect(page.locator("[data-preview]")).to_be_visible()
    page.locator("#place").fill("Ворота")
    page.locator("#point .tile:has(input[name=arrow][value=up])").click()
    page.locator("button[value=list]").click()
    point = page.locator(".point", has_text="Ворота")
    expect(point.locator(".photo img")).to_be_visible()
    point.locator("input[type=file]").set_input_files(jpeg(shot()))
    point.locator("button[value=yes]").click()
    expect(point.locator(".tick-sign img")).to_be_visible()
