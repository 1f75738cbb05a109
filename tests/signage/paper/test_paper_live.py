"""The page in a real browser: each choice shows at once, the button downloads what is shown."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.access import Role
from tests.sample_hub import SampleHub
from tests.signage.paper.printed import read

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleHub]:
    with SampleHub(tmp_path_factory.mktemp("sample")) as running:
        yield running


@pytest.fixture
def page(hub: SampleHub, browser: Browser) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 390, "height": 844},
        extra_http_headers={"Authorization": f"Bearer {hub.token(Role.MINDER)}"},
    )
    opened = context.new_page()
    opened.goto(f"{hub.url}/signs/paper")
    yield opened
    context.close()


def test_a_choice_is_shown_at_once_and_is_what_is_downloaded(page: Page, tmp_path: Path) -> None:
    sheets = page.locator(".paper-sheet")
    every = sheets.count()
    for kind in ("way", "hall", "door", "coffee", "exit", "map"):
        page.locator(f'input[value="{kind}"]').uncheck()
    expect(sheets).to_have_count(1)
    assert every > 1
    page.locator('input[name="also"][value="en"]').check()
    expect(sheets.first).to_contain_text("Registration")
    with page.expect_download() as download:
        page.locator("[data-download]").click()
    file = tmp_path / "signs.pdf"
    download.value.save_as(file)
    (sheet,) = read(file.read_bytes())
    assert "Registration" in sheet.words()
    page.reload()
    expect(sheets).to_have_count(1)


def test_texts_on_the_look_are_as_long_as_on_paper(page: Page) -> None:
    """Whatever typeface the browser has: no line leaves its sheet."""
    outside = page.evaluate(
        """() => [...document.querySelectorAll('.paper-sheet')].flatMap((sheet) => {
            const room = sheet.getBoundingClientRect();
            return [...sheet.querySelectorAll('text')].filter((line) => {
                const box = line.getBoundingClientRect();
                return box.left < room.left || box.right > room.right || box.bottom > room.bottom;
            }).map((line) => line.textContent);
        })"""
    )
    assert outside == []


def test_the_largest_language_does_not_stand_beneath_itself(page: Page) -> None:
    page.locator('select[name="main"]').select_option("kk")
    expect(page.locator('label:has(input[name="also"][value="kk"])')).to_be_hidden()
    expect(page.locator('label:has(input[name="also"][value="ru"])')).to_be_visible()


def test_a_chosen_logo_is_named_in_the_houses_own_words(page: Page) -> None:
    chosen = page.locator(".paper-logo [data-chosen]")
    before = chosen.inner_text()
    page.locator("#logo_file").set_input_files({"name": "Лого.png", "mimeType": "image/png", "buffer": b"-"})
    expect(chosen).to_have_text("Лого.png")
    expect(page.locator("#logo_file")).to_have_css("opacity", "0")
    page.locator("#logo_file").set_input_files([])
    expect(chosen).to_have_text(before)
