"""The desk for everybody: by keyboard, under a thumb, for screen readers, over a slow wireless."""

from typing import Literal
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import ROOT
from tests.desk_page import Desk, ask, check_in, put_on_the_list
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser


def test_a_whole_visit_by_keyboard_alone(browser: Browser, hub: LiveHub) -> None:
    put_on_the_list(hub, "timur")
    desk = Desk(browser, hub)
    keys = desk.page.keyboard
    # Enter names nobody as long as the list is that of fewer letters.
    with desk.page.expect_response(lambda answer: answer.url.endswith(f"q={quote('цой')}&limit=20")):
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


def test_a_ticket_scanned_twice_at_once_stays_welcome(browser: Browser, hub: LiveHub) -> None:
    aigul = put_on_the_list(hub, "aigul")["aigul"]
    desk = Desk(browser, hub)
    asked = []
    desk.page.on("request", lambda request: asked.append(request.url) if "check-ins" in request.url else None)
    desk.scan(aigul["code"])
    desk.typist.wait(1)
    desk.typist.scan(aigul["code"])
    desk.verdict("admitted")
    desk.typist.wait(1)
    desk.typist.scan(aigul["code"])
    expect(desk.figure("here")).to_have_text("1")
    desk.verdict("admitted")
    assert len(asked) == 1
    desk.typist.wait(3)
    desk.typist.scan(aigul["code"])
    desk.verdict("repeat")


@pytest.mark.parametrize("how", ["enter", "double click"])
def test_somebody_found_and_taken_twice_at_once_stays_welcome(browser: Browser, hub: LiveHub, how: str) -> None:
    put_on_the_list(hub, "timur")
    desk = Desk(browser, hub)
    asked = []
    desk.page.on("request", lambda request: asked.append(request.url) if "check-ins" in request.url else None)
    desk.search.fill("цой")
    expect(desk.rows).to_have_count(1)
    if how == "enter":
        desk.page.keyboard.press("Enter")
        desk.page.keyboard.press("Enter")
    else:
        desk.rows.locator(".pick").dblclick()
    desk.verdict("admitted")
    expect(desk.figure("here")).to_have_text("1")
    desk.verdict("admitted")
    assert len(asked) == 1


def test_undone_at_once_and_let_in_again_counts(browser: Browser, hub: LiveHub) -> None:
    aigul = put_on_the_list(hub, "aigul")["aigul"]
    desk = Desk(browser, hub)
    desk.scan(aigul["code"])
    desk.verdict("admitted")
    for key, kind in (("Alt+z", "admitted"), ("Alt+a", "undone"), ("Alt+e", "admitted")):
        desk.page.keyboard.press(key)
        desk.verdict(kind)
    expect(desk.figure("here")).to_have_text("1")


def test_a_badge_is_promised_only_where_there_is_a_printer(browser: Browser, hub: LiveHub) -> None:
    aigul = put_on_the_list(hub, "aigul")["aigul"]
    desk = Desk(browser, hub)
    words = desk.page.locator("#words").evaluate(
        "words => words.content.querySelector('[data-word=admitted_next_badge_none]').textContent.trim()"
    )
    desk.scan(aigul["code"])
    expect(desk.verdict("admitted").locator(".next")).to_have_text(words)


@pytest.mark.parametrize("size", [(390, 844), (844, 390)])
def test_the_longest_name_leaves_the_undo_in_view(browser: Browser, hub: LiveHub, size: tuple[int, int]) -> None:
    long = {"surname": "Ёлкина-" * 41 + "Берёзкина", "first_name": "Александровиктория", "company": "ТОО " * 60}
    olga = put_on_the_list(hub, "olga")["olga"]
    ask(hub, "PATCH", f"/api/attendees/{olga['id']}", long)
    desk = Desk(browser, hub, viewport={"width": size[0], "height": size[1]})
    desk.scan(olga["code"])
    shown = desk.verdict("admitted")
    expect(shown.locator("[data-act=undo]")).to_be_in_viewport(ratio=1)
    first = shown.locator(".first")
    one_line = "shown => shown.clientHeight < 2 * parseFloat(getComputedStyle(shown).lineHeight)"
    assert first.evaluate(one_line)
    assert shown.evaluate("shown => shown.scrollWidth <= shown.clientWidth")


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


@pytest.mark.parametrize("size", [(390, 844), (1366, 768)])
def test_an_arrivals_name_has_more_room_than_the_longest_desk(
    browser: Browser, hub: LiveHub, size: tuple[int, int]
) -> None:
    far = "Стол у входа «Северный» Стол у входа «Северный» Стол у входа"
    people = put_on_the_list(hub, "olga", "timur")
    check_in(hub, people["timur"])
    check_in(hub, people["olga"], station=far)
    desk = Desk(browser, hub, viewport={"width": size[0], "height": size[1]})
    line = desk.page.locator("#last li").first
    name, where = line.locator(".name"), line.locator(".where")
    expect(name).to_have_text("Ёлкина-Берёзкина Ольга")
    assert name.evaluate("name => name.clientWidth") > where.evaluate("where => 1.4 * where.clientWidth") > 0
    assert where.evaluate("where => where.clientHeight < 2 * parseFloat(getComputedStyle(where).lineHeight)")
    expect(where).to_have_attribute("title", far)
    expect(desk.page.locator("#last .where").last).to_have_text("Стол 2")


def test_a_first_visit_weighs_under_150_kb_without_the_scanner(browser: Browser, hub: LiveHub) -> None:
    """With Kazakh names on the page, whose letters come in a font file of their own."""
    for person in put_on_the_list(hub, "aigul", "nurlan", "utkir").values():
        check_in(hub, person)
    desk = Desk(browser, hub)
    page = desk.context.new_page()
    network = desk.context.new_cdp_session(page)
    network.send("Network.enable")
    network.send("Network.setCacheDisabled", {"cacheDisabled": True})
    addresses: dict[str, str] = {}
    weights: dict[str, int] = {}
    network.on(
        "Network.responseReceived", lambda event: addresses.update({event["requestId"]: event["response"]["url"]})
    )
    network.on(
        "Network.loadingFinished", lambda event: weights.update({event["requestId"]: event["encodedDataLength"]})
    )
    page.goto("/desk")
    expect(page.locator("#last li")).to_have_count(3)
    page.wait_for_load_state("networkidle")
    assert any("noto-sans-cyrillic-ext" in address for address in addresses.values())
    assert sum(weight for name, weight in weights.items() if not is_scanner(addresses.get(name, ""))) < 150_000


def is_scanner(address: str) -> bool:
    return any(name in address for name in ("scanner_", "camera_", "photo_scan", "typed_text", "ticket_code"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_verdicts_and_dialogs(
    browser: Browser, hub: LiveHub, scheme: Literal["light", "dark"]
) -> None:
    people = put_on_the_list(hub, "aigul", "olga", "timur")
    ask(hub, "POST", f"/api/attendees/{people['olga']['id']}/standing", {"standing": "barred", "because": "student"})
    desk = Desk(browser, hub, color_scheme=scheme)
    axe = (ROOT / "node_modules/axe-core/axe.min.js").read_text(encoding="utf-8")
    desk.page.evaluate(axe)
    for code, kind in (
        (people["aigul"]["code"], "admitted"),
        (people["aigul"]["code"], "repeat"),
        (people["olga"]["code"], "barred"),
    ):
        desk.scan(code)
        desk.verdict(kind)
        assert violations(desk) == [], kind
    desk.page.keyboard.press("Alt+d")
    expect(desk.page.locator("#card")).to_be_visible()
    assert violations(desk) == [], "card"
    desk.page.keyboard.press("Escape")
    desk.search.fill("цой")
    expect(desk.rows).to_have_count(1)
    assert violations(desk) == [], "results"
    desk.page.keyboard.press("Alt+n")
    assert violations(desk) == [], "walk-in"
    desk.page.keyboard.press("Control+Enter")
    expect(desk.page.locator("#walk-in [role=alert]")).to_be_visible()
    assert violations(desk) == [], "walk-in with gaps"


def violations(desk: Desk) -> list[list[object]]:
    found: list[list[object]] = desk.page.evaluate(
        "async () => (await axe.run()).violations.map(one => [one.id, one.nodes.map(node => node.html)])"
    )
    return found
