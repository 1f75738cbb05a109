"""What a badge shows: everything, whole, and legible."""

from dataclasses import replace

import pytest
import zxingcpp
from PIL import Image, ImageChops

from kiosk.paper.badges import Badge, render
from tests.kiosk.paper.badge_people import CODE, FIVE, HARD, badge

SIZES = [(576, 400, 203), (384, 400, 203), (832, 592, 300)]
MARGIN = 16


def ink(picture: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """The edges of what is black inside the box."""
    return ImageChops.invert(picture.convert("L").crop(box)).getbbox()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("person", [*FIVE, *HARD])
def test_every_badge_carries_a_qr_that_reads_and_leaves_its_margins_white(
    person: Badge, size: tuple[int, int, int]
) -> None:
    width, height, dpi = size
    picture = render(person, width, height, dpi)
    assert (picture.mode, picture.size) == ("1", (width, height))
    assert [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))] == [CODE]
    below_band = height // 5
    assert ink(picture, (0, below_band, MARGIN, height)) is None
    assert ink(picture, (width - MARGIN, below_band, width, height)) is None


def test_the_same_badge_is_drawn_the_same_dot_for_dot() -> None:
    assert render(FIVE[0]).tobytes() == render(FIVE[0]).tobytes()


@pytest.mark.parametrize("letter", "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЙйЎўҲҳʻʼ")
def test_every_letter_of_the_five_languages_has_a_shape_of_its_own(letter: str) -> None:
    drawn = render(badge("А" + letter, "Ли")).tobytes()
    assert drawn != render(badge("А\uffff", "Ли")).tobytes()
    assert drawn != render(badge("А?", "Ли")).tobytes()
    assert drawn != render(badge("А", "Ли")).tobytes()


def test_letters_that_arrive_in_pieces_are_drawn_as_one() -> None:
    assert render(badge("И\u0306", "Ли")).tobytes() == render(badge("Й", "Ли")).tobytes()


@pytest.mark.parametrize("person", FIVE)
def test_the_first_name_is_larger_than_the_surname(person: Badge) -> None:
    name_place = (0, 60, 576, 255)
    first = ink(render(replace(person, surname="", role="")), name_place)
    surname = ink(render(replace(person, first_name="", role="")), name_place)
    assert first is not None
    assert surname is not None
    assert first[3] - first[1] > surname[3] - surname[1]


def test_a_role_is_white_on_black_above_the_name() -> None:
    role = render(badge("Ольга", "Ёлкина-Берёзкина", role="Докладчик")).convert("L")
    band = role.crop((0, 0, 576, 40)).histogram()
    assert band[0] > band[255]
