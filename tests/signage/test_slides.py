"""Slides: what may be one, in which order, on which screen, and the code by which phones join the Wi-Fi."""

import pytest
from flask import Flask
from hypothesis import given
from hypothesis import strategies as st

from hub import devices
from hub.access import Actor, Role
from hub.errors import Refusal
from hub.models import AuditEntry
from signage import slide_words, slides
from signage.slides import Shown, SlideKind

ORGANISER = Actor(None, Role.ORGANISER, "Динара", "", "127.0.0.1")


def hashtag(tag: str, screen: str | None = None) -> Shown:
    return slides.add(SlideKind.HASHTAG, {"tag": tag}, "", screen, ORGANISER)


def tags(found: list[Shown]) -> list[str]:
    return [slide.facts["tag"] for slide in found]


@pytest.fixture
def screen(database: None) -> str:
    return str(devices.admit(Role.SCREEN, "Экран 1", "").id)


@pytest.mark.usefixtures("database")
def test_slides_stand_in_the_order_they_were_added_and_are_moved_by_steps() -> None:
    one, two, three = (hashtag(tag) for tag in ("#один", "#два", "#три"))
    slides.move(three.id, -1, ORGANISER)
    slides.move(one.id, 1, ORGANISER)
    slides.move(two.id, 1, ORGANISER)
    assert tags(slides.listed()) == ["#три", "#один", "#два"]


@pytest.mark.usefixtures("database")
def test_the_first_cannot_go_further_nor_the_last() -> None:
    one, two = hashtag("#один"), hashtag("#два")
    slides.move(one.id, -1, ORGANISER)
    slides.move(two.id, 1, ORGANISER)
    assert tags(slides.listed()) == ["#один", "#два"]


def test_a_screen_shows_its_own_slides_and_those_for_all(screen: str) -> None:
    hashtag("#всем")
    hashtag("#этому", screen)
    hashtag("#другому", str(devices.admit(Role.SCREEN, "Экран 2", "").id))
    assert tags(slides.of_screen(slides.listed(), screen)) == ["#всем", "#этому"]


@pytest.mark.usefixtures("database")
def test_a_removed_slide_is_shown_no_more_and_cannot_be_changed() -> None:
    slide = hashtag("#один")
    slides.remove(slide.id, ORGANISER)
    assert slides.listed() == []
    with pytest.raises(Refusal, match="slide_unknown"):
        slides.change(slide.id, {"tag": "#два"}, "", None, ORGANISER)


@pytest.mark.usefixtures("database")
def test_a_changed_logo_keeps_its_picture_unless_there_is_another() -> None:
    slide = slides.add(SlideKind.LOGO, {"name": "ТОО «Алма Трейд»"}, "slide-a.png", None, ORGANISER)
    slides.change(slide.id, {"name": "Алма"}, "", None, ORGANISER)
    assert slides.listed()[0].image == "slide-a.png"
    slides.change(slide.id, {"name": "Алма"}, "slide-b.png", None, ORGANISER)
    assert slides.pictures_in_use() == {"slide-b.png"}


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize(
    ("kind", "facts", "code"),
    [
        (SlideKind.LOGO, {"name": "Без картинки"}, "slide_empty"),
        (SlideKind.HASHTAG, {"tag": "  "}, "slide_empty"),
        (SlideKind.TEXT, {"text": "только мелко"}, "slide_empty"),
        (SlideKind.WIFI, {"password": "12345678"}, "slide_empty"),
        (SlideKind.WIFI, {"ssid": "я" * 17}, "wifi_name_too_long"),
        (SlideKind.WIFI, {"ssid": "Hall", "password": "1234567"}, "wifi_password_length"),
        (SlideKind.WIFI, {"ssid": "Hall", "password": "1" * 64}, "wifi_password_length"),
    ],
)
def test_what_shows_nothing_or_cannot_be_joined_is_refused(kind: SlideKind, facts: dict[str, str], code: str) -> None:
    with pytest.raises(Refusal, match=code):
        slides.add(kind, facts, "", None, ORGANISER)


@pytest.mark.usefixtures("database")
def test_a_slide_for_a_screen_that_is_not_paired_is_refused() -> None:
    display = devices.admit(Role.DISPLAY, "Дисплей 1", "").id
    for unknown in (display, "nobody"):
        with pytest.raises(Refusal, match="screen_unknown"):
            hashtag("#один", unknown)


@pytest.mark.usefixtures("database")
def test_there_is_an_end_to_slides() -> None:
    for number in range(slides.MOST_SLIDES):
        hashtag(f"#{number}")
    with pytest.raises(Refusal, match="too_many_slides"):
        hashtag("#ещё")


@pytest.mark.usefixtures("database")
def test_the_password_stays_out_of_the_audit_log() -> None:
    slide = slides.add(SlideKind.WIFI, {"ssid": "Hall", "password": "секрет-88"}, "", None, ORGANISER)
    slides.change(slide.id, {"ssid": "Hall 2", "password": "секрет-99"}, "", None, ORGANISER)
    assert not [entry for entry in AuditEntry.select() if "секрет" in entry.detail + entry.subject]


@pytest.mark.usefixtures("database")
def test_the_wifi_is_told_in_each_language(app: Flask) -> None:
    slide = slides.add(SlideKind.WIFI, {"ssid": "Hall", "password": "12345678"}, "", None, ORGANISER)
    words = slide_words.say(slide, ["en"])["en"]
    assert (words.head, words.lines) == ("Free Wi-Fi", ("Network: Hall", "Password: 12345678"))


def test_an_open_network_has_no_password_in_its_code() -> None:
    assert slides.wifi_code({"ssid": "Hall", "password": ""}) == "WIFI:T:nopass;S:Hall;;"


def read_wifi(code: str) -> dict[str, str]:
    """As a phone reads it: fields between unescaped semicolons."""
    fields, field, signs = [], "", iter(code.removeprefix("WIFI:"))
    for sign in signs:
        if sign == ";":
            fields.append(field)
            field = ""
        else:
            field += next(signs) if sign == "\\" else sign
    return dict(part.split(":", 1) for part in fields if part)


@given(st.text(min_size=1, max_size=20), st.text(min_size=8, max_size=63))
def test_whatever_the_name_and_password_a_phone_reads_them_back(name: str, password: str) -> None:
    read = read_wifi(slides.wifi_code({"ssid": name, "password": password}))
    assert read == {"T": "WPA", "S": name, "P": password}
