"""Printers as `kiosk check` sees them: each is asked how it is; what is plugged in and not yet added is named."""

from collections.abc import Iterator

from hub.check import Finding
from hub.folder import Folder
from hub.i18n import N_
from hub.i18n import terminal_text as _
from kiosk.models import Printer
from kiosk.paper import printer_list, printer_words
from kiosk.paper.finding import Found, queues, usb_bus
from kiosk.paper.printers import permissions

NONE = N_("none is set up; badges will wait. Add one on the page /badges.")


def check(folder: Folder) -> Iterator[Finding]:
    """Every printer in use, then what could be one. Takes seconds for each that does not answer."""
    rows = printer_list.everyone()
    if not rows:
        yield Finding(False, _("Printers"), _(NONE))
    for row in rows:
        yield _asked(row, folder)
    known = {row.address for row in rows}
    for found in usb_bus.look() + queues.look():
        if found.address not in known:
            yield _offered(found)


def _asked(row: Printer, folder: Folder) -> Finding:
    status = printer_list.opened(row, folder.badges).status()
    return Finding(status.ok, row.name, *_told(status.code, row.driver, row.address))


def _offered(found: Found) -> Finding:
    if found.trouble:
        return Finding(False, found.name or found.address, *_told(found.trouble, found.driver, found.address))
    return Finding(True, found.name or found.address, _("is plugged in, but not set up; add it on the page /badges."))


def _told(code: str, driver: str, address: str) -> tuple[str, tuple[str, ...]]:
    word = _(printer_words.STATES.get(code, printer_words.STATES["trouble"])[1])
    remedy = printer_words.remedy(code, driver, address)
    if remedy is None:
        return word, ()
    then = (permissions.AFTERWARDS,) if code == "no_permission" else ()
    return word, (_(remedy[0]) % {"file": permissions.RULES}, remedy[1], *then)
