"""The import of a programme through the pages."""

import io
import re

import pytest
from flask import Flask
from werkzeug.test import TestResponse

from hub.access import Role
from hub.database import db
from hub.programme import planning
from hub.programme.models import ProgrammeVersion
from hub.sheets import uploads
from tests.hub.programme.programmes import HEAD, SAMPLES, planned
from tests.list_files import csv_bytes
from tests.page_visitor import Visitor

SAMPLE = (SAMPLES / "programme.xlsx").read_bytes()


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    found = Visitor(app).sign_in(Role.ORGANISER)
    found.open("/programme/import")
    return found


def choose(visitor: Visitor, data: bytes, name: str = "programme.xlsx") -> TestResponse:
    """Send the file; where it is taken, its preview."""
    form = {"csrf_token": visitor.token, "list": (io.BytesIO(data), name)}
    reply = visitor.client.post("/programme/import?lang=en", data=form, content_type="multipart/form-data")
    if reply.status_code != 302:
        visitor.page = reply.get_data(as_text=True)
        return reply
    return visitor.open(reply.headers["Location"])


def confirm(visitor: Visitor) -> TestResponse:
    found = re.search(r'action="(/programme/import/[^"]+/confirm)"', visitor.page)
    assert found is not None
    return visitor.send(found[1])


def kept(app: Flask) -> list[str]:
    with app.app_context(), db.connection_context():
        return [line.title for line in planning.current()]


def test_a_file_is_looked_at_and_taken_in(app: Flask, visitor: Visitor) -> None:
    assert choose(visitor, SAMPLE).status_code == 200
    assert visitor.text.count("added") == 8
    assert "taken for a talk on a product" in visitor.text
    assert kept(app) == [], "a look changes nothing"
    assert confirm(visitor).status_code == 302
    assert len(kept(app)) == 8


def test_a_second_click_takes_nothing_in_twice(app: Flask, visitor: Visitor) -> None:
    choose(visitor, SAMPLE)
    page = visitor.page
    confirm(visitor)
    visitor.page = page
    assert confirm(visitor).status_code == 302
    with db.connection_context():
        assert ProgrammeVersion.select().count() == 1


def test_the_preview_tells_what_changes_from_what_to_what(app: Flask, visitor: Visitor) -> None:
    with app.app_context(), db.connection_context():
        planned()
    rows = [
        ["Начало", "Конец", "Название", "Докладчик", "Зал"],
        ["10:50", "11:15", "Команда, которая продаёт", "Тимур Цой", "2"],
    ]
    choose(visitor, csv_bytes(rows), "programme.csv")
    assert "Start 10:45 → 10:50" in visitor.text
    assert visitor.text.count("removed") == 7
    assert "columns left aside: Зал" in visitor.text


def test_the_same_programme_again_changes_nothing(app: Flask, visitor: Visitor) -> None:
    choose(visitor, SAMPLE)
    confirm(visitor)
    visitor.open("/programme/import")
    choose(visitor, SAMPLE)
    assert "Nothing: the programme is so already" in visitor.text
    assert "Take the programme in" not in visitor.text


def test_rows_that_are_not_understood_are_told_with_their_reason(visitor: Visitor) -> None:
    rows = [list(HEAD), ["10.05.2026", "10:45", "Доклад", "Цели"], ["10:45", "11:15", "Доклад", "Сегменты"]]
    choose(visitor, csv_bytes(rows), "programme.csv")
    assert "1 row was not understood" in visitor.text
    assert "row 2" in visitor.text
    assert "the time has become a date in the spreadsheet" in visitor.text


def test_a_file_without_items_offers_nothing_to_take_in(visitor: Visitor) -> None:
    choose(visitor, csv_bytes([list(HEAD), ["скоро", "", "", "Цели"]]), "programme.csv")
    assert "Take the programme in" not in visitor.text
    assert confirm(visitor).status_code == 422


@pytest.mark.parametrize(
    ("data", "name", "status", "said"),
    [
        (b"", "", 422, "Choose a file first"),
        (b"", "a.csv", 422, "The file is empty"),
        (b"PK\x03\x04" + b"\x07" * 4000, "a.xlsx", 422, "damaged"),
        ("Имя;Возраст\nТимур Цой;1\n".encode(), "a.csv", 422, "No row of headings was found"),
        ("Тема;Докладчик\nЦели;Тимур Цой\n".encode(), "a.csv", 422, "No column with the start was found"),
    ],
)
def test_a_file_that_cannot_be_taken_is_told_in_place(
    visitor: Visitor, data: bytes, name: str, status: int, said: str
) -> None:
    assert choose(visitor, data, name).status_code == status
    assert said in visitor.text
    assert 'type="file"' in visitor.page


def test_a_file_beyond_the_limit_is_refused(visitor: Visitor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 1024)
    assert choose(visitor, b"a" * 1025).status_code == 413
    assert "The file is bigger than" in visitor.text


def test_a_file_thought_better_of_is_gone(app: Flask, visitor: Visitor) -> None:
    choose(visitor, SAMPLE)
    found = re.search(r'formaction="([^"]+/drop)"', visitor.page)
    assert found is not None
    visitor.send(found[1])
    assert visitor.open(found[1].removesuffix("/drop")).status_code == 410
    assert kept(app) == []
