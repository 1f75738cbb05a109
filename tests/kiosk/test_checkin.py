"""Check-in at the desk: every outcome, on both databases."""

import uuid
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub import clock
from hub.database import db, rows
from kiosk.models import Arrival, Attendee
from kiosk.tickets import new_code
from tests.postgresql import both_databases

pytestmark = both_databases

HOUR_MS = 3_600_000


def scan(desk: FlaskClient, **what: object) -> dict[str, object]:
    """Send a scan with a fresh UUID unless one is given."""
    reply = desk.post("/api/check-ins", json={"id": str(uuid.uuid4()), **what})
    assert reply.status_code == 200, reply.json
    return dict(reply.json or {})


def refused(desk: FlaskClient, **what: object) -> tuple[int, str]:
    """The status and the code of a refusal."""
    reply = desk.post("/api/check-ins", json={"id": str(uuid.uuid4()), **what})
    return reply.status_code, str((reply.json or {})["error"])


def stand(desk: FlaskClient, person: Attendee, **what: object) -> None:
    """A person's decision about an attendee."""
    assert desk.post(f"/api/attendees/{person.id}/standing", json=what).status_code == 200


def status(desk: FlaskClient, person: Attendee) -> str:
    """Where the attendee stands now."""
    return str((desk.get(f"/api/attendees/{person.id}").json or {})["status"])


def ago(hours: float) -> str:
    """A moment so many hours ago, as a device writes it."""
    return (datetime.now(UTC) - timedelta(hours=hours)).isoformat()


def lines(app: Flask) -> int:
    """How long the arrivals log is."""
    with app.app_context(), db.connection_context():
        return len(rows(Arrival.select(Arrival.id)))


def test_a_ticket_admits_its_owner(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    verdict = scan(desk, code=cast["aigul"].code, station="Стол 1")
    assert verdict["outcome"] == "admitted"
    assert verdict["badge"] == {"job": 1, "state": "queued"}


def test_somebody_found_by_name_is_admitted_without_a_ticket(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    verdict = scan(desk, attendee=cast["timur"].id)
    assert verdict["outcome"] == "admitted"
    assert status(desk, cast["timur"]) == "here"


def test_a_second_scan_says_when_and_where_the_first_was(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    first = scan(desk, code=cast["aigul"].code, station="Стол 1")
    second = scan(desk, code=cast["aigul"].code, station="Стол 2")
    assert second["outcome"] == "repeat"
    assert (second["first_entry"], second["first_station"]) == (first["first_entry"], "Стол 1")
    assert second["badge"] is None


def test_the_same_request_again_gets_the_original_verdict(
    app: Flask, desk: FlaskClient, cast: dict[str, Attendee]
) -> None:
    request = {"id": str(uuid.uuid4()), "code": cast["timur"].code}
    assert scan(desk, **request) == scan(desk, **request)
    assert lines(app) == 1


def test_a_repeat_keeps_its_verdict_when_everything_has_changed_since(
    desk: FlaskClient, cast: dict[str, Attendee]
) -> None:
    request = {"id": str(uuid.uuid4()), "code": cast["timur"].code}
    first = scan(desk, **request)
    scan(desk, kind="exit", attendee=cast["timur"].id)
    stand(desk, cast["timur"], standing="barred", because="competitor")
    assert scan(desk, **request) == first


@pytest.mark.parametrize(
    "raw", ["", "здравствуйте", "4870001234567", "K" * 16, "https://example.com/x", "\u0000", "🎫"]
)
def test_what_is_no_ticket_is_malformed(desk: FlaskClient, cast: dict[str, Attendee], raw: str) -> None:
    assert scan(desk, code=raw)["outcome"] == "malformed"


def test_another_seminars_ticket_is_told_apart(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    own = cast["aigul"].code[1:3]
    other = next(tag for tag in ("AB", "CD") if tag != own)
    assert scan(desk, code=new_code(other))["outcome"] == "wrong_event"


def test_a_ticket_of_ours_that_nobody_holds_is_unknown(
    app: Flask, desk: FlaskClient, cast: dict[str, Attendee]
) -> None:
    verdict = scan(desk, code=new_code(cast["aigul"].code[1:3]))
    assert (verdict["outcome"], verdict["attendee"]) == ("unknown", None)
    assert lines(app) == 1, "even this is in the log"


def test_a_scan_through_a_russian_layout_is_understood(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    latin, cyrillic = "qwertyuiopasdfghjklzxcvbnm", "йцукенгшщзфывапролдячсмить"
    typed = cast["aigul"].code.lower().translate(str.maketrans(latin, cyrillic))
    assert scan(desk, code=typed)["outcome"] == "admitted"


@pytest.mark.parametrize("because", ["competitor", "student"])
def test_a_barred_person_is_not_let_in(desk: FlaskClient, cast: dict[str, Attendee], because: str) -> None:
    stand(desk, cast["olga"], standing="barred", because=because)
    verdict = scan(desk, code=cast["olga"].code)
    assert verdict["outcome"] == "barred"
    assert verdict["badge"] is None
    assert status(desk, cast["olga"]) == "barred"


def test_a_cancelled_registration_is_told_and_can_be_restored(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    stand(desk, cast["olga"], standing="cancelled")
    assert scan(desk, code=cast["olga"].code)["outcome"] == "cancelled"
    stand(desk, cast["olga"], standing="registered")
    assert scan(desk, code=cast["olga"].code)["outcome"] == "admitted"


def test_somebody_barred_while_inside_may_still_leave(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    scan(desk, code=cast["olga"].code)
    stand(desk, cast["olga"], standing="barred", because="competitor")
    assert scan(desk, kind="exit", code=cast["olga"].code)["outcome"] == "exited"
    assert scan(desk, code=cast["olga"].code)["outcome"] == "barred"


def test_people_go_out_and_come_back_with_the_same_badge(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    first = scan(desk, code=cast["nurlan"].code, station="Стол 1")
    out = scan(desk, kind="exit", code=cast["nurlan"].code)
    back = scan(desk, code=cast["nurlan"].code, station="Стол 2")
    assert [verdict["outcome"] for verdict in (first, out, back)] == ["admitted", "exited", "admitted"]
    assert back["badge"] is None
    assert back["first_entry"] == first["first_entry"]


def test_leaving_without_having_come_changes_nothing(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    assert scan(desk, kind="exit", code=cast["nurlan"].code)["outcome"] == "repeat"
    assert status(desk, cast["nurlan"]) == "expected"


def test_an_admission_is_undone_from_any_desk_with_a_reason(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    entry = scan(desk, code=cast["utkir"].code, station="Стол 1")
    undo = scan(desk, kind="undo", attendee=cast["utkir"].id, reason="не тот человек", station="Стол 2")
    assert (undo["outcome"], undo["undoes"]) == ("undone", entry["event"])
    assert status(desk, cast["utkir"]) == "expected"


@pytest.mark.parametrize("reason", ["", "   "])
def test_an_undo_without_a_reason_is_refused(desk: FlaskClient, cast: dict[str, Attendee], reason: str) -> None:
    scan(desk, code=cast["utkir"].code)
    assert refused(desk, kind="undo", attendee=cast["utkir"].id, reason=reason) == (422, "reason_required")
    assert status(desk, cast["utkir"]) == "here"


def test_nothing_can_be_undone_that_did_not_happen(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    assert refused(desk, kind="undo", attendee=cast["utkir"].id, reason="ошибка") == (409, "nothing_to_undo")


def test_an_event_of_somebody_else_cannot_be_undone_by_the_wrong_person(
    desk: FlaskClient, cast: dict[str, Attendee]
) -> None:
    entry = scan(desk, code=cast["aigul"].code)
    wanted = {"kind": "undo", "attendee": cast["utkir"].id, "undoes": entry["event"], "reason": "ошибка"}
    assert refused(desk, **wanted) == (409, "nothing_to_undo")


def test_an_undo_cannot_be_undone(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    scan(desk, code=cast["aigul"].code)
    undo = scan(desk, kind="undo", attendee=cast["aigul"].id, reason="ошибка")
    wanted = {"kind": "undo", "attendee": cast["aigul"].id, "undoes": undo["event"], "reason": "ошибка"}
    assert refused(desk, **wanted) == (409, "nothing_to_undo")


def test_undoing_the_first_of_two_scans_leaves_nobody_inside(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    first = scan(desk, code=cast["utkir"].code)
    scan(desk, code=cast["utkir"].code)
    scan(desk, kind="undo", attendee=cast["utkir"].id, undoes=first["event"], reason="не тот человек")
    assert status(desk, cast["utkir"]) == "expected"


def test_after_an_undo_the_next_scan_admits_and_prints_again(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    scan(desk, code=cast["utkir"].code)
    scan(desk, kind="undo", attendee=cast["utkir"].id, reason="не тот человек")
    again = scan(desk, code=cast["utkir"].code)
    assert again["outcome"] == "admitted"
    assert again["badge"] == {"job": 2, "state": "queued"}


def test_an_undone_exit_puts_the_person_back_inside(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    scan(desk, code=cast["utkir"].code)
    scan(desk, kind="exit", code=cast["utkir"].code)
    scan(desk, kind="undo", attendee=cast["utkir"].id, reason="вернулся")
    assert status(desk, cast["utkir"]) == "here"


def test_a_scan_that_arrives_late_counts_from_when_it_happened(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    now = scan(desk, code=cast["aigul"].code, station="Стол 1")
    late = scan(desk, code=cast["aigul"].code, station="Стол 2", occurred_at=ago(1), sent_at=ago(0))
    assert late["outcome"] == "admitted", "by its own time it was the first"
    assert str(late["first_entry"]) < str(now["first_entry"])
    person = desk.get(f"/api/attendees/{cast['aigul'].id}").json or {}
    assert (person["first_entry"], person["station"]) == (late["first_entry"], "Стол 2")


def test_a_late_entry_from_before_the_exit_does_not_bring_anybody_back(
    desk: FlaskClient, cast: dict[str, Attendee]
) -> None:
    scan(desk, code=cast["aigul"].code, occurred_at=ago(3), sent_at=ago(0))
    scan(desk, kind="exit", code=cast["aigul"].code, occurred_at=ago(1), sent_at=ago(0))
    assert scan(desk, code=cast["aigul"].code, occurred_at=ago(2), sent_at=ago(0))["outcome"] == "repeat"
    assert status(desk, cast["aigul"]) == "left"


@pytest.mark.parametrize("years", [-40, -1, 1, 60])
def test_a_device_with_a_nonsense_clock_still_tells_the_age_of_its_scan(
    desk: FlaskClient, cast: dict[str, Attendee], years: int
) -> None:
    wrong = datetime.now(UTC) + timedelta(days=365 * years)
    sent, happened = wrong.isoformat(), (wrong - timedelta(minutes=10)).isoformat()
    before = clock.now()
    verdict = scan(desk, code=cast["aigul"].code, occurred_at=happened, sent_at=sent)
    at = datetime.fromisoformat(str(verdict["at"])).timestamp() * 1000
    assert abs(at - (before - 600_000)) < 5_000


@pytest.mark.parametrize("happened", ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1970-01-01T00:00:00Z"])
def test_a_time_that_cannot_be_counts_as_the_moment_of_receipt(
    desk: FlaskClient, cast: dict[str, Attendee], happened: str
) -> None:
    before = clock.now()
    verdict = scan(desk, code=cast["aigul"].code, occurred_at=happened)
    assert datetime.fromisoformat(str(verdict["at"])).timestamp() * 1000 >= before - 1


def test_the_log_keeps_who_asked_and_what_the_scanner_gave(
    app: Flask, desk: FlaskClient, cast: dict[str, Attendee]
) -> None:
    scan(desk, code=f" {cast['aigul'].code.lower()} ", station="Стол 4", occurred_at=ago(0), sent_at=ago(0))
    with app.app_context(), db.connection_context():
        line = Arrival.get()
    assert (line.who, line.station, line.kind, line.outcome) == ("Test desk", "Стол 4", "entry", "admitted")
    assert line.scanned == cast["aigul"].code.lower()
    assert line.device_time is not None
    assert line.boot is not None


def test_an_attendee_who_does_not_exist_is_refused(app: Flask, desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    assert refused(desk, attendee=999_999) == (404, "attendee_unknown")
    assert lines(app) == 0
