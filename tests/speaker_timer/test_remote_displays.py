"""What the remote lets in and tends: displays, and links for speakers."""

import re
import uuid

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.speaker_timer.remote_page import PHONE, Remote
from tests.speaker_timer.stage import PATIENCE_MS, Screen, StageHub

pytestmark = pytest.mark.browser


def test_a_display_that_waits_is_let_in_from_the_remote(browser: Browser, hub_alone: StageHub) -> None:
    remote = Remote(browser, hub_alone)
    # A path screen is let in where path screens are minded.
    browser.new_context(base_url=hub_alone.url).new_page().goto("/screen")
    screen = browser.new_context(base_url=hub_alone.url).new_page()
    screen.goto("/timer/display")
    code = screen.locator(".code").inner_text().replace(" ", "")
    talk = hub_alone.state()["next"]["id"]
    hub_alone.ask("POST", f"/api/timer/speakers/{talk}", {"answer": "absent", "id": str(uuid.uuid4())})
    expect(remote.page.locator("#raised li").first).to_be_visible(timeout=PATIENCE_MS)
    line = remote.page.locator("#waiting")
    expect(line).to_contain_text(code, timeout=PATIENCE_MS)
    assert line.evaluate("line => line.offsetHeight") <= 56
    for width, height in ((390, 844), (360, 740)):
        remote.page.set_viewport_size({"width": width, "height": height})
        for essential in (
            "#raised li",
            "#now-title",
            "#now .who .soft",
            "#now .figure",
            ".card[data-card=stop]",
            "#delivery",
        ):
            expect(remote.page.locator(essential).first).to_be_in_viewport(ratio=1)
    line.click()
    expect(line).to_be_hidden()
    banner = remote.page.locator(f"#pairings [data-code='{code}']")
    expect(banner).to_contain_text(code)
    banner.locator("input").fill("Дисплей у сцены")
    banner.locator("button").click()
    expect(banner).to_have_count(0)
    expect(remote.said).to_have_text(remote.word("here", shown=1, count=1), timeout=PATIENCE_MS)


def test_whoever_names_a_display_goes_on_writing_when_another_asks(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    remote.open("displays")
    for name in ("У сц", ""):
        screen = browser.new_context(base_url=hub.url).new_page()
        screen.goto("/timer/display")
        code = screen.locator(".code").inner_text().replace(" ", "")
        written = remote.page.locator(f"#pairings [data-code='{code}'] input")
        expect(written).to_be_visible(timeout=PATIENCE_MS)
        if name:
            written.fill(name)
    expect(remote.page.locator("#pairings input:focus")).to_have_value("У сц")
    count = remote.page.locator("#pairings li").count()
    expect(remote.page.locator("#waiting")).to_have_text(remote.word("pairings", count=count))


def test_displays_that_wait_are_offered_names_of_their_own(browser: Browser, hub_alone: StageHub) -> None:
    remote = Remote(browser, hub_alone)
    remote.open("displays")
    codes, offered = [], []
    for number in range(2):
        screen = browser.new_context(base_url=hub_alone.url).new_page()
        screen.goto("/timer/display")
        codes.append(screen.locator(".code").inner_text().replace(" ", ""))
        field = remote.page.locator(f"#pairings [data-code='{codes[number]}'] input")
        expect(field).not_to_have_value("", timeout=PATIENCE_MS)
        offered.append(field.input_value())
    assert offered[0] != offered[1]
    hub_alone.ask("POST", "/api/pairings", {"code": codes[0], "name": "У сцены"})
    left = remote.page.locator(f"#pairings [data-code='{codes[1]}'] input")
    expect(left).to_have_value(offered[0], timeout=PATIENCE_MS)


def test_a_display_is_renamed_told_apart_and_removed(browser: Browser, hub_alone: StageHub) -> None:
    screen = Screen(browser, hub_alone)
    remote = Remote(browser, hub_alone)
    remote.open("displays")
    line = remote.page.locator(".screen", has=remote.page.locator("form")).first
    line.locator("summary").first.click()
    line.locator("[name=name]").fill("У сцены слева")
    line.locator("[name=view]").select_option("wall")
    line.locator("[name=chime]").check()
    line.locator("[type=submit]").click()
    expect(line.locator("[data-slot=name]")).to_have_text("У сцены слева")
    told = screen.line()
    assert (told["name"], told["view"], told["chime"]) == ("У сцены слева", "wall", True)
    line.locator("[data-do=identify]").click()
    line.locator(".sure summary").click()
    line.locator("[data-do=remove]").click()
    expect(remote.page.locator("#screens .screen")).to_have_count(0)
    expect(screen.page.locator(".code")).to_be_visible(timeout=PATIENCE_MS)


def test_a_link_for_a_speaker_is_shown_large_lets_a_phone_in_and_is_closed(browser: Browser, hub: StageHub) -> None:
    hub.tap("start_next")
    remote = Remote(browser, hub)
    remote.open("displays")
    remote.page.locator("#link-name").fill("Нұрлан Әбдіқадыров")
    remote.page.locator("#new-link button").click()
    shown = remote.page.locator("#new-link-shown")
    expect(shown.locator("img")).to_be_visible()
    assert shown.locator("img").evaluate("picture => picture.offsetWidth") > 300
    path = "/timer/watch/" + shown.locator("[data-slot=address]").inner_text().rpartition("/")[2]
    shown.locator("button").click()
    phone = browser.new_context(base_url=hub.url, viewport=PHONE).new_page()
    watches_by_itself(phone, path)
    remote.page.reload()
    remote.connected()
    remote.open("displays")
    link = remote.page.locator("#watch-links li")
    expect(link).to_contain_text("Нұрлан Әбдіқадыров")
    expect(link.locator("[data-slot=phones]")).to_have_text(remote.word("phones", count=1))
    link.locator("button").click()
    expect(link).to_have_count(0)
    expect(phone.locator("#figure")).to_have_count(0, timeout=PATIENCE_MS)


def watches_by_itself(phone: Page, path: str) -> None:
    """A speaker's phone goes through the link's page without a touch, and its figure runs."""
    phone.goto(path, wait_until="commit")
    phone.wait_for_url("**/timer/display", timeout=PATIENCE_MS)
    figure = phone.locator("body.view-watch #figure")
    expect(figure).to_have_text(re.compile(r"^(30:00|29:\d\d)$"))
    expect(figure).not_to_have_text(figure.inner_text())
