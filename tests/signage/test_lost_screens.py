"""A screen that was lost is told of until it is back, and for a minute longer."""

from signage.lost_screens import BACK_MS, Lost
from signage.trouble import Watched

NOW = 1_000_000
LIFT = Watched("lift", "Экран 1", "У лифта", NOW - 40_000)
DOOR = Watched("door", "Экран 2", "У входа", NOW - 50_000)


def test_one_that_comes_back_is_told_of_for_a_minute() -> None:
    lost = Lost()
    assert lost.look([LIFT, DOOR], [], NOW) == []
    assert lost.look([DOOR], ["lift"], NOW + 1) == [(LIFT, NOW + 1)]
    assert lost.look([DOOR], ["lift"], NOW + BACK_MS) == [(LIFT, NOW + 1)]
    assert lost.look([DOOR], ["lift"], NOW + 1 + BACK_MS) == []


def test_one_that_goes_again_is_not_said_to_be_back() -> None:
    lost = Lost()
    lost.look([LIFT], [], NOW)
    lost.look([], ["lift"], NOW + 1)
    assert lost.look([LIFT], [], NOW + 2) == []


def test_one_that_nobody_needs_any_more_has_not_come_back() -> None:
    lost = Lost()
    lost.look([LIFT], [], NOW)
    assert lost.look([], [], NOW + 1) == []
    assert lost.look([], ["lift"], NOW + 2) == []
