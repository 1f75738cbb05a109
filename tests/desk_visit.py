"""What people do in the browser at a seminar: come in by PIN, sit down at a desk, read a verdict."""

import re

from playwright.sync_api import Page, expect

from hub.access import Role
from tests.live_hub import LiveHub

# The hub and a browser share one small machine with all other tests.
PATIENCE_MS = 30_000


def sign_in(page: Page, hub: LiveHub, role: Role, name: str, path: str) -> None:
    """Through the door by the role's PIN, and on to `path`."""
    page.set_default_timeout(PATIENCE_MS)
    page.goto(f"{hub.url}{path}")
    page.locator("[name=name]").fill(name)
    page.locator("[name=pin]").fill(hub.pins[role])
    page.locator("[name=pin]").press("Enter")
    page.wait_for_url(f"**{path}")


def sit_down(page: Page, station: str) -> None:
    """Say which desk this is, and wait until the page has the hub's figures."""
    page.locator("#stations").get_by_role("button", name=station, exact=True).click()
    expect(page.locator("[data-figure=registered]")).to_have_text(re.compile(r"\d+"), timeout=PATIENCE_MS)


def expect_verdict(page: Page, outcome: str, *names: str) -> None:
    """The verdict on the screen is of this kind and shows these names."""
    verdict = page.locator(".verdict")
    expect(verdict).to_have_attribute("data-kind", outcome, timeout=PATIENCE_MS)
    for name in names:
        expect(verdict).to_contain_text(name, ignore_case=True, timeout=PATIENCE_MS)


def expect_figures(page: Page, **figures: int) -> None:
    """The live counters: registered, here, ever."""
    for name, figure in figures.items():
        expect(page.locator(f"[data-figure={name}]")).to_have_text(str(figure), timeout=PATIENCE_MS)


def expect_value(page: Page, field: str, value: str) -> None:
    """A field (a selector) holds this."""
    expect(page.locator(field)).to_have_value(value, timeout=PATIENCE_MS)
