"""The sign of a point: the right arrow, the noun, nothing cut, on every paper."""

from functools import cache

import pytest
import zxingcpp

from signage.arrows import Arrow, Polygon, drawing
from signage.paper.marks import Panel, Room, Shape, Sheet
from signage.paper.papers import Colour, Format, Orientation, Paper
from signage.paper.way_sign import WaySign, way_sheet
from tests.signage.paper.printed import ADDRESS, LONG, PAPERS, TITLE, WHEN, Page, cap, imprint, likeness, lines, pages

FIVE = ("Регистрация", "Тіркеу", "Roʻyxatdan oʻtish", "Катталуу", "Registration")
TEXT = "Лифт только для багажа"
LEAST_CAP = 10
A3_UPRIGHT = Paper(Format.A3, Orientation.PORTRAIT, Colour.WHITE)
A4_SIDEWAYS = Paper(Format.A4, Orientation.LANDSCAPE, Colour.YELLOW)

by_name = pytest.mark.parametrize("paper", PAPERS, ids=lambda one: f"{one.format}-{one.orientation}-{one.colour}")


def sign(arrow: Arrow = Arrow.RIGHT, nouns: tuple[str, ...] = FIVE[:1], text: str = "") -> WaySign:
    return WaySign("1. Вход", arrow, nouns, text)


def arrow_room(sheet: Sheet, arrow: Arrow) -> Room:
    """The square that an arrow was drawn into."""
    placed = next(mark for mark in sheet.marks if isinstance(mark, Shape)).polygons[0]
    own = drawing(arrow)[0]
    side = 100 * span(placed) / span(own)
    left, top = (min(at[axis] for at in placed) - min(at[axis] for at in own) * side / 100 for axis in (0, 1))
    return Room(left, top, side, side)


def span(polygon: Polygon) -> float:
    return max(x for x, _ in polygon) - min(x for x, _ in polygon)


def panel(sheet: Sheet) -> Room:
    """The ground of the message."""
    return next(mark for mark in sheet.marks if isinstance(mark, Panel)).room


@cache
def on_all_papers(text: str, title: str, when: str) -> dict[Paper, tuple[Sheet, Page]]:
    """A sign on every paper, printed together: cutting the typeface is what takes long."""
    made = [way_sheet(sign(nouns=FIVE, text=text), imprint(paper, title=title, when=when)) for paper in PAPERS]
    return {paper: (sheet, page) for paper, sheet, page in zip(PAPERS, made, pages(made), strict=True)}


@by_name
def test_every_paper_is_of_its_size_with_nothing_at_its_edges(paper: Paper) -> None:
    _, page = on_all_papers(TEXT, TITLE, WHEN)[paper]
    short, long = (210, 297) if paper.format == Format.A4 else (297, 420)
    sides = (short, long) if paper.orientation == Orientation.PORTRAIT else (long, short)
    assert (page.width, page.height) == pytest.approx(sides, abs=0.1)
    assert not page.ink_at_edge()
    assert page.images == []  # an arrow and a QR are drawn, not pictured
    for words in (*FIVE, TEXT, "Продажи без потерь", "Весь путь на телефоне"):
        assert words in page.words()


@pytest.mark.parametrize("paper", [A3_UPRIGHT, A4_SIDEWAYS], ids=["A3", "A4"])
def test_the_arrow_on_paper_is_the_arrow_of_the_screens(paper: Paper) -> None:
    sheets = [way_sheet(sign(arrow), imprint(paper)) for arrow in Arrow]
    for arrow, sheet, page in zip(Arrow, sheets, pages(sheets), strict=True):
        room = arrow_room(sheet, arrow)
        found = {other: likeness(page, drawing(other), room, sheet.scale) for other in Arrow}
        assert max(found, key=lambda other: found[other]) == arrow
        assert found[arrow] > 0.985


@by_name
@pytest.mark.parametrize("nouns", [FIVE[:1], FIVE[2:3], FIVE[:2], FIVE])
def test_the_noun_is_legible_from_afar_and_inside_its_panel(paper: Paper, nouns: tuple[str, ...]) -> None:
    for arrow in (Arrow.UP, Arrow.RIGHT, Arrow.LEFT, Arrow.HERE):
        sheet = way_sheet(sign(arrow, nouns, TEXT), imprint(paper))
        ground, square = panel(sheet), arrow_room(sheet, arrow)
        noun = next(line for line in lines(sheet) if line.text in nouns[0])
        assert cap(noun, sheet) >= LEAST_CAP
        assert noun.size == max(line.size for line in lines(sheet))
        assert square.left >= ground.left
        assert square.right <= ground.right
        assert square.width * sheet.scale >= 60
        for line in lines(sheet)[: len(nouns) + 1]:
            assert line.left > ground.left
            assert line.left + line.width < ground.right
            assert line.baseline < ground.bottom


@by_name
def test_words_never_touch_the_arrow(paper: Paper) -> None:
    for arrow in (Arrow.UP, Arrow.UP_RIGHT, Arrow.RIGHT, Arrow.LEFT, Arrow.STAIRS_UP, Arrow.HERE):  # each kind of place
        sheet = way_sheet(sign(arrow, FIVE, LONG), imprint(paper))
        square = arrow_room(sheet, arrow)
        words = [line for line in lines(sheet) if line.baseline < panel(sheet).bottom]
        assert all(
            line.baseline - line.size * 0.75 >= square.bottom
            or line.left >= square.right
            or line.left + line.width <= square.left
            for line in words
        )


@by_name
def test_texts_of_300_letters_are_whole(paper: Paper) -> None:
    sheet, page = on_all_papers(LONG, LONG, LONG)[paper]
    assert page.words().count(LONG) == 3
    assert not page.ink_at_edge()
    for line in lines(sheet):
        assert line.left >= 8
        assert line.left + line.width <= sheet.width - 8
        assert line.baseline <= sheet.height - 8


def test_words_stand_on_the_side_that_the_arrow_points_to() -> None:
    def middle(arrow: Arrow) -> float:
        sheet = way_sheet(sign(arrow, ("Выход",)), imprint(A4_SIDEWAYS))
        square = arrow_room(sheet, arrow)
        return square.left + square.width / 2

    assert middle(Arrow.LEFT) < 297 / 2 < middle(Arrow.RIGHT)


def test_white_paper_takes_little_ink() -> None:
    def ink(colour: Colour) -> float:
        (page,) = pages([way_sheet(sign(), imprint(Paper(colour=colour)))])
        histogram = page.picture.convert("L").histogram()
        return sum(histogram[:250]) / sum(histogram)

    assert ink(Colour.WHITE) < 0.3 < ink(Colour.YELLOW)


@by_name
def test_the_qr_leads_to_the_route(paper: Paper) -> None:
    _, page = on_all_papers(TEXT, TITLE, WHEN)[paper]
    assert [found.text for found in zxingcpp.read_barcodes(page.picture)] == [ADDRESS]


def test_without_an_address_there_is_no_qr() -> None:
    (page,) = pages([way_sheet(sign(), imprint(address=""))], dots=6)
    assert zxingcpp.read_barcodes(page.picture) == []
    assert "Весь путь" not in page.words()
