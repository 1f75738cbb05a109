"""The workers that print badges, a thread for each printer: a printer that hangs holds up nobody else.

Nothing here runs inside a transaction but reading and writing of the queue.
"""

import time
from collections.abc import Callable
from threading import Event

from hub import seminar
from hub.box import Hub
from hub.database import db
from hub.typeface import lacking
from hub.workers import Work, Workers
from kiosk.models import Printer, PrintJob
from kiosk.paper import badge_words, print_claims, printer_list
from kiosk.paper.badges import render
from kiosk.paper.layouts import layout_files
from kiosk.paper.papers import sheet
from kiosk.paper.printers import PrinterTrouble

POLL_S = 0.25
LOOK_FOR_PRINTERS_S = 1.0
# How long until a printer is asked again: one that is well, and one that is not, ever more seldom.
WELL_S = 20.0
FIRST_PAUSE_S, LONGEST_PAUSE_S = 1.0, 8.0
# Why a badge waits whose name has letters without a shape: boxes in their place would help nobody.
LETTERS_LACKING = "letters_lacking"
# The longest a printer takes for one job, by its own timeouts.
LAST_JOB_S = 15.0


class Press:
    """One printer at work."""

    def __init__(self, hub: Hub, printer: Printer, now: Callable[[], float] = time.monotonic) -> None:
        self._sheet = sheet(printer.paper, printer.dpi)
        self._driver = printer_list.opened(printer, hub.folder.badges)
        self._hub, self._printer, self._now = hub, printer, now
        self._well, self._ask_at, self._pause = False, 0.0, FIRST_PAUSE_S

    def begin(self) -> None:
        """Ask people about jobs that were in this printer when the hub stopped."""
        with db.connection_context():
            doubtful = print_claims.doubt(self._printer)
        if doubtful:
            self._hub.live.announce()

    def step(self) -> bool:
        """Print the next badge. False if there is none or the printer is not well: then there is time to rest."""
        if self._now() >= self._ask_at:
            self._note(self._driver.status().code)
        if not self._well:
            return False
        with db.connection_context():
            job = print_claims.claim(self._printer)
        if job is None:
            return False
        self._hub.live.announce()
        self._print(job)
        self._hub.live.announce()
        return True

    def _print(self, job: PrintJob) -> None:
        if job.attendee and lacking(" ".join(badge_words.texts(job.attendee))):
            with db.connection_context():
                print_claims.failed(job, PrinterTrouble(LETTERS_LACKING))
            return
        with self._hub.app.app_context(), db.connection_context():
            badge = badge_words.badge(job.attendee, seminar.current())
        layout = layout_files.find(self._hub.folder, self._printer.layout).layout
        picture = render(badge, self._sheet, layout)
        try:
            outcome = self._driver.print_badge(picture, f"{badge.surname} {badge.first_name}")
        except PrinterTrouble as trouble:
            with db.connection_context():
                print_claims.failed(job, trouble)
            self._note(trouble.code)
        else:
            with db.connection_context():
                print_claims.sent(job, outcome)
            self._note("ok")

    def _note(self, state: str) -> None:
        """Remember how the printer is, and when to ask again."""
        self._well = state == "ok"
        self._pause = FIRST_PAUSE_S if self._well else min(LONGEST_PAUSE_S, self._pause * 2)
        self._ask_at = self._now() + (WELL_S if self._well else self._pause)
        with db.connection_context():
            news = print_claims.note(self._printer, state)
        if news:
            self._hub.live.announce()


def keep_printing(hub: Hub) -> Work:
    """Return the work that keeps a press running for each printer in use, also for those added later."""

    def work(stop: Event) -> None:
        presses: dict[tuple[object, ...], Workers] = {}
        try:
            while not stop.is_set():
                _tend(hub, presses)
                stop.wait(LOOK_FOR_PRINTERS_S)
        finally:
            for press in presses.values():
                press.stop(POLL_S)

    return work


def _tend(hub: Hub, presses: dict[tuple[object, ...], Workers]) -> None:
    with db.connection_context():
        in_use = {_likeness(printer): printer for printer in Printer.select().where(~Printer.removed)}
    for likeness in presses.keys() - in_use.keys():
        presses.pop(likeness).stop(LAST_JOB_S)
    for likeness in in_use.keys() - presses.keys():
        presses[likeness] = Workers()
        presses[likeness].add(f"printer {likeness[0]}", _run(hub, in_use[likeness]))
        presses[likeness].start()


def _likeness(printer: Printer) -> tuple[object, ...]:
    """What a press must be started anew for when it changes."""
    return printer.id, printer.driver, printer.address, printer.paper, printer.dpi, printer.layout


def _run(hub: Hub, printer: Printer) -> Work:
    def work(stop: Event) -> None:
        press = Press(hub, printer)
        press.begin()
        while not stop.is_set():
            if not press.step():
                stop.wait(POLL_S)

    return work
