"""The import pages by their forms: roles, hostile files, corrected columns, clicking twice."""

import io
import re
import threading
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hub.access import Role
from hub.database import db
from hub.sheets import uploads
from kiosk.models import Attendee, HeadingMap, ImportRun
from tests.list_files import xlsx_bytes
from tests.page_visitor import Visitor

SAMPLES = Path(__file__).parents[2] / "samples"
HEADED = re.compile(r'name="heading-(\d+)" value="([^"]*)"')
FIRST = re.compile(r'name="first-(\d+)" value="([^"]*)"')

ODD = """ФИО;Откуда;Телефон
Цой Тимур;Директор;+7 701 000 00 02
Қасымқызы Айгүл;Бухгалтер;+7 701 000 00 01
"""


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    found = Visitor(app).sign_in(Role.ORGANISER)
    found.open("/import")
    return found


def upload(visitor: Visitor, content: bytes, filename: str = "list.csv") -> str:
    """Where the file leads to: the address of its preview."""
    return send_file(visitor, content, filename).headers["Location"]


def send_file(visitor: Visitor, content: bytes, filename: str = "list.csv") -> TestResponse:
    return visitor.client.post(
        "/import?lang=en",
        data={"csrf_token": visitor.token, "list": (io.BytesIO(content), filename)},
        content_type="multipart/form-data",
    )


def columns_of(page: str) -> dict[str, str]:
    """The form as the page sends it when nothing is corrected."""
    fields = {f"heading-{number}": heading for number, heading in HEADED.findall(page)}
    for number, field in FIRST.findall(page):
        fields |= {f"first-{number}": field, f"field-{number}": field}
    return fields


def uploads_of(app: Flask, tmp_path: Path) -> list[Path]:
    return sorted((tmp_path / "data" / "uploads").glob("*"))


def everybody() -> list[Attendee]:
    with db.connection_context():
        return list(Attendee.select().order_by(Attendee.id))


def test_import_is_the_organisers_alone(app: Flask, desk: FlaskClient, visitor: Visitor) -> None:
    preview = upload(visitor, ODD.encode())
    for path in ("/import", preview, "/import/runs/1"):
        assert desk.get(path).status_code == 403
    assert desk.post(f"{preview}/confirm").status_code == 403


def test_a_list_is_previewed_without_being_kept_and_then_taken_in(app: Flask, visitor: Visitor) -> None:
    preview = upload(visitor, (SAMPLES / "bitrix24-leads.csv").read_bytes(), "leads.csv")
    visitor.open(preview)
    assert "Bitrix24 leads" in visitor.text
    assert "Әбдіқадыров" in visitor.text
    assert everybody() == []
    reply = visitor.send(f"{preview}/confirm", **columns_of(visitor.page))
    visitor.open(reply.headers["Location"])
    assert "The list has been taken in." in visitor.text
    assert len(everybody()) > 50


def test_sheets_left_aside_are_named_before_and_after(visitor: Visitor) -> None:
    people = [["ФИО", "Телефон"], ["Цой Тимур", "+7 701 000 00 02"]]
    preview = upload(visitor, xlsx_bytes(people, [["Қасымқызы Айгүл"]], [[""]], names=["Люди", "<b>", "Пусто"]))
    said = "Not read from this file: sheet “&lt;b&gt;” (rows: 1)."
    visitor.open(preview)
    assert said in visitor.page
    reply = visitor.send(f"{preview}/confirm", **columns_of(visitor.page))
    visitor.open(reply.headers["Location"])
    assert said in visitor.page


def test_tables_without_a_name_are_told_of_though_no_column_is_known(visitor: Visitor) -> None:
    page = "<table><tr><td>Компания<td>Город<tr><td>Алма<td>Алматы</table><table><tr><td>Итого</table>"
    assert visitor.open(upload(visitor, page.encode())).status_code == 422
    assert "Not read from this file: a table without a name (rows: 1)." in visitor.text


def test_the_file_is_gone_once_it_was_taken_in(app: Flask, visitor: Visitor, tmp_path: Path) -> None:
    preview = upload(visitor, (SAMPLES / "tilda.csv").read_bytes())
    visitor.open(preview)
    visitor.send(f"{preview}/confirm", **columns_of(visitor.page))
    assert b"@" not in b"".join(path.read_bytes() for path in uploads_of(app, tmp_path))


def test_a_second_click_is_led_to_the_same_result(app: Flask, visitor: Visitor) -> None:
    preview = upload(visitor, (SAMPLES / "tilda.csv").read_bytes())
    visitor.open(preview)
    fields = columns_of(visitor.page)
    replies = [visitor.send(f"{preview}/confirm", **fields) for _ in range(2)]
    assert replies[0].headers["Location"] == replies[1].headers["Location"]
    with db.connection_context():
        assert ImportRun.select().count() == 1


def test_two_clicks_at_once_are_one_import(app: Flask, visitor: Visitor, organiser: FlaskClient) -> None:
    preview = upload(visitor, (SAMPLES / "tilda.csv").read_bytes())
    together = threading.Barrier(2)
    led: list[str] = []

    def click() -> None:
        client = app.test_client()
        together.wait()
        headers = {"Authorization": organiser.environ_base["HTTP_AUTHORIZATION"]}
        led.append(client.post(f"{preview}/confirm", headers=headers).headers["Location"])

    clicks = [threading.Thread(target=click) for _ in range(2)]
    for one in clicks:
        one.start()
    for one in clicks:
        one.join()
    assert len(led) == 2
    assert led[0] == led[1]


def test_corrected_columns_are_read_anew_and_remembered(app: Flask, visitor: Visitor) -> None:
    preview = upload(visitor, ODD.encode())
    visitor.open(preview)
    corrected = {**columns_of(visitor.page), "field-1": "company"}
    assert corrected["first-1"] != "company"
    visitor.send(preview, **corrected)
    assert columns_of(visitor.page)["first-1"] == corrected["first-1"], "what stood there at first is not forgotten"
    visitor.send(f"{preview}/confirm", **corrected)
    assert [(one.surname, one.company) for one in everybody()] == [("Цой", "Директор"), ("Қасымқызы", "Бухгалтер")]
    visitor.open(upload(visitor, ODD.encode()))
    assert columns_of(visitor.page)["first-1"] == "company"


def test_a_column_can_be_left_out(app: Flask, visitor: Visitor) -> None:
    preview = upload(visitor, "Фамилия;Имя;Компания\nЦой;Тимур;ИП Серикова\n".encode())
    visitor.open(preview)
    visitor.send(f"{preview}/confirm", **{**columns_of(visitor.page), "field-2": ""})
    assert [(one.surname, one.company) for one in everybody()] == [("Цой", "")]
    with db.connection_context():
        assert HeadingMap.select().count() == 1


def test_when_no_name_is_found_the_page_asks_which_column_it_is(visitor: Visitor) -> None:
    preview = upload(visitor, "Компания;Телефон;Город\nИП Серикова;+7 701 000 00 02;Алматы\n".encode())
    assert visitor.open(preview).status_code == 422
    assert "No column with names was found" in visitor.text
    assert "Take the list in" not in visitor.text
    assert 'name="field-2"' in visitor.page


def test_a_confirmation_without_any_name_asks_again(visitor: Visitor) -> None:
    preview = upload(visitor, "Фамилия;Компания\nЦой;ИП Серикова\n".encode())
    visitor.open(preview)
    reply = visitor.send(f"{preview}/confirm", **{**columns_of(visitor.page), "field-0": ""})
    assert reply.status_code == 422
    assert "No column with names was found" in visitor.text
    assert 'name="field-0"' in visitor.page
    assert everybody() == []


def test_rows_that_are_nobody_are_named_with_their_number_and_reason(visitor: Visitor) -> None:
    rows = "Фамилия;Имя;Телефон\nЦой;Тимур;+7 701 000 00 02\n;;+7 701 000 00 09\nИтого;;\nЦОЙ;Тимур;8 701 000 00 02\n"
    preview = upload(visitor, rows.encode())
    visitor.open(preview)
    assert "Not taken in 2" in visitor.text
    assert "row 3" in visitor.text
    assert "there is no name in this row" in visitor.text
    assert "a row of totals" in visitor.text
    assert "with row 2" in visitor.text


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "The file is empty."),
        (b"\x00\x01\x02" * 999, "This is no table."),
        (b"PK\x03\x04" + b"\x07" * 400, "damaged"),
        (b"x;" * 300 + b"\n", "more than 200 columns"),
        (b"a;b\n" * 20_002, "more than 20000 rows"),
    ],
)
def test_a_hostile_file_gives_one_sentence_and_leaves_nothing(
    app: Flask, visitor: Visitor, tmp_path: Path, content: bytes, said: str
) -> None:
    reply = visitor.open(upload(visitor, content, "<b>evil</b>.xlsx"))
    assert 400 <= reply.status_code < 500
    assert said in visitor.text
    assert "Choose the file" in visitor.text, "the next file may be chosen at once"
    assert uploads_of(app, tmp_path) == []
    assert everybody() == []


def test_a_file_beyond_the_limit_is_refused_before_it_is_kept(
    app: Flask, visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(uploads, "MOST_BYTES", 1024)
    reply = send_file(visitor, b"a" * 1025)
    assert reply.status_code == 413
    assert "The file is bigger than" in reply.get_data(as_text=True)
    assert uploads_of(app, tmp_path) == []


def test_nothing_chosen_is_told_in_place(visitor: Visitor) -> None:
    assert visitor.send("/import").status_code == 422
    assert "Choose a file first." in visitor.text


def test_a_dropped_file_is_gone(app: Flask, visitor: Visitor, tmp_path: Path) -> None:
    preview = upload(visitor, ODD.encode())
    visitor.open(preview)
    visitor.send(f"{preview}/drop")
    assert uploads_of(app, tmp_path) == []
    assert visitor.open(preview).status_code == 410


@pytest.mark.parametrize("name", ["..%2f..%2fsecret_key", "seminar.sqlite3", "x" * 22, "a" * 21 + "%00"])
def test_only_kept_files_can_be_named(visitor: Visitor, name: str) -> None:
    assert visitor.open(f"/import/{name}").status_code in {404, 410}
    assert visitor.send(f"/import/{name}/confirm").status_code in {404, 410}


def test_a_filename_is_shown_as_text(visitor: Visitor) -> None:
    visitor.open(upload(visitor, ODD.encode(), "<script>alert(1)</script>.csv"))
    assert "<script>alert" not in visitor.page


def test_earlier_imports_are_listed_with_their_report(visitor: Visitor) -> None:
    preview = upload(visitor, (SAMPLES / "google-forms.csv").read_bytes(), "форма.csv")
    visitor.open(preview)
    visitor.send(f"{preview}/confirm", **columns_of(visitor.page))
    visitor.open("/import")
    assert "форма.csv" in visitor.text
    assert "/import/runs/1" in visitor.page
    assert visitor.open("/import/runs/2").status_code == 404
