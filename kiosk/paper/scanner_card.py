"""The card that shows whether a scanner types right: both halves of the tickets' alphabet, as codes like tickets'.

A scanner plays a keyboard, and the country it is set to need not be the one of the computer. What is typed for a known
code tells which layout is at work.
"""

from PIL import Image

from kiosk import tickets
from kiosk.paper.badge_text import Style, fit
from kiosk.paper.papers import MM_PER_INCH, Sheet
from kiosk.qr_codes import MODULES, qr_image

# Thirteen symbols each; before them what every ticket begins with.
HALVES = (tickets.PREFIX + tickets.ALPHABET[:13], tickets.PREFIX + tickets.ALPHABET[13:])
_MARGIN_MM = 2.5
_QUIET = 4

# What the keys of the whole alphabet give under each layout; the codes are keys of `scanner_words.VERDICTS`.
_KEYS = tickets.ALPHABET
_LATIN, _DIGITS = _KEYS[:18], _KEYS[18:]
_TYPED: dict[str, str] = {
    "right": _KEYS,
    "russian": "ФИСВУАПРОЛЬТЗЙКЕЦЧ" + _DIGITS,
    "kazakh": "ФИСВУАПРОЛЬТЗЙКЕЦЧ" + "ӘІҢҒ,.ҮҰ",
    "kazakh_latin": _LATIN + "ÁÍŃǴ,.ÚÝ",
    "kyrgyz": "АБЖДЕФГҢЙКМНПӨРТҮХ" + _DIGITS,
    "french": "QBCDEFGHJK?NPARTZX" + "É\"'(-È_Ç",
}


def verdict(typed: str) -> str:
    """How a scanner typed one of the two codes: right, lower_case, a layout's name, incomplete or strange."""
    said = typed.strip()
    if said in HALVES:
        return "right"
    for layout, keys in _TYPED.items():
        under = str.maketrans(_KEYS, keys)
        if said.upper() in [half.translate(under) for half in HALVES]:
            return "lower_case" if layout == "right" else layout
    fragments = [half for half in HALVES if said and said.upper() in half]
    return "incomplete" if fragments else "strange"


def draw(paper: Sheet, title: str) -> Image.Image:
    """Return the card as a picture of mode "1", as large as the sheet: title, symbols, and a QR of each half.

    The codes stand side by side where they fit, else one below the other.
    """
    margin = round(_MARGIN_MM / MM_PER_INCH * paper.dpi)
    grey = Image.new("L", (paper.width, paper.height), 255)
    free = paper.width - 2 * margin
    upper = _words(grey, title, margin, free, paper)
    room = (free, paper.height - upper - margin)
    beside = min(room[0] // 2, room[1]) >= min(room[0], room[1] // 2)
    cell = (room[0] // 2, room[1]) if beside else (room[0], room[1] // 2)
    module = max(1, min(cell) // (MODULES + _QUIET))
    side = MODULES * module
    for place, half in enumerate(HALVES):
        left = margin + (cell[0] * place if beside else 0) + (cell[0] - side) // 2
        top = upper + (0 if beside else cell[1] * place) + (cell[1] - side) // 2
        grey.paste(qr_image(half, module, 0).convert("L"), (left, top))
    return grey.point([0 if level < 128 else 255 for level in range(256)], "1")


def _words(grey: Image.Image, title: str, margin: int, free: int, paper: Sheet) -> int:
    """Draw the title and the symbols in two lines; return where the place below them begins."""
    scale, baseline = paper.dpi / 203, margin
    for text, style in (
        (title, Style(weight=600, largest=24, legible=18)),
        (" ".join(tickets.ALPHABET[:13]), Style(weight=800, largest=34, legible=18)),
        (" ".join(tickets.ALPHABET[13:]), Style(weight=800, largest=34, legible=18)),
    ):
        block = fit(text, style.scaled(scale), free, paper.height // 8)
        baseline += block.ascent
        block.draw(grey, margin, baseline)
        baseline += block.descent + round(6 * scale)
    return baseline
