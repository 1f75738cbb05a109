"""What registration's refusals say to people."""

from hub.i18n import N_
from hub.refusals import Said
from kiosk.lists import import_words

TEXTS: dict[str, Said] = {
    **import_words.TEXTS,
    "attendee_unknown": (404, N_("This attendee is not on the list.")),
    "fields_required": (422, N_("Please fill in: %(fields)s")),
    "perhaps_listed": (409, N_("On the list already: %(name)s, %(company)s.")),
    "consent_required": (422, N_("Without consent to personal-data processing we may not register.")),
    "phone_invalid": (422, N_("This phone does not look right. Check it, or keep it as written.")),
    "email_invalid": (422, N_("This e-mail does not look right. Check it, or keep it as written.")),
    "ribbon_unknown": (422, N_("There is no such role on badges.")),
    "reason_not_allowed": (422, N_("Only competitors and students may be turned away.")),
    "reason_required": (422, N_("Please say why it is undone.")),
    "nothing_to_undo": (409, N_("There is nothing to undo.")),
    "job_not_waiting": (409, N_("This badge is not waiting any more.")),
    "printer_unknown": (404, N_("There is no such printer any more.")),
    "blanks_out_of_range": (422, N_("From 1 to %(most)s blank badges at a time.")),
    "nobody_to_print": (409, N_("Everybody has a badge that says what it should.")),
    "batch_over": (409, N_("These badges are all printed or cancelled already.")),
    "layout_unknown": (404, N_("There is no such layout any more.")),
    "layout_name_required": (422, N_("Give the layout a name.")),
    "layout_name_too_long": (422, N_("A layout's name has %(longest)s letters at most.")),
    "layout_name_shipped": (409, N_("A ready-made layout is called so. Please choose another name.")),
    "layout_name_taken": (409, N_("Another layout has this name.")),
    "layout_not_written": (409, N_("The layout could not be written: %(reason)s")),
    "printer_name_taken": (409, N_("Another printer has this name.")),
    "printer_own_second": (409, N_("A printer cannot stand in for itself.")),
    "malformed": (422, N_("This is no ticket of ours.")),
    "wrong_event": (409, N_("This is a ticket to another seminar.")),
    "unknown": (404, N_("No attendee has this ticket.")),
    "ticket_not_written": (500, N_("The file was not written: %(file)s (%(reason)s)")),
    "no_code_found": (422, N_("No code was found in the photo. Come closer and hold still.")),
}
