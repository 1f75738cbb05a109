"""Have a PDF drawn. Another process does it; see `pdf_worker`."""

import os
import subprocess
import sys
from pathlib import Path
from threading import Lock

from pydantic import BaseModel

from hub.errors import Refusal
from signage.paper.marks import Sheet

TIMEOUT_SECONDS = 120
_WORKER = "signage.paper.pdf_worker"
_ROOT = Path(__file__).resolve().parents[2]
# Each takes 80 MB and some seconds of a core (measured), of which a Pi has few.
_one_at_a_time = Lock()


class PdfWish(BaseModel):
    """The pages of one file; its title and language are what readers announce."""

    sheets: list[Sheet]
    title: str
    language: str


def pdf(wish: PdfWish) -> bytes:
    """The file's content. Raises Refusal `nothing_to_print` or `signs_not_drawn`."""
    if not wish.sheets:
        raise Refusal("nothing_to_print")
    environment = {**os.environ, "PYTHONPATH": str(_ROOT), "PYTHONDONTWRITEBYTECODE": "1"}
    with _one_at_a_time:
        try:
            done = subprocess.run(  # noqa: S603 - our own module, without a word of a stranger's
                [sys.executable, "-m", _WORKER],
                input=wish.model_dump_json().encode(),
                capture_output=True,
                timeout=TIMEOUT_SECONDS,
                env=environment,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise Refusal("signs_not_drawn") from None
    if done.returncode:
        raise Refusal("signs_not_drawn")
    return done.stdout
