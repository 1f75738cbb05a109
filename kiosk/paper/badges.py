"""The badge: one black-and-white picture, dot for dot what the printer burns.

Sizes are in dots of a 203 dpi print head (8 to the millimetre) and grow with the resolution.
"""

from dataclasses import dataclass

from PIL import Image, ImageDraw

from kiosk.paper.badge_text import Block, Style, fit
from kiosk.paper.papers import Sheet
from kiosk.qr_codes import MODULES, qr_image

_BASE_DPI = 203

_MARGIN = 20
_GAP = 16
_HEAD = 48
_BAND = 54
_MODULE = 6
# A dot is black from this share of coverage on: under a half, or the thin strokes of small letters break.
_BLACK_FROM = 0.42

_FIRST_NAME = Style(weight=800, largest=120, legible=44, lines=2)
_SURNAME = Style(weight=600, largest=64, legible=30, lines=2)
_COMPANY = Style(weight=700, largest=31, legible=22, lines=3)
_POSITION = Style(weight=500, largest=25, legible=21, lines=2)
_TITLE = Style(weight=600, largest=22, legible=19)
_TITLE_IN_BAND = Style(weight=700, largest=20, legible=18, lines=2)
_ROLE = Style(weight=800, largest=36, legible=24)


@dataclass(frozen=True)
class Badge:
    """What a badge says. `role` is a word in the reader's language, empty for a listener."""

    first_name: str
    surname: str
    company: str
    position: str
    code: str
    seminar: str
    role: str = ""


def render(badge: Badge, sheet: Sheet) -> Image.Image:
    """Return the badge as a picture of mode "1" (0 is black), as large as the sheet."""
    return _Drawing(sheet.width, sheet.height, sheet.dpi / _BASE_DPI).drawn(badge)


class _Drawing:
    """A badge being drawn: the seminar above, the name, and at the foot the company beside the QR; blank, it has none."""

    def __init__(self, width: int, height: int, scale: float) -> None:
        self.scale = scale
        self.grey = Image.new("L", (width, height), 255)
        self.canvas = ImageDraw.Draw(self.grey)
        self.left = self._dots(_MARGIN)
        self.right = width - self.left
        self.bottom = height - self.left

    def drawn(self, badge: Badge) -> Image.Image:
        module = self._dots(_MODULE)
        side = MODULES * module
        top = self._head(badge)
        foot = self._foot(badge, self.right - side - 2 * self._dots(_GAP) - self.left, side)
        self._name(badge, top, min(foot, self.bottom - side) - self._dots(_GAP))
        black = [0 if 255 - level >= 255 * _BLACK_FROM else 255 for level in range(256)]
        picture = self.grey.point(black, "1")
        if badge.code:
            picture.paste(qr_image(badge.code, module, 0), (self.right - side, self.bottom - side))
        return picture

    def _head(self, badge: Badge) -> int:
        """Draw the seminar's title, and the role if there is one; return where the free place begins."""
        if badge.role:
            return self._band(badge)
        head, rule = self._dots(_HEAD), self._dots(2)
        title = self._fit(badge.seminar, _TITLE, self.right - self.left, head)
        title.draw(self.grey, self.left, head - self._dots(12))
        self.canvas.rectangle((self.left, head, self.right - 1, head + rule - 1), fill=0)
        return head + rule + self._dots(_GAP)

    def _band(self, badge: Badge) -> int:
        band, free = self._dots(_BAND), self.right - self.left
        self.canvas.rectangle((0, 0, self.grey.width, band - 1), fill=0)
        role = self._fit(badge.role, _ROLE, free * 3 // 5, band)
        baseline = (band + round(role.face.size * 0.7)) // 2
        role.draw(self.grey, self.left, baseline, 255)
        title = self._fit(badge.seminar, _TITLE_IN_BAND, free - role.width - 2 * self._dots(_GAP), band)
        below_first = title.advance * (len(title.lines) - 1)
        top_baseline = (band + round(title.face.size * 0.7) - below_first) // 2
        title.draw(self.grey, self.right - title.width, top_baseline, 255)
        return band + self._dots(_GAP)

    def _foot(self, badge: Badge, width: int, height: int) -> int:
        """Draw company and position beside the QR, down to its lower edge; return their upper edge."""
        baseline = self.bottom
        if badge.position.strip():
            position = self._fit(badge.position, _POSITION, width, height * 2 // 5)
            baseline -= position.advance * (len(position.lines) - 1)
            position.draw(self.grey, self.left, baseline)
            baseline -= round(position.face.size * 1.35)
        if not badge.company.strip():
            return baseline
        company = self._fit(badge.company, _COMPANY, width, baseline - self.bottom + height)
        baseline -= company.advance * (len(company.lines) - 1)
        company.draw(self.grey, self.left, baseline)
        return baseline - company.ascent

    def _name(self, badge: Badge, top: int, bottom: int) -> None:
        width, gap = self.right - self.left, self._dots(_GAP)
        height = bottom - top - gap
        surname = self._fit(badge.surname, _SURNAME, width, height * 2 // 5)
        first = self._fit(badge.first_name, _FIRST_NAME, width, height - surname.height)
        # A short or narrow first name leaves room that a long surname can use.
        surname = self._fit(badge.surname, _SURNAME, width, height - first.height)
        spare = max(0, height - first.height - surname.height)
        baseline = top + spare // 3 + first.ascent
        first.draw(self.grey, self.left, baseline)
        baseline += first.descent + gap + spare // 4 + surname.ascent
        surname.draw(self.grey, self.left, baseline)

    def _fit(self, text: str, style: Style, width: int, height: int) -> Block:
        return fit(text, style.scaled(self.scale), width, height)

    def _dots(self, base: float) -> int:
        return max(1, round(base * self.scale))
