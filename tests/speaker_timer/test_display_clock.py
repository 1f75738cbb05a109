"""The arithmetic that displays and the remote share: what is left, which card is on, what time it is at the hub."""

from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.browser import ROOT

pytestmark = pytest.mark.browser

SCRIPTS = (ROOT / "hub/static/hub/es5/hub_time.js", ROOT / "speaker_timer/static/speaker_timer/timer_clock.js")
STATE: dict[str, Any] = {
    "seq": 7,
    "set": 0,
    "now": 1_000_000,
    "flash": 0,
    "anchor": {"since": 1_000_000, "before": 60_000, "target": 1_500_000, "slot": 1_800_000},
    "cards": [
        {"key": "ten", "card": "10", "text": "", "at": 900_000, "since": None},
        {"key": "stop", "card": "stop", "text": "", "at": 1_500_000, "since": None},
    ],
}


@pytest.fixture(scope="module")
def page(browser: Browser) -> Iterator[Page]:
    opened = browser.new_page()
    for script in SCRIPTS:
        opened.add_script_tag(path=script)
    yield opened
    opened.close()


def ask(page: Page, name: str, *given: object) -> Any:
    """A function of timerClock, called."""
    return page.evaluate("([name, given]) => timerClock[name](...given)", [name, list(given)])


@pytest.mark.parametrize(
    ("ms", "text"),
    [
        (1_800_000, "30:00"),
        (299_001, "5:00"),
        (299_000, "4:59"),
        (1, "0:01"),
        (0, "0:00"),
        (-999, "0:00"),
        (-1_000, "+0:01"),
        (-41_500, "+0:41"),
        (3_600_000, "1:00:00"),
        (-3_661_000, "+1:01:01"),
    ],
)
def test_a_figure_stands_for_a_whole_second_and_zero_is_when_time_is_up(page: Page, ms: int, text: str) -> None:
    assert ask(page, "countText", ms) == text


@pytest.mark.parametrize(("ms", "wait"), [(1_500, 500), (1_000, 1_000), (0.25, 0.25), (0, 1_000), (-300, 700)])
def test_the_next_figure_comes_when_the_second_is_full(page: Page, ms: float, wait: float) -> None:
    assert ask(page, "toNextFigure", ms) == wait


def test_time_runs_from_the_anchor_and_stands_in_a_pause(page: Page) -> None:
    assert ask(page, "remaining", STATE, 1_010_000) == 1_430_000
    assert ask(page, "slotRemaining", STATE, 1_010_000) == 1_730_000
    assert ask(page, "remaining", STATE, 999_000) == 1_440_000, "a clock that is a little behind adds no time"
    paused = {**STATE, "anchor": {**STATE["anchor"], "since": None}}
    assert ask(page, "remaining", paused, 9_000_000) == 1_440_000
    assert ask(page, "remaining", {**STATE, "anchor": None}, 1_010_000) is None


def test_a_break_lasts_until_the_announced_time_of_what_is_next(page: Page) -> None:
    """Begun early it is longer than its own length, whoever looks: the hall, the host and the path screens."""
    pause = {**STATE, "phase": "break", "running": True, "late_ms": 0, "next": {"start": 4_000_000}}
    assert ask(page, "left", pause, 1_010_000) == 2_990_000
    assert ask(page, "left", pause, 3_999_000) == 1_000, "it goes on when its own length is over"
    assert ask(page, "left", {**pause, "next": {"start": 1_500_000}}, 1_010_000) == 1_430_000
    overrun = {**pause, "late_ms": 600_000, "next": {"start": 4_600_000}}
    assert ask(page, "left", overrun, 4_600_000) == -600_000
    assert ask(page, "left", {**pause, "next": None}, 1_010_000) == 1_430_000
    assert ask(page, "left", {**pause, "phase": "talk"}, 1_010_000) == 1_430_000


def test_cards_follow_the_running_time(page: Page) -> None:
    assert ask(page, "cardOn", STATE, 1_839_999) is None
    assert ask(page, "cardNext", STATE, 1_839_999)["key"] == "ten"
    assert ask(page, "cardOn", STATE, 1_840_000)["key"] == "ten"
    assert ask(page, "cardOn", STATE, 2_440_000)["key"] == "stop"
    assert ask(page, "cardNext", STATE, 2_440_000) is None


def test_a_card_is_full_for_half_a_minute_and_stop_stays(page: Page) -> None:
    ten, stop = STATE["cards"]
    assert ask(page, "isFull", STATE, ten, 1_869_999)
    assert not ask(page, "isFull", STATE, ten, 1_870_000)
    assert ask(page, "isFull", STATE, stop, 2_840_000)
    by_hand = {**ten, "at": 60_000, "since": 1_100_000}
    assert ask(page, "isFull", STATE, by_hand, 1_129_999)
    assert not ask(page, "isFull", STATE, by_hand, 1_130_000)


def test_an_older_state_is_not_taken(page: Page) -> None:
    assert ask(page, "isNewer", STATE, None)
    assert ask(page, "isNewer", STATE, STATE)
    assert not ask(page, "isNewer", {**STATE, "seq": 6}, STATE)
    assert ask(page, "isNewer", {**STATE, "seq": 6, "life": "another"}, STATE)


def test_times_of_day_are_the_venues(page: Page) -> None:
    assert ask(page, "clockText", 1_795_341_660_000, 5 * 3_600_000) == "15:01"


@pytest.mark.parametrize(
    ("ms", "text"), [(-1, "0:00"), (999, "0:00"), (22_000, "0:22"), (135_999, "2:15"), (3_900_000, "1:05:00")]
)
def test_what_is_gone_is_written_as_what_is_left(page: Page, ms: int, text: str) -> None:
    assert ask(page, "goneText", ms) == text


def learn(page: Page, *samples: tuple[int, int, int, int]) -> float:
    """The offset after these: hub's moment, its clock's number, sent, got."""
    take = """samples => {
      const offset = new hubTime.Offset();
      for (const [steady, set, sent, got] of samples) offset.take({steady, set}, sent, got);
      return offset.value;
    }"""
    return float(page.evaluate(take, [list(sample) for sample in samples]))


def test_the_quickest_answer_tells_the_time_best(page: Page) -> None:
    assert learn(page, (1_050, 0, 0, 80), (3_002, 0, 2_000, 2_004), (5_060, 0, 4_000, 4_090)) == 1_000


def test_an_answer_that_is_old_counts_no_more(page: Page) -> None:
    assert learn(page, (1_002, 0, 0, 4), (33_029, 0, 32_000, 32_050)) == 1_004


def test_a_clock_that_was_set_makes_all_before_void(page: Page) -> None:
    assert learn(page, (1_002, 0, 0, 4), (903_000, 1, 2_000, 2_100)) == 900_950


def test_a_machine_that_slept_believes_the_new_answer(page: Page) -> None:
    """Its own clock stood meanwhile, so the old answer seems fresh and cannot be true."""
    assert learn(page, (1_002, 0, 0, 4), (63_040, 0, 2_000, 2_100)) == 60_990


def test_a_state_gives_a_first_guess_and_no_more(page: Page) -> None:
    guess = """() => {
      const offset = new hubTime.Offset();
      const before = offset.now();
      offset.guess({now: 5000, set: 0}, 1000);
      const first = offset.value;
      offset.take({steady: 6002, set: 0}, 2000, 2004);
      offset.guess({now: 9999, set: 0}, 2500);
      return [before, first, offset.value];
    }"""
    assert page.evaluate(guess) == [None, 4000, 4000]
