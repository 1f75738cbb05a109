"""An import happens whole or not at all, as its plan said, and again changes nothing."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hub.database import db
from hub.errors import Refusal
from kiosk.lists import import_writes, importing
from kiosk.models import Attendee, Identity, ImportRun
from tests.conftest import TESTER
from tests.kiosk.lists.taking_in import (
    EVERYBODY,
    HEAD,
    SAMPLES,
    TIMUR,
    listing_of,
    outcomes,
    taken_in,
)
from tests.list_files import put, xlsx_bytes

pytestmark = pytest.mark.usefixtures("database")


def test_a_plan_writes_nothing_and_comes_true(tmp_path: Path) -> None:
    listing = importing.open_listing(SAMPLES / "tilda.csv", "tilda.csv")
    made = importing.plan(listing)
    assert (made.counts["created"], Attendee.select().count(), ImportRun.select().count()) == (60, 0, 0)
    run = importing.apply(listing, None, made)
    assert json.loads(run.report)["counts"] == made.counts


def test_a_plan_grown_old_is_made_anew() -> None:
    listing = importing.open_listing(SAMPLES / "tilda.csv", "tilda.csv")
    made = importing.plan(listing)
    importing.apply(listing, TESTER)
    run = importing.apply(listing, TESTER, made)
    assert json.loads(run.report)["counts"]["unchanged"] == 60
    assert Attendee.select().count() == 60


def test_an_import_that_breaks_off_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    listing = importing.open_listing(SAMPLES / "tilda.csv", "tilda.csv")
    whole = import_writes.save

    def torn(*args: Any) -> None:
        whole(*args)
        raise OSError("the power went")

    monkeypatch.setattr(import_writes, "save", torn)
    with pytest.raises(OSError, match="power"):
        importing.apply(listing, TESTER)
    assert (Attendee.select().count(), Identity.select().count(), ImportRun.select().count()) == (0, 0, 0)


def test_two_imports_at_once_make_nobody_twice() -> None:
    listing = importing.open_listing(SAMPLES / "tilda.csv", "tilda.csv")

    def take(_: int) -> str:
        with db.connection_context():
            return importing.apply(listing, TESTER).report

    with ThreadPoolExecutor(2) as both:
        counts = [json.loads(told)["counts"]["created"] for told in both.map(take, range(2))]
    assert sorted(counts) == [0, 60]
    assert Attendee.select().count() == 60


def test_a_contact_shared_by_thousands_takes_no_longer() -> None:
    rows = [[f"Цой{number}", "Тимур", "", "", "orga@example.com", ""] for number in range(3000)]
    rows += [[f"?ой{number}", "Тимур", "", "", "orga@example.com", ""] for number in range(300)]
    made = importing.plan(listing_of(rows))
    assert made.counts["created"] + made.counts["merged"] == 3300


def test_the_report_keeps_which_sheets_were_not_read(tmp_path: Path) -> None:
    told = taken_in(put(tmp_path, xlsx_bytes([HEAD, *EVERYBODY], [HEAD, TIMUR], names=["Люди", "VIP"])))
    assert told["unread"] == [["VIP", 2]]


def test_a_hostile_file_changes_nothing(tmp_path: Path) -> None:
    with pytest.raises(Refusal):
        importing.open_listing(put(tmp_path, b"\x00\x01\x02PK"), "x.xlsx")
    assert Attendee.select().count() == 0


people = st.tuples(
    st.sampled_from(["Цой", "Tsoy", "Қасымқызы", "?асым?ызы", "Касымкызы", ""]),
    st.sampled_from(["Тимур", "Айгүл", "Timur", ""]),
    st.sampled_from(["Алма", "Нан", ""]),
    st.sampled_from(["РОП", ""]),
    st.sampled_from(["a@example.com", "b@example.com", "нет", ""]),
    st.sampled_from(["87010000001", "+7 701 000 00 02", "7,7011E+10", ""]),
)


@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(lists=st.lists(st.lists(people, min_size=1, max_size=8), min_size=1, max_size=3))
def test_any_list_taken_in_again_changes_nothing(lists: list[list[tuple[str, ...]]]) -> None:
    with db.atomic() as transaction:
        for rows in lists:
            first = importing.apply(listing_of(rows), TESTER)
            before = list(Attendee.select().order_by(Attendee.id).dicts())
            again = json.loads(importing.apply(listing_of(rows), TESTER).report)
            assert {"created", "updated"}.isdisjoint(outcomes(again))
            assert list(Attendee.select().order_by(Attendee.id).dicts()) == before
            told = [row["row"] for row in json.loads(first.report)["rows"]]
            assert told == sorted(set(told))
        transaction.rollback()
