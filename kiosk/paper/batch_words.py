"""What is said of badges in advance: their kinds, how far a batch is, and what holds it up."""

from flask_babel import gettext as _

from hub.i18n import N_
from kiosk.paper import printer_words
from kiosk.paper.batches import Progress
from kiosk.paper.serving import WELL

# Kind of a batch -> what it is called in the list of batches, and how it is ordered on the form.
NAMES = {"everybody": N_("For everybody"), "changed": N_("Only late changes"), "blank": N_("Blank badges")}
HINTS = {
    "everybody": N_("By the alphabet, as they will lie on the desk."),
    "changed": N_("Who is new, or whose name, company or role has changed since."),
    "blank": N_("For walk-ins: a name is written by hand."),
}
# State of a batch -> shape (as in parts.html) and word.
STATES = {
    "running": ("info", N_("being printed")),
    "stopped": ("known", N_("has been stopped")),
    "cancelled": ("stop", N_("the rest was given up")),
    "done": ("go", N_("all printed")),
}


def standing(one: Progress) -> tuple[str, str]:
    """Shape and words, in the reader's language: one that runs may wait for its printer all the same."""
    if one.state in ("running", "stopped") and one.gone:
        return "stop", _("Its printer was removed: choose another.")
    printer = one.printer
    if one.state == "running" and printer is not None and printer.state not in WELL:
        second = printer_words.stand_in(printer)
        if second:
            return "info", _("“%(name)s” prints in its place.", name=second)
        shape, word = printer_words.state(printer.state)
        return shape, _("waits: %(name)s %(trouble)s", name=printer.name, trouble=word)
    shape, word = STATES[one.state]
    return shape, _(word)
