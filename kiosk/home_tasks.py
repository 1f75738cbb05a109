"""What registration puts on the first page."""

from flask import Flask
from flask_babel import gettext as _
from flask_babel import ngettext

from hub import home
from hub.access import Role
from hub.home import Hint, Task
from hub.i18n import N_
from hub.models import Device
from kiosk import figures
from kiosk.models import Attendee, Printer
from kiosk.paper import printer_list
from kiosk.selfservice import calls


def add(app: Flask) -> None:
    """Put registration's tasks and figures on the first page."""
    for task in TASKS:
        home.add_task(app, task)
    home.add_figures(app, _figures)


def _desk() -> Hint:
    return Hint(_("Tickets, search by name, walk-ins"), 20)


def _lists() -> Hint:
    known = Attendee.select().count()
    if not known:
        return Hint(_("Begin with this: the desk finds people in this list."), 30)
    return Hint(ngettext("%(num)d attendee in the list", "%(num)d attendees in the list", known), 6)


def _badges() -> Hint:
    trouble = figures.badges_waiting()["trouble"]
    if trouble:
        return Hint(ngettext("%(num)d badge waits for you", "%(num)d badges wait for you", trouble), 15)
    low = printer_list.running_low()
    if low:
        left = low[0].labels_left
        return Hint(ngettext("%(num)d label left on the roll", "%(num)d labels left on the roll", left), 12)
    printers = Printer.select().where(~Printer.removed).count()
    if not printers:
        return Hint(_("There is no printer yet."), 5)
    return Hint(ngettext("%(num)d printer", "%(num)d printers", printers), 5)


def _kiosks() -> Hint:
    waiting = len(calls.news()["calls"])
    if waiting:
        return Hint(ngettext("%(num)d kiosk calls for help", "%(num)d kiosks call for help", waiting), 25)
    let_in = Device.select().where(Device.role == Role.KIOSK, Device.revoked_at.is_null()).count()
    if not let_in:
        return Hint(_("Open /kiosk on a touch screen, and let it in by its code."), 2)
    return Hint(ngettext("%(num)d kiosk", "%(num)d kiosks", let_in), 3)


def _figures() -> list[tuple[str, int]]:
    day = figures.counters()
    return [(N_("registered"), day["registered"]), (N_("have come"), day["ever"]), (N_("in the hall"), day["here"])]


TASKS = (
    Task("kiosk.desk", N_("Open the desk"), frozenset({Role.DESK}), _desk),
    Task("imports.choose", N_("Import the list"), frozenset({Role.ORGANISER}), _lists),
    Task("badges.overview", N_("Badges and printers"), frozenset({Role.DESK}), _badges),
    Task("kiosk_self.words", N_("What the kiosk says"), frozenset({Role.DESK}), _kiosks),
)
