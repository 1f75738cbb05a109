"""How long a delay is told: until the delayed start and five minutes more."""

import pytest

from hub.announcements.delay import MINUTE_MS, lasts

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
