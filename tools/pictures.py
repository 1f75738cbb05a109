"""All pictures of docs/pictures, from a running sample seminar: `make pictures`.

The desk and each of its verdicts at every size, the other pages on a phone and a laptop, and some of it in dark;
`--all DIR` takes every page at every size in both, for a careful look. Times and codes differ from run to run, nothing
else does.
"""

import argparse
import sqlite3
import tempfile
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from hub.access import Role
from tests.browser import ROOT, launch
from tests.desk_page import Desk
from tests.desk_visit import sign_in
from tests.sample_hub import SampleHub

TARGET = ROOT / "docs" / "pictures"
LIST = ROOT / "tests" / "samples" / "google-forms.csv"
SIZES = {
    "phone": (390, 844),
    "tablet": (820, 1180),
    "laptop": (1366, 768),
    "wide": (1920, 1080),
    "upright": (1080, 1920),
}
HELD = ("phone", "tablet")
SCHEMES = ("light", "dark")
PAGES = {
    "home": "/",
    "import": "/import",
    "badges": "/badges",
    "attendance": "/attendance",
    "setup": "/setup",
    "setup-entry": "/setup/entry",
    "setup-consent": "/setup/consent",
    "setup-audit": "/setup/audit",
    "not-found": "/no-such-page",
}
PAGES_AT = ("phone", "laptop")
# Whose ticket shows which verdict, as the sample seminar is staged.
VERDICTS = {"admitted": "expected", "repeat": "here", "barred": "barred", "cancelled": "cancelled"}
WHO = {
    "expected": "presence = 'expected' AND barred IS NULL AND NOT cancelled",
    "here": "presence = 'here'",
    "barred": "barred IS NOT NULL",
    "cancelled": "cancelled",
}


@dataclass(frozen=True, slots=True)
class Looks:
    """A size and a scheme, and where their pictures go."""

    size: str
    scheme: str
    folder: Path

    @property
    def options(self) -> dict[str, Any]:
        """For a new browser context."""
        width, height = SIZES[self.size]
        touch = self.size in HELD
        return {
            "viewport": {"width": width, "height": height},
            "color_scheme": self.scheme,
            "locale": "ru-RU",
            "has_touch": touch,
            "is_mobile": touch,
        }

    def keep(self, page: Page, name: str) -> None:
        """Take a picture once the letters are there."""
        page.wait_for_function("() => document.fonts.status === 'loaded'")
        path = self.folder / f"{name}-{self.size}-{self.scheme}.png"
        page.screenshot(path=path, animations="disabled")


def main() -> None:
    """Make every picture anew."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--all", type=Path, metavar="DIR", help="every page at every size in light and dark, into DIR")
    folder: Path | None = parser.parse_args().all
    with tempfile.TemporaryDirectory() as home, SampleHub(Path(home)) as hub:
        browser = launch()
        for size in SIZES:
            for scheme in SCHEMES:
                looks = Looks(size, scheme, folder or TARGET)
                if folder or (size in PAGES_AT and scheme == "light"):
                    _doors(browser, hub, looks)
                    _pages(browser, hub, looks)
                if folder or scheme == "light" or size == "laptop":
                    _desk(browser, hub, looks)
        browser.close()


def _doors(browser: Browser, hub: SampleHub, looks: Looks) -> None:
    """What is seen without signing in."""
    for name, path in {"sign-in": "/sign-in", "ticket": f"/ticket/{hub.a_ticket()}"}.items():
        page = browser.new_page(**looks.options)
        page.goto(hub.url + path)
        looks.keep(page, name)
        page.close()


def _pages(browser: Browser, hub: SampleHub, looks: Looks) -> None:
    """The organiser's pages, and a list on its way in."""
    context = browser.new_context(**looks.options)
    page = context.new_page()
    sign_in(page, hub, Role.ORGANISER, "Айгерим", "/attendance")
    for name, path in PAGES.items():
        page.goto(hub.url + path)
        looks.keep(page, name)
    page.goto(hub.url + "/import")
    page.locator("input[type=file]").set_input_files(LIST)
    page.wait_for_url("**/import/**")
    looks.keep(page, "import-preview")
    context.close()


def _desk(browser: Browser, hub: SampleHub, looks: Looks) -> None:
    """The desk: waiting, searching, a walk-in, and every verdict."""
    desk = Desk(browser, hub, **looks.options)
    page = desk.page
    looks.keep(page, "desk")
    desk.search.fill("касым")
    desk.rows.first.wait_for()
    looks.keep(page, "desk-search")
    desk.search.fill("Тимур Новый")
    page.locator("#open-walk-in").click()
    looks.keep(page, "walk-in")
    page.keyboard.press("Escape")
    desk.search.fill("")
    for kind, who in VERDICTS.items():
        desk.scan(ticket_of(hub.folder, WHO[who]))
        desk.verdict(kind)
        looks.keep(page, f"verdict-{kind}")
    desk.context.close()


def ticket_of(folder: Path, where: str) -> str:
    """A ticket of somebody as described."""
    with closing(sqlite3.connect(folder / "seminar.sqlite3")) as base:
        code: str = base.execute(f"SELECT code FROM attendee WHERE {where} ORDER BY id LIMIT 1").fetchone()[0]  # noqa: S608
    return code


if __name__ == "__main__":
    main()
