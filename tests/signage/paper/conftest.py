"""Drawing without another process."""

import pytest

from signage.paper import pdf_wish
from signage.paper.pdf import draw
from signage.paper.pdf_wish import PdfWish


@pytest.fixture
def drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process for each file takes seconds to start; one test of each kind lets it."""
    apart = pdf_wish.pdf

    def pdf(wish: PdfWish) -> bytes:
        return draw(wish.sheets, wish.title, wish.language) if wish.sheets else apart(wish)

    monkeypatch.setattr(pdf_wish, "pdf", pdf)
