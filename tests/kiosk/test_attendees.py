"""What the desk corrects, and decisions about an attendee."""

import json

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub import audit_words
from hub.database import db
from hub.models import AuditEntry
from kiosk.models import Attendee


def correct(desk: FlaskClient, person: Attendee, **changes: object) -> tuple[int, dict[str, object]]:
    """Correct an attendee; status and reply."""
    reply = desk.patch(f"/api/attendees/{person.id}", json=changes)
    return reply.status_code, dict(reply.json or {})


def stand(desk: FlaskClient, person: Attendee, **what: object) -> tuple[int, dict[str, object]]:
    """Decide about an attendee; status and reply."""
    reply = desk.post(f"/api/attendees/{person.id}/standing", json=what)
    return reply.status_code, dict(reply.json or {})


def last_entry(app: Flask) -> AuditEntry:
    """The newest line of the audit log."""
    with app.app_context(), db.connection_context():
        return AuditEntry.select().order_by(AuditEntry.id.desc()).get()


def test_a_corrected_name_is_found_by_its_new_spelling(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    status, reply = correct(desk, cast["timur"], surname="Кимов")
    assert (status, reply["surname"], reply["first_name"]) == (200, "Кимов", "Тимур")
    assert (desk.get("/api/attendees?q=kimov").json or {})["total"] == 1
    assert (desk.get("/api/attendees?q=цой").json or {})["total"] == 0


def test_a_correction_is_remembered_so_that_imports_leave_it(
    app: Flask, desk: FlaskClient, cast: dict[str, Attendee]
) -> None:
    correct(desk, cast["timur"], surname="Кимов")
    correct(desk, cast["timur"], company="ИП Кимов", surname="Кимов")
    with app.app_context(), db.connection_context():
        assert Attendee.get_by_id(cast["timur"].id).corrected == "company surname"


def test_the_audit_log_keeps_what_it_was_and_what_it_became(
    app: Flask, desk: FlaskClient, cast: dict[str, Attendee]
) -> None:
    correct(desk, cast["timur"], position="Директор")
    entry = last_entry(app)
    assert (entry.action, entry.subject, entry.address) == ("attendee_corrected", str(cast["timur"].id), "127.0.0.1")
    assert json.loads(entry.detail) == {"before": {"position": "РОП"}, "after": {"position": "Директор"}}


def test_the_audit_log_calls_people_by_name_and_says_why_in_words(
    app: Flask, desk: FlaskClient, cast: dict[str, Attendee]
) -> None:
    stand(desk, cast["timur"], standing="barred", because="competitor")
    entry = last_entry(app)
    with app.test_request_context(), db.connection_context():
        assert audit_words.subject(entry) == "Цой Тимур"
        assert "конкурент" in " ".join(audit_words.changes(entry))
        assert audit_words.subject(AuditEntry(action="attendee_standing", subject="999")) == "999"
        detail = json.dumps({"before": {"kk": "Оң"}, "after": {"kk": "Сол"}})
        text = AuditEntry(action="kiosk_words", subject="next", detail=detail)
        assert audit_words.subject(text) != "next"
        assert audit_words.changes(text) == ["Қазақша: Оң → Сол"]


def test_a_correction_that_changes_nothing_leaves_no_trace(
    app: Flask, desk: FlaskClient, cast: dict[str, Attendee]
) -> None:
    before = last_entry(app)
    correct(desk, cast["timur"], position=" РОП ")
    assert last_entry(app) == before


def test_a_name_cannot_become_empty(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    status, reply = correct(desk, cast["timur"], surname="", first_name=" ")
    assert (status, reply["error"]) == (422, "fields_required")
    assert (desk.get(f"/api/attendees/{cast['timur'].id}").json or {})["surname"] == "Цой"


def test_a_phone_corrected_is_searchable_by_its_last_digits(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    correct(desk, cast["timur"], phone="8 705 111 47 11")
    found = desk.get("/api/attendees?q=4711").json or {}
    assert [person["id"] for person in found["attendees"]] == [cast["timur"].id]


@pytest.mark.parametrize("ribbon", ["speaker", "staff", "press", "attendee"])
def test_the_role_on_the_badge_can_be_chosen(desk: FlaskClient, cast: dict[str, Attendee], ribbon: str) -> None:
    assert correct(desk, cast["timur"], ribbon=ribbon)[1]["ribbon"] == ribbon


@pytest.mark.parametrize("because", ["competitor", "student"])
def test_a_person_may_be_barred_for_one_of_two_reasons(
    app: Flask, desk: FlaskClient, cast: dict[str, Attendee], because: str
) -> None:
    status, reply = stand(desk, cast["olga"], standing="barred", because=because)
    assert (status, reply["status"], reply["barred"]) == (200, "barred", because)
    assert json.loads(last_entry(app).detail) == {"barred": because}


@pytest.mark.parametrize("because", ["", "drunk", "older", None])
def test_no_other_reason_bars_anybody(desk: FlaskClient, cast: dict[str, Attendee], because: str | None) -> None:
    status, reply = stand(desk, cast["olga"], standing="barred", because=because)
    assert status == 422
    assert reply["error"] in {"malformed_request", "reason_not_allowed"}
    assert (desk.get(f"/api/attendees/{cast['olga'].id}").json or {})["status"] == "expected"


def test_barring_is_refused_without_a_reason(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    assert stand(desk, cast["olga"], standing="barred")[1]["error"] == "reason_not_allowed"


def test_cancelled_and_restored(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    assert stand(desk, cast["olga"], standing="cancelled")[1]["status"] == "cancelled"
    assert stand(desk, cast["olga"], standing="registered")[1]["status"] == "expected"


def test_restoring_lifts_a_bar_as_well(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    stand(desk, cast["olga"], standing="barred", because="student")
    reply = stand(desk, cast["olga"], standing="registered")[1]
    assert (reply["status"], reply["barred"]) == ("expected", None)


def test_nobody_is_barred_by_the_box_itself(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    correct(desk, cast["olga"], position="Студент", company="Конкурент")
    assert (desk.get(f"/api/attendees/{cast['olga'].id}").json or {})["status"] == "expected"


@pytest.mark.parametrize("path", ["", "/standing"])
def test_an_attendee_who_does_not_exist_is_told(desk: FlaskClient, path: str) -> None:
    reply = desk.open(
        f"/api/attendees/999{path}", method="POST" if path else "PATCH", json={"standing": "cancelled"} if path else {}
    )
    assert (reply.status_code, (reply.json or {})["error"]) == (404, "attendee_unknown")
