"""What printers and waiting badges say to people."""

import uuid
from collections.abc import Sequence

from flask_babel import gettext as _

from hub.i18n import N_
from kiosk.models import Printer
from kiosk.paper.printers import DRIVERS, kind, permissions
from kiosk.paper.serving import WELL, everybodys

# State of a printer -> shape (as in parts.html) and word.
STATES: dict[str, tuple[str, str]] = {
    "ok": ("go", N_("ready")),
    "unknown": ("info", N_("not asked yet")),
    "unreachable": ("stop", N_("does not answer: is it on and in the network?")),
    "unplugged": ("stop", N_("is not there: is it on and plugged in?")),
    "no_permission": ("stop", N_("the box may not use it")),
    "busy": ("known", N_("is in use by another program")),
    "package_missing": ("stop", N_("needs a package that is not installed")),
    "libusb_missing": ("stop", N_("needs a library that is not installed")),
    "no_cups": ("stop", N_("the print service of this box does not run")),
    "mute": ("stop", N_("answers nothing: switch it off and on")),
    "refused": ("stop", N_("refuses badges: is its queue open, is its paper the one you chose?")),
    "cancelled": ("stop", N_("gave the badge up: is its paper the one you chose?")),
    "out_of_paper": ("known", N_("out of paper")),
    "out_of_ribbon": ("known", N_("out of ribbon or ink")),
    "cover_open": ("known", N_("its cover is open")),
    "wrong_width": ("known", N_("holds other paper than you chose")),
    "offline": ("known", N_("is offline: press its feed button or close its cover")),
    "stalled": ("stop", N_("stopped in the middle: is the paper stuck?")),
    "closed_midway": ("stop", N_("broke off in the middle")),
    "trouble": ("stop", N_("something is wrong with it")),
}
# State of a badge -> what holds it up, or how it ended. "Sent" is not "printed": some printers never tell.
JOBS: dict[str, str] = {
    "failed": N_("did not print"),
    "doubtful": N_("perhaps it has come out: please look"),
    "stale": N_("has waited more than 10 minutes: is it still wanted?"),
    "queued": N_("waits for its turn"),
    "claimed": N_("is printing"),
    "sent": N_("sent; this printer does not say whether it came out"),
    "printed": N_("printed"),
}
OF_THE_NAME: dict[str, str] = {
    "letters_lacking": N_("badges have no such letters: write the name in Russian or Latin ones"),
}
_COMMANDS = {"libusb_missing": "sudo apt install libusb-1.0-0", "no_cups": "sudo apt install cups"}
_ADVICE: dict[str, str] = {
    "package_missing": N_("In the program's folder this command adds it; then stop the program and start it anew:"),
    "libusb_missing": N_("This command adds it; then stop the program and start it anew:"),
    "no_cups": N_("This command adds it:"),
    "no_permission": N_("Write this line into %(file)s, then plug the printer in again:"),
}


def state(code: str) -> tuple[str, str]:
    """Shape and word, in the reader's language."""
    shape, word = STATES.get(code, STATES["trouble"])
    return shape, _(word)


def halves(word: str) -> tuple[str, str]:
    """What is the matter, and what to do about it (may be empty), of a state's word: «trouble: advice»."""
    trouble, _colon, advice = word.partition(": ")
    return trouble, advice


def advice(code: str, driver: str, address: str) -> tuple[str, str] | None:
    """What to do about a printer's state, and the very line to type. None where the state's word says it all."""
    found = remedy(code, driver, address)
    return found and (_(found[0], file=permissions.RULES), found[1])


def remedy(code: str, driver: str, address: str) -> tuple[str, str] | None:
    """As `advice`, the sentence as a message id that wants `file`."""
    if code not in _ADVICE or driver not in DRIVERS:
        return None
    line = permissions.udev_line(address) if code == "no_permission" else _COMMANDS.get(code, kind(driver).command)
    return _ADVICE[code], line


def serves(printer: Printer, in_use: Sequence[Printer]) -> str:
    """Whose badges come out of it, in the reader's language."""
    desks = {one.station for one in in_use if one.station}
    shared = printer in everybodys(in_use)
    if printer.station:
        return str(_("%(desk)s, and desks without a printer", desk=printer.station) if shared else printer.station)
    if shared:
        return str(_("for desks without a printer of their own") if desks else _("for all desks"))
    return str(_("only as a stand-in and in advance"))


def stand_in(printer: Printer) -> str:
    """The name of the printer that prints in its place just now; empty while it prints itself, or nobody can."""
    seconds = _seconds(printer)
    return next((str(one.name) for one in seconds if one.state in WELL), "") if printer.state not in WELL else ""


def in_its_place(printer: Printer) -> str:
    """Who prints in its place, or that nobody can; empty while it prints itself, and where nobody is named."""
    seconds = _seconds(printer)
    if printer.state in WELL or not seconds:
        return ""
    if name := stand_in(printer):
        return str(_("“%(name)s” prints in its place.", name=name))
    return str(_("“%(name)s”, which stands in, cannot print either: badges wait.", name=seconds[0].name))


def _seconds(printer: Printer) -> list[Printer]:
    """Who stands in for it, one after the other."""
    found: list[Printer] = []
    at = printer.second
    while at is not None and not at.removed and at != printer and at not in found:
        found.append(at)
        at = at.second
    return found


def job(state_of_job: str, reason: str) -> str:
    """What holds a badge up, in the reader's language."""
    said = str(_(JOBS.get(state_of_job, JOBS["queued"])))
    if reason in OF_THE_NAME:
        return said + "; " + str(_(OF_THE_NAME[reason]))
    known = STATES.get(reason)
    return said if known is None or reason == "ok" else said + "; " + _("printer: %(trouble)s", trouble=_(known[1]))


def new_wish() -> str:
    """The UUID of a wish for another badge, made with the form."""
    return str(uuid.uuid4())
