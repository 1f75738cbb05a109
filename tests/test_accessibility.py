"""axe finds nothing on any page, in light and dark, at phone and desktop size."""

from collections.abc import Iterator
from functools import cache
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page

from hub import devices
from hub.access import Role
from hub.app import create_app
from hub.database import db
from hub.folder import Folder
from hub.settings import Settings
from hub.sheets import uploads
from tests.browser import ROOT, launch
from tests.sample_hub import SampleHub

pytestmark = pytest.mark.browser

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
SIZES = {"phone": (390, 844), "desktop": (1366, 768)}
SCHEMES: tuple[Literal["light", "dark"], ...] = ("light", "dark")
# What answers something other than a page.
NO_PAGES = (
    "/api/",
    "/static/",
    "/healthz",
    "/attendance/list.",
    "/ticket/<code>.png",
    "/badges/now",
    "/route/photos/",
    "/signs/photos/",
    "/signs/now",
    "/announcements/now",
    "/timer/speakers/now",
    "/pairing/state",
    "/pairing/now",
    "/signs/paper.pdf",
    "/screen/worker.js",
)
PUBLIC = ("/sign-in", "/enter/")
FIND = "async () => (await axe.run()).violations.map(found => [found.id, found.nodes.map(node => node.html)])"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SampleHub]:
    with SampleHub(tmp_path_factory.mktemp("sample")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    opened = launch()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def paths(hub: SampleHub) -> list[str]:
    """Every page, found by the routes themselves so that a new one cannot be forgotten."""
    app = create_app(Settings(data=hub.folder))
    rules = [rule for rule in app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    pages = [rule.rule for rule in rules if not rule.rule.startswith(NO_PAGES)]
    return [_filled(path, hub) for path in sorted(pages)]


def _filled(path: str, hub: SampleHub) -> str:
    places = {
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


@pytest.mark.parametrize("scheme", SCHEMES)
@pytest.mark.parametrize("size", SIZES)
def test_axe_finds_nothing(
    hub: SampleHub, browser: Browser, paths: list[str], size: str, scheme: Literal["light", "dark"]
) -> None:
    width, height = SIZES[size]
    for path in [*paths, "/no-such-page"]:
        context = browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            extra_http_headers={}
            if path.startswith(PUBLIC)
            else {"Authorization": f"Bearer {hub.token(Role.ORGANISER)}"},
        )
        context.add_init_script(path=AXE)
        page: Page = context.new_page()
        page.goto(hub.url + path)
        assert page.evaluate(FIND) == [], f"{path} at {size} in {scheme}"
        assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth"), f"{path} is wider than {size}"
        context.close()
