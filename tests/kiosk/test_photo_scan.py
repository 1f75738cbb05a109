"""A photo of a ticket is read whatever a phone makes of it, and nothing in a file can hurt the hub."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from hub import pictures
from hub.errors import Refusal
from kiosk import photo_scan
from tests.fake_camera import PHONE, Shot, blank, photo, picture, stored
from tests.typist import ticket

CODE = ticket("KABCDEFGHJKMNP")
_ORIENTATION = 0x0112


def outcome(data: bytes) -> str:
    """The code, or why there is none."""
    try:
        return photo_scan.decode(data)[0]
    except Refusal as refusal:
        return refusal.code


SMALL = photo(Shot(CODE, side=120), size=(320, 240))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP"])
def test_the_code_is_read_from_every_kind_of_file(kind: str) -> None:
    assert photo_scan.decode(photo(Shot(CODE), kind)) == [CODE]


@pytest.mark.parametrize(
    "shot",
    [
        Shot(CODE, turn=17),
        Shot(CODE, turn=45),
        Shot(CODE, turn=180),
        Shot(CODE, light=0.25),
        Shot(CODE, inverted=True),
        Shot(CODE, side=1200),
    ],
)
def test_the_code_is_read_however_it_was_held(shot: Shot) -> None:
    assert photo_scan.decode(photo(shot)) == [CODE]


def test_a_small_code_in_a_large_photo_is_read_at_the_second_try() -> None:
    assert photo_scan.decode(photo(Shot(CODE, side=50, turn=20), size=(4032, 3024))) == [CODE]


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_phone_may_have_been_turned(orientation: int) -> None:
    exif = Image.Exif()
    exif[_ORIENTATION] = orientation
    assert photo_scan.decode(photo(Shot(CODE), exif=exif)) == [CODE]


def test_transparent_and_palette_pictures_are_read() -> None:
    shot = picture(Shot(CODE))
    assert photo_scan.decode(stored(shot.convert("RGBA"), "PNG")) == [CODE]
    assert photo_scan.decode(stored(shot.convert("P"), "PNG")) == [CODE]


def test_a_photo_without_code_says_so() -> None:
    with pytest.raises(Refusal, match="no_code_found"):
        photo_scan.decode(stored(blank(PHONE), "JPEG"))


@pytest.mark.parametrize(
    "data",
    [b"", b"\xff\xd8\xff", b"not a picture", SMALL[:900], b"<svg/>", stored(Image.new("L", (9, 9)), "GIF")],
    ids=["empty", "head only", "text", "cut off", "svg", "another kind"],
)
def test_what_is_no_photo_says_so(data: bytes) -> None:
    with pytest.raises(Refusal, match="photo_unreadable"):
        photo_scan.decode(data)


def test_a_file_that_is_too_large_is_not_even_opened() -> None:
    with pytest.raises(Refusal) as refused:
        photo_scan.decode(SMALL + bytes(pictures.LARGEST_FILE))
    assert (refused.value.code, refused.value.details) == ("photo_too_big", {"limit_mb": 25})


@pytest.mark.parametrize(
    ("kind", "options", "limit"),
    [("PNG", {}, 16), ("JPEG", {"progressive": True}, 16), ("JPEG", {}, 50)],
    ids=["png", "progressive jpeg", "jpeg"],
)
def test_a_small_file_with_too_many_pixels_is_refused(kind: str, options: dict[str, bool], limit: int) -> None:
    flat = Image.new("1" if kind == "PNG" else "L", (8000, limit * 125 + 1))
    with pytest.raises(Refusal) as refused:
        photo_scan.decode(stored(flat, kind, **options))
    assert (refused.value.code, refused.value.details) == ("photo_too_big", {"limit_megapixels": limit})


def test_a_file_that_claims_a_monstrous_size_is_refused() -> None:
    bomb = bytearray(stored(Image.new("1", (16, 16)), "PNG"))
    header = b"\0\0\0\rIHDR" + (60_000).to_bytes(4) * 2
    assert bomb[8:16] == header[:8]
    bomb[8:24] = header
    with pytest.raises(Refusal, match=r"photo_too_big|photo_unreadable"):
        photo_scan.decode(bytes(bomb))


@settings(deadline=None)
@given(st.data())
def test_a_damaged_file_is_read_or_refused_and_nothing_else(data: st.DataObject) -> None:
    damaged = bytearray(SMALL)
    for place in data.draw(st.lists(st.integers(0, len(SMALL) - 1), min_size=1, max_size=8)):
        damaged[place] = data.draw(st.integers(0, 255))
    assert outcome(bytes(damaged)) in {CODE, "photo_too_big", "photo_unreadable", "no_code_found"}
