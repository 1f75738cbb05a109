"""The pages of words and slides: forms, pictures, and what goes wrong."""

import io
import re

import pytest
from flask import Flask
from PIL import Image

from hub import devices
from hub.access import Role
from hub.database import db
from signage import phase_texts, slides
from signage.frames import Phase
from signage.models import PhaseText
from tests.page_visitor import Visitor


@pytest.fixture
def visitor(app: Flask) -> Visitor:
    visitor = Visitor(app).sign_in(Role.ORGANISER)
    visitor.open("/signs/slides")
    return visitor


def a_logo() -> io.BytesIO:
    drawn = io.BytesIO()
    Image.new("RGBA", (2000, 400), (200, 0, 0, 90)).save(drawn, "PNG")
    drawn.seek(0)
    return drawn


def upload(visitor: Visitor, path: str, content: io.BytesIO, **fields: str) -> int:
    """Send a form with a picture."""
    sent = {"csrf_token": visitor.token, **fields, "picture": (content, "logo.png")}
    reply = visitor.client.post(path, query_string={"lang": "en"}, data=sent)
    visitor.page = reply.get_data(as_text=True)
    return reply.status_code


def test_a_logo_keeps_its_transparency_and_is_served_to_those_who_were_let_in(app: Flask, visitor: Visitor) -> None:
    assert upload(visitor, "/signs/slides", a_logo(), kind="logo", name="ТОО «Алма Трейд»") == 302
    with db.connection_context():
        (slide,) = slides.listed()
    reply = visitor.client.get(f"/signs/photos/{slide.image}")
    shown = Image.open(io.BytesIO(reply.data))
    assert (shown.mode, shown.size) == ("RGBA", (1600, 320))
    assert app.test_client().get(f"/signs/photos/{slide.image}").status_code != 200


@pytest.mark.parametrize(
    "content", [b"", b"no picture", b"<svg onload='alert(1)'/>", b"\x89PNG\r\n\x1a\n" + b"\0" * 80]
)
def test_what_is_no_picture_is_refused_and_the_form_stays_open(visitor: Visitor, content: bytes) -> None:
    assert upload(visitor, "/signs/slides", io.BytesIO(content), kind="logo", name="Алма") == 422
    assert 'name="add" open' in visitor.page
    assert 'value="Алма"' in visitor.page


def test_the_wifi_is_shown_with_its_code_and_corrected_in_place(visitor: Visitor) -> None:
    visitor.send("/signs/slides", kind="wifi", ssid="Hall", password="123")
    assert "A Wi-Fi password has 8 to 63 characters" in visitor.text
    visitor.send("/signs/slides", kind="wifi", ssid="Hall", password="12345678")
    visitor.open("/signs/slides")
    assert "data:image/svg+xml;base64," in visitor.page
    assert visitor.send("/signs/slides/1", ssid="", password="12345678").status_code == 422
    assert visitor.send("/signs/slides/1", ssid="Зал 3", password="").status_code == 302
    with db.connection_context():
        assert slides.listed()[0].facts == {"ssid": "Зал 3", "password": ""}


@pytest.mark.parametrize(
    ("field", "sent"),
    [
        ("head", {"kind": "text", "head": "я" * 121}),
        ("text", {"kind": "text", "head": "Чат", "text": "я" * 121}),
        ("tag", {"kind": "hashtag", "tag": ""}),
        ("ssid", {"kind": "wifi", "ssid": "я" * 17}),
        ("password", {"kind": "wifi", "ssid": "Hall", "password": "123"}),
        ("picture", {"kind": "logo", "name": "Алма"}),
    ],
)
def test_what_is_wrong_with_a_slide_is_said_at_its_field_and_nothing_is_cut(
    visitor: Visitor, field: str, sent: dict[str, str]
) -> None:
    assert visitor.send("/signs/slides", **sent).status_code == 422
    assert f'id="{sent["kind"]}-{field}-wrong"' in visitor.page
    assert all(f'value="{words}"' in visitor.page for name, words in sent.items() if words)
    assert "maxlength" not in visitor.page


def test_slides_are_moved_and_taken_down(visitor: Visitor) -> None:
    for tag in ("#один", "#два"):
        visitor.send("/signs/slides", kind="hashtag", tag=tag)
    visitor.send("/signs/slides/2/move", way="earlier")
    visitor.send("/signs/slides/1/remove")
    visitor.open("/signs/slides")
    assert "#два" in visitor.text
    assert "#один" not in visitor.text
    assert visitor.send("/signs/slides/1/remove").status_code == 404


def test_a_kind_that_no_form_of_ours_sends_is_refused(visitor: Visitor) -> None:
    assert visitor.send("/signs/slides", kind="film").status_code == 422


def test_typed_words_are_shown_as_words(visitor: Visitor) -> None:
    visitor.send("/signs/slides", kind="text", head="<img src=x onerror=alert(1)>")
    visitor.open("/signs/slides")
    assert "<img src=x" not in visitor.page


def test_words_are_written_for_all_screens_and_for_one(app: Flask, visitor: Visitor) -> None:
    with db.connection_context():
        screen = devices.admit(Role.SCREEN, "Экран 1", "").id
    visitor.open("/signs/words")
    visitor.send("/signs/words", screen="", **{"break-ru": "Кофе", "break-en": "Coffee"})
    visitor.send("/signs/words", screen=screen, **{"break-ru": "Кофе здесь"})
    visitor.open(f"/signs/words?screen={screen}")
    assert 'value="Кофе здесь"' in visitor.page
    assert 'placeholder="Coffee"' in visitor.page
    with db.connection_context():
        assert phase_texts.of_screen(PhaseText.select(), screen)[(Phase.BREAK, "ru")] == "Кофе здесь"


def test_too_long_words_are_refused_at_their_field_and_all_that_was_typed_stays(app: Flask, visitor: Visitor) -> None:
    visitor.open("/signs/words")
    assert 'maxlength="' not in visitor.page
    assert 'data-letters-of="break-ru" data-most="80"' in visitor.page
    long = "Кофе-пауза " * 8 + "до 11:30"
    typed = {"break-ru": long, "over-ru": "До <встречи>", "over-en": "  "}
    assert visitor.send("/signs/words", screen="", **typed).status_code == 422
    assert re.search(rf'value="{long}" placeholder="[^"]+" aria-invalid="true"', visitor.page)
    assert 'value="До &lt;встречи&gt;"' in visitor.page
    assert visitor.page.count('aria-invalid="true"') == 1
    assert "At most 80 letters, and here are 96. Please shorten it." in visitor.text
    with db.connection_context():
        assert phase_texts.kept(None) == {}


def test_words_for_a_screen_that_is_not_there_are_refused(visitor: Visitor) -> None:
    assert visitor.open("/signs/words?screen=nobody").status_code == 404
    assert visitor.send("/signs/words", screen="nobody", **{"break-ru": "Кофе"}).status_code == 404


def test_words_and_slides_are_the_organisers_and_the_minders(app: Flask) -> None:
    for role, status in ((Role.MINDER, 200), (Role.HOST, 403), (Role.DESK, 403)):
        visitor = Visitor(app).sign_in(role)
        assert {visitor.open(path).status_code for path in ("/signs/words", "/signs/slides")} == {status}
