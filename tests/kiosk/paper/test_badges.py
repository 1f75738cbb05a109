"""What a badge shows: everything, whole, and legible."""

import pytest
import zxingcpp
from PIL import Image, ImageChops

from kiosk.paper.badges import Badge, laid_out, render
from kiosk.paper.layouts.pieces import Words
from tests.kiosk.paper.badge_people import CODE, FIVE, ROLL, badge

MARGIN = 16


def ink(picture: Image.Image, box: tuple[int, int, int, int]) -> tuple[int, int, int, int] | None:
    """The edges of what is black inside the box."""
    return ImageChops.invert(picture.convert("L").crop(box)).getbbox()


@pytest.mark.parametrize("person", FIVE)
def test_the_badge_of_the_five_carries_a_qr_that_reads_and_leaves_its_margins_white(person: Badge) -> None:
    picture = render(person, ROLL)
    assert (picture.mode, picture.size) == ("1", (ROLL.width, ROLL.height))
    assert [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))] == [CODE]
    assert ink(picture, (0, 0, MARGIN, ROLL.height)) is None
    assert ink(picture, (ROLL.width - MARGIN, 0, ROLL.width, ROLL.height)) is None


def test_the_same_badge_is_drawn_the_same_dot_for_dot() -> None:
    assert render(FIVE[0], ROLL).tobytes() == render(FIVE[0], ROLL).tobytes()


@pytest.mark.parametrize("letter", "ӘәҒғҚқҢңӨөҰұҮүҺһІіЁёЙйЎўҲҳʻʼ")
def test_every_letter_of_the_five_languages_has_a_shape_of_its_own(letter: str) -> None:
    drawn = render(badge("А" + letter, "Ли"), ROLL).tobytes()
    assert drawn != render(badge("А\uffff", "Ли"), ROLL).tobytes()
    assert drawn != render(badge("А?", "Ли"), ROLL).tobytes()
    assert drawn != render(badge("А", "Ли"), ROLL).tobytes()


def test_letters_that_arrive_in_pieces_are_drawn_as_one() -> None:
    assert render(badge("И\u0306", "Ли"), ROLL).tobytes() == render(badge("Й", "Ли"), ROLL).tobytes()


@pytest.mark.parametrize("person", FIVE)
def test_the_first_name_is_larger_than_the_surname(person: Badge) -> None:
    made = laid_out(person, ROLL)
    size = {piece.kind: piece.block.face.size for piece in made.pieces if isinstance(piece, Words)}
    assert size["first_name"] > size["surname"]


def test_a_role_is_white_on_black_above_the_name() -> None:
    role = render(badge("Ольга", "Ёлкина-Берёзкина", role="Докладчик"), ROLL).convert("L")
    band = role.crop((MARGIN, 68, 576 - MARGIN, 104)).histogram()
    assert band[0] > band[255]
