"""One hub and one browser for all displays of a module; each test begins before the first tap of the day."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.speaker_timer.stage import StageHub


@pytest.fixture(scope="module")
def stage_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StageHub]:
    with StageHub(tmp_path_factory.mktemp("stage")) as running:
        yield running


@pytest.fixture
def hub(stage_hub: StageHub) -> StageHub:
    """The hub as before the first tap of the day. A test may kill it."""
    stage_hub.rise()
    stage_hub.begin_anew()
    return stage_hub


@pytest.fixture
def hub_alone(hub: StageHub) -> StageHub:
    """The hub with nobody's display."""
    hub.clear_the_hall()
    return hub


@pytest.fixture(autouse=True)
def _pages_are_closed(request: pytest.FixtureRequest) -> Iterator[None]:
    """What a test has opened is gone after it: pages left behind go on asking their hub."""
    opened: Browser | None = request.getfixturevalue("browser") if "browser" in request.fixturenames else None
    before = [] if opened is None else opened.contexts
    yield
    for context in [] if opened is None else opened.contexts:
        if context not in before:
            context.close()
