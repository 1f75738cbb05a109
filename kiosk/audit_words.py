"""Registration's part of the audit log in words."""

from hub.i18n import N_
from kiosk.lists.import_words import OUTCOMES

ACTIONS: dict[str, str] = {
    "attendee_corrected": N_("Attendee corrected"),
    "attendee_standing": N_("Attendee turned away, cancelled or restored"),
    "walk_in_registered": N_("Walk-in registered"),
    "walk_in_recognised": N_("Walk-in found on the list"),
    "attendees_imported": N_("List imported"),
    "badge_reprinted": N_("Badge printed again"),
    "badge_retried": N_("Badge tried again"),
    "badge_dropped": N_("Badge taken from the queue"),
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
    "second": N_("Printer that stands in"),
    "labels_left": N_("Labels left"),
    "is_default": N_("For all desks"),
    "station": N_("Desk"),
}
