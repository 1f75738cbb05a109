"""When a screen that has gone away is somebody's trouble."""

from hub.programme.kinds import Kind
from signage.trouble import AWAY_MS, MINUTE, Hours, Watched, away, hours
from speaker_timer.actions import Action, Tap, apply
from speaker_timer.rundown import Rundown
from tests.speaker_timer.days import MORNING, day, planned, talks

NEEDED = Hours(MORNING, MORNING + 60 * MINUTE)


def screen(heard_at: int, name: str = "Экран 1") -> Watched:
    return Watched(name, name, "у лестницы", heard_at)


def seminar_day() -> Rundown:
    """Registration from 08:30, talks from 09:00 to 10:00."""
    return day(planned(9, Kind.REGISTRATION, MORNING - 30 * MINUTE, 30 * MINUTE), *talks(30, 30))


def test_it_is_trouble_after_half_a_minute_and_not_before() -> None:
    heard = MORNING + 10 * MINUTE
    assert away([screen(heard)], NEEDED, heard + AWAY_MS - 1) == []
    assert away([screen(heard)], NEEDED, heard + AWAY_MS) == [screen(heard)]


def test_before_and_after_the_day_nobody_is_troubled() -> None:
    long_ago = screen(MORNING - 600 * MINUTE)
    assert away([long_ago], NEEDED, NEEDED.begin - 1) == []
    assert away([long_ago], NEEDED, NEEDED.end) == []
    assert away([long_ago], None, MORNING) == []


def test_a_screen_that_was_off_overnight_has_half_a_minute_of_the_morning() -> None:
    off = screen(MORNING - 600 * MINUTE)
    assert away([off], NEEDED, NEEDED.begin + AWAY_MS - 1) == []
    assert away([off], NEEDED, NEEDED.begin + AWAY_MS) == [off]


def test_the_longest_away_comes_first() -> None:
    first, second = screen(MORNING, "Экран 2"), screen(MORNING + MINUTE)
    assert away([second, first], NEEDED, MORNING + 5 * MINUTE) == [first, second]


def test_the_screens_are_needed_from_half_an_hour_before_registration_to_the_end() -> None:
    assert hours(seminar_day(), MORNING) == Hours(MORNING - 60 * MINUTE, MORNING + 60 * MINUTE)


def test_without_registration_in_the_programme_half_an_hour_is_taken_for_it() -> None:
    assert hours(day(*talks(30)), MORNING) == Hours(MORNING - 60 * MINUTE, MORNING + 30 * MINUTE)


def test_a_day_that_nobody_runs_ends_as_planned() -> None:
    found = hours(seminar_day(), MORNING + 300 * MINUTE)
    assert found is not None
    assert found.end == MORNING + 60 * MINUTE


def test_a_late_day_ends_later() -> None:
    begun = apply(seminar_day(), Tap(Action.START_NEXT), MORNING + 20 * MINUTE)
    found = hours(begun, MORNING + 20 * MINUTE)
    assert found is not None
    assert found.end == MORNING + 80 * MINUTE


def test_without_a_programme_there_is_no_day() -> None:
    assert hours(Rundown(), MORNING) is None
