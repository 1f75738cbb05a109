"""The papers badges are printed on, and how many dots each has.

Sizes are what makers print on the box; `printable` is what their heads reach of it. A roll without gaps has no length
of its own: it is cut where the badge ends.
"""

from dataclasses import dataclass

from hub.i18n import N_

MM_PER_INCH = 25.4
# The resolutions heads are sold with: 8, 11.8 and 23.6 dots a millimetre, and what Brother calls "300 x 600".
RESOLUTIONS = (180, 203, 300, 600)
# A badge on a roll without gaps is as long as fifty millimetres: a name that can be read across a table.
ROLL_BADGE_MM = 50.0


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: `width` x `length` in mm (length None: cut anywhere), of which a head reaches `printable` mm across."""

    code: str
    word: str
    width: float
    length: float | None
    printable: float

    @property
    def endless(self) -> bool:
        """Is it a roll without gaps?"""
        return self.length is None

    def size_mm(self) -> tuple[float, float]:
        """Width and length of what is printed, mm."""
        margin = self.width - self.printable
        return self.printable, ROLL_BADGE_MM if self.length is None else self.length - margin

    def dots(self, dpi: int) -> tuple[int, int]:
        """Width and length of what is printed, in dots; the width in whole bytes, as every raster wants it."""
        exact = _EXACT_DOTS.get((self.code, dpi))
        if exact is not None:
            return exact
        width, length = (round(side / MM_PER_INCH * dpi) for side in self.size_mm())
        return width // 8 * 8, length


_ALL = (
    Paper("roll58", N_("58 mm roll"), 58, None, 48),
    Paper("roll80", N_("80 mm roll"), 80, None, 72),
    Paper("roll104", N_("104 mm roll"), 110, None, 104),
    Paper("endless62", N_("62 mm endless label"), 62, None, 59),
    Paper("29x90", N_("Label 29 × 90 mm"), 29, 90, 26),
    Paper("62x100", N_("Label 62 × 100 mm"), 62, 100, 59),
    Paper("4x6in", N_("Label 4 × 6 in"), 101.6, 152.4, 101.6),
    Paper("a7", N_("A7 card, 74 × 105 mm"), 74, 105, 70),
    Paper("a6", N_("A6 card, 105 × 148 mm"), 105, 148, 99),
)
PAPERS = {paper.code: paper for paper in _ALL}

# What the makers' own tables say, where it differs from arithmetic. Receipt printers: 384, 576 and 832 dots at 203 dpi.
# Brother QL at 300 dpi: 696 dots of the 62 mm rolls, 306 of the 29 mm labels.
_EXACT_DOTS = {
    ("roll58", 203): (384, 400),
    ("roll80", 203): (576, 400),
    ("roll104", 203): (832, 400),
    ("endless62", 300): (696, 590),
    ("62x100", 300): (696, 1109),
    ("29x90", 300): (306, 991),
    ("4x6in", 203): (812, 1218),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper under a head of so many dots an inch: what a badge is drawn for and a printer is set to."""

    paper: Paper
    dpi: int

    @property
    def width(self) -> int:
        """Dots across."""
        return self.paper.dots(self.dpi)[0]

    @property
    def height(self) -> int:
        """Dots along, as the badge leaves the printer."""
        return self.paper.dots(self.dpi)[1]


def sheet(code: str, dpi: int) -> Sheet:
    """The sheet of a printer; a paper that is no longer known counts as the common roll."""
    return Sheet(PAPERS.get(code, PAPERS["roll80"]), dpi)
