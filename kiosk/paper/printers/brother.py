"""Brother QL: label printers that speak Brother's raster, and say when a label is out.

The box's own driver writes the raster by brother-ql-next. By USB these printers answer; in the network they listen
only, so that there "sent" is all that can be known.
"""

import re
from dataclasses import dataclass

from PIL import Image

from kiosk.paper import printers
from kiosk.paper.papers import Sheet
from kiosk.paper.printers import Outcome, PrinterStatus, PrinterTrouble
from kiosk.paper.printers.lines import Line, OpenLine

PAPERS = ("endless62", "62x100", "29x90")
RESOLUTIONS = (300,)
PACKAGE, EXTRA = "brother_ql", "brother"
MODEL = r"(?: QL-\w{3,7})?"
USUAL_MODEL = "QL-820NWB"

_LABELS = {"endless62": "62", "62x100": "62x100", "29x90": "29x90"}
_SIZES = {"endless62": (62, 0), "62x100": (62, 100), "29x90": (29, 90)}
# Clears what another job has left half done, resets, asks for the state.
_HOW_ARE_YOU = b"\0" * 400 + b"\x1b@" + b"\x1biS"
_STATE_BYTES = 32
_COMPLETED, _ERROR, _TURNED_OFF = 1, 2, 4
# Error bits of bytes 8 and 9, and what each means to a person.
_ERRORS = (
    (8, 0x03, "out_of_paper"),
    (9, 0x10, "cover_open"),
    (9, 0x01, "wrong_width"),
    (8, 0x04, "stalled"),
    (9, 0x40, "stalled"),
    (8, 0xFF, "offline"),
    (9, 0xFF, "offline"),
)


@dataclass(frozen=True, slots=True)
class State:
    """What a status block says. `size` is (width, length) in mm of the labels in it; endless ones have length 0."""

    kind: int
    trouble: str
    size: tuple[int, int]


class Brother:
    """One printer. `talks`: silence is a trouble; without it, it is only the network's."""

    def __init__(self, open_line: OpenLine, sheet: Sheet, model: str, *, talks: bool) -> None:
        self._open_line, self._sheet, self._model, self._talks = open_line, sheet, model, talks
        self._silent = False

    def status(self) -> PrinterStatus:
        """Ask for state and labels."""
        try:
            with self._open_line() as line:
                self._demand_ready(line)
        except PrinterTrouble as trouble:
            return PrinterStatus(False, trouble.code)
        return PrinterStatus(True, "ok")

    def print_badge(self, picture: Image.Image, label: str) -> Outcome:
        """Ask how the printer is, send the badge, and wait until it says that the label is out, if it says anything."""
        written = commands(picture, self._sheet, self._model)
        with self._open_line() as line:
            self._demand_ready(line)
            line.begun = True
            line.send(written)
            if self._silent:
                line.flush()
                return Outcome.SENT
            return _await_label(line)

    def _demand_ready(self, line: Line) -> None:
        if self._silent:
            return
        line.send(_HOW_ARE_YOU)
        answer = line.exactly(_STATE_BYTES, printers.TIMEOUT_S if self._talks else printers.TIMEOUT_S / 3)
        if answer is None and self._talks:
            raise PrinterTrouble("mute")
        if answer is None:
            self._silent = True
            return
        state = _read(answer, begun=False)
        if state.trouble:
            raise PrinterTrouble(state.trouble)
        if state.size != _SIZES.get(self._sheet.paper.code):
            raise PrinterTrouble("wrong_width")


def _await_label(line: Line) -> Outcome:
    while (answer := line.exactly(_STATE_BYTES, printers.PAPER_S)) is not None:
        state = _read(answer, begun=True)
        if state.trouble:
            raise PrinterTrouble(state.trouble, begun=True)
        if state.kind == _COMPLETED:
            return Outcome.PRINTED
    raise PrinterTrouble("stalled", begun=True)


def _read(block: bytes, *, begun: bool) -> State:
    if block[:3] != b"\x80\x20B":
        raise PrinterTrouble("mute", begun=begun)
    trouble = next((code for byte, bits, code in _ERRORS if block[byte] & bits), "")
    if not trouble and block[18] in (_ERROR, _TURNED_OFF):
        trouble = "offline"
    return State(block[18], trouble, (block[10], block[17]))


def commands(picture: Image.Image, sheet: Sheet, model: str) -> bytes:
    """Return the raster that prints the picture on the sheet's labels and cuts after it.

    Raises PrinterTrouble `wrong_width` for a paper that these printers do not know.
    """
    # An extra, loaded for the first badge: only who has such a printer installs it.
    from brother_ql import BrotherQLRaster
    from brother_ql.conversion import convert

    if sheet.paper.code not in _LABELS or sheet.dpi not in RESOLUTIONS:
        raise PrinterTrouble("wrong_width")
    raster = BrotherQLRaster(model)
    convert(raster, [picture], _LABELS[sheet.paper.code], cut=True, rotate=0)
    return bytes(raster.data)


def split(address: str) -> tuple[str, str]:
    """Address and model of `ADDRESS` or `ADDRESS QL-720NW`; a model that is not known counts as the usual one."""
    from brother_ql.models import ModelsManager  # an extra

    place, _, model = address.strip().partition(" ")
    known = {found.identifier for found in ModelsManager().iter_elements()}
    return place, model if re.fullmatch(r"QL-\w+", model) and model in known else USUAL_MODEL
