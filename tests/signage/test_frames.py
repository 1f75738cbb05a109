"""What a screen shows and from when: by the plan, by what really goes on, and without a hub."""

from dataclasses import replace

import pytest

from hub.programme.kinds import Kind
from signage.frames import GRACE_MS, Frame, Phase, frames
from speaker_timer.rundown import Rundown, Slot

MINUTE = 60_000
OPENS, TALK, BREAK, LAST = 1, 2, 3, 4
BEGIN = 1_795_838_400_000


def slot(item: int, kind: Kind, start: int, length: int) -> Slot:
    """A slot by minutes after the opening."""
    return Slot(item, kind, BEGIN + start * MINUTE, length * MINUTE, BEGIN + start * MINUTE, length * MINUTE)


def at(minutes: float) -> int:
    return BEGIN + round(minutes * MINUTE)


DAY = Rundown(
    (
        slot(OPENS, Kind.REGISTRATION, 0, 60),
        slot(TALK, Kind.TALK, 60, 30),
        slot(BREAK, Kind.BREAK, 90, 20),
        slot(LAST, Kind.WORKSHOP, 110, 40),
    )
)


def running(item: int, started: float) -> Rundown:
    """The day while an item runs since a minute."""
    done = [
        replace(one, started=one.start, ended=one.start + one.length) if one.item < item else one for one in DAY.slots
    ]
    now = [replace(one, started=at(started)) if one.item == item else one for one in done]
    return Rundown(tuple(now), current=item, since=at(started))


@pytest.mark.parametrize(
    ("minute", "phase", "item"),
    [
        (-90, Phase.ARRIVING, None),
        (59.9, Phase.ARRIVING, None),
        (60, Phase.RUNNING, TALK),
        (90, Phase.BREAK, BREAK),
        (107, Phase.RETURNING, BREAK),
        (110, Phase.RUNNING, LAST),
        (150, Phase.OVER, None),
    ],
)
def test_a_day_that_nobody_runs_goes_by_the_plan(minute: float, phase: Phase, item: int | None) -> None:
    now = frames(DAY, at(minute))[0]
    assert (now.phase, now.item) == (phase, item)


def test_before_the_day_every_frame_to_come_is_known() -> None:
    told = frames(DAY, at(0))
    assert [(one.phase, one.since) for one in told] == [
        (Phase.ARRIVING, 0),
        (Phase.RUNNING, at(60)),
        (Phase.BREAK, at(90)),
        (Phase.RETURNING, at(107)),
        (Phase.RUNNING, at(110)),
        (Phase.OVER, at(150)),
    ]
    assert told[0].following == TALK
    assert told[0].following_at == at(60)


def test_what_runs_is_shown_however_late_it_is() -> None:
    late = frames(running(TALK, started=80), at(85))
    assert late[0] == Frame(at(80), Phase.RUNNING, TALK, at(110), BREAK, at(110))
    assert [one.since for one in late[1:]] == [at(110), at(127), at(130), at(170)]


def test_a_screen_left_alone_gives_an_overrunning_talk_some_minutes() -> None:
    over = frames(running(TALK, started=60), at(95))
    assert over[0].item == TALK
    assert over[1].since == at(95) + GRACE_MS


def test_a_break_calls_back_before_it_ends_and_as_long_as_it_runs_over() -> None:
    begun = running(BREAK, started=95)
    assert [frames(begun, at(minute))[0].phase for minute in (95, 111.9)] == [Phase.BREAK] * 2
    assert [frames(begun, at(minute))[0].phase for minute in (112, 116, 140)] == [Phase.RETURNING] * 3
    assert frames(begun, at(116))[0].following == LAST
    assert frames(begun, at(116))[1].since == at(116) + GRACE_MS


def test_a_break_shorter_than_the_call_calls_at_once() -> None:
    slots = [replace(one, length=2 * MINUTE) if one.item == BREAK else one for one in running(BREAK, started=108).slots]
    assert frames(Rundown(tuple(slots), current=BREAK, since=at(108)), at(108))[0].phase == Phase.RETURNING


def test_a_break_begun_early_lasts_until_the_announced_time_of_what_is_next() -> None:
    early = running(BREAK, started=60)
    now = frames(early, at(60))[0]
    assert (now.phase, now.until, now.following_at) == (Phase.BREAK, at(110), at(110))
    assert [frames(early, at(minute))[0].phase for minute in (85, 106.9, 107)] == [
        Phase.BREAK,
        Phase.BREAK,
        Phase.RETURNING,
    ]


def test_between_two_items_the_next_one_is_awaited() -> None:
    day = running(BREAK, started=90)
    ended = [replace(one, ended=at(110)) if one.item == BREAK else one for one in day.slots]
    told = frames(Rundown(tuple(ended)), at(112))
    assert (told[0].phase, told[0].item, told[0].following) == (Phase.RUNNING, None, LAST)


def test_after_the_last_item_everything_is_over() -> None:
    day = running(LAST, started=110)
    ended = [replace(one, ended=at(150)) if one.item == LAST else one for one in day.slots]
    assert [one.phase for one in frames(Rundown(tuple(ended)), at(151))] == [Phase.OVER]


def test_without_a_programme_there_are_no_frames() -> None:
    assert frames(Rundown(), at(0)) == []
