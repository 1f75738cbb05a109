"""Sheets as they come out of the printer: text, pixels, typefaces."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import product
from typing import Any

import pypdfium2
import pypdfium2.raw
from PIL import Image, ImageChops, ImageDraw, ImageStat

from signage.arrows import Polygon
from signage.paper.foot import Imprint
from signage.paper.marks import Line, Mark, Room, Sheet
from signage.paper.papers import Colour, Format, Orientation, Paper
from signage.paper.pdf import draw
from tests.page_visitor import Visitor

MM = 25.4 / 72
DOTS = 4  # a millimetre
EDGE = 5  # mm that no printer can be trusted with
PAPERS = [Paper(*choice) for choice in product(Format, Orientation, Colour)]
TITLE, WHEN = "Продажи без потерь", "28 ноября 2026 г. · Алматы"
ADDRESS = "http://192.0.2.10:8000/route"
# 300 letters, of the kind that names are made of.
LONG = ("Әл-Фараби атындағы Қазақ ұлттық университетінің Ғылым кітапханасы " * 5)[:300].strip()


def imprint(paper: Paper | None = None, **facts: Any) -> Imprint:
    """What all sheets share."""
    usual = Imprint(paper or Paper(), TITLE, WHEN, "Весь путь на телефоне", ADDRESS)
    return replace(usual, **facts)


@dataclass(frozen=True)
class Page:
    """A printed page: its size in mm, its text in reading order, its picture, its typefaces."""

    width: float
    height: float
    text: str
    picture: Image.Image
    typefaces: dict[str, bool]  # name -> embedded
    images: list[tuple[int, int]]  # in dots

    def words(self) -> str:
        """The text, its lines joined."""
        return " ".join(self.text.split())

    def ink_at_edge(self) -> bool:
        """Is anything printed within EDGE of the paper's edge?"""
        ink = ImageChops.invert(self.picture.convert("L")).point(lambda level: 255 if level > 8 else 0)
        box = ink.getbbox()
        assert box is not None
        margin = EDGE * self.picture.width / self.width
        return not (
            box[0] >= margin
            and box[1] >= margin
            and box[2] <= self.picture.width - margin
            and box[3] <= self.picture.height - margin
        )


def pages(sheets: Sequence[Sheet], dots: float = DOTS) -> list[Page]:
    """The sheets, printed with so many dots a millimetre."""
    return read(draw(sheets, "Знаки", "ru"), dots)


def read(file: bytes, dots: float = DOTS) -> list[Page]:
    """The pages of a PDF file."""
    with pypdfium2.PdfDocument(file) as document:
        return [_page(document[number], dots) for number in range(len(document))]


def _page(page: pypdfium2.PdfPage, dots: float) -> Page:
    width, height = (side * MM for side in page.get_size())
    text = page.get_textpage()
    texts = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_TEXT])
    fonts = [found.get_font() for found in texts]
    images = [found.get_px_size() for found in page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])]
    typefaces = {font.get_base_name(): bool(font.is_embedded) for font in fonts}
    picture = page.render(scale=dots * MM).to_pil().convert("RGB")
    return Page(width, height, text.get_text_range(), picture, typefaces, images)


def all_marks(sheet: Sheet) -> list[Mark]:
    """Both the marks and those that stand on their head."""
    return [*sheet.marks, *sheet.turned]


def lines(sheet: Sheet) -> list[Line]:
    """The lines of text."""
    return [mark for mark in sheet.marks if isinstance(mark, Line)]


def cap(line: Line, sheet: Sheet) -> float:
    """Mm of a capital letter on the paper itself."""
    return line.size * 0.714 * sheet.scale


def likeness(page: Page, polygons: Sequence[Polygon], room: Room, scale: float) -> float:
    """How much of a place is black where polygons of a 100 x 100 square are, and is not where they are not; 0..1."""
    dots = DOTS * scale
    side = (round(room.width * dots), round(room.height * dots))
    expected = Image.new("1", side)
    for polygon in polygons:
        one = Image.new("1", side)
        ImageDraw.Draw(one).polygon([(x * side[0] / 100, y * side[1] / 100) for x, y in polygon], fill=1)
        expected = ImageChops.logical_xor(expected, one)
    left, top = round(room.left * dots), round(room.top * dots)
    printed = page.picture.convert("L").crop((left, top, left + side[0], top + side[1]))
    black = printed.point(lambda level: 255 if level < 90 else 0)
    return 1 - ImageStat.Stat(ImageChops.difference(black, expected.convert("L"))).mean[0] / 255


def printed(visitor: Visitor, query: str = "", dots: float = 2) -> list[Page]:
    """The pages of the PDF for these choices."""
    reply = visitor.client.get(f"/signs/paper.pdf?lang=en&{query}")
    assert reply.status_code == 200
    assert reply.mimetype == "application/pdf"
    return read(reply.data, dots)
