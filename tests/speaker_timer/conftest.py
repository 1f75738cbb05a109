"""One hub and one browser for all displays of a module; each test begins before the first tap of the day."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from tests.browser import launch
from tests.speaker_timer.stage import StageHub


@pytest.fixture(scope="module")
def stage_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StageHub]:
    with StageHub(tmp_path_factory.mktemp("stage")) as running:
        yield running


@pytest.fixture
def hub(stage_hub: StageHub) -> StageHub:
    """The hub as before the first tap of the day."""
    stage_hub.begin_anew()
    return stage_hub


@pytest.fixture
def own_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StageHub]:
    """A hub that a test may kill."""
    with StageHub(tmp_path_factory.mktemp("own")) as running:
        yield running


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    opened = launch()
    yield opened
    opened.close()
