"""What the coordinator knows, and the duty to tell them."""

from dataclasses import replace
from typing import Any

import pytest

from hub.errors import Refusal
from hub.programme import approval, planning
from hub.programme.lines import Line
from hub.programme.models import ProgrammeVersion
from tests.hub.programme.programmes import BY, PRODUCT, TALK, planned

pytestmark = pytest.mark.usefixtures("database")


@pytest.fixture
def talk(database: None) -> Line:
    """An item of an approved programme."""
    kept = planned(PRODUCT, TALK)[1]
    approval.approve(BY)
    return kept


def change(line: Line, **changed: Any) -> None:
    planning.save_item(int(line.id or 0), replace(line, **changed), BY)


def test_before_an_approval_there_is_no_duty() -> None:
    line = planned(TALK)[0]
    change(line, end="11:20")
    assert approval.untold_change() is None


def test_a_change_after_the_approval_is_a_duty_until_it_is_told(talk: Line) -> None:
    assert approval.untold_change() is None
    change(talk, end="11:20", title="Отдел продаж")
    duty = approval.untold_change()
    assert duty is not None
    assert [set(found.fields) for found in duty.changes] == [{"end", "title"}]
    told = approval.tell(BY, duty.version.id)
    assert (told.told_by, told.approved_at) == ("Айгүл Қасымқызы (organiser)", None)
    assert approval.untold_change() is None


def test_what_is_changed_back_is_no_duty(talk: Line) -> None:
    change(talk, end="11:20")
    change(talk, end=talk.end)
    assert approval.untold_change() is None


def test_what_was_told_and_is_changed_back_is_a_duty_again(talk: Line) -> None:
    change(talk, end="11:20")
    approval.tell(BY)
    change(talk, end=talk.end)
    assert approval.untold_change() is not None


def test_a_removed_item_put_back_as_it_was_is_no_duty(talk: Line) -> None:
    planning.remove_item(int(talk.id or 0), BY)
    assert approval.untold_change() is not None
    planning.add_item(TALK, BY)
    assert approval.untold_change() is None


@pytest.mark.parametrize("changed", [{"phone": "+7 701 000 00 09"}, {"card_10_s": None}, {"least_min": 5}])
def test_the_houses_own_business_is_no_duty(talk: Line, changed: dict[str, Any]) -> None:
    change(talk, **changed)
    assert approval.untold_change() is None


def test_the_duty_counts_from_the_first_change_that_lasts(talk: Line) -> None:
    for end in ("11:20", talk.end, "11:25", "11:30"):
        change(talk, end=end)
    moments = [version.at for version in ProgrammeVersion.select().order_by(ProgrammeVersion.id)]
    for number, version in enumerate(ProgrammeVersion.select().order_by(ProgrammeVersion.id)):
        version.at = moments[0] + number * 1000
        version.save()
    duty = approval.untold_change()
    assert duty is not None
    assert duty.since == moments[0] + 3000


def test_another_approval_ends_the_duty_too(talk: Line) -> None:
    change(talk, end="11:20")
    approval.approve(BY)
    assert approval.untold_change() is None


def test_only_what_was_looked_at_is_told_or_approved(talk: Line) -> None:
    change(talk, end="11:20")
    duty = approval.untold_change()
    assert duty is not None
    change(talk, end="11:25")
    for verb in (approval.tell, approval.approve):
        with pytest.raises(Refusal) as told:
            verb(BY, duty.version.id)
        assert told.value.code == "programme_changed_meanwhile"
    assert approval.untold_change() is not None


def test_there_must_be_something_to_tell(talk: Line) -> None:
    with pytest.raises(Refusal) as told:
        approval.tell(BY)
    assert told.value.code == "nothing_to_tell"


def test_there_must_be_something_to_approve() -> None:
    for _ in range(2):
        with pytest.raises(Refusal) as told:
            approval.approve(BY)
        assert told.value.code == "nothing_to_approve"
        added = planning.add_item(TALK, BY)
        planning.remove_item(int(added.id or 0), BY)
