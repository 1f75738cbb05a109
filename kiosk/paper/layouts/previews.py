"""Badges of a layout as pictures for the screen, dot for dot as the printer would get them."""

from base64 import b64encode
from dataclasses import dataclass

from kiosk.paper.badges import laid_out, worn
from kiosk.paper.layouts.layout import Kind, Layout
from kiosk.paper.layouts.problems import Problem, problems
from kiosk.paper.layouts.samples import Sample, samples
from kiosk.paper.papers import PAPERS, Sheet, sheet
from kiosk.qr_codes import png

# A screen has no more dots to show, and most printers no more to print.
DPI = 203
ON_THE_LIST = "roll80"


@dataclass(frozen=True, slots=True)
class Preview:
    """One badge: whose, its PNG, what is wrong with it, and what each element may fill (see `Composition.areas`)."""

    who: str
    picture: bytes
    wrong: list[Problem]
    areas: dict[Kind, tuple[float, float, float, float]]

    @property
    def address(self) -> str:
        """The picture as an address that holds it."""
        return "data:image/png;base64," + b64encode(self.picture).decode()


def paper_sheet(code: str) -> Sheet:
    """The sheet of a paper's code, as it is previewed; of the common roll for a code that nobody knows."""
    return sheet(code if code in PAPERS else ON_THE_LIST, DPI)


def previews(layout: Layout, paper: Sheet) -> list[Preview]:
    """Every sample's badge."""
    return [_preview(sample, layout, paper) for sample in samples()]


def picture(layout: Layout, paper: Sheet, who: str) -> bytes:
    """One sample's badge as PNG; the longest name's for a `who` that is not known."""
    found = samples()
    chosen = next((sample for sample in found if sample.who == who), found[0])
    return _preview(chosen, layout, paper).picture


def together(made: list[Preview]) -> list[Problem]:
    """What is wrong with any of them, each once."""
    return list(dict.fromkeys(problem for one in made for problem in one.wrong))


def _preview(sample: Sample, layout: Layout, paper: Sheet) -> Preview:
    composition = laid_out(sample.badge, paper, layout)
    wrong = [] if sample.who == "blank" else problems(composition)
    return Preview(sample.who, png(worn(composition)), wrong, composition.areas())
