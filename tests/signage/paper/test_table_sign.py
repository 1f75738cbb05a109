"""The sign on the desk is read from both sides."""

import pytest
from PIL import ImageChops, ImageStat

from signage.paper.papers import Colour, Format, Orientation, Paper
from signage.paper.table_sign import table_sheet
from tests.signage.paper.printed import LONG, cap, imprint, lines, pages

NOUNS = ("Регистрация", "Тіркеу", "Registration")


@pytest.mark.parametrize("size", list(Format))
@pytest.mark.parametrize("orientation", list(Orientation))
def test_it_is_a_sideways_sheet_that_looks_the_same_from_both_sides(size: Format, orientation: Orientation) -> None:
    (page,) = pages([table_sheet("", NOUNS, imprint(Paper(size, orientation)))])
    assert page.width > page.height
    assert not page.ink_at_edge()
    turned = page.picture.rotate(180)
    assert max(ImageStat.Stat(ImageChops.difference(page.picture, turned)).mean) < 2
    assert page.words().count("Регистрация") == 2


def test_the_face_before_the_reader_stands_upright() -> None:
    sheet = table_sheet("", NOUNS, imprint())
    assert all(line.baseline > sheet.height / 2 for line in lines(sheet))


@pytest.mark.parametrize("nouns", [NOUNS[:1], NOUNS[:2], NOUNS, ("Roʻyxatdan oʻtish", *NOUNS, "Катталуу")])
@pytest.mark.parametrize("colour", list(Colour))
def test_the_noun_is_legible_from_afar(nouns: tuple[str, ...], colour: Colour) -> None:
    sheet = table_sheet("", nouns, imprint(Paper(colour=colour)))
    assert cap(lines(sheet)[0], sheet) >= 10
    assert all(line.left >= 8 and line.left + line.width <= sheet.width - 8 for line in lines(sheet))


def test_nothing_crosses_the_fold_but_its_marks_at_the_edges() -> None:
    (page,) = pages([table_sheet("", NOUNS, imprint())])
    wide, high = page.picture.size
    fold = page.picture.convert("L").crop((0, high // 2 - 8, wide, high // 2 + 8))
    assert fold.crop((16 * 4, 0, wide - 16 * 4, 16)).getextrema() == (255, 255)
    assert fold.getextrema()[0] != 255


def test_a_long_title_of_the_seminar_is_whole() -> None:
    (page,) = pages([table_sheet("", NOUNS, imprint(title=LONG))])
    assert page.words().count(LONG) == 2
