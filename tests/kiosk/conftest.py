"""What the desk's browser tests share: one browser and one hub for a module, an empty list for each test."""

from collections.abc import Iterator

import pytest

from tests.desk_page import empty_the_list
from tests.live_hub import LiveHub


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LiveHub]:
    with LiveHub(tmp_path_factory.mktemp("live")) as hub:
        yield hub


@pytest.fixture
def hub(running: LiveHub) -> LiveHub:
    """A running hub with an empty list. Tests that stop the hub take `hub`, their own."""
    empty_the_list(running)
    return running
