"""A sheet as SVG, to look at before it is printed: the same marks that the PDF is drawn from."""

import base64
from collections.abc import Iterable, Iterator
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from markupsafe import Markup
from PIL import Image

from signage.paper.marks import WHITE, Line, Mark, Panel, Picture, Shape, Sheet

_SIDE = 200  # px of a picture on a preview


def svg(sheet: Sheet) -> Markup:
    """The sheet as an `<svg>` element. Nothing in it but attributes: the page's policy allows no inline style."""
    parts = [
        Markup('<svg class="paper-sheet" viewBox="0 0 {} {}" role="img" aria-label="{}">').format(
            sheet.width, sheet.height, sheet.name
        ),
        Markup('<rect width="100%" height="100%" fill="{}"/>').format(WHITE),
        Markup('<g transform="rotate(180 {} {})">').format(sheet.width / 2, sheet.height / 2),
        *_drawn(sheet.turned),
        Markup("</g>"),
        *_drawn(sheet.marks),
        Markup("</svg>"),
    ]
    return Markup("").join(parts)


def _drawn(marks: Iterable[Mark]) -> Iterator[Markup]:
    for mark in marks:
        if isinstance(mark, Panel):
            yield _panel(mark)
        elif isinstance(mark, Shape):
            yield _shape(mark)
        elif isinstance(mark, Line):
            yield _line(mark)
        else:
            yield _picture(mark)


def _panel(panel: Panel) -> Markup:
    room = panel.room.less(panel.stroke / 2)
    look = Markup('fill="none" stroke="{}" stroke-width="{}"') if panel.stroke else Markup('fill="{}"')
    return Markup('<rect x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}" rx="{}" {}/>').format(
        room.left, room.top, room.width, room.height, panel.radius, look.format(panel.colour, panel.stroke)
    )


def _shape(shape: Shape) -> Markup:
    path = "".join("M" + "L".join(f"{x:g} {y:g}" for x, y in polygon) + "Z" for polygon in shape.polygons)
    return Markup('<path d="{}" fill="{}" fill-rule="evenodd"/>').format(path, shape.colour)


def _line(line: Line) -> Markup:
    """The browser's own typeface may be wider or has no narrow shapes: it is told how long the line is."""
    return Markup(
        '<text x="{:.2f}" y="{:.2f}" font-size="{:.2f}" font-weight="{}" fill="{}" textLength="{:.2f}"'
        ' lengthAdjust="spacingAndGlyphs">{}</text>'
    ).format(line.left, line.baseline, line.size, line.weight, line.colour, line.width, line.text)


def _picture(picture: Picture) -> Markup:
    room = picture.room
    return Markup('<image x="{:.2f}" y="{:.2f}" width="{:.2f}" height="{:.2f}" href="{}"/>').format(
        room.left, room.top, room.width, room.height, picture_address(picture.file)
    )


def picture_address(file: str) -> str:
    """A small copy of a picture, as an address that holds it."""
    return _copied(file, Path(file).stat().st_mtime_ns)


@lru_cache(maxsize=64)
def _copied(file: str, changed: int) -> str:
    """`changed` so that a new picture of the same name is seen."""
    with Image.open(file) as opened:
        opened.thumbnail((_SIDE, _SIDE))
        drawn = BytesIO()
        opened.save(drawn, "PNG" if opened.mode == "RGBA" else "JPEG")
    kind = "png" if opened.mode == "RGBA" else "jpeg"
    return f"data:image/{kind};base64,{base64.b64encode(drawn.getvalue()).decode()}"
