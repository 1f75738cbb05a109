"""Sheets as a PDF: vectors, and one typeface of which the letters that are used are embedded."""

from collections.abc import Iterable, Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer
from fpdf import FPDF
from PIL import Image
from PIL.JpegImagePlugin import JpegImageFile

from hub.typeface import NOTO_SANS
from signage.paper.marks import Line, Mark, Panel, Picture, Shape, Sheet

POINTS_PER_MM = 72 / 25.4
# What a picture needs for paper, dots a millimetre: 200 dpi.
_DOTS = 8
_TABLES_UNUSED = ("GSUB", "GPOS", "GDEF", "STAT", "MVAR")

_Face = tuple[int, float]


def draw(sheets: Sequence[Sheet], title: str, language: str) -> bytes:
    """The sheets as the pages of one PDF file."""
    with TemporaryDirectory(prefix="signs-") as folder:
        pdf = FPDF(unit="mm")
        pdf.set_auto_page_break(auto=False)
        pdf.set_title(title)
        pdf.set_lang(language)
        _add_faces(pdf, sheets, Path(folder))
        for sheet in sheets:
            _draw_sheet(pdf, sheet)
        return bytes(pdf.output())


def _draw_sheet(pdf: FPDF, sheet: Sheet) -> None:
    wide, high = sheet.width * sheet.scale, sheet.height * sheet.scale
    pdf.add_page(format=(wide, high))
    with pdf.local_context(), pdf.rotation(180, wide / 2, high / 2):
        _draw_marks(pdf, sheet.turned, sheet.scale)
    _draw_marks(pdf, sheet.marks, sheet.scale)


def _draw_marks(pdf: FPDF, marks: Iterable[Mark], scale: float) -> None:
    for mark in marks:
        if isinstance(mark, Panel):
            _draw_panel(pdf, mark, scale)
        elif isinstance(mark, Shape):
            _draw_shape(pdf, mark, scale)
        elif isinstance(mark, Line):
            _draw_line(pdf, mark, scale)
        else:
            _draw_picture(pdf, mark, scale)


def _draw_panel(pdf: FPDF, panel: Panel, scale: float) -> None:
    room = panel.room.less(panel.stroke / 2).times(scale)
    pdf.set_line_width(panel.stroke * scale)
    pdf.set_draw_color(panel.colour)
    pdf.set_fill_color(panel.colour)
    pdf.rect(
        room.left,
        room.top,
        room.width,
        room.height,
        style="D" if panel.stroke else "F",
        round_corners=panel.radius > 0,
        corner_radius=panel.radius * scale,
    )


def _draw_shape(pdf: FPDF, shape: Shape, scale: float) -> None:
    with pdf.new_path() as path:
        path.style.fill_color = shape.colour
        path.style.stroke_color = None
        path.style.intersection_rule = "evenodd"
        for first, *others in shape.polygons:
            path.move_to(first[0] * scale, first[1] * scale)
            for x, y in others:
                path.line_to(x * scale, y * scale)
            path.close()


def _draw_line(pdf: FPDF, line: Line, scale: float) -> None:
    pdf.set_font(_family((line.weight, line.stretch)), size=line.size * scale * POINTS_PER_MM)
    pdf.set_text_color(line.colour)
    pdf.text(line.left * scale, line.baseline * scale, line.text)


def _draw_picture(pdf: FPDF, picture: Picture, scale: float) -> None:
    room = picture.room.times(scale)
    with Image.open(picture.file) as opened:
        opened.thumbnail((round(room.width * _DOTS), round(room.height * _DOTS)))
        # A photograph is a tenth as large in its own way; a logo keeps its sharp edges and what shines through it.
        pdf.set_image_filter("DCTDecode" if opened.format == JpegImageFile.format else "FlateDecode")
        pdf.image(opened, room.left, room.top, room.width, room.height)


def _add_faces(pdf: FPDF, sheets: Sequence[Sheet], folder: Path) -> None:
    lines = [mark for sheet in sheets for mark in (*sheet.marks, *sheet.turned) if isinstance(mark, Line)]
    letters = "".join(sorted({letter for line in lines for letter in line.text}))
    cut = _cut(letters)
    for face in sorted({(line.weight, line.stretch) for line in lines}):
        path = folder / f"{_family(face)}.ttf"
        instancer.instantiateVariableFont(TTFont(BytesIO(cut)), {"wght": face[0], "wdth": face[1]}).save(path)
        pdf.add_font(_family(face), fname=path)


def _cut(letters: str) -> bytes:
    """The variable file with only these letters: cutting first makes each face of it a matter of milliseconds."""
    options = subset.Options(layout_features=[], notdef_outline=True, hinting=False)
    options.drop_tables += _TABLES_UNUSED
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=letters)
    with TTFont(NOTO_SANS, lazy=True) as whole:
        subsetter.subset(whole)
        made = BytesIO()
        whole.save(made)
    return made.getvalue()


def _family(face: _Face) -> str:
    return f"noto-{face[0]}-{face[1]:g}"
