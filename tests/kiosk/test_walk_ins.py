"""Walk-ins at the desk, on both databases."""

import uuid

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub import clock, seminar
from hub.database import db
from hub.errors import Refusal
from hub.models import AuditEntry, ConsentText
from kiosk.models import Attendee
from kiosk.walk_ins import WalkIn, register
from tests.conftest import CAST, FIELDS, TESTER
from tests.postgresql import both_databases

pytestmark = both_databases

OLGA = dict(zip(FIELDS, CAST["olga"], strict=True))


def ask(desk: FlaskClient, **what: object) -> tuple[int, dict[str, object]]:
    """Register Olga, unless told otherwise; status and reply."""
    reply = desk.post("/api/attendees", json={"id": str(uuid.uuid4()), "consent": True, **OLGA, **what})
    return reply.status_code, dict(reply.json or {})


def number(reply: dict[str, object]) -> int:
    """Whose reply it is."""
    attendee = reply["attendee"]
    assert isinstance(attendee, dict)
    return int(attendee["id"])


def in_all(desk: FlaskClient) -> int:
    """How many are on the list."""
    return int((desk.get("/api/attendees").json or {})["total"])


def test_a_walk_in_is_on_the_list_with_a_ticket(desk: FlaskClient) -> None:
    status, reply = ask(desk)
    assert (status, reply["recognised"]) == (200, False)
    person = desk.get(f"/api/attendees/{number(reply)}").json or {}
    assert (person["surname"], person["status"], person["walk_in"]) == ("Ёлкина-Берёзкина", "expected", True)
    assert len(person["code"]) == 16


def test_the_same_walk_in_sent_again_is_one_person(desk: FlaskClient) -> None:
    request = {"id": str(uuid.uuid4())}
    assert ask(desk, **request) == ask(desk, **request)
    assert in_all(desk) == 1


@pytest.mark.parametrize(
    "spelling",
    [
        {},
        {"surname": "Елкина-Березкина"},
        {"surname": "ЁЛКИНА-БЕРЁЗКИНА", "first_name": "ольга"},
        {"surname": "Yolkina-Beryozkina", "first_name": "Olga"},
        {"surname": "Ольга", "first_name": "Ёлкина-Берёзкина"},
        {"email": "other@example.com"},
        {"phone": "+996 555 999 999"},
    ],
)
def test_somebody_on_the_list_is_recognised_however_written(desk: FlaskClient, spelling: dict[str, str]) -> None:
    _, first = ask(desk)
    status, again = ask(desk, **spelling)
    assert (status, again["recognised"]) == (200, True)
    assert number(again) == number(first)
    assert in_all(desk) == 1


def test_one_phone_and_e_mail_may_serve_several_people(desk: FlaskClient) -> None:
    ask(desk)
    status, reply = ask(desk, first_name="Тимур", surname="Цой")
    assert (status, reply["recognised"]) == (200, False)
    assert in_all(desk) == 2


def test_who_is_recognised_keeps_what_was_known_and_fills_the_gaps(desk: FlaskClient) -> None:
    _, first = ask(desk)
    ask(desk, company="Другая", patronymic="Петровна")
    person = desk.get(f"/api/attendees/{number(first)}").json or {}
    assert (person["company"], person["patronymic"]) == ("ОсОО Бишкек Мебель", "Петровна")


@pytest.mark.parametrize("empty", ["", "  ", "\u200b"])
def test_every_required_field_is_asked_for(desk: FlaskClient, empty: str) -> None:
    for field in FIELDS:
        status, reply = ask(desk, **{field: empty})
        assert (status, reply["error"]) == (422, "fields_required"), field
    assert in_all(desk) == 0


def test_a_long_name_is_kept_whole_and_one_without_end_is_refused(desk: FlaskClient) -> None:
    status, reply = ask(desk, surname="Ы" * 301)
    assert (status, reply["error"]) == (422, "text_too_long")
    assert in_all(desk) == 0
    _, reply = ask(desk, surname="Ы" * 300)
    assert (desk.get(f"/api/attendees/{number(reply)}").json or {})["surname"] == "Ы" * 300


def test_without_consent_nobody_is_registered(desk: FlaskClient) -> None:
    status, reply = ask(desk, consent=False)
    assert (status, reply["error"]) == (422, "consent_required")
    assert in_all(desk) == 0


@pytest.mark.parametrize(("field", "code"), [("phone", "phone_invalid"), ("email", "email_invalid")])
def test_a_contact_that_looks_wrong_is_kept_only_when_seen(desk: FlaskClient, field: str, code: str) -> None:
    status, reply = ask(desk, **{field: "12"})
    assert (status, reply["error"]) == (422, code)
    status, reply = ask(desk, **{field: "12", "as_written": True})
    assert status == 200
    assert (desk.get(f"/api/attendees/{number(reply)}").json or {})[field] == "12"


@pytest.mark.parametrize("language", ["ru", "kk", "uz", "ky", "en"])
def test_the_text_that_was_agreed_to_is_kept_with_the_time(app: Flask, desk: FlaskClient, language: str) -> None:
    _, reply = ask(desk, consent_language=language)
    with app.app_context(), db.connection_context():
        person = Attendee.get_by_id(number(reply))
        text = ConsentText.get_by_id(person.consent_text)
        assert (person.consent, text.language, text.version) == (True, language, 1)
        assert person.consent_at is not None


def test_the_text_that_was_shown_counts_and_not_a_newer_one(app: Flask, desk: FlaskClient) -> None:
    with app.app_context(), db.connection_context():
        shown = seminar.consent("ru").id
        seminar.reword_consent("ru", "Согласен на другое.", TESTER)
    _, reply = ask(desk, consent_text=shown)
    with app.app_context(), db.connection_context():
        assert Attendee.get_by_id(number(reply)).consent_text == ConsentText.get_by_id(shown)


def test_a_walk_in_sent_later_agreed_when_the_desk_wrote_it_down(app: Flask, desk: FlaskClient) -> None:
    before = clock.now()
    _, reply = ask(desk, occurred_at="2020-01-01T09:00:00Z", sent_at="2020-01-01T09:20:00Z")
    with app.app_context(), db.connection_context():
        person = Attendee.get_by_id(number(reply))
        assert person.consent_at is not None
        assert before <= person.consent_at + 20 * 60_000 <= clock.now()
        assert person.registered_at == person.consent_at


def test_who_registered_whom_is_in_the_audit_log(app: Flask, desk: FlaskClient) -> None:
    _, reply = ask(desk)
    ask(desk)
    with app.app_context(), db.connection_context():
        entries = AuditEntry.select().where(AuditEntry.action.startswith("walk_in")).order_by(AuditEntry.id)
        kept = [(entry.action, entry.subject, entry.who) for entry in entries]
    subject = str(number(reply))
    assert kept == [
        ("walk_in_registered", subject, "Test desk (desk)"),
        ("walk_in_recognised", subject, "Test desk (desk)"),
    ]


def test_kazakh_and_uzbek_letters_are_kept_as_written(desk: FlaskClient) -> None:
    _, reply = ask(desk, surname="Oʻtkirov", first_name="Ұлпан", company="«Жұлдыз» <ЖШС>")
    person = desk.get(f"/api/attendees/{number(reply)}").json or {}
    assert (person["surname"], person["first_name"], person["company"]) == ("Oʻtkirov", "Ұлпан", "«Жұлдыз» <ЖШС>")


def test_a_nul_byte_is_dropped_rather_than_kept(desk: FlaskClient) -> None:
    status, reply = ask(desk, company="Алма\0 Трейд")
    assert status == 200
    assert (desk.get(f"/api/attendees/{number(reply)}").json or {})["company"] == "Алма Трейд"


def test_a_namesake_from_the_same_company_is_asked_about(app: Flask, cast: dict[str, Attendee]) -> None:
    other = dict(zip(FIELDS, CAST["aigul"], strict=True)) | {"email": "new@example.com", "phone": "+7 701 000 00 99"}
    with app.app_context(), db.connection_context():
        with pytest.raises(Refusal, match="perhaps_listed") as doubt:
            register(WalkIn(str(uuid.uuid4()), other, consent=True), TESTER)
        assert doubt.value.details == {"name": "Қасымқызы Айгүл", "company": "ТОО «Алма Трейд»"}
        registered = register(WalkIn(str(uuid.uuid4()), other, consent=True, as_written=True), TESTER)
    assert not registered.recognised


def test_a_refusal_names_fields_as_people_do(desk: FlaskClient) -> None:
    walk_in = {"id": str(uuid.uuid4()), **dict.fromkeys(FIELDS, ""), "consent": True}
    reply = desk.post("/api/attendees", json=walk_in)
    assert reply.json is not None
    assert reply.json["error"] == "fields_required"
    assert "Фамилия" in reply.json["message"]
    assert "surname" not in reply.json["message"]
