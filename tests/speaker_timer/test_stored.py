"""What is kept in the database reads back as it was."""

import json

from speaker_timer import stored
from speaker_timer.actions import Action, Tap, apply
from speaker_timer.cards import Card, CardKind, Point, Stage
from speaker_timer.rundown import Rundown
from tests.speaker_timer.days import MORNING, day, talks


def test_an_empty_day_and_a_dark_stage_are_kept() -> None:
    assert stored.rundown(stored.dump(Rundown())) == Rundown()
    assert stored.stage(stored.dump(Stage(blackout=True))) == Stage(blackout=True)


def test_a_day_under_way_is_kept_with_its_kinds_and_cards() -> None:
    rundown = apply(day(*talks(20, 30, questions=5)), Tap(Action.START_NEXT), MORNING)
    kept = stored.rundown(stored.dump(rundown))
    assert kept == rundown
    assert type(kept.slots[0].kind) is type(rundown.slots[0].kind)


def test_a_message_is_kept_letter_by_letter() -> None:
    stage = Stage(
        Card(CardKind.MESSAGE, "Айгүл, жақынырақ «микрофон»\n😀", MORNING, Point(5, -7)),
        Point(3, 4),
        flash=9,
        passed_over=(CardKind.TEN,),
    )
    kept = stored.stage(stored.dump(stage))
    assert kept == stage
    assert type(kept.passed_over[0]) is CardKind


def test_a_stage_kept_before_cards_could_be_passed_over_is_read() -> None:
    kept = json.loads(stored.dump(Stage(flash=9)))
    del kept["passed_over"]
    assert stored.stage(json.dumps(kept)) == Stage(flash=9)
