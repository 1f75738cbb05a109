"""The pictures of badges for docs/pictures: forty hard names in each layout that comes with the box, on four papers.

`python -m tools.badge_sheets [DIR]`. The names are those of the tests; what is seen is dot for dot what a printer gets.
"""

import sys
import tempfile
from dataclasses import replace
from pathlib import Path

from PIL import Image, ImageChops, ImageDraw, ImageFont

from hub.typeface import NOTO_SANS
from kiosk.paper.badges import laid_out, worn
from kiosk.paper.layouts.layout import Layout
from kiosk.paper.layouts.shipping import SHIPPED
from kiosk.paper.papers import Sheet, sheet
from tests.browser import ROOT
from tests.kiosk.paper.badge_people import HARD

TARGET = ROOT / "docs" / "pictures"
PAPERS = (sheet("roll80", 203), sheet("roll58", 203), sheet("62x100", 203), sheet("29x90", 203))
ACROSS = 8
GAP = 16
# Colours of the palette: paper, ink, and what lies around.
PAPER, INK, GROUND = range(3)
COLOURS = (255, 255, 255, 0, 0, 0, 205, 210, 205)


def main() -> None:
    """Make every picture anew."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    with tempfile.TemporaryDirectory() as home:
        logo = a_logo(Path(home) / "logo.png")
        for code, layout in SHIPPED.items():
            picture = _stacked([_block(paper, layout, logo) for paper in PAPERS])
            picture.save(folder / f"badges-{code}.png", optimize=True)


def a_logo(path: Path) -> Path:
    """A logo as organisers have them: a mark and a word in one colour, on nothing."""
    picture = Image.new("RGBA", (900, 300), (0, 0, 0, 0))
    pen = ImageDraw.Draw(picture)
    pen.ellipse((10, 30, 250, 270), fill=(20, 60, 140, 255))
    pen.polygon(((130, 70), (200, 210), (60, 210)), fill=(255, 255, 255, 255))
    face = ImageFont.truetype(str(NOTO_SANS), 170)
    pen.text((290, 235), "Алатау", (20, 60, 140, 255), font=face, anchor="ls")
    picture.save(path)
    return path


def _block(paper: Sheet, layout: Layout, logo: Path) -> Image.Image:
    """Forty badges of one paper; every other one with a logo."""
    badges = [replace(badge, logo=logo if number % 2 else None) for number, badge in enumerate(HARD)]
    pictures = [worn(laid_out(badge, paper, layout)) for badge in badges]
    width, height = pictures[0].width + GAP, pictures[0].height + GAP
    rows = -(-len(pictures) // ACROSS)
    block = Image.new("P", (ACROSS * width + GAP, rows * height + GAP), GROUND)
    for number, picture in enumerate(pictures):
        place = GAP + number % ACROSS * width, GAP + number // ACROSS * height
        block.paste(PAPER, (*place, place[0] + picture.width, place[1] + picture.height))
        block.paste(INK, place, ImageChops.invert(picture))
    return block


def _stacked(blocks: list[Image.Image]) -> Image.Image:
    whole = Image.new("P", (max(block.width for block in blocks), sum(block.height for block in blocks)), GROUND)
    whole.putpalette(COLOURS)
    top = 0
    for block in blocks:
        whole.paste(block, (0, top))
        top += block.height
    return whole


if __name__ == "__main__":
    main()
