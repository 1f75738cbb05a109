"""Changing the programme: one write, one version, one entry in the audit log."""

import json
from dataclasses import replace
from typing import Any

import pytest

from hub.errors import Refusal
from hub.models import AuditEntry
from hub.programme import planning, versions
from hub.programme.lines import Line
from hub.programme.models import ProgrammeItem, ProgrammeVersion
from tests.hub.programme.programmes import BREAK, BY, EVERYTHING, PRODUCT, TALK, planned

pytestmark = pytest.mark.usefixtures("database")


def actions() -> list[str]:
    return [
        entry.action for entry in AuditEntry.select().order_by(AuditEntry.id) if entry.action.startswith("programme")
    ]


def refusal(line: Line) -> str:
    with pytest.raises(Refusal) as told:
        planning.add_item(line, BY)
    return told.value.code


def test_an_item_is_added_saved_and_removed_each_as_a_version() -> None:
    added = planning.add_item(TALK, BY)
    assert added.id is not None
    planning.save_item(added.id, replace(TALK, title="Отдел продаж"), BY)
    planning.remove_item(added.id, BY)
    assert planning.current() == []
    assert [[line.title for line in versions.content(version)] for version in versions.latest(9)] == [
        [],
        ["Отдел продаж"],
        [TALK.title],
    ]
    assert actions() == ["programme_item_added", "programme_item_changed", "programme_item_removed"]
    assert {version.who for version in versions.latest(9)} == {"Айгүл Қасымқызы (organiser)"}


def test_the_audit_log_tells_what_changed_and_nothing_else() -> None:
    added = planning.add_item(TALK, BY)
    planning.save_item(int(added.id or 0), replace(TALK, end="11:20"), BY)
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).get()
    assert json.loads(entry.detail) == {"before": {"end": "11:15"}, "after": {"end": "11:20"}}


def test_saving_the_same_changes_nothing() -> None:
    added = planning.add_item(TALK, BY)
    planning.save_item(int(added.id or 0), TALK, BY)
    assert (ProgrammeVersion.select().count(), actions()) == (1, ["programme_item_added"])


def test_a_removed_item_keeps_its_row_but_is_unknown() -> None:
    added = planning.add_item(TALK, BY)
    planning.remove_item(int(added.id or 0), BY)
    assert ProgrammeItem.select().count() == 1
    for verb in (
        planning.get,
        lambda item: planning.remove_item(item, BY),
        lambda item: planning.save_item(item, TALK, BY),
    ):
        with pytest.raises(Refusal) as told:
            verb(int(added.id or 0))
        assert told.value.code == "item_unknown"


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"title": " "}, "item_title_required"),
        ({"end": "10:45"}, "item_ends_before_start"),
        ({"end": "09:00"}, "item_ends_before_start"),
        ({"questions_min": 30}, "item_questions_too_long"),
    ],
)
def test_what_cannot_be_is_refused_and_leaves_no_trace(changed: dict[str, Any], code: str) -> None:
    assert refusal(replace(TALK, **changed)) == code
    assert (ProgrammeVersion.select().count(), actions()) == (0, [])


def test_an_overlap_is_advice_and_no_refusal() -> None:
    planning.add_item(TALK, BY)
    planning.add_item(replace(BREAK, start="11:00"), BY)
    assert len(planning.current()) == 2


def test_a_programme_does_not_grow_without_end() -> None:
    planning.replace([replace(TALK, title=f"Тема {number}") for number in range(100)], BY)
    assert refusal(TALK) == "too_many_items"


def test_a_whole_programme_is_replaced_as_one_change() -> None:
    before = planned()
    kept = [replace(before[2], title="Обзор"), *before[4:]]
    version = planning.replace([*kept, replace(TALK, start="14:00", end="14:30")], BY, "programme.xlsx")
    assert version is not None
    after = planning.current()
    assert [line.id for line in after[:-1]] == [line.id for line in kept]
    assert ProgrammeVersion.select().count() == 2
    entry = AuditEntry.select().order_by(AuditEntry.id.desc()).get()
    assert (entry.subject, json.loads(entry.detail)) == ("programme.xlsx", {"added": 1, "changed": 1, "removed": 3})


def test_a_replacement_that_cannot_be_changes_nothing() -> None:
    before = planned()
    with pytest.raises(Refusal):
        planning.replace([before[0], replace(PRODUCT, end="10:00")], BY)
    assert planning.current() == before


def test_the_same_programme_again_is_no_version() -> None:
    before = planned()
    assert planning.replace(before, BY) is None
    assert ProgrammeVersion.select().count() == 1


def test_versions_keep_all_that_an_item_is() -> None:
    before = planned(*EVERYTHING[:4], replace(BREAK, card_10_s=None, least_min=20))
    newest = versions.newest()
    assert newest is not None
    assert versions.content(newest) == before
