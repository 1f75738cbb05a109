"""The badge: one black-and-white picture, dot for dot what the printer burns."""

from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from kiosk.paper.layouts.composing import Composition, Content, compose
from kiosk.paper.layouts.layout import Kind, Layout
from kiosk.paper.layouts.shipping import CLASSIC
from kiosk.paper.papers import Sheet


@dataclass(frozen=True)
class Badge:
    """What a badge says. `role` is a word in the reader's language, empty for a listener; `logo` a picture's file."""

    first_name: str
    surname: str
    company: str
    position: str
    code: str
    seminar: str
    role: str = ""
    logo: Path | None = None


def render(badge: Badge, sheet: Sheet, layout: Layout = CLASSIC) -> Image.Image:
    """Return the badge as a picture of mode "1" (0 is black), as large as the sheet and as it leaves the printer."""
    return paint(laid_out(badge, sheet, layout))


def laid_out(badge: Badge, sheet: Sheet, layout: Layout = CLASSIC) -> Composition:
    """Return the badge's pieces and where each stands."""
    texts: dict[Kind, str] = {
        "seminar": badge.seminar,
        "first_name": badge.first_name,
        "surname": badge.surname,
        "company": badge.company,
        "position": badge.position,
        "ribbon": badge.role,
    }
    return compose(Content(texts, badge.code, badge.logo), sheet, layout)


def paint(composition: Composition) -> Image.Image:
    """Return the pieces as a picture, as it leaves the printer."""
    ground = composition.surface
    picture = worn(composition)
    return picture.transpose(Image.Transpose.ROTATE_90) if ground.turned else picture


def worn(composition: Composition) -> Image.Image:
    """Return the pieces as a picture, as the badge is worn."""
    picture = Image.new("1", (composition.surface.width, composition.surface.height), 255)
    for piece in composition.pieces:
        piece.draw(picture)
    return picture
