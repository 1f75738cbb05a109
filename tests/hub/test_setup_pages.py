"""Setting the seminar up: facts, consent, audit log."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub import seminar
from hub.access import Role
from hub.database import db
from hub.models import Seminar
from tests.page_visitor import Visitor

FACTS = {
    "title": "Склад без потерь",
    "organiser": "ТОО «Алма Трейд»",
    "date": "2026-12-05",
    "place": "Бишкек, Чуй 100",
    "capacity": "80",
    "zone": "Asia/Bishkek",
    "country": "KG",
    "language": "ky",
    "badge_on_entry": "true",
}


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    found = Visitor(app).sign_in(Role.ORGANISER)
    found.open("/setup")
    return found


def now_kept() -> Seminar:
    with db.connection_context():
        return seminar.current()


@pytest.mark.parametrize("path", ["/setup", "/setup/entry", "/setup/consent", "/setup/audit"])
def test_setup_is_the_organisers_alone(path: str, app: Flask, desk: FlaskClient, visitor: Visitor) -> None:
    assert desk.get(path).status_code == 403
    assert app.test_client().get(path).status_code == 302
    assert visitor.open(path).status_code == 200


def test_facts_are_kept_and_stand_in_the_audit_log(visitor: Visitor) -> None:
    assert visitor.send("/setup", **FACTS).status_code == 302
    kept = now_kept()
    assert {name: str(getattr(kept, name)) for name in FACTS} == {**FACTS, "badge_on_entry": "True"}
    visitor.open("/setup/audit")
    assert "Place: Алматы → Бишкек, Чуй 100" in visitor.text
    assert "Динара · organiser" in visitor.text


def test_an_unticked_badge_is_switched_off(visitor: Visitor) -> None:
    visitor.send("/setup", **{name: value for name, value in FACTS.items() if name != "badge_on_entry"})
    assert now_kept().badge_on_entry is False


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("title", "   ", "Give the seminar a name"),
        ("title", "я" * 201, "Give the seminar a name"),
        ("date", "32.13.2026", "Choose the day"),
        ("capacity", "-1", "A whole number"),
        ("capacity", "много", "A whole number"),
        ("zone", "Europe/Moscow", "Choose one of the zones"),
        ("country", "RU", "Choose one of the countries"),
        ("language", "de", "Choose one of the languages"),
        ("place", "о" * 201, "200 letters at most"),
    ],
)
def test_a_wrong_field_is_marked_and_nothing_is_saved(visitor: Visitor, field: str, value: str, said: str) -> None:
    reply = visitor.send("/setup", **{**FACTS, field: value})
    assert reply.status_code == 422
    assert said in visitor.text
    assert f'aria-describedby="{field}-wrong' in visitor.page
    assert 'value="ТОО «Алма Трейд»"' in visitor.page, "what was typed stays"
    assert now_kept().title == "Продажи без потерь"


def test_an_empty_capacity_means_no_limit(visitor: Visitor) -> None:
    visitor.send("/setup", **{**FACTS, "capacity": ""})
    assert now_kept().capacity == 0


def test_consent_is_reworded_by_a_new_version_and_the_old_one_stays(visitor: Visitor) -> None:
    with db.connection_context():
        before = seminar.consent("kk").body
    visitor.send("/setup/consent", of="kk", body="Жаңа мәтін")
    with db.connection_context():
        assert (seminar.consent("kk").version, seminar.consent("kk").body) == (2, "Жаңа мәтін")
        assert seminar.consent("ru").version == 1
    visitor.open("/setup/consent?of=kk&lang=en")
    assert "version 2" in visitor.text
    assert before in visitor.text


def test_an_empty_consent_is_refused_in_place(visitor: Visitor) -> None:
    assert visitor.send("/setup/consent", of="ru", body="  \r\n").status_code == 422
    assert "Write the consent" in visitor.text


def test_hostile_texts_are_shown_as_texts(visitor: Visitor) -> None:
    visitor.send("/setup", **{**FACTS, "title": "<script>alert(1)</script>"})
    for path in ("/", "/setup", "/setup/audit", "/sign-in"):
        visitor.open(path)
        assert "<script>alert" not in visitor.page
        assert "&lt;script&gt;" in visitor.page


def test_the_audit_log_is_filtered_by_what_and_by_who(app: Flask, visitor: Visitor) -> None:
    Visitor(app).sign_in(Role.DESK, name="Нұрлан Әбдіқадыров")
    visitor.open("/setup/audit?lang=en&who=НҰРЛАН")
    assert "Нұрлан Әбдіқадыров · registration desk" in visitor.text
    assert "Динара · organiser" not in visitor.text
    visitor.open("/setup/audit?lang=en&action=pins_renewed")
    assert "Nothing of this kind has been done yet" in visitor.text
