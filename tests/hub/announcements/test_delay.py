"""How long a delay is told: until the delayed start and five minutes more."""

import pytest

from hub.announcements.delay import MINUTE_MS, lasts, new_start, read, written

NOW = 1_000_000 * MINUTE_MS


def minutes(text: str, *starts: int) -> float:
    """For how many minutes, with starts so many minutes from now."""
    return lasts(text, NOW, [NOW + start * MINUTE_MS for start in starts]) / MINUTE_MS


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ((), 20),  # no programme: from now on
        ((10, 45), 30),  # told ten minutes ahead
        ((-2, 45), 20),  # told when the start has passed
        ((-28, 20), 40),  # the nearest of two
        ((31,), 20),  # too far away to be meant
    ],
)
def test_it_is_told_until_five_minutes_after_the_delayed_start(starts: tuple[int, ...], expected: int) -> None:
    assert minutes("15", *starts) == expected


@pytest.mark.parametrize("text", ["", "Начнём, когда починят проектор", "9" * 200])
def test_a_delay_in_other_words_is_told_for_half_an_hour(text: str) -> None:
    assert minutes(text) == 30


@pytest.mark.parametrize(
    ("starts", "expected"),
    [
        ((10, 45), 25),
        ((-2, 45), 13),  # told when the start has passed
        ((-20,), None),  # the delay has passed as well: it is not what is meant
        ((31,), None),
        ((), None),
    ],
)
def test_the_new_start_is_known_where_one_is_near(starts: tuple[int, ...], expected: int | None) -> None:
    found = new_start("15", NOW, [NOW + start * MINUTE_MS for start in starts])
    assert found == (None if expected is None else NOW + expected * MINUTE_MS)


@pytest.mark.parametrize("text", ["", "Начнём, когда починят проектор", "181", "20 25", "20 30:00", "9" * 200])
def test_other_words_tell_no_minutes_and_no_start(text: str) -> None:
    assert read(text) is None
    assert new_start(text, NOW, [NOW]) is None
    assert written(text, "10:20") == text


def test_the_clock_is_kept_with_the_minutes() -> None:
    assert read("20") == (20, "")
    assert read(written("20", "10:20")) == (20, "10:20")
    assert written("20", "") == "20"
    assert minutes("20 10:20", 10) == 35
