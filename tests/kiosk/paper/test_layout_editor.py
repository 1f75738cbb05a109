"""Arranging a badge in a browser: by mouse, by arrow keys, by numbers."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from hub.access import Role
from tests.browser import launch
from tests.sample_hub import SampleHub

pytestmark = pytest.mark.browser


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[SampleHub]:
    with SampleHub(tmp_path) as running:
        yield running


@pytest.fixture
def page(hub: SampleHub) -> Iterator[Page]:
    browser = launch()
    headers = {"Authorization": f"Bearer {hub.token(Role.ORGANISER)}"}
    context = browser.new_context(viewport={"width": 1366, "height": 900}, extra_http_headers=headers)
    opened = context.new_page()
    trouble: list[str] = []
    opened.on("pageerror", lambda error: trouble.append(str(error)))
    yield opened
    browser.close()
    assert trouble == []


def number(page: Page, name: str) -> float:
    """What a field says."""
    return float(page.locator(f'[name="{name}"]').input_value())


def drag(page: Page, what: str, across: float, down: float) -> None:
    """Hold something in its middle and move it by so many pixels."""
    box = page.locator(what).bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.move(x, y)
    page.mouse.down()
    page.mouse.move(x + across / 2, y + down / 2, steps=3)
    page.mouse.move(x + across, y + down, steps=3)
    page.mouse.up()


def test_a_layout_is_arranged_by_mouse_keys_and_numbers_and_saved(hub: SampleHub, page: Page) -> None:
    page.goto(f"{hub.url}/badges/layouts/edit")
    longest = page.locator('.stage img[data-who="longest"]')
    shown = longest.get_attribute("src") or ""
    company = page.locator('.stage-frame[data-kind="company"]')

    drag(page, '.stage-frame[data-kind="company"]', 50, -40)
    expect(company).to_have_class("stage-frame is-chosen")
    expect(page.locator('.editor-element[data-kind="company"]')).to_have_attribute("open", "")
    assert number(page, "company.x") > 5
    assert number(page, "company.y") < 62
    expect(longest).not_to_have_attribute("src", shown)

    x, y, width = (number(page, f"company.{name}") for name in ("x", "y", "width"))
    company.focus()
    for key in ("ArrowRight", "ArrowDown", "Shift+ArrowLeft"):
        company.press(key)
    assert [number(page, f"company.{name}") for name in ("x", "y", "width")] == [x + 0.5, y + 0.5, width - 0.5]

    drag(page, '.stage-frame[data-kind="company"] .stage-corner', 2000, 0)
    assert number(page, "company.x") + number(page, "company.width") == 100, "it ends at the edge"
    page.locator('[name="company.y"]').fill("81")
    expect(page.locator(".editor-problems li").first).to_be_visible()

    page.locator('[name="company.width"]').fill("57")
    page.locator('[name="company.x"]').fill("0")
    page.locator('[name="company.y"]').fill("67")
    expect(page.locator(".editor-problems li")).to_have_count(0)

    page.locator("#paper").select_option("a6")
    expect(page.locator('[name="shape"]')).to_have_value("tall")
    page.locator("#name").fill("Наш бейдж")
    page.locator("[data-save]").click()
    expect(page.locator('[data-layout="Наш бейдж"]')).to_be_visible()
    assert (hub.folder / "layouts" / "Наш бейдж.json").is_file()


def test_a_frame_is_moved_by_a_thumb(hub: SampleHub) -> None:
    browser = launch()
    headers = {"Authorization": f"Bearer {hub.token(Role.ORGANISER)}"}
    context = browser.new_context(
        viewport={"width": 390, "height": 844}, has_touch=True, is_mobile=True, extra_http_headers=headers
    )
    page = context.new_page()
    page.goto(f"{hub.url}/badges/layouts/edit")
    before = number(page, "qr.x")
    frame = page.locator('.stage-frame[data-kind="qr"]')
    frame.scroll_into_view_if_needed()
    box = frame.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    touch = context.new_cdp_session(page)
    for kind, dx in (("touchStart", 0), ("touchMove", -30), ("touchMove", -60)):
        touch.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x + dx, "y": y}]})
    touch.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    assert number(page, "qr.x") < before - 10
    browser.close()
