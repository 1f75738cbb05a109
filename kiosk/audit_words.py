"""Registration's part of the audit log in words."""

from flask_babel import gettext as _

from hub.audit_words import Words
from hub.i18n import N_
from kiosk.lists.import_words import OUTCOMES
from kiosk.models import Attendee, BadgeBatch, Printer, PrintJob
from kiosk.paper.layouts import layout_words
from kiosk.paper.papers import PAPERS
from kiosk.paper.printers import DRIVERS, kind

ACTIONS: dict[str, str] = {
    "attendee_corrected": N_("Attendee corrected"),
    "attendee_standing": N_("Attendee turned away, cancelled or restored"),
    "walk_in_registered": N_("Walk-in registered"),
    "walk_in_recognised": N_("Walk-in found on the list"),
    "attendees_imported": N_("List imported"),
    "badge_reprinted": N_("Badge printed again"),
    "badge_retried": N_("Badge tried again"),
    "badge_dropped": N_("Badge taken from the queue"),
    "batch_started": N_("Badges in advance started"),
    "batch_stopped": N_("Badges in advance stopped"),
    "batch_resumed": N_("Badges in advance continued"),
    "batch_cancelled": N_("Badges in advance cancelled"),
    "layout_kept": N_("Badge layout saved"),
    "layout_renamed": N_("Badge layout renamed"),
    "layout_removed": N_("Badge layout removed"),
    "printer_added": N_("Printer added"),
    "printer_changed": N_("Printer changed"),
    "printer_removed": N_("Printer removed"),
    "printer_roll": N_("New roll in a printer"),
}
FIELDS: dict[str, str] = {
    **OUTCOMES,
    "surname": N_("Surname"),
    "first_name": N_("First name"),
    "patronymic": N_("Patronymic"),
    "company": N_("Company"),
    "position": N_("Position"),
    "email": N_("E-mail"),
    "phone": N_("Phone"),
    "note": N_("Note"),
    "ribbon": N_("Role on the badge"),
    "barred": N_("Turned away"),
    "cancelled": N_("Cancelled"),
    "name": N_("Name"),
    "driver": N_("Kind"),
    "paper": N_("Paper"),
    "dpi": N_("Resolution"),
    "layout": N_("Layout"),
    "total": N_("Badges"),
    "second": N_("Printer that stands in"),
    "labels_left": N_("Labels left"),
    "is_default": N_("For all desks"),
    "station": N_("Desk"),
}


def _attendee(number: str) -> str:
    found = Attendee.get_or_none(Attendee.id == int(number))
    return f"{found.surname} {found.first_name}".strip() if found else ""


def _whose_badge(job: str) -> str:
    found = PrintJob.get_or_none(PrintJob.id == int(job))
    return f"{found.attendee.surname} {found.attendee.first_name}".strip() if found and found.attendee else ""


def _batch(number: str) -> str:
    """Batches have no name: the printer's, as of one that was started."""
    found = BadgeBatch.get_or_none(BadgeBatch.id == int(number))
    return str(found.printer.name) if found and found.printer else ""


def _printer(number: str) -> str:
    found = Printer.get_or_none(Printer.id == int(number))
    return str(found.name) if found else ""


def _driver(code: str) -> str:
    return str(_(kind(code).name)) if code in DRIVERS else ""


VALUES: dict[str, Words] = {
    "barred": {"competitor": N_("competitor"), "student": N_("student or pupil")},
    "ribbon": {
        "attendee": N_("Attendee"),
        "speaker": N_("Speaker"),
        "staff": N_("Staff"),
        "press": N_("Press"),
    },
    "paper": {code: paper.word for code, paper in PAPERS.items()},
    "driver": _driver,
    "second": _printer,
    "layout": layout_words.title,
}
_PEOPLE = ("attendee_corrected", "attendee_standing", "walk_in_registered", "walk_in_recognised", "badge_reprinted")
SUBJECTS: dict[str, Words] = {
    **dict.fromkeys(_PEOPLE, _attendee),
    **dict.fromkeys(("badge_retried", "badge_dropped"), _whose_badge),
    **dict.fromkeys(("batch_stopped", "batch_resumed", "batch_cancelled"), _batch),
}
