"""The process that draws the PDF, so that its libraries and the pictures it unpacks never stay with the hub.

Run as `python -m signage.paper.pdf_worker`: reads one line of JSON (`PdfWish`), writes the PDF.
"""

import sys

from signage.paper.pdf import draw
from signage.paper.pdf_wish import PdfWish


def main() -> None:
    """From the standard input to the standard output."""
    wish = PdfWish.model_validate_json(sys.stdin.buffer.read())
    sys.stdout.buffer.write(draw(wish.sheets, wish.title, wish.language))


if __name__ == "__main__":
    main()
