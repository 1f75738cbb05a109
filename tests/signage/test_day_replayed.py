"""The whole day of the sample seminar on three screens in real browsers, by a clock that the test moves."""

from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from signage.demo import DESK
from tests.signage.day_hub import HALL, STREET, DayHub, DayScreen, go_to, moment
from tests.signage.sample_day import DAY, Minute

pytestmark = pytest.mark.browser
LONGEST_STEP_MIN = 10


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[DayHub]:
    with DayHub(tmp_path / "hub") as hub:
        yield hub


@pytest.fixture
def screens(browser: Browser, hub: DayHub) -> Iterator[list[DayScreen]]:
    """One upright at the street door, one hung upside down over the hall's, one on the desk on its side."""
    opened = [
        DayScreen(browser, hub, STREET, viewport={"width": 540, "height": 960}),
        DayScreen(browser, hub, HALL, turned=180, viewport={"width": 960, "height": 540}),
        DayScreen(browser, hub, DESK, turned=90, viewport={"width": 800, "height": 600}),
    ]
    yield opened
    for screen in opened:
        screen.close()


def taps(hub: DayHub, screens: list[DayScreen]) -> dict[str, Callable[[], object]]:
    """What is done in the course of the day."""
    return {
        "start_next": lambda: hub.tap("start_next"),
        "finish": lambda: hub.tap("finish"),
        "eat_break": lambda: hub.tap("eat_break", seconds=600),
        "moved": lambda: hub.announce("moved", "Зал 3, второй этаж"),
        "off_and_on": screens[0].page.reload,
    }


def test_the_script_leaves_no_ten_minutes_unseen() -> None:
    at = [moment(minute.clock) for minute in DAY]
    gaps = [(later - sooner) / 60_000 for sooner, later in pairwise(at)]
    assert min(gaps) > 0
    assert max(gaps) <= LONGEST_STEP_MIN


def test_every_screen_shows_the_right_thing_at_every_minute(hub: DayHub, screens: list[DayScreen]) -> None:
    done = taps(hub, screens)
    for minute in DAY:
        go_to(minute.clock, hub, *screens)
        for tap in minute.taps:
            done[tap]()
        are_right(minute, screens)


def are_right(minute: Minute, screens: list[DayScreen]) -> None:
    for screen in screens:
        screen.shows(minute.on(screen.place))
        screen.is_right()
