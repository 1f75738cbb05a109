"""The import in a real browser: choosing, looking, correcting a column, confirming with an impatient double click."""

import re
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hub.access import Role
from tests.browser import launch
from tests.desk_visit import PATIENCE_MS, sign_in
from tests.live_hub import LiveHub

pytestmark = pytest.mark.browser

SAMPLES = Path(__file__).parents[2] / "samples"


def attendees(hub: LiveHub, column: str) -> set[str]:
    with sqlite3.connect(hub.folder / "seminar.sqlite3") as base:
        return {value for (value,) in base.execute(f"SELECT {column} FROM attendee")}


def choose(page: Page, hub: LiveHub, file: Path) -> None:
    """Choosing alone sends the form."""
    page.goto(f"{hub.url}/import")
    expect(page.locator("[data-by-hand]")).to_be_hidden()  # from here on a file goes off by itself
    page.locator("#list").set_input_files(file)
    page.wait_for_url(re.compile(r"/import/[\w-]{22}$"))


def test_a_list_is_looked_at_corrected_and_taken_in(live_hub: LiveHub) -> None:
    browser = launch()
    page = browser.new_page(locale="ru-RU")
    page.set_default_timeout(PATIENCE_MS)
    sign_in(page, live_hub, Role.ORGANISER, "Айгүл Қасымқызы", "/import")

    choose(page, live_hub, SAMPLES / "google-forms.csv")
    expect(page.locator("tbody tr")).to_have_count(10)
    company = page.locator(".columns li", has=page.locator("option[value=company][selected]"))
    company.locator("select").select_option("")
    page.locator("#columns button:not([formaction])").click()
    expect(page.locator("option[value=company][selected]")).to_have_count(0)
    page.locator("[formaction$=confirm]").dblclick()
    page.wait_for_url("**/import/runs/1")
    assert attendees(live_hub, "company") == {""}

    choose(page, live_hub, SAMPLES / "google-forms.csv")
    expect(page.locator("option[value=company][selected]")).to_have_count(0)
    browser.close()


def test_a_hostile_file_is_told_in_one_sentence_on_the_same_page(live_hub: LiveHub, tmp_path: Path) -> None:
    noise = tmp_path / "list.xlsx"
    noise.write_bytes(b"PK\x03\x04" + b"\x07" * 4000)
    browser = launch()
    page = browser.new_page(locale="ru-RU")
    page.set_default_timeout(PATIENCE_MS)
    sign_in(page, live_hub, Role.ORGANISER, "Айгүл Қасымқызы", "/import")
    choose(page, live_hub, noise)
    expect(page.locator(".message.stop")).to_be_visible()
    expect(page.locator("#list")).to_be_attached()
    assert attendees(live_hub, "surname") == set()
    browser.close()
