"""One card at a time: by hand, by itself, taken back, and never out of order."""

import pytest

from speaker_timer import cards
from speaker_timer.actions import Action, Tap, apply
from speaker_timer.cards import CardKind, Stage
from speaker_timer.rundown import Rundown
from tests.speaker_timer.days import MINUTE, MORNING, day, talks


def at(minutes: float) -> int:
    """Minutes after the morning's beginning."""
    return MORNING + int(minutes * MINUTE)


class Hall:
    """A talk that began at minute 0, and what its displays show."""

    def __init__(self, *minutes: int, questions: int = 0, **facts: int | None) -> None:
        plans = talks(*minutes, questions=questions, facts=facts)
        self.rundown: Rundown = apply(day(*plans), Tap(Action.START_NEXT), at(0))
        self.stage = Stage()

    def tap(self, minute: float, action: Action, amount: int | None = None) -> None:
        """A host's tap; `amount` in minutes."""
        after = apply(self.rundown, Tap(action, None if amount is None else amount * MINUTE), at(minute))
        self.go(after, minute)

    def go(self, after: Rundown, minute: float) -> None:
        """The rundown becomes another."""
        self.stage = cards.follow(self.stage, self.rundown, after, at(minute))
        self.rundown = after

    def send(self, minute: float, kind: CardKind) -> None:
        self.stage = cards.send(self.stage, self.rundown, kind, "", at(minute))

    def take_back(self, minute: float) -> None:
        self.stage = cards.take_back(self.stage, self.rundown, at(minute))

    def shows(self, *minutes: float) -> list[str]:
        """What is on at these minutes, if nobody does anything."""
        found = (cards.shown(self.rundown, self.stage, at(minute)) for minute in minutes)
        return [str(cue.kind) if cue else "" for cue in found]


def test_cards_go_by_themselves_at_their_thresholds() -> None:
    assert Hall(20).shows(9.9, 10, 14.9, 15, 20, 30) == ["", "10", "10", "5", "stop", "stop"]


def test_a_threshold_may_be_off_or_anywhere() -> None:
    assert Hall(20, card_10_s=None, card_5_s=60, card_stop_s=None).shows(10, 19, 21) == ["", "5", "5"]


def test_a_talk_that_is_shorter_than_a_threshold_never_shows_it() -> None:
    assert Hall(8).shows(0, 3, 8) == ["", "5", "stop"]


def test_thresholds_in_the_wrong_order_show_no_earlier_card_after_a_later_one() -> None:
    assert Hall(20, card_10_s=120, card_5_s=300).shows(15, 18, 20) == ["5", "5", "stop"]


def test_a_card_by_hand_stays_until_a_later_threshold() -> None:
    hall = Hall(20)
    hall.send(8, CardKind.FIVE)
    assert hall.shows(8, 10, 15, 20) == ["5", "5", "5", "stop"]


def test_a_message_gives_way_to_the_next_threshold() -> None:
    hall = Hall(20)
    hall.send(12, CardKind.MESSAGE)
    assert hall.shows(12, 14, 15) == ["message", "message", "5"]


def test_a_card_taken_back_does_not_come_back_and_the_next_one_comes() -> None:
    hall = Hall(20)
    hall.take_back(11)
    assert hall.shows(11, 14, 15) == ["", "", "5"]


def test_a_card_that_was_never_shown_is_not_taken_for_one_that_was_taken_back() -> None:
    hall = Hall(20)
    hall.take_back(11)
    hall.tap(12, Action.ADD, -5)
    assert hall.shows(12) == ["5"]


def test_a_card_taken_back_stays_away_when_time_is_given_and_taken_again() -> None:
    hall = Hall(20)
    hall.take_back(11)
    hall.tap(12, Action.ADD, 5)
    hall.tap(12.5, Action.ADD, -5)
    assert hall.shows(12.5, 15) == ["", "5"]


def test_time_that_is_given_takes_a_card_away_that_would_be_a_lie() -> None:
    hall = Hall(20)
    hall.send(15, CardKind.FIVE)
    hall.tap(16, Action.ADD, 5)
    assert hall.shows(16, 19.9, 20) == ["10", "10", "5"]


def test_a_threshold_jumped_over_is_a_new_card() -> None:
    hall = Hall(20)
    hall.tap(9, Action.ADD, -5)
    cue = cards.shown(hall.rundown, hall.stage, at(9))
    assert cue is not None
    assert (cue.kind, cue.since) == (CardKind.TEN, at(9))


def test_questions_take_the_speakers_cards_away_and_only_stop_comes_then() -> None:
    hall = Hall(30, questions=10)
    hall.tap(16, Action.QUESTIONS)
    assert hall.shows(16, 25, 29.9, 30) == ["", "", "", "stop"]


def test_going_back_to_the_talk_shows_no_card_twice() -> None:
    hall = Hall(30, questions=10)
    hall.tap(16, Action.QUESTIONS)
    hall.tap(16.5, Action.TALK)
    assert hall.shows(16.5, 20) == ["", "stop"]


def test_stop_comes_at_the_slots_end_though_the_talk_had_overrun_into_questions() -> None:
    hall = Hall(30, questions=10)
    hall.tap(22, Action.QUESTIONS)
    assert hall.shows(22, 29, 30) == ["", "", "stop"]


def test_the_next_item_begins_without_cards() -> None:
    hall = Hall(20, 20)
    hall.send(19, CardKind.STOP)
    hall.tap(20, Action.START_NEXT)
    assert hall.shows(20, 29, 30) == ["", "", "10"]


def test_a_card_by_hand_survives_a_pause_that_is_undone() -> None:
    hall = Hall(20)
    hall.tap(2, Action.PAUSE)
    before = hall.rundown
    hall.tap(3, Action.RESUME)
    hall.send(4, CardKind.MESSAGE)
    hall.go(before, 4.5)
    assert hall.shows(4.5, 60) == ["message", "message"]


def test_a_card_between_two_items_is_shown_too() -> None:
    hall = Hall(20)
    hall.tap(20, Action.FINISH)
    hall.send(21, CardKind.MESSAGE)
    assert hall.shows(21, 90) == ["message", "message"]


@pytest.mark.parametrize("kind", list(CardKind))
def test_each_card_has_a_key_of_its_own_each_time(kind: CardKind) -> None:
    hall = Hall(20)
    keys: set[str] = set()
    for minute in (1, 2):
        hall.send(minute, kind)
        keys.update(cue.key for cue in cards.cues(hall.rundown, hall.stage))
    assert sum(f"-{kind}-" in key and "-at" not in key for key in keys) == 2


def passed_over(hall: Hall) -> list[str]:
    """The cards that hosts are told were never shown."""
    return [str(kind) for kind in hall.stage.passed_over]


def test_a_card_that_was_shown_is_not_passed_over() -> None:
    by_itself, by_hand = Hall(20), Hall(20)
    by_itself.send(12, CardKind.FIVE)
    by_hand.send(3, CardKind.TEN)
    by_hand.send(5, CardKind.FIVE)
    assert (passed_over(by_itself), passed_over(by_hand)) == ([], [])


def test_a_card_stays_passed_over_whatever_comes_after_it() -> None:
    hall = Hall(20)
    hall.send(5, CardKind.FIVE)
    assert passed_over(hall) == ["10"]
    hall.send(17, CardKind.STOP)
    assert passed_over(hall) == ["10"], "of the two before «Stop» the second was shown"
    hall.take_back(18)
    assert passed_over(hall) == ["10"]
    hall.send(19, CardKind.TEN)
    assert passed_over(hall) == [], "shown by hand after all"


def test_a_card_that_will_come_again_was_not_passed_over() -> None:
    taken_back, given_time = Hall(20), Hall(20)
    taken_back.send(5, CardKind.FIVE)
    taken_back.take_back(6)
    given_time.send(5, CardKind.STOP)
    given_time.tap(6, Action.ADD, 10)
    assert (passed_over(taken_back), passed_over(given_time)) == ([], [])
    assert given_time.shows(20) == ["10"]


def test_time_that_is_taken_past_two_thresholds_passes_the_first_over() -> None:
    hall = Hall(20)
    hall.tap(5, Action.ADD, -12)
    assert (hall.shows(5), passed_over(hall)) == (["5"], ["10"])


def test_the_next_item_begins_with_all_its_cards() -> None:
    hall = Hall(20, 20)
    hall.send(5, CardKind.STOP)
    hall.tap(10, Action.START_NEXT)
    assert passed_over(hall) == []
