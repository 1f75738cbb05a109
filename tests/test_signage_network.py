"""Path screens without the hub or their network, and opened anew without it: right, or honest about it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser import wait_for_answer
from tests.network_cut import NetworkCut
from tests.signage.day_hub import HALL, STREET, DayHub, DayScreen, go_to
from tests.signage.sample_day import CRM, DAY, OPENING, TEAM, Minute

pytestmark = pytest.mark.browser
RIGHT_AGAIN_MS = 5_000
MINUTE_MS = 60_000
SMALL = 0.1  # of the glass' height
BADGE = """() => { const box = document.getElementById("away").getBoundingClientRect();
  return box.height / innerHeight; }"""


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[DayHub]:
    with DayHub(tmp_path / "hub") as hub:
        yield hub


class FarHub(DayHub):
    """A running hub as it is seen from behind a network that can be cut."""

    def __init__(self, hub: DayHub, network: NetworkCut) -> None:
        vars(self).update(vars(hub))
        self.network = network

    @property
    def url(self) -> str:
        return self.network.url


@pytest.fixture
def network(hub: DayHub) -> Iterator[NetworkCut]:
    with NetworkCut(hub.port) as network:
        yield network


@pytest.fixture
def far(browser: Browser, hub: DayHub, network: NetworkCut) -> Iterator[DayScreen]:
    """The screen at the street door, behind a network of its own."""
    screen = DayScreen(browser, FarHub(hub, network), STREET, viewport={"width": 960, "height": 540})
    screen.hub = hub
    yield screen
    network.restore()
    screen.close()


def minute(clock: str) -> Minute:
    """What the script of the day says of it."""
    return next(one for one in DAY if one.clock == clock)


def cut_off(clock: str, place: str) -> dict[str, object]:
    """As the script says, and told to be cut off."""
    return {**minute(clock).on(place), "away": True}


def is_small(screen: DayScreen) -> bool:
    """Is what tells of the lost connection small beside the way?"""
    share: float = screen.page.evaluate(BADGE)
    return 0 < share < SMALL


def test_a_hub_killed_in_mid_talk_comes_back_to_the_same_words(browser: Browser, hub: DayHub) -> None:
    screen = DayScreen(browser, hub, HALL, viewport={"width": 960, "height": 540})
    go_to("10:12", hub, screen)
    hub.tap("start_next")
    hub.tap("start_next")
    screen.shows(minute("10:12").on(HALL))
    hub.kill()
    screen.shows(cut_off("10:12", HALL))
    assert is_small(screen)
    hub.pass_time(8 * MINUTE_MS)
    screen.pass_time(8 * MINUTE_MS)
    screen.shows(cut_off("10:20", HALL))
    hub.start_again()
    screen.shows(minute("10:20").on(HALL), RIGHT_AGAIN_MS)
    screen.is_right()
    screen.close()


def test_ten_minutes_without_a_network_pass_a_boundary_rightly(
    hub: DayHub, network: NetworkCut, far: DayScreen
) -> None:
    go_to("11:30", hub, far)
    for _ in (OPENING, CRM, TEAM):
        hub.tap("start_next")
    go_to("11:55", hub, far)
    far.shows({"head": TEAM, "away": False, "clock": "11:55"})
    network.cut()
    far.shows({"head": TEAM, "away": True})
    hub.tap("add", seconds=1200)
    go_to("12:05", hub, far)
    far.shows({**cut_off("11:40", STREET), "lines": ["Продолжим в 12:30"], "clock": "12:05"})
    assert is_small(far)
    network.restore()
    back = {"head": TEAM, "lines": ["Ерлан Сериков, ИП Серикова", "Дальше, в 12:20: Кофе-брейк"], "away": False}
    far.shows(back, RIGHT_AGAIN_MS)
    far.is_right()


def test_a_screen_opened_anew_without_its_network_shows_what_was_right_last(
    browser: Browser, hub: DayHub, network: NetworkCut
) -> None:
    screen = DayScreen(browser, FarHub(hub, network), STREET, service_workers="allow")
    screen.hub = hub
    # Opened once, and nothing more: what it needs is kept by the worker that it brings.
    screen.page.wait_for_function("() => navigator.serviceWorker.controller !== null")
    wait_for_answer(screen.page, "async () => Boolean(await caches.match('/screen'))")
    hub.tap("start_next")
    screen.shows({"head": OPENING, "away": False})
    network.cut()
    screen.page.reload(wait_until="commit")
    screen.shows({"head": OPENING, "away": True, "arrow": "left"})
    network.restore()
    screen.shows({"head": OPENING, "away": False}, RIGHT_AGAIN_MS)
    screen.is_right()
    screen.close()
