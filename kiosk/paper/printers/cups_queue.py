"""Any printer that CUPS prints on, or that speaks IPP itself. The badge travels as a PDF of the paper's own size."""

import time
from threading import Event

from PIL import Image

from hub.i18n import N_
from kiosk.paper import printers
from kiosk.paper.papers import PAPERS, RESOLUTIONS, Sheet
from kiosk.paper.printers import Kind, Outcome, PrinterStatus, PrinterTrouble, ipp
from kiosk.paper.printers.pdf_folder import page_mm, pdf

KIND = Kind(
    name=N_("Print queue of this box (CUPS), or an IPP printer"),
    hint=N_("The queue's name, as lpstat -e prints it, or ipp://192.168.1.80/ipp/print"),
    address=r"ipp://(?:[\w.-]+|\[[0-9a-fA-F:]+\])(?::\d{1,5})?(?:/[\w./%~+-]*)?|\w[\w.+-]*",
    papers=tuple(PAPERS),
    resolutions=RESOLUTIONS,
)

_STOPPED = 5
_DONE, _GIVEN_UP = 9, (7, 8)
_REASONS = (
    ("media-empty", "out_of_paper"),
    ("media-needed", "out_of_paper"),
    ("cover-open", "cover_open"),
    ("door-open", "cover_open"),
    ("marker-supply-empty", "out_of_ribbon"),
    ("offline", "offline"),
    ("connecting-to-device", "unreachable"),
    ("timed-out", "unreachable"),
    ("media-jam", "stalled"),
)
LOOK_S = 0.2
# A queue converts the page first, which a Pi needs a while for.
PAGES_OF_TIME = 2


class CupsQueue:
    """One queue. "Done" counts when the queue calls the job completed; it calls cancelled ones by another word."""

    def __init__(self, queue: ipp.Queue, sheet: Sheet) -> None:
        self._queue, self._sheet = queue, sheet

    def status(self) -> PrinterStatus:
        """Ask the queue how its printer is."""
        try:
            self._demand_ready()
        except PrinterTrouble as trouble:
            return PrinterStatus(False, trouble.code)
        return PrinterStatus(True, "ok")

    def print_badge(self, picture: Image.Image, label: str) -> Outcome:
        """Give the queue a job, and wait until it is completed; one that is not is cancelled, never left behind."""
        self._demand_ready()
        width, length = (round(side * 100) for side in page_mm(self._sheet))
        page: ipp.Attributes = {
            "media-col": [{"media-size": {"x-dimension": width, "y-dimension": length}}],
            "print-scaling": ["none"],
        }
        named: ipp.Attributes = {"job-name": [label[:100]], "document-format": ["application/pdf"]}
        reply = self._ask(ipp.PRINT_JOB, named, page, pdf(picture, self._sheet), begun=True)
        job = reply.first("job-id")
        if not isinstance(job, int):
            raise PrinterTrouble("mute", begun=True)
        return self._wait_for(job)

    def _wait_for(self, job: int) -> Outcome:
        deadline = time.monotonic() + printers.PAPER_S * PAGES_OF_TIME
        while time.monotonic() < deadline:
            state = self._ask(ipp.GET_JOB, {"job-id": [job]}, begun=True).first("job-state")
            if state == _DONE:
                return Outcome.PRINTED
            if state in _GIVEN_UP:
                raise PrinterTrouble("cancelled", begun=True)
            Event().wait(LOOK_S)
        self._ask(ipp.CANCEL_JOB, {"job-id": [job]}, begun=True)
        raise PrinterTrouble("stalled", begun=True)

    def _demand_ready(self) -> None:
        reply = self._ask(ipp.GET_PRINTER, {"requested-attributes": ["printer-state", "printer-state-reasons"]})
        reasons = " ".join(reply.every("printer-state-reasons"))
        code = next((code for reason, code in _REASONS if reason in reasons.replace("offline-report", "offline")), "")
        if code or reply.first("printer-state") == _STOPPED:
            raise PrinterTrouble(code or "offline")

    def _ask(
        self,
        operation: int,
        asked: ipp.Attributes,
        job: ipp.Attributes | None = None,
        document: bytes = b"",
        *,
        begun: bool = False,
    ) -> ipp.Reply:
        try:
            return self._queue.ask(operation, asked, job, document)
        except TimeoutError as error:
            raise PrinterTrouble("stalled" if begun else "mute", begun=begun) from error
        except ipp.IppError as error:
            # A job that was refused has not begun, whatever the reason.
            refused = operation == ipp.PRINT_JOB and error.status > 0
            raise PrinterTrouble("refused" if error.status else "mute", begun=begun and not refused) from error
        except OSError as error:
            gone = isinstance(error, ConnectionRefusedError) or not begun
            code = "no_cups" if self._queue.local else "unreachable"
            raise PrinterTrouble(code if gone else "closed_midway", begun=begun and not gone) from error


def connect(address: str, sheet: Sheet) -> CupsQueue:
    """Return the queue of this name, or the printer at this ipp:// address."""
    return CupsQueue(ipp.Queue(address.strip()), sheet)
