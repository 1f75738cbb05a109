"""Stepping the hub's wall clock moves no countdown; a reboot with a wrong clock is told, and mended by a host."""

import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

from tests.clock_step.stepped_hub import SteppedHub
from tests.speaker_timer.stage import Screen

HOUR = 3_600_000
NEAR = 100


def test_the_machines_own_clocks_are_as_they_are() -> None:
    assert time.time.__module__ == "time"


@pytest.fixture
def hub(tmp_path: Path) -> Iterator[SteppedHub]:
    hub = SteppedHub(tmp_path / "hub")
    with hub:
        hub.tap("start_next")
        yield hub


Ask = Callable[[], dict[str, Any]]


class Truth:
    """What the countdown must be, by this test's own clock, from the first state that was asked for."""

    def __init__(self, ask: Ask) -> None:
        self.asked = time.perf_counter()
        self.state = ask()
        self.told = time.perf_counter()

    def error(self, ask: Ask) -> float:
        """By how much the time left is wrong in a state asked for now, ms beyond what the two requests took."""
        asked = time.perf_counter()
        left: int = ask()["remaining_ms"] - self.state["remaining_ms"]
        most, least = self._since(asked, time.perf_counter())
        return max(0.0, left + least, -left - most)

    def now(self) -> int:
        """The moment it really is by the clock of the first state, ms; right to half of what that request took."""
        since = time.perf_counter() - (self.asked + self.told) / 2
        return int(self.state["now"] + since * 1000)

    def _since(self, asked: float, told: float) -> tuple[float, float]:
        return (told - self.asked) * 1000, (asked - self.told) * 1000


@pytest.mark.parametrize("step", [HOUR, -HOUR])
def test_a_step_of_the_wall_clock_moves_nothing_is_told_and_mended(hub: SteppedHub, step: int) -> None:
    truth = Truth(hub.state)
    assert truth.state["clock_error_ms"] == 0
    hub.step_wall(step)
    assert truth.error(hub.state) < NEAR
    stepped = hub.state()
    assert abs(stepped["clock_error_ms"] - step) < 1000
    assert (stepped["clock_doubted"], stepped["set"]) == (False, truth.state["set"])
    assert truth.error(lambda: hub.show("5")) < NEAR
    assert truth.error(lambda: hub.set_clock(truth.now())) < NEAR
    mended = hub.state()
    assert (mended["clock_error_ms"], mended["card"]) == (0, "5")


def test_a_clock_that_was_wrong_from_the_start_is_set_without_moving_the_countdown(hub: SteppedHub) -> None:
    truth = Truth(hub.state)
    hub.step_wall(HOUR)  # the time of the network has come, and it is the right one
    assert truth.error(lambda: hub.set_clock(truth.now() + HOUR)) < NEAR
    mended = hub.state()
    assert mended["now"] >= truth.state["now"] + HOUR
    assert mended["set"] == truth.state["set"] + 1
    assert mended["clock_error_ms"] == 0
    assert mended["late_ms"] > truth.state["late_ms"] + HOUR // 2


def test_a_crash_of_the_hub_alone_counts_on_exactly_whatever_the_wall_clock_says(hub: SteppedHub) -> None:
    truth = Truth(hub.state)
    hub.kill()
    hub.step_wall(-3 * HOUR)
    hub.start_again()
    assert truth.error(hub.state) < NEAR
    state = hub.state()
    assert not state["clock_doubted"]
    assert state["set"] == truth.state["set"]


@pytest.mark.parametrize("wrong", [-3 * HOUR, 0])
def test_after_a_reboot_the_host_is_asked_and_the_time_off_counts(hub: SteppedHub, wrong: int) -> None:
    hub.show("message", "Громче")
    hub.tap("blackout", on=True)
    truth = Truth(hub.state)
    hub.kill()
    hub.step_wall(wrong)
    hub.boot_anew()
    hub.start_again()
    woken = hub.state()
    assert woken["clock_doubted"]
    assert woken["now"] >= truth.state["now"], "the clock never goes backwards"
    assert woken["set"] > truth.state["set"]
    assert (woken["card"], woken["message"], woken["blackout"]) == ("message", "Громче", True)
    if wrong == 0:
        assert truth.error(hub.state) < NEAR, "a wall clock that is right counts the time off by itself"
    assert truth.error(lambda: hub.set_clock(truth.now())) < NEAR
    mended = hub.state()
    assert (mended["clock_doubted"], mended["seq"]) == (False, truth.state["seq"] + 1)


@pytest.mark.browser
def test_a_display_counts_on_through_a_step_and_through_a_clock_that_is_set(hub: SteppedHub, browser: Browser) -> None:
    screen = Screen(browser, hub)
    truth = Truth(hub.state)
    for step in (HOUR, -HOUR):
        hub.step_wall(step)
        assert truth.error(partial(hub.set_clock, truth.now() + step)) < NEAR
        seq = hub.state()["seq"]
        screen.page.wait_for_function("seq => timerDisplay.glass().seq >= seq", arg=seq)
        assert abs(_seconds(screen.page.inner_text("#figure")) - hub.state()["remaining_ms"] / 1000) < 2
    assert screen.faults == []


def _seconds(figure: str) -> int:
    """«29:59» in seconds."""
    found = re.search(r"(\d+):(\d\d)", figure)
    assert found is not None, figure
    return int(found[1]) * 60 + int(found[2])
