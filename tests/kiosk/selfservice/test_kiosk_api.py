"""A kiosk as a program sees it: who may come in by it, and how little of a person leaves the hub."""

import uuid
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub.access import Role
from hub.database import db
from kiosk.models import Arrival, Attendee, BadgeBatch, Printer, PrintJob
from kiosk.paper import print_claims
from tests.conftest import CAST, FIELDS, client_as
from tests.postgresql import both_databases

pytestmark = both_databases

VERDICT = {"outcome", "first_name", "badge", "paper", "event"}
OLGA = dict(zip(FIELDS, CAST["olga"], strict=True))


@pytest.fixture
def kiosk(app: Flask) -> FlaskClient:
    return client_as(app, Role.KIOSK)


def ask(kiosk: FlaskClient, path: str, **body: object) -> tuple[int, dict[str, Any]]:
    reply = kiosk.post(f"/api/kiosk/{path}", json={"id": str(uuid.uuid4()), **body})
    return reply.status_code, dict(reply.json or {})


def find(kiosk: FlaskClient, surname: str, digits: str) -> tuple[int, str]:
    """Status, and the outcome or the refusal's code."""
    status, reply = ask(kiosk, "find", surname=surname, digits=digits)
    return status, str(reply.get("outcome") or reply["error"])


def test_a_ticket_lets_in_and_tells_the_first_name_alone(kiosk: FlaskClient, cast: dict[str, Attendee]) -> None:
    same = {"id": str(uuid.uuid4()), "code": cast["aigul"].code}
    status, verdict = ask(kiosk, "check-ins", **same)
    assert status == 200
    assert verdict == {
        "outcome": "admitted",
        "first_name": "Айгүл",
        "badge": True,
        "paper": "waits",
        "event": same["id"],
    }
    assert ask(kiosk, "check-ins", **same) == (200, verdict)
    assert ask(kiosk, "check-ins", code=cast["aigul"].code)[1] | {"event": ""} == {
        "outcome": "repeat",
        "first_name": "Айгүл",
        "badge": False,
        "paper": None,
        "event": "",
    }
    with db.connection_context():
        assert {row.station for row in Arrival.select()} == {"Test kiosk"}
        assert PrintJob.get().station == "Test kiosk"


@pytest.mark.parametrize("standing", [{"barred": "competitor"}, {"cancelled": True}])
def test_whoever_may_not_come_in_is_not_named(
    kiosk: FlaskClient, cast: dict[str, Attendee], standing: dict[str, object]
) -> None:
    with db.connection_context():
        Attendee.update(**standing).execute()
    status, verdict = ask(kiosk, "check-ins", code=cast["timur"].code)
    assert (status, set(verdict)) == (200, VERDICT)
    assert (verdict["outcome"], verdict["first_name"], verdict["badge"]) == (next(iter(standing)), None, False)


def test_other_codes_are_told_apart_and_nobody_is_named(kiosk: FlaskClient, cast: dict[str, Attendee]) -> None:
    with db.connection_context():
        known = cast["olga"].code
        Attendee.update(code="x").where(Attendee.id == cast["olga"].id).execute()
    for code, outcome in ((known, "unknown"), ("https://example.com", "malformed"), ("", "malformed")):
        assert ask(kiosk, "check-ins", code=code)[1]["outcome"] == outcome


def test_people_find_themselves_however_they_spell_their_surname(kiosk: FlaskClient, cast: dict[str, Attendee]) -> None:
    for surname, digits in (
        ("Касымкызы", "0001"),
        ("ЦОЙ", "0002"),
        ("Саидов", "0003"),
        ("Елкина", "0004"),
        ("Ёлкина Берёзкина", "0004"),
        ("Abdikadyrov", "0005"),
    ):
        assert find(kiosk, surname, digits) in ((200, "admitted"), (200, "repeat")), surname
    with db.connection_context():
        assert Attendee.select().where(Attendee.presence == "here").count() == len(cast)


@pytest.mark.usefixtures("cast")
def test_a_miss_says_the_same_whatever_was_wrong(kiosk: FlaskClient, app: Flask) -> None:
    misses = [("Цой", "0001"), ("Никто", "0002"), ("Ц", "0002"), ("Тимур", "0002"), ("-", "0002")]
    assert {find(kiosk, *miss) for miss in misses} == {(404, "nobody_found")}
    assert find(kiosk, "Цой", "0002") == (429, "too_many_tries")
    assert "1" in ask(kiosk, "find?lang=en", surname="Цой", digits="0002")[1]["message"]
    other = client_as(app, Role.KIOSK)
    assert find(other, "Цой", "0002") == (200, "admitted")
    assert find(other, "Цой", "002")[0] == 422


@pytest.mark.usefixtures("cast")
def test_finding_oneself_uses_up_no_tries(kiosk: FlaskClient) -> None:
    for _ in range(12):
        assert find(kiosk, "Цой", "0002")[0] == 200


@pytest.mark.usefixtures("cast")
def test_all_kiosks_together_may_miss_so_often_in_an_hour(app: Flask) -> None:
    answers = [
        find(kiosk, "Никто", "9999")[0] for kiosk in [client_as(app, Role.KIOSK) for _ in range(26)] for _ in range(5)
    ]
    assert answers == [404] * 120 + [429] * 10


@pytest.mark.usefixtures("cast")
def test_where_two_fit_the_desk_is_asked(kiosk: FlaskClient) -> None:
    with db.connection_context():
        Attendee.update(surname="Цой").execute()
    assert ask(kiosk, "walk-ins", **{**OLGA, "surname": "Цой", "phone": "+996 555 110 002"}, consent=True)[0] == 200
    assert find(kiosk, "Цой", "0002") == (409, "ask_the_desk")


def test_a_walk_in_is_registered_and_in_by_one_request(kiosk: FlaskClient, desk: FlaskClient) -> None:
    same = {"id": str(uuid.uuid4()), "consent": True, **OLGA}
    status, verdict = ask(kiosk, "walk-ins", **same)
    assert (status, set(verdict)) == (200, {*VERDICT, "recognised"})
    assert (verdict["outcome"], verdict["first_name"], verdict["recognised"]) == ("admitted", "Ольга", False)
    assert ask(kiosk, "walk-ins", **same) == (200, verdict)
    assert (desk.get("/api/attendance").json or {})["here"] == 1
    assert ask(kiosk, "walk-ins", **{**same, "id": str(uuid.uuid4())})[1]["outcome"] == "repeat"


def test_a_walk_in_learns_of_nobody_else(kiosk: FlaskClient) -> None:
    ask(kiosk, "walk-ins", consent=True, **OLGA)
    namesake = {**OLGA, "phone": "+996 555 000 099", "email": "another@example.com"}
    status, reply = ask(kiosk, "walk-ins", consent=True, **namesake)
    assert (status, reply["error"]) == (409, "perhaps_listed")
    assert not [word for word in ("Ёлкина", "Ольга", "Бишкек") if word in reply["message"]]
    assert (
        ask(kiosk, "walk-ins", consent=True, **{**OLGA, "surname": "Иная", "phone": "12"})[1]["error"]
        == "phone_invalid"
    )
    assert ask(kiosk, "walk-ins", consent=False, **OLGA)[1]["error"] == "consent_required"
    assert ask(kiosk, "walk-ins", consent=True, ribbon="staff", **OLGA)[0] == 422


def test_a_kiosk_cannot_read_the_list(kiosk: FlaskClient, cast: dict[str, Attendee]) -> None:
    number = cast["aigul"].id
    for path in ("/api/attendees?q=", f"/api/attendees/{number}", "/api/desk", "/desk", "/attendance", "/badges"):
        assert kiosk.get(path).status_code == 403, path
    assert kiosk.post("/api/check-ins", json={"id": str(uuid.uuid4()), "attendee": number}).status_code == 403


def test_the_state_of_a_kiosk_holds_the_words_of_all_languages(kiosk: FlaskClient) -> None:
    state = kiosk.get("/api/kiosk").json or {}
    assert (state["name"], state["seminar"], state["language"]) == ("Test kiosk", "Продажи без потерь", "ru")
    languages = set(state["languages"])
    assert languages == {"ru", "kk", "uz", "ky", "en"} == set(state["consents"])
    assert {name: set(texts) for name, texts in state["texts"].items()} == dict.fromkeys(
        ("scan", "next", "desk"), languages
    )
    assert (state["paper"], state["call"], state["answered_by"]) == ("none", None, "")


def test_the_hope_of_paper_is_that_of_the_printers_that_serve_the_kiosk(kiosk: FlaskClient) -> None:
    def paper() -> str:
        return str((kiosk.get("/api/kiosk").json or {})["paper"])

    with db.connection_context():
        general = Printer.create(name="A", driver="picture_folder", is_default=True, state="out_of_paper")
    assert paper() == "out"
    with db.connection_context():
        own = Printer.create(name="B", driver="picture_folder", station="Test kiosk")
    assert paper() == "ok"
    with db.connection_context():
        Printer.update(state="unreachable").where(Printer.id == own).execute()
    assert paper() == "trouble"
    with db.connection_context():
        Printer.update(second=general).where(Printer.id == own).execute()
        Printer.update(state="ok").where(Printer.id == general).execute()
    assert paper() == "ok"


@pytest.mark.parametrize("station", ["Test kiosk", "TEST  KIOSK", "test kiosk "])
def test_the_printer_beside_a_kiosk_is_its_own_however_the_name_is_typed(
    kiosk: FlaskClient, cast: dict[str, Attendee], station: str
) -> None:
    with db.connection_context():
        own = Printer.create(name="Own", driver="picture_folder", station=station)
        general = Printer.create(name="A", driver="picture_folder", is_default=True)
    assert ask(kiosk, "check-ins", code=cast["aigul"].code)[1]["paper"] == "here"
    with db.connection_context():
        assert print_claims.claim(general) is None
        assert print_claims.claim(own) is not None
        Printer.update(state="unreachable").where(Printer.id == own).execute()
    assert (kiosk.get("/api/kiosk").json or {})["paper"] == "trouble"
    with db.connection_context():
        Printer.update(second=general).where(Printer.id == own).execute()
    assert ask(kiosk, "check-ins", code=cast["timur"].code)[1]["paper"] == "elsewhere"


def test_people_hear_where_their_badge_comes_out(kiosk: FlaskClient, cast: dict[str, Attendee]) -> None:
    def come(who: str) -> str:
        return str(ask(kiosk, "check-ins", code=cast[who].code)[1]["paper"])

    with db.connection_context():
        desk = Printer.create(name="A", driver="picture_folder", station="Стол 1")
    assert come("aigul") == "elsewhere"
    with db.connection_context():
        Printer.create(name="B", driver="picture_folder", station="Test kiosk", second=desk, state="out_of_paper")
    assert come("timur") == "elsewhere"
    with db.connection_context():
        Printer.update(second=None).execute()
    assert come("utkir") == "waits"
    with db.connection_context():
        Printer.update(state="ok").execute()
        batch = BadgeBatch.create(kind="everybody", state="running", total=1, created_at=0)
        PrintJob.create(
            attendee=cast["olga"], batch=batch, request=str(uuid.uuid4()), state="sent", created_at=0, changed_at=0
        )
    assert [come("olga"), come("nurlan")] == ["ready", "here"]


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("+7 7011112233", "+7 701 111 2233"),
        ("+7 87011112233", "+7 701 111 2233"),
        ("+7 998901234567", "+998 90 123 45 67"),
        ("+998 998901234567", "+998 90 123 45 67"),
        ("+996 996555123456", "+996 555 123 456"),
        ("+998 7011112233", "+7 701 111 2233"),
        ("+7 12", None),
    ],
)
def test_a_phone_is_read_whatever_stood_before_it(kiosk: FlaskClient, typed: str, read: str | None) -> None:
    told = kiosk.post("/api/kiosk/phone-readings", json={"phone": typed}).json
    assert told == {"valid": read is not None, "phone": read or typed}
