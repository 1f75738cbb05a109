"""Badges as PDF in a folder: pages of the paper's own size, for whatever program prints them later."""

import io
from pathlib import Path

from PIL import Image

from hub.i18n import N_
from kiosk.paper.papers import MM_PER_INCH, PAPERS, RESOLUTIONS, Sheet
from kiosk.paper.printers import Kind
from kiosk.paper.printers.picture_folder import Folder

KIND = Kind(
    name=N_("PDF into the folder, no printer needed"),
    hint=N_("Needs no address."),
    address="",
    papers=tuple(PAPERS),
    resolutions=RESOLUTIONS,
)


def page_mm(sheet: Sheet) -> tuple[float, float]:
    """Width and length of the page, mm: the whole paper, of which the badge leaves the margins free."""
    paper = sheet.paper
    return paper.width, paper.size_mm()[1] if paper.length is None else paper.length


def pdf(picture: Image.Image, sheet: Sheet) -> bytes:
    """Return a page with the picture in its middle, dot for dot."""
    width, length = (round(side / MM_PER_INCH * sheet.dpi) for side in page_mm(sheet))
    page = Image.new("1", (max(width, picture.width), max(length, picture.height)), 1)
    page.paste(picture, ((page.width - picture.width) // 2, (page.height - picture.height) // 2))
    file = io.BytesIO()
    page.save(file, "PDF", resolution=float(sheet.dpi))
    return file.getvalue()


class PdfFolder(Folder):
    """A folder in which each badge is a PDF of one page."""

    ending = ".pdf"

    def _save(self, picture: Image.Image, path: Path) -> None:
        path.write_bytes(pdf(picture, self.sheet))


def connect(address: str, sheet: Sheet) -> PdfFolder:
    """Return the printer that saves into the folder `address`."""
    return PdfFolder(Path(address), sheet)
