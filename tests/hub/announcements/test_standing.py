"""What stands at a moment, and the number by which pages tell the newer news from the older."""

from hub.announcements.models import Announcement
from hub.announcements.standing import Standing, fold
from hub.announcements.telling import Kind

NOON = 1_795_849_200_000
MINUTE = 60_000


def told(seq: int, at: int, kind: Kind = Kind.FREE, ends: int | None = None, back: int | None = None) -> Announcement:
    """An announcement; moments are minutes after noon."""
    return Announcement(
        seq=seq,
        id=f"{seq}",
        kind=kind,
        at=NOON + at * MINUTE,
        expires_at=None if ends is None else NOON + ends * MINUTE,
        taken_back_at=None if back is None else NOON + back * MINUTE,
    )


def at(minute: int, *rows: Announcement) -> Standing:
    return fold(rows, NOON + minute * MINUTE)


def ids(held: Standing) -> list[str]:
    return [stand.row.id for stand in held.stands]


def test_before_the_first_announcement_nothing_stands() -> None:
    assert at(0) == Standing(0, (), None)


def test_an_announcement_stands_until_its_end_and_not_a_moment_longer() -> None:
    row = told(1, 0, ends=10)
    assert ids(fold([row], NOON + 10 * MINUTE - 1)) == ["1"]
    assert ids(at(10, row)) == []
    assert at(5, row).next_end == NOON + 10 * MINUTE


def test_one_without_an_end_stands_until_it_is_taken_back() -> None:
    assert ids(at(600, told(1, 0))) == ["1"]
    assert ids(at(600, told(1, 0, back=20))) == []


def test_every_beginning_and_every_end_makes_the_number_grow() -> None:
    rows = [told(1, 0, ends=10), told(2, 5, back=7), told(3, 20)]
    seen = [at(minute, *[row for row in rows if row.at <= NOON + minute * MINUTE]).seq for minute in (0, 5, 7, 10, 20)]
    assert seen == [1, 2, 3, 4, 5]


def test_taking_back_what_has_expired_counts_once() -> None:
    assert at(30, told(1, 0, ends=10, back=20)).seq == 2


def test_each_announcement_knows_in_which_standing_it_appeared() -> None:
    rows = [told(1, 0, ends=10), told(2, 5), told(3, 20)]
    assert [(stand.row.id, stand.seq) for stand in at(20, *rows).stands] == [("2", 2), ("3", 4)]


def test_an_evacuation_comes_after_everything_told_later() -> None:
    held = at(5, told(1, 0, Kind.EVACUATION), told(2, 3))
    assert ids(held) == ["2", "1"]


def test_the_next_end_is_the_nearest() -> None:
    assert at(1, told(1, 0, ends=30), told(2, 0), told(3, 0, ends=5)).next_end == NOON + 5 * MINUTE
