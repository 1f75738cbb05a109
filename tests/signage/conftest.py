"""One path screen at its place on a running hub, for all tests of a module."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.signage.screen_visit import PathHub, PathScreen


@pytest.fixture(scope="module")
def path_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PathHub]:
    with PathHub(tmp_path_factory.mktemp("path")) as running:
        yield running


@pytest.fixture(scope="module")
def paired(path_hub: PathHub, browser: Browser) -> Iterator[PathScreen]:
    """One screen for all tests of this module."""
    screen = PathScreen(browser, path_hub, viewport={"width": 1280, "height": 720})
    yield screen
    screen.close()


@pytest.fixture
def hub(path_hub: PathHub) -> PathHub:
    path_hub.begin_anew()
    path_hub.silence()
    return path_hub


@pytest.fixture
def screen(hub: PathHub, paired: PathScreen) -> PathScreen:
    """The screen at its place, as it was let in."""
    paired.put(point=hub.point, turned=0, theme="bright", languages=["ru"], side_by_side=False)
    paired.phase("running")
    expect(paired.page.locator("#way > .texts .words")).to_have_count(1)  # the test before had more languages
    paired.is_right()
    return paired
