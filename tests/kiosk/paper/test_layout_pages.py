"""Layouts by their pages: looking, arranging, saving, copying, removing."""

import io
import json
import re
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from PIL import Image

from hub import logo
from hub.access import Role
from hub.box import EXTENSION, Hub
from hub.database import db, write
from hub.folder import Folder
from kiosk.models import Attendee, Printer
from kiosk.paper.layouts import layout_files, layout_form
from kiosk.paper.layouts.layout import SHAPES, Shape
from kiosk.paper.layouts.shipping import CLASSIC, SHIPPED
from tests.page_visitor import Visitor

HOSTILE = "<script>alert(1)</script> ../../%2e&?#"


def a_picture(width: int, height: int) -> bytes:
    """A white PNG of so many pixels."""
    file = io.BytesIO()
    Image.new("1", (width, height), 255).save(file, "PNG")
    return file.getvalue()


@pytest.fixture
def folder(app: Flask) -> Folder:
    hub: Hub = app.extensions[EXTENSION]
    return hub.folder


@pytest.fixture
def organising(app: Flask) -> Visitor:
    found = Visitor(app).sign_in(Role.ORGANISER)
    found.open("/badges/layouts")
    return found


def drawn(visitor: Visitor, form: dict[str, str]) -> dict[str, Any]:
    """How the hub would draw a form that is not saved."""
    said: dict[str, Any] = visitor.send("/badges/layouts/draft", **form).json or {}
    return said


def filled(name: str = "Наш", paper: str = "roll80", old: str = "", **fields: str) -> dict[str, str]:
    """The form of a layout, as the editor would send it."""
    base = {"name": name, "old": old, "paper": paper, "shape": "wide", "base": CLASSIC.model_dump_json()}
    return {**base, **layout_form.flat(CLASSIC.wide), **fields, "action": "save"}


def test_the_list_has_the_three_of_the_box_with_pictures(organising: Visitor) -> None:
    assert [name in organising.text for name in ("Classic layout", "Big name", "Centred card")] == [True] * 3
    sources = re.findall(r'src="(/badges/layouts/preview\.png[^"]+)"', organising.page)
    assert len(sources) == 6
    with Image.open(io.BytesIO(organising.client.get(sources[0].replace("&amp;", "&")).data)) as picture:
        assert picture.size == (576, 400)


@pytest.mark.parametrize("shape", SHAPES)
@pytest.mark.parametrize("code", SHIPPED)
def test_a_form_says_what_the_file_says(code: str, shape: Shape) -> None:
    layout = SHIPPED[code]
    form = {**layout_form.flat(layout.of(shape)), "shape": shape, "base": layout.model_dump_json()}
    assert layout_form.read(form).layout == layout


@pytest.mark.parametrize("name", ["Наш", HOSTILE, "Ж" * 60, "..", ".hidden", "a/b\\c:d", "100%", "🎫" * 60])
def test_a_layout_is_kept_found_copied_and_removed_whatever_its_name(
    organising: Visitor, folder: Folder, name: str
) -> None:
    organising.open("/badges/layouts/edit")
    assert organising.send("/badges/layouts/edit", **filled(name, **{"company.x": "3,5"})).status_code == 302
    found = layout_files.find(folder, name)
    assert found.wrong == ""
    assert found.layout.wide.company is not None
    assert (found.layout.wide.company.x, found.layout.tall) == (3.5, CLASSIC.tall)
    assert [file.parent for file in folder.root.rglob("*.json")] == [folder.layouts]
    organising.open("/badges/layouts")
    assert "<script>alert" not in organising.page
    assert name in organising.text
    organising.send("/badges/layouts/copy", name=name)
    assert len(layout_files.everything(folder)) == 5
    organising.send("/badges/layouts/remove", name=name)
    assert layout_files.find(folder, name).wrong == "missing"


def test_a_renamed_layout_stays_on_its_printers_and_a_removed_one_leaves_them(
    organising: Visitor, folder: Folder
) -> None:
    organising.send("/badges/layouts/edit", **filled("Наш"))
    with db.connection_context():
        write(lambda: Printer.create(name="P", driver="picture_folder", layout="Наш"))
    organising.send("/badges/layouts/edit", **filled("Новый", old="Наш"))
    assert [found.name for found in layout_files.everything(folder)][3:] == ["Новый"]
    with db.connection_context():
        assert Printer.get().layout == "Новый"
    organising.send("/badges/layouts/remove", name="Новый")
    with db.connection_context():
        assert Printer.get().layout == ""


@pytest.mark.parametrize(
    ("name", "status", "said"),
    [
        ("", 422, "Give the layout a name"),
        ("   \t", 422, "Give the layout a name"),
        ("Ы" * 300, 422, "60 letters at most"),
        ("classic", 409, "A ready-made layout is called so. Please choose another name."),
        ("CLASSIC", 409, "A ready-made layout is called so"),
        (" Классический  МАКЕТ ", 409, "A ready-made layout is called so"),
        ("Есть", 409, "Another layout has this name"),
    ],
)
def test_a_name_that_will_not_do_is_told_beside_its_field(
    organising: Visitor, folder: Folder, name: str, status: int, said: str
) -> None:
    organising.send("/badges/layouts/edit", **filled("Есть"))
    assert organising.send("/badges/layouts/edit", **filled(name)).status_code == status
    assert said in organising.text
    assert 'aria-describedby="name-wrong' in organising.page
    assert len(layout_files.everything(folder)) == 4


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("company.x", "много"),
        ("company.x", "-1"),
        ("company.x", "nan"),
        ("company.x", "1e999"),
        ("company.width", "101"),
        ("company.x", "60"),
        ("first_name.legible", "1.1"),
        ("first_name.lines", "1.5"),
        ("qr.height", "0"),
        ("margin", ""),
    ],
)
def test_a_wrong_number_is_marked_and_nothing_is_kept(
    organising: Visitor, folder: Folder, field: str, value: str
) -> None:
    form = filled(**{field: value})
    assert organising.send("/badges/layouts/edit", **form).status_code == 422
    assert "Please correct this number" in organising.text
    assert drawn(organising, form)["wrong"]
    assert len(layout_files.everything(folder)) == 3


def test_a_badge_without_any_name_is_refused(organising: Visitor, folder: Folder) -> None:
    form = {key: value for key, value in filled().items() if key not in ("first_name.on", "surname.on")}
    assert organising.send("/badges/layouts/edit", **form).status_code == 422
    assert "A badge needs a name" in organising.text


def test_a_draft_is_drawn_with_the_longest_and_the_shortest_name_of_the_list_and_every_ribbon(
    organising: Visitor, cast: dict[str, Attendee]
) -> None:
    organising.open("/badges/layouts/edit")
    said = drawn(organising, filled())
    assert set(said["pictures"]) == {"longest", "shortest", "speaker", "staff", "press", "blank"}
    assert len(set(said["pictures"].values())) == 6
    assert said["problems"] == []
    with db.connection_context():
        write(lambda: Attendee.update(first_name="Ы", surname="О").where(Attendee.surname == "Цой").execute())
    again = drawn(organising, filled())
    assert again["pictures"]["longest"] == said["pictures"]["longest"]
    assert again["pictures"]["shortest"] != said["pictures"]["shortest"]


def test_what_would_go_wrong_on_paper_is_told_in_words(organising: Visitor, cast: dict[str, Attendee]) -> None:
    crowded = filled(
        **{"company.x": "40", "company.width": "60", "qr.height": "10", "qr.y": "80", "surname.height": "1"}
    )
    said = " ".join(drawn(organising, crowded)["problems"])
    assert "Company and QR code lie over each other." in said
    assert "The QR code is too small" in said
    organising.send(
        "/badges/layouts/edit",
        **crowded,
    )
    assert organising.open("/badges/layouts").status_code == 200


def test_it_is_said_of_every_text_but_names_that_it_is_set_smaller_before_it_is_shortened(organising: Visitor) -> None:
    organising.open("/badges/layouts/edit")
    said = re.findall(r'id="(\w+)\.legible-hint">([^<]+)', organising.page)
    assert [kind for kind, _ in said] == ["seminar", "company", "position", "ribbon"]
    assert "down to 1.2 mm" in said[0][1]
    for kind, _ in said:
        assert f'aria-describedby=" {kind}.legible-hint"' in organising.page


def test_another_paper_shows_its_own_arrangement_of_the_same_draft(organising: Visitor) -> None:
    form = {**filled(paper="a6", **{"company.x": "7.5"}), "action": "show"}
    assert organising.send("/badges/layouts/edit", **form).status_code == 200
    assert 'name="shape" value="tall"' in organising.page
    base = json.loads(re.findall(r'name="base" value="([^"]+)"', organising.page)[0].replace("&#34;", '"'))
    assert base["wide"]["company"]["x"] == 7.5, "what was arranged is carried along"


@pytest.mark.parametrize(
    ("content", "place"),
    [
        (b"", "JSON"),
        (b"{", "JSON"),
        (b"\xff\xfe\0", "JSON"),
        (b"[" * 100_000, "JSON"),
        (b'{"version": 2}', "version"),
        (CLASSIC.model_dump_json().replace('"weight":800', '"weight":"<b>"').encode(), "wide › first_name › weight"),
        (CLASSIC.model_dump_json().replace('"margin"', '"colour"').encode(), "wide › colour"),
    ],
)
def test_a_damaged_file_is_told_and_the_classic_layout_prints(
    organising: Visitor, folder: Folder, content: bytes, place: str
) -> None:
    folder.layouts.mkdir(parents=True)
    (folder.layouts / "Порча.json").write_bytes(content)
    found = layout_files.find(folder, "Порча")
    assert (found.layout, found.wrong) == (CLASSIC, place)
    with db.connection_context():
        write(lambda: Printer.create(name="У входа", driver="picture_folder", layout="Порча"))
    organising.open("/badges/layouts")
    assert f"У входа: The file of the layout “Порча” is damaged at: {place}." in organising.text
    organising.open("/badges/layouts/edit?name=Порча&lang=en")
    assert "is damaged at" in organising.text
    assert organising.send("/badges/layouts/copy", name="Порча").status_code == 404


def test_a_copy_of_one_of_the_box_has_a_name_of_its_own(organising: Visitor, folder: Folder) -> None:
    for _ in range(2):
        organising.send("/badges/layouts/copy", name="card")
    assert [found.name for found in layout_files.everything(folder)][3:] == ["Centred card 2", "Centred card 3"]


@pytest.mark.parametrize("path", ["rename", "remove", "copy"])
def test_what_is_gone_cannot_be_changed(organising: Visitor, path: str) -> None:
    target = "/badges/layouts/edit" if path == "rename" else f"/badges/layouts/{path}"
    fields = filled("Новый", old="Нет") if path == "rename" else {"name": "Нет"}
    assert organising.send(target, **fields).status_code == 404


def test_the_layouts_of_the_box_cannot_be_changed_or_removed(organising: Visitor) -> None:
    assert organising.send("/badges/layouts/remove", name="classic").status_code == 404
    assert organising.send("/badges/layouts/edit", **filled("card", old="card")).status_code == 409


def test_the_logo_is_shown_in_dots_and_removed(organising: Visitor, folder: Folder) -> None:
    picture = io.BytesIO()
    Image.new("RGBA", (200, 80), "#123456").save(picture, "PNG")
    file = (io.BytesIO(picture.getvalue()), "logo.png")
    sent = {"csrf_token": organising.token, "logo_file": file}
    organising.client.post("/badges/layouts/logo", data=sent, content_type="multipart/form-data")
    assert logo.current(folder) is not None
    organising.open("/badges/layouts")
    assert "data:image/png;base64," in organising.page
    organising.send("/badges/layouts/logo/remove")
    assert logo.current(folder) is None
    assert organising.send("/badges/layouts/logo").status_code == 422


@pytest.mark.parametrize(
    ("content", "status", "said"),
    [
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", 422, "Choose a PNG, JPEG or WebP."),
        (b"a letter that was called logo.png", 422, "Choose a PNG, JPEG or WebP."),
        (a_picture(5000, 4000), 413, "Make it smaller"),
    ],
)
def test_a_file_that_cannot_be_a_logo_is_told_at_its_field(
    organising: Visitor, folder: Folder, content: bytes, status: int, said: str
) -> None:
    sent = {"csrf_token": organising.token, "logo_file": (io.BytesIO(content), "logo.png")}
    reply = organising.client.post("/badges/layouts/logo", data=sent, content_type="multipart/form-data")
    assert reply.status_code == status
    assert said in reply.text.partition('id="logo_file-wrong"')[2].partition("</p>")[0]
    assert "photo" not in reply.text.lower()
    field = reply.text.partition('id="logo_file"')[2].partition(">")[0]
    assert "autofocus" in field, "it stands far below, and must come into view"
    assert logo.current(folder) is None


def test_layouts_are_the_organisers(desk: FlaskClient) -> None:
    assert desk.get("/badges/layouts").status_code == 403
    assert desk.post("/badges/layouts/draft", data=filled()).status_code == 403
