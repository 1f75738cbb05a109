"""The walk-in form on one's own phone."""

import re
import uuid

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub import clock
from hub.access import Role
from hub.box import EXTENSION, Hub
from hub.database import db
from hub.errors import Refusal
from hub.models import AuditEntry, ConsentText
from kiosk.models import Arrival, Attendee
from kiosk.selfservice import phone_gate, phone_links
from tests.conftest import CAST, FIELDS, client_as
from tests.page_visitor import Visitor

OLGA = dict(zip(FIELDS, CAST["olga"], strict=True))
Fields = dict[str, str]


@pytest.fixture
def path(app: Flask) -> str:
    """What the QR on the kiosk says."""
    hub: Hub = app.extensions[EXTENSION]
    return f"/register/{phone_links.new_token(hub.secret_key)}"


@pytest.fixture
def phone(app: Flask) -> Visitor:
    """Somebody with a phone."""
    return Visitor(app)


def send(visitor: Visitor, path: str, /, **fields: str) -> int:
    """Fill in the open form as Olga, unless told otherwise."""
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', visitor.page))
    return visitor.send(path, **{**hidden, **OLGA, "consent": "yes", **fields}).status_code


def people(app: Flask) -> list[Attendee]:
    with app.app_context(), db.connection_context():
        return list(Attendee.select().order_by(Attendee.id))


def test_who_registers_by_phone_gets_a_ticket_and_is_not_yet_here(app: Flask, phone: Visitor, path: str) -> None:
    assert phone.open(path).status_code == 200
    assert send(phone, path) == 303
    person = people(app)[0]
    assert (person.surname, person.presence, person.consent) == ("Ёлкина-Берёзкина", "expected", True)
    assert phone.open(f"/ticket/{person.code}?new=yes&lang=en").status_code == 200
    assert "You are registered" in phone.text
    assert f"/ticket/{person.code}.png" in phone.page
    with app.app_context(), db.connection_context():
        assert Arrival.select().count() == 0
        entry = AuditEntry.select().where(AuditEntry.action == "walk_in_registered").get()
        assert (entry.subject, entry.device, entry.address) == (str(person.id), None, "127.0.0.1")


def test_what_is_too_long_is_told_at_its_field_and_nothing_of_it_is_cut(app: Flask, phone: Visitor, path: str) -> None:
    phone.open(path)
    long = "ТОО " + "Алма" * 75
    assert send(phone, path, company=long) == 422
    assert "At most 300 letters, and here are 304." in phone.text
    assert f'value="{long}"' in phone.page
    assert phone.page.count('aria-invalid="true"') == 1
    assert people(app) == []
    assert send(phone, path, company=long[:300]) == 303
    assert people(app)[0].company == long[:300]


def test_sending_twice_is_one_person_with_one_ticket(app: Flask, phone: Visitor, path: str) -> None:
    phone.open(path)
    form = phone.page
    assert send(phone, path) == 303
    first = phone.page
    phone.page = form
    assert send(phone, path) == 303
    assert (len(people(app)), phone.page) == (1, first)


def test_the_form_needs_no_session_and_no_script(app: Flask, path: str) -> None:
    reply = app.test_client().post(path, data={"id": str(uuid.uuid4()), **OLGA, "consent": "yes"})
    assert reply.status_code == 303
    assert "<script" not in app.test_client().get(path).text


@pytest.mark.usefixtures("cast")
def test_nobody_gets_the_ticket_of_another_by_typing_their_name(app: Flask, phone: Visitor, path: str) -> None:
    phone.open(path)
    before = [person.code for person in people(app)]
    assert send(phone, path, first_name="ОЛЬГА", email="thief@example.com") == 200
    assert "registered already" in phone.text
    assert not any(code in phone.page for code in before)
    assert "Бишкек" not in phone.text
    assert [person.code for person in people(app)] == before


@pytest.mark.usefixtures("cast")
def test_a_namesake_from_the_same_company_decides_who_they_are(app: Flask, phone: Visitor, path: str) -> None:
    phone.open(path)
    contacts = {"phone": "+996 555 123 456", "email": "other@example.com"}
    assert send(phone, path, **contacts) == 409
    assert "on the list already" in phone.text
    assert "olga@example.com" not in phone.page
    assert send(phone, path, **contacts, as_written="yes") == 303
    assert len(people(app)) == len(CAST) + 1


@pytest.mark.parametrize("field", FIELDS)
def test_an_empty_field_is_marked_and_nothing_typed_is_lost(app: Flask, phone: Visitor, path: str, field: str) -> None:
    phone.open(path)
    number = re.search(r'name="id" value="([^"]+)"', phone.page)
    assert send(phone, path, **{field: "  "}) == 422
    assert re.search(rf'<input id="{field}"[^>]* aria-invalid="true"', phone.page)
    kept = next(name for name in FIELDS if name != field)
    assert f'value="{OLGA[kept]}"' in phone.page
    assert number is not None
    assert number[0] in phone.page
    assert people(app) == []


def test_without_consent_nobody_is_registered(app: Flask, phone: Visitor, path: str) -> None:
    phone.open(path)
    assert send(phone, path, consent="") == 422
    assert re.search(r'<input id="consent"[^>]* aria-invalid="true"', phone.page)
    assert people(app) == []


def test_doubtful_contacts_are_both_told_and_kept_as_written(app: Flask, phone: Visitor, path: str) -> None:
    phone.open(path)
    assert send(phone, path, phone="12", email="olga") == 422
    assert len(re.findall(r'aria-invalid="true"', phone.page)) == 2
    assert send(phone, path, phone="12", email="olga", as_written="yes") == 303
    assert (people(app)[0].phone, people(app)[0].email) == ("12", "olga")


@pytest.mark.parametrize("name", ["Oʻtkir", "Өмүрбек", "<script>alert(1)</script>", '"><img src=x>', "Нұрлан & Ко"])
def test_hard_names_come_back_as_they_were_typed(app: Flask, phone: Visitor, path: str, name: str) -> None:
    phone.open(path)
    assert send(phone, path, first_name=name, phone="") == 422
    assert "<script>" not in phone.page
    assert "<img src=x>" not in phone.page
    assert send(phone, path, first_name=name) == 303
    assert people(app)[0].first_name == name


@pytest.mark.parametrize("language", ["ru", "kk", "uz", "ky", "en"])
def test_the_language_changes_without_loss_and_the_consent_with_it(
    app: Flask, phone: Visitor, path: str, language: str
) -> None:
    phone.open(f"{path}?lang=ru")
    form = {"id": str(uuid.uuid4()), **OLGA}
    page = phone.client.post(f"{path}?lang={language}", data={**form, "speak": language}).text
    assert f'<html lang="{language}">' in page
    assert all(f'value="{text}"' in page for text in OLGA.values())
    phone.page = page
    hidden = dict(re.findall(r'type="hidden" name="(\w+)" value="([^"]+)"', page))
    phone.client.post(f"{path}?lang={language}", data={**hidden, **form, "consent": "yes"})
    with app.app_context(), db.connection_context():
        assert ConsentText.get_by_id(people(app)[0].consent_text).language == language


def test_the_code_opens_for_a_quarter_of_an_hour_and_an_open_form_for_longer(
    phone: Visitor, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    phone.open(path)
    began = clock.now()
    monkeypatch.setattr(clock, "now", lambda: began + 16 * 60_000)
    assert send(phone, path) == 303
    assert phone.open(path).status_code == 410
    monkeypatch.setattr(clock, "now", lambda: began + 61 * 60_000)
    assert phone.send(path, id=str(uuid.uuid4()), **OLGA, consent="yes").status_code == 410


@pytest.mark.parametrize("token", ["1", "", "Wy4uXQ.abc", "x" * 500, "%00", "MTAw.Ябв"])
def test_made_up_codes_open_nothing(phone: Visitor, token: str) -> None:
    assert phone.open(f"/register/{token}").status_code in {404, 410}


@pytest.mark.parametrize(
    "wrong",
    [{"id": "1"}, {"id": ""}, {"consent_text": "x"}, {"consent_text": "9" * 30}, {"consent_language": "xx"}],
)
def test_a_forged_form_is_refused(app: Flask, phone: Visitor, path: str, wrong: Fields) -> None:
    phone.open(path)
    assert send(phone, path, **wrong) == 422
    assert people(app) == []


def test_an_overlong_answer_is_refused_and_signs_that_no_name_has_are_left_out(
    app: Flask, phone: Visitor, path: str
) -> None:
    phone.open(path)
    strange = "\0\ud83d".encode("utf-8", "replace").decode() + "РОП"
    assert send(phone, path, company="Ж" * 100_000, position=strange) == 422
    assert send(phone, path, position=strange) == 303
    assert people(app)[0].position == "?РОП"


def test_a_full_hall_behind_one_address_registers_and_a_flood_does_not() -> None:
    minute, hour = (limit.amount for limit in phone_gate.ONE_ADDRESS)
    assert hour >= 150, "one Wi-Fi address is the whole hall"
    gate = phone_gate.PhoneGate()
    assert burst(gate, "192.0.2.1") == minute
    together = minute + sum(burst(gate, f"192.0.2.{number}") for number in range(2, 50))
    assert together == phone_gate.TOGETHER[0].amount


def burst(gate: phone_gate.PhoneGate, address: str) -> int:
    """How many of a hundred at once get through."""
    let_in = 0
    for _ in range(100):
        try:
            gate.enter(address)
        except Refusal:
            return let_in
        let_in += 1
    return let_in


def test_who_comes_too_often_is_asked_to_wait_and_loses_nothing(app: Flask, phone: Visitor, path: str) -> None:
    phone.open(path)
    gate = phone_gate.phone_gate(app)
    assert burst(gate, "127.0.0.1") == 20
    assert send(phone, path) == 429
    assert "Very many people" in phone.text
    assert f'value="{OLGA["surname"]}"' in phone.page
    assert people(app) == []


def test_the_kiosk_gets_an_address_with_its_picture(app: Flask) -> None:
    kiosk: FlaskClient = client_as(app, Role.KIOSK)
    link = kiosk.get("/api/kiosk/phone-link?language=kk").json or {}
    assert link["picture"].startswith("data:image/svg+xml")
    assert link["renew_s"] < phone_links.OPENS_MIN * 60
    page = app.test_client().get(link["address"].split("/", 3)[3].join(["/", ""]))
    assert page.status_code == 200
    assert '<html lang="kk">' in page.text
