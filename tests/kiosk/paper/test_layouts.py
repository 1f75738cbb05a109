"""Every layout of the box on every paper, with a sample of the hard names: whole, apart, legible, and its QR reads."""

from collections.abc import Iterator
from itertools import combinations, islice
from math import ceil
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image, ImageChops, ImageDraw
from pydantic import ValidationError

from kiosk.paper.badge_text import Block
from kiosk.paper.badges import Badge, laid_out, paint, render, worn
from kiosk.paper.layouts.composing import Composition
from kiosk.paper.layouts.layout import LEGIBLE_MM, LEGIBLE_NAME_MM, SHAPES, Arrangement, Layout
from kiosk.paper.layouts.logo_dots import logo_dots
from kiosk.paper.layouts.pieces import Words
from kiosk.paper.layouts.problems import problems
from kiosk.paper.layouts.shipping import CLASSIC, SHIPPED
from kiosk.paper.layouts.surface import Room
from kiosk.paper.papers import PAPERS, sheet
from kiosk.paper.typefaces import Face
from tests.kiosk.paper.badge_people import CODE, FIVE, HARD, IMPOSSIBLE, ROLL, badge

DPI = (203, 300)
# Each badge of a paper is one in so many of all hard names: every name meets every layout on some paper.
SHARE = 8
# All that can happen to a name that is too long; everything else is a fault of the layout.
MAY = {"shortened"}


def some(number: int) -> Iterator[Badge]:
    """Every SHARE-th of the hard names, beginning elsewhere for each number."""
    return islice(HARD, number % SHARE, None, SHARE)


def compositions(code: str, paper: str) -> list[Composition]:
    """Badges of this layout on this paper, on the heads in turn."""
    number = list(PAPERS).index(paper)
    on = sheet(paper, DPI[number % len(DPI)])
    return [laid_out(person, on, SHIPPED[code]) for person in some(number + len(code))]


def ink(picture: Image.Image) -> Image.Image:
    """Mode "1" with the ink white."""
    return ImageChops.invert(picture.convert("L")).convert("1")


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("code", SHIPPED)
def test_every_badge_is_whole_apart_legible_and_inside_its_margins(code: str, paper: str) -> None:
    for made in compositions(code, paper):
        said = {piece.kind: piece.block.lines for piece in made.pieces if isinstance(piece, Words)}
        assert {problem.code for problem in problems(made)} <= MAY, said
        for one, other in combinations(made.pieces, 2):
            assert not one.ink.overlaps(other.ink), (one.kind, other.kind, said)
        _nothing_but_its_pieces(made)
        _legible(made)
        found = zxingcpp.read_barcodes(worn(made).convert("L"))
        assert [symbol.text for symbol in found] == [CODE], said


def test_companies_of_a_few_words_take_two_lines_at_most_on_the_narrowest_roll() -> None:
    names = ("ТОО «Алма Трейд»", "MCHJ «Samarqand Savdo»", "ҚР «ҚазМұнайГаз» ҰК АҚ", "ООО «Ташкент-Сити Девелопмент»")
    badges = [badge("Айгүл", "Қасымқызы", name, "Директор") for name in names]
    made = [laid_out(one, sheet("roll58", 203), SHIPPED["card"]) for one in badges]
    blocks = [
        piece.block for one in made for piece in one.pieces if isinstance(piece, Words) and piece.kind == "company"
    ]
    assert [len(block.lines) for block in blocks] == [1, 2, 2, 2]
    assert not any(block.shortened for block in blocks)


def _nothing_but_its_pieces(made: Composition) -> None:
    """What is black lies in some piece's rectangle, and that inside the margins."""
    picture = ink(worn(made))
    for piece in made.pieces:
        assert piece.ink.with_(made.inside) == made.inside, piece.kind
        picture.paste(0, (piece.ink.left, piece.ink.top, piece.ink.right, piece.ink.bottom))
    assert picture.getbbox() is None


def _legible(made: Composition) -> None:
    dots_per_mm = made.surface.dpi / 25.4
    for piece in made.pieces:
        if isinstance(piece, Words):
            face = piece.block.face
            least = LEGIBLE_NAME_MM if piece.kind in ("first_name", "surname") else LEGIBLE_MM
            # The letters' own ink, of which a dot more or less is rounding.
            assert -face.box("x")[1] >= ceil(least * dots_per_mm), (piece.kind, face.size)


def test_only_what_no_badge_can_hold_is_shortened_on_the_common_roll() -> None:
    cut = {
        problem.kind
        for person in HARD
        if person not in IMPOSSIBLE
        for problem in problems(laid_out(person, ROLL))
        if problem.code == "shortened"
    }
    assert cut <= {"company", "position"}, "of a hundred letters of a company's name; names are whole"


def test_a_label_that_is_worn_across_leaves_the_printer_upright() -> None:
    label = sheet("29x90", 300)
    picture = render(FIVE[0], label)
    assert picture.size == (label.width, label.height)
    assert picture.mode == "1"
    assert worn(laid_out(FIVE[0], label)).size == (label.height, label.width)
    assert [found.text for found in zxingcpp.read_barcodes(picture.convert("L"))] == [CODE]


def test_who_gives_no_company_gives_its_room_to_nobody_else_but_a_missing_ribbon_to_the_name() -> None:
    plain, ribboned = (laid_out(badge("Айгүл", "Қасымқызы", role=role), ROLL) for role in ("", "Докладчик"))
    sizes = [
        next(piece.block.face.size for piece in made.pieces if isinstance(piece, Words) and piece.kind == "first_name")
        for made in (plain, ribboned)
    ]
    assert sizes[0] > sizes[1]


@pytest.mark.parametrize("code", SHIPPED)
def test_a_blank_badge_has_the_seminar_lines_to_write_on_and_no_code(code: str) -> None:
    made = laid_out(Badge("", "", "", "", "", "Продажи без потерь"), ROLL, SHIPPED[code])
    kinds = [piece.kind for piece in made.pieces]
    assert {"seminar", "first_name", "surname", "company"} <= set(kinds)
    assert not {"qr", "ribbon", "logo"} & set(kinds)
    assert all(piece.ink.height >= 2 for piece in made.pieces if piece.kind == "first_name")
    assert zxingcpp.read_barcodes(paint(made).convert("L")) == []


@pytest.fixture
def logo(tmp_path: Path) -> Path:
    """A mark on nothing, with empty edges."""
    picture = Image.new("RGBA", (600, 300), (0, 0, 0, 0))
    ImageDraw.Draw(picture).ellipse((150, 50, 450, 250), fill=(20, 60, 140, 255))
    picture.save(tmp_path / "logo.png")
    return tmp_path / "logo.png"


def test_a_logo_is_as_large_as_its_place_allows_without_its_edges(logo: Path) -> None:
    dots = logo_dots(logo, 300, 100)
    assert dots is not None
    assert (dots.mode, dots.size) == ("1", (149, 100))
    assert ink(dots).getbbox() == (0, 0, 149, 100)
    made = laid_out(Badge("Тимур", "Цой", "", "", CODE, "Продажи", "", logo), ROLL)
    assert "logo" in [piece.kind for piece in made.pieces]
    assert problems(made) == []


def test_a_photograph_is_dithered_and_a_drawing_is_not(tmp_path: Path) -> None:
    Image.linear_gradient("L").save(tmp_path / "photo.png")
    dots = logo_dots(tmp_path / "photo.png", 64, 64)
    assert dots is not None
    middle = dots.crop((0, 24, 64, 40)).histogram()
    assert 0.3 < middle[0] / (middle[0] + middle[255]) < 0.7


@pytest.mark.parametrize("tone", [255, 245])
def test_a_white_mark_on_nothing_is_black_on_paper(tmp_path: Path, tone: int) -> None:
    picture = Image.new("RGBA", (600, 300), (255, 255, 255, 0))
    ImageDraw.Draw(picture).ellipse((150, 50, 450, 250), fill=(tone, tone, tone, 255))
    picture.save(tmp_path / "white.png")
    dots = logo_dots(tmp_path / "white.png", 300, 100)
    assert dots is not None
    assert (dots.size, ink(dots).getbbox()) == ((149, 100), (0, 0, 149, 100))
    assert dots.getpixel((74, 50)) == 0


def test_a_logo_that_is_gone_or_no_picture_costs_no_badge(tmp_path: Path) -> None:
    (tmp_path / "text.png").write_text("no picture")
    for name in ("text.png", "gone.png"):
        assert logo_dots(tmp_path / name, 10, 10) is None
        render(Badge("Тимур", "Цой", "", "", CODE, "Продажи", "", tmp_path / name), ROLL)


def test_white_letters_on_black_are_as_bold_as_black_ones_on_white() -> None:
    block_room = Room(0, 0, 200, 60)
    face = Face(40, 800)
    block = Block(("Дs",), face, -face.box("Дs")[1], face.box("Дs")[3], face.ink_width("Дs"))
    plain, plate = (Words("ribbon", block_room, block, "left", "middle", plate) for plate in (None, block_room))
    black = Image.new("1", (200, 60), 255)
    plain.draw(black)
    white = Image.new("1", (200, 60), 255)
    plate.draw(white)
    assert ImageChops.invert(white).tobytes() == black.tobytes()


@pytest.mark.parametrize("shape", SHAPES)
def test_a_layout_of_absurd_places_still_prints_somebodys_name(shape: str) -> None:
    tiny = {"x": 99, "y": 99, "width": 0.5, "height": 0.5, "gives_to": "first_name"}
    arrangement = Arrangement.model_validate(
        dict.fromkeys(("seminar", "first_name", "surname", "company", "position", "ribbon", "qr", "logo"), tiny)
        | {"rule": {"x": 0, "y": 0, "width": 100, "height": 100}, "margin": 15}
    )
    layout = CLASSIC.model_copy(update={shape: arrangement})
    for paper in PAPERS:
        assert render(FIVE[3], sheet(paper, 180), layout).mode == "1"


@pytest.mark.parametrize(
    "change",
    [
        {"x": -1},
        {"x": 60},
        {"width": 0},
        {"x": "0"},
        {"lines": 5},
        {"legible": 0.5},
        {"weight": 20},
        {"align": "justify"},
        {"colour": "red"},
        {"gives_to": "<script>"},
        {"x": float("nan")},
    ],
)
def test_what_a_layout_may_not_say_is_refused(change: dict[str, object]) -> None:
    said = CLASSIC.model_dump()
    said["wide"]["company"].update(change)
    with pytest.raises(ValidationError):
        Layout.model_validate(said)
