"""axe finds nothing on any page, in light and dark, at phone and desktop size."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

import pytest
from playwright.sync_api import Browser, BrowserContext

from hub import devices
from hub.access import Role
from hub.app import create_app
from hub.database import db
from hub.folder import Folder
from hub.settings import Settings
from hub.sheets import uploads
from kiosk.selfservice import phone_links
from tests.browser import ROOT
from tests.sample_hub import SampleHub

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
Scheme = Literal["light", "dark"]
PHONE, DESKTOP = (390, 844), (1366, 768)
# Colours do not depend on the size: each is looked at once, in one visit.
SEEN: tuple[tuple[tuple[int, int], Scheme], ...] = ((PHONE, "light"), (DESKTOP, "dark"))
SHARES = 4  # of the pages, so that several may look at them at once
# What answers something other than a page.
NO_PAGES = (
    "/api/",
    "/static/",
    "/healthz",
    "/attendance/list.",
    "/ticket/<code>.png",
    "/badges/now",
    "/badges/advance/now",
    "/badges/layouts/preview.png",
    "/route/photos/",
    "/signs/photos/",
    "/signs/now",
    "/announcements/now",
    "/alarms/now",
    "/timer/speakers/now",
    "/pairing/state",
    "/pairing/now",
    "/signs/paper.pdf",
    "/screen/worker.js",
    "/pairing/worker.js",
)
PUBLIC = ("/sign-in", "/enter/", "/register/")
FIND = "async () => (await axe.run()).violations.map(found => [found.id, found.nodes.map(node => node.html)])"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleHub]:
    with SampleHub(tmp_path_factory.mktemp("sample")) as running:
        yield running


@pytest.fixture(scope="module")
def paths(hub: SampleHub) -> list[str]:
    """Every page, found by the routes themselves so that a new one cannot be forgotten."""
    app = create_app(Settings(data=hub.folder))
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    pages = [rule.rule for rule in rules if not rule.rule.startswith(NO_PAGES)]
    return [_filled(path, hub) for path in sorted(pages)]


def _filled(path: str, hub: SampleHub) -> str:
    places = {
        "/register/<token>": f"/register/{phone_links.new_token(Folder(hub.folder).secret_key())}",
        "<code>": hub.a_ticket(),
        "<shown>": "ABCD",
        "<token>": hub.sign_in_token(),
        "<upload>": an_upload(hub),
        "<device>": a_screen(),
        "<int:printer>": "1",
        "<int:item>": "1",
        "<int:point>": "1",
        "<int:run>": "1",
    }
    for place, value in places.items():
        path = path.replace(place, value)
    assert "<" not in path, f"say what to put into {path}"
    return path


@cache
def a_screen() -> str:
    """A path screen that was let in."""
    with db.connection_context():
        return str(devices.admit(Role.SCREEN, "Экран 1", "").id)


def an_upload(hub: SampleHub) -> str:
    """A list that waits for its confirmation, with rows that are worth a look."""
    rows = "Фамилия;Имя;Телефон\nЦой;Тимур;+7 701 000 00 02\nҚасымқызы;Айгүл;12\n;;+7 701 000 00 09\n"
    return uploads.keep(Folder(hub.folder), "список.csv", rows.encode()).id


@pytest.fixture(scope="module")
def contexts(hub: SampleHub, browser: Browser) -> Iterator[dict[bool, BrowserContext]]:
    """A stranger's pages, and those of somebody who may see everything."""
    rights = {False: {}, True: {"Authorization": f"Bearer {hub.token(Role.ORGANISER)}"}}
    opened = {
        known: browser.new_context(extra_http_headers=headers, reduced_motion="reduce")
        for known, headers in rights.items()
    }
    for context in opened.values():
        context.add_init_script(path=AXE)
    yield opened
    for context in opened.values():
        context.close()


@pytest.mark.parametrize("share", range(SHARES))
def test_axe_finds_nothing(hub: SampleHub, contexts: dict[bool, BrowserContext], paths: list[str], share: int) -> None:
    for path in [*paths, "/no-such-page"][share::SHARES]:
        page = contexts[not path.startswith(PUBLIC)].new_page()
        page.goto(hub.url + path)
        for (width, height), scheme in SEEN:
            page.set_viewport_size({"width": width, "height": height})
            page.emulate_media(color_scheme=scheme)
            assert page.evaluate(FIND) == [], f"{path} at {width} in {scheme}"
            assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), f"{path} beyond {width}"
        page.close()
