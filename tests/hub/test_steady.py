"""The steady clock ticks by the time since boot, survives lives of the hub, and knows when it cannot know."""

import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from hub import clock, steady
from hub.models import SteadyClock

HOUR = 3_600_000
START = 1_800_000_000_000


@dataclass(slots=True)
class Machine:
    """A machine's two clocks, ms, and its boot."""

    wall: int = START
    since_boot: int = 50_000
    boot: str = "first"

    def goes_on(self, by: int) -> None:
        self.wall += by
        self.since_boot += by

    def is_off(self, by: int, *, keeps_time: bool) -> None:
        """Off and on again; without a clock battery its wall clock stands meanwhile."""
        self.wall += by if keeps_time else 0
        self.since_boot, self.boot = 3_000, f"{self.boot}+"

    def wakes(self) -> None:
        steady.wake(self.boot)


@pytest.fixture
def machine(database: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Machine]:
    machine = Machine()
    monkeypatch.setattr(time, "clock_gettime_ns", lambda _which: machine.since_boot * 1_000_000)
    monkeypatch.setattr(clock, "now", lambda: machine.wall)
    SteadyClock.delete().execute()
    machine.wakes()
    yield machine
    monkeypatch.undo()
    steady.wake("")


def test_it_begins_at_the_wall_clock_and_ticks_without_it(machine: Machine) -> None:
    assert steady.now() == START
    machine.goes_on(1_000)
    machine.wall += HOUR
    assert steady.now() == START + 1_000
    assert steady.error_of_wall() == HOUR
    machine.wall -= 2 * HOUR
    assert steady.now() == START + 1_000


def test_another_life_on_the_same_boot_goes_on_exactly(machine: Machine) -> None:
    machine.goes_on(7_000)
    machine.wall -= 3 * HOUR
    machine.wakes()
    assert (steady.now(), steady.doubted(), steady.set_number()) == (START + 7_000, False, 0)


def test_after_a_reboot_it_goes_on_from_the_wall_clock_in_doubt(machine: Machine) -> None:
    machine.is_off(60_000, keeps_time=True)
    machine.wakes()
    assert (steady.now(), steady.doubted(), steady.set_number()) == (START + 60_000, True, 1)


def test_after_a_reboot_it_is_never_behind_what_it_has_saved(machine: Machine) -> None:
    machine.goes_on(9_000)
    steady.save()
    machine.wall = START - HOUR
    machine.is_off(60_000, keeps_time=False)
    machine.wakes()
    assert steady.now() == steady.woke_at() == START + 9_000


def test_a_machine_that_does_not_know_its_boot_is_doubted_at_each_start(machine: Machine) -> None:
    machine.boot = ""
    for number in (1, 2):
        machine.wakes()
        assert (steady.doubted(), steady.set_number()) == (True, number)


def test_it_is_doubted_until_somebody_says_the_time(machine: Machine) -> None:
    machine.is_off(60_000, keeps_time=False)
    machine.wakes()
    machine.wakes()
    assert steady.doubted()
    assert steady.set_to(START + 65_000) == 65_000
    assert (steady.now(), steady.doubted()) == (START + 65_000, False)
    machine.wakes()
    assert (steady.now(), steady.doubted()) == (START + 65_000, False)


def test_what_a_person_left_between_the_clocks_is_told_no_more_whichever_is_right(machine: Machine) -> None:
    steady.set_to(START - 2 * HOUR)
    assert steady.error_of_wall() == 0
    machine.wakes()
    assert steady.error_of_wall() == 0
    machine.wall -= 2 * HOUR  # the wall clock is mended: both agree
    assert steady.error_of_wall() == 0
    machine.wall += HOUR
    assert abs(steady.error_of_wall()) == HOUR


def test_a_setting_that_fails_leaves_the_clock_as_it_was(machine: Machine) -> None:
    def fail() -> None:
        with steady.setting():
            steady.set_to(START + HOUR)
            raise OSError("the disk is full")

    with pytest.raises(OSError, match="full"):
        fail()
    assert (steady.now(), steady.set_number()) == (START, 0)
