"""The organiser's page of the day, and the downloads."""

import io
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from openpyxl import load_workbook

from hub.access import Role
from hub.database import db
from hub.models import AuditEntry
from kiosk.models import Attendee
from tests.attendance.conftest import DayThatWas
from tests.conftest import client_as

PATHS = ("/attendance", "/attendance/list.xlsx", "/attendance/list.csv")


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ORGANISER])
def test_nobody_but_the_organiser_sees_everybodys_phones(app: Flask, path: str, role: Role) -> None:
    assert client_as(app, role).get(path).status_code == 403


@pytest.mark.parametrize("path", PATHS)
def test_a_stranger_is_asked_to_sign_in(app: Flask, path: str) -> None:
    reply = app.test_client().get(path)
    assert reply.status_code == 302
    assert reply.headers["Location"].startswith("/sign-in")


def test_the_day_is_told_in_three_large_figures(organiser: FlaskClient, day: DayThatWas) -> None:
    page = organiser.get("/attendance").text
    for name, figure in (("Зарегистрировано", "5"), ("Пришло", "3"), ("Явка", "60 %")):
        assert f'<dt>{name}</dt><dd class="number">{figure}</dd>' in page
    assert page.count("<rect") == 3
    assert 'style="' not in page


def test_the_page_says_what_to_do_first_when_nobody_is_registered(organiser: FlaskClient) -> None:
    page = organiser.get("/attendance").text
    assert "Сначала загрузите список" in page
    assert "<svg class" not in page


def test_the_curve_waits_for_the_first_to_come(organiser: FlaskClient, cast: dict[str, Attendee]) -> None:
    assert "Пока никто не пришёл" in organiser.get("/attendance").text


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ("status=came", {"Айгүл", "Тимур", "Oʻtkir"}),
        ("status=expected", {"Ольга", "Нұрлан"}),
        ("status=left", {"Oʻtkir"}),
        ("status=away", set()),
        ("q=касымкызы", {"Айгүл"}),
        ("q=0003&status=here", set()),
        ("status=nonsense&page=99", {"Айгүл", "Тимур", "Oʻtkir", "Ольга", "Нұрлан"}),
        ("page=x&q=%00", {"Айгүл", "Тимур", "Oʻtkir", "Ольга", "Нұрлан"}),
    ],
)
def test_people_are_found_by_status_and_search(
    organiser: FlaskClient, day: DayThatWas, asked: str, shown: set[str]
) -> None:
    reply = organiser.get(f"/attendance?{asked}")
    assert reply.status_code == 200
    assert {person.first_name for person in day.people.values() if person.first_name in reply.text} == shown


def test_a_large_list_is_turned_by_pages(organiser: FlaskClient, app: Flask) -> None:
    with db.connection_context(), db.atomic():
        for number in range(51):
            Attendee.create(
                code=f"K{number}", surname=f"Цой-{number:03}.", source="list", created_at=0, sort_key=f"{number:03}"
            )
    first, second = (organiser.get(f"/attendance?page={page}").text for page in (1, 2))
    assert "Цой-049." in first
    assert "Цой-050." not in first
    assert "Цой-050." in second


def test_names_are_text_and_never_markup(organiser: FlaskClient, cast: dict[str, Attendee]) -> None:
    with db.connection_context():
        Attendee.update(surname="<script>alert(1)</script>").where(Attendee.id == cast["olga"].id).execute()
    assert "<script>alert" not in organiser.get("/attendance").text


def test_excel_comes_under_a_name_in_the_readers_language(organiser: FlaskClient, day: DayThatWas) -> None:
    reply = organiser.get("/attendance/list.xlsx")
    assert reply.mimetype == "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    assert reply.headers["Cache-Control"] == "no-store"
    disposition = reply.headers["Content-Disposition"]
    assert "filename=attendance-2026-11-28.xlsx" in disposition
    assert f"filename*=UTF-8''{quote('Список участников 2026-11-28.xlsx')}" in disposition
    assert load_workbook(io.BytesIO(reply.data)).sheetnames == ["Участники", "Итоги дня"]


def test_the_file_speaks_the_language_that_its_reader_chose(organiser: FlaskClient, day: DayThatWas) -> None:
    assert organiser.get("/attendance/list.csv?lang=en").data.startswith("\ufeffSurname;First name".encode())


def test_those_who_came_alone_can_be_downloaded(organiser: FlaskClient, day: DayThatWas) -> None:
    assert organiser.get("/attendance/list.csv?came=1").data.count(b"\r\n") == 1 + 3


def test_every_download_is_in_the_audit_log(organiser: FlaskClient, day: DayThatWas) -> None:
    organiser.get("/attendance/list.csv")
    with db.connection_context():
        entry = AuditEntry.select().where(AuditEntry.action == "list_exported").get()
    assert (entry.who, entry.subject) == ("Test organiser (organiser)", "csv")
    assert "5" in entry.detail


def test_there_is_no_other_kind_of_list(organiser: FlaskClient) -> None:
    assert organiser.get("/attendance/list.pdf").status_code == 404
    assert organiser.post("/attendance/list.csv").status_code == 405
