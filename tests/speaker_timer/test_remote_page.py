"""The remote's page: its states, what wants the host, and who may see it."""

import re
import sqlite3
from contextlib import closing
from typing import Literal

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser, Page, expect

from hub.access import Role
from tests.browser import ROOT
from tests.conftest import client_as
from tests.live_hub import LiveHub
from tests.speaker_timer.remote_page import PHONE, Remote
from tests.speaker_timer.stage import PATIENCE_MS, Screen, StageHub

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FIND = "async () => (await axe.run()).violations.map(found => [found.id, found.nodes.map(node => node.html)])"
# Everything that one taps and that is on the screen, smaller than a thumb.
SMALL = """() => [...document.querySelectorAll("#remote :is(button, a.button, a.home, summary, input, select)")]
    .filter(one => one.checkVisibility() && one.type !== "checkbox")
    .filter(one => one.getBoundingClientRect().height < 48 || one.getBoundingClientRect().width < 48)
    .map(one => one.outerHTML)"""
ESSENTIALS = ("#now-title", "#now .figure", "#now .next", "#now .late", ".card[data-card=stop]", "#delivery")
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# Tabs whose words all but touch the next one's.
TIGHT = """() => [...document.querySelectorAll(".tabs button")]
    .filter(tab => [...tab.children].some(word => word.getBoundingClientRect().width > tab.clientWidth - 6))
    .map(tab => tab.textContent)"""
PARTS = ("hand", "more", "rundown", "displays")


class EmptyHub(StageHub):
    """A seminar that has no programme yet."""

    def __enter__(self) -> "EmptyHub":
        LiveHub.__enter__(self)
        return self


def violations(page: Page) -> object:
    """What axe finds."""
    if not page.evaluate("() => 'axe' in window"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    return page.evaluate(FIND)


def test_every_part_is_accessible(browser: Browser, hub: StageHub) -> None:
    Screen(browser, hub)
    hub.tap("start_next")
    hub.leave(-41)
    hub.show("stop")
    remote = Remote(browser, hub, reduced_motion="reduce")
    remote.expect_on("stop")
    for scheme in SCHEMES:
        remote.page.emulate_media(color_scheme=scheme)
        remote.page.set_viewport_size(PHONE)
        for part in PARTS:
            remote.open(part)
            assert violations(remote.page) == [], (scheme, part)
            assert remote.page.evaluate(SMALL) == [], (scheme, part)
            assert remote.page.evaluate(TIGHT) == [], part
        remote.page.set_viewport_size({"width": 360, "height": 740})
        expect(remote.page.locator('.tabs [data-slot="count"]')).to_have_text("1/1")
        assert remote.page.evaluate(TIGHT) == [], "a small phone"
        remote.page.set_viewport_size({"width": 1280, "height": 800})
        assert violations(remote.page) == [], (scheme, "laptop")
        assert remote.page.evaluate(SMALL) == [], (scheme, "laptop")
    assert remote.faults == []


def test_the_essentials_fit_on_a_phone_without_scrolling(browser: Browser, hub: StageHub) -> None:
    hub.tap("start_next")
    hub.show("10")
    remote = Remote(browser, hub)
    for width, height in ((390, 844), (360, 640)):
        remote.page.set_viewport_size({"width": width, "height": height})
        for essential in ESSENTIALS:
            expect(remote.page.locator(essential)).to_be_in_viewport(ratio=1)
        overflow = (
            "() => { const main = document.querySelector('main'); return main.scrollHeight - main.clientHeight; }"
        )
        assert remote.page.evaluate(overflow) <= 1
        assert remote.page.evaluate("document.documentElement.scrollWidth") == width
        assert remote.card("stop").evaluate("card => card.offsetHeight") >= 96


def test_a_card_that_nobody_sees_is_told_in_its_place(browser: Browser, hub_alone: StageHub) -> None:
    hub_alone.tap("start_next")
    hub_alone.show("stop")
    remote = Remote(browser, hub_alone, viewport={"width": 360, "height": 640})
    expect(remote.said).to_have_text(remote.word("no_displays"))
    expect(remote.page.locator("#delivery")).to_be_in_viewport(ratio=1)


def test_an_alarm_does_not_move_the_cards(browser: Browser, hub: StageHub) -> None:
    hub.tap("start_next")
    remote = Remote(browser, hub)
    before = remote.card("stop").bounding_box()
    hub.tap("blackout", on=True)
    expect(remote.page.locator("#dark")).to_be_visible()
    assert remote.card("stop").bounding_box() == before


def test_without_a_programme_the_page_says_what_to_do_first(
    browser: Browser, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with EmptyHub(tmp_path_factory.mktemp("empty")) as hub:
        remote = Remote(browser, hub)
        expect(remote.page.locator("#empty")).to_be_visible()
        expect(remote.button("start_next")).to_be_hidden()
        assert violations(remote.page) == []
        assert remote.tap(remote.card("stop"))["card"] == "stop"


def test_before_the_first_tap_it_counts_to_the_start(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    expect(remote.page.locator("#now-title")).to_have_text("Куда уходят заявки")
    expect(remote.page.locator("#now .phase")).to_have_text(remote.word("phase_before"))
    expect(remote.button("pause")).to_be_disabled()
    expect(remote.page.locator("#clock")).to_have_text(re.compile(r"^\d\d:\d\d$"))


def test_who_was_signed_out_is_asked_to_sign_in_again(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    remote.context.clear_cookies()
    remote.take_out()
    expect(remote.page.locator("#door a")).to_be_visible()
    seq = hub.state()["seq"]
    remote.card("stop").click()
    expect(remote.page.locator("#unsent")).to_be_visible()
    assert hub.state()["seq"] == seq


def test_a_missing_speaker_raises_the_phone_with_the_number_to_call(browser: Browser, hub_alone: StageHub) -> None:
    with closing(sqlite3.connect(hub_alone.folder / "seminar.sqlite3", timeout=10)) as base, base:
        base.execute("UPDATE programmeitem SET phone = '+7 701 000 00 01' WHERE speaker LIKE 'Айгүл%'")
    remote = Remote(browser, hub_alone)
    alarm = remote.page.locator("#raised li").first
    expect(alarm.locator("b").first).to_have_text("Айгүл Қасымқызы", timeout=PATIENCE_MS)
    said = [remote.word(f"raised_{why}", speaker="Айгүл Қасымқызы") for why in ("absent", "no_answer")]
    expect(alarm.locator('[data-slot="why"]')).to_have_text(re.compile("|".join(map(re.escape, said))))
    expect(alarm.locator("a")).to_have_attribute("href", "tel:+77010000001")
    alarm.locator("[data-answer=here]").click()
    expect(remote.page.locator("#raised li")).to_have_count(0)


def test_after_the_box_was_off_the_host_says_what_time_it_is(browser: Browser, hub_alone: StageHub) -> None:
    hub_alone.kill()
    with closing(sqlite3.connect(hub_alone.folder / "seminar.sqlite3", timeout=10)) as base, base:
        base.execute("UPDATE steadyclock SET machine_boot = 'an earlier life'")
    hub_alone.start_again()
    remote = Remote(browser, hub_alone)
    doubt = remote.page.locator("#clock-doubt")
    expect(doubt).to_contain_text(remote.word("doubt"))
    assert remote.tap(doubt.locator("[data-clock=phone]"))["clock_doubted"] is False
    expect(doubt).to_be_hidden()
    step_of_the_clock_is_told_and_settled(hub_alone, remote)


def step_of_the_clock_is_told_and_settled(hub: StageHub, remote: Remote) -> None:
    """The hub's wall clock is found three hours off; the host leaves the timer as it is."""
    hub.kill()
    with closing(sqlite3.connect(hub.folder / "seminar.sqlite3", timeout=10)) as base, base:
        base.execute("UPDATE steadyclock SET ahead = ahead + 3 * 3600000")
    hub.start_again()
    remote.connected()
    doubt = remote.page.locator("#clock-doubt")
    hours = remote.word("whole_hours", hours=3)
    expect(doubt.locator("[data-slot=said]")).to_have_text(remote.word("stepped", amount=hours))
    state = remote.tap(doubt.locator("[data-clock=box]"))
    assert (state["clock_doubted"], state["clock_error_ms"]) == (False, 0)
    expect(doubt).to_be_hidden()


def test_only_hosts_and_the_organiser_have_the_remote(app: Flask) -> None:
    for role in Role:
        wanted = 200 if role in {Role.HOST, Role.ORGANISER} else 403
        assert client_as(app, role).get("/timer/remote").status_code == wanted, role


def test_the_first_page_leads_the_host_to_the_remote(app: Flask) -> None:
    host: FlaskClient = client_as(app, Role.HOST)
    assert 'href="/timer/remote"' in host.get("/").text
