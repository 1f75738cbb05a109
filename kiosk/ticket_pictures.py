"""A ticket as one picture: to be sent by e-mail and shown on a phone."""

from dataclasses import dataclass

from PIL import Image, ImageDraw

from kiosk.paper.badge_text import Style, fit
from kiosk.paper.typefaces import Face
from kiosk.qr_codes import MODULES, png, qr_image
from kiosk.tickets import grouped

WIDTH_PX = 1080
HEIGHT_PX = 1560

_MARGIN = 72
_INNER = WIDTH_PX - 2 * _MARGIN
_HEAD = 300
_MODULE = 32
_QR_TOP = 384
_INK, _SOFT, _PAPER = 16, 90, 255

_TITLE = Style(weight=700, largest=64, legible=40, lines=2)
_WHEN = Style(weight=500, largest=40, legible=30)
_NAME = Style(weight=800, largest=92, legible=48, lines=2)
_COMPANY = Style(weight=500, largest=46, legible=34, lines=2)
_HINT = Style(weight=400, largest=34, legible=28)
_CODE_SIZE = 46


@dataclass(frozen=True)
class Ticket:
    """What a ticket says. `when_and_where` and `hint` are sentences in the reader's language."""

    name: str
    company: str
    code: str
    seminar: str
    when_and_where: str = ""
    hint: str = ""


def ticket_image(ticket: Ticket) -> Image.Image:
    """Return the ticket in shades of grey, WIDTH_PX x HEIGHT_PX, upright as a phone is held."""
    picture = Image.new("L", (WIDTH_PX, HEIGHT_PX), _PAPER)
    _draw_head(picture, ticket)
    side = MODULES * _MODULE
    picture.paste(qr_image(ticket.code, _MODULE, 0), ((WIDTH_PX - side) // 2, _QR_TOP))
    _draw_code(picture, ticket.code, _QR_TOP + side + 84)
    _draw_holder(picture, ticket, _QR_TOP + side + 140)
    return picture


def ticket_png(ticket: Ticket) -> bytes:
    """Return `ticket_image` as the bytes of a PNG file."""
    return png(ticket_image(ticket))


def _draw_head(picture: Image.Image, ticket: Ticket) -> None:
    ImageDraw.Draw(picture).rectangle((0, 0, WIDTH_PX, _HEAD - 1), fill=_INK)
    when = fit(ticket.when_and_where, _WHEN, _INNER, 60)
    title = fit(ticket.seminar, _TITLE, _INNER, 150)
    gap = 36 if ticket.when_and_where else 0
    baseline = (_HEAD - title.height - gap - when.height) // 2 + title.ascent
    title.draw(picture, _MARGIN, baseline, _PAPER)
    when.draw(picture, _MARGIN, baseline + title.descent + gap + when.ascent, _PAPER)


def _draw_code(picture: Image.Image, code: str, baseline: int) -> None:
    face, text = Face(_CODE_SIZE, 600), grouped(code)
    face.draw(picture, (WIDTH_PX - face.ink_width(text)) // 2, baseline, text, _INK)


def _draw_holder(picture: Image.Image, ticket: Ticket, top: int) -> None:
    """Draw name and company in the middle of what is left, and the hint at the lower edge."""
    hint = fit(ticket.hint, _HINT, _INNER, 60)
    bottom = HEIGHT_PX - 64 - hint.height
    hint.draw_centred(picture, WIDTH_PX // 2, HEIGHT_PX - 64, _SOFT)
    name = fit(ticket.name, _NAME, _INNER, 170)
    company = fit(ticket.company, _COMPANY, _INNER, bottom - top - name.height - 40)
    gap = 28 if ticket.company else 0
    baseline = top + (bottom - top - name.height - gap - company.height) // 2 + name.ascent
    name.draw_centred(picture, WIDTH_PX // 2, baseline, _INK)
    below = baseline + name.descent + gap + company.ascent
    company.draw_centred(picture, WIDTH_PX // 2, below, _INK)
