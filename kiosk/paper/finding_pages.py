"""The pages that look for printers and that try a scanner."""

import re

from flask import Blueprint, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub.access import Role, allow
from kiosk.paper import extras, printer_list, printer_words, scanner_card, scanner_words
from kiosk.paper.finding import Found, network, queues, usb_bus
from kiosk.paper.printers import kinds
from kiosk.paper.printers.lines.network import ADDRESS

pages = Blueprint("printer_search", __name__)

_LONGEST = 100


@pages.get("/badges/printers/find")
@allow(Role.ORGANISER)
def here() -> str:
    """What is plugged in and what the print service knows: known at once."""
    return _page([], heard=False)


@pages.post("/badges/printers/find")
@allow(Role.ORGANISER)
def in_network() -> ResponseReturnValue:
    """Listen to the network for seconds, or ask at the one address that was given."""
    address = request.form.get("address", "").strip()
    if not address:
        return _page(network.listen(), heard=True)
    if len(address) > _LONGEST or not re.fullmatch(ADDRESS, address):
        return _page([], heard=False, address=address, wrong=_("This is no address in a network.")), 422
    found = network.knock(address)
    return _page([found] if found else [], heard=True, address=address)


def _page(remote: list[Found], *, heard: bool, address: str = "", wrong: str = "") -> str:
    known = {printer.address for printer in printer_list.everyone()}
    return render_template(
        "kiosk/badges_find.html",
        near=usb_bus.look() + queues.look(),
        remote=remote,
        heard=heard,
        address=address,
        wrong=wrong,
        known=known,
        kinds=kinds(),
        words=printer_words,
        missing="" if network.can_listen() else extras.command(network.EXTRA),
    )


@pages.get("/badges/scanner")
@allow(Role.DESK)
def scanner() -> str:
    """Print the card, scan it here."""
    return _scanner(None)


@pages.post("/badges/scanner")
@allow(Role.DESK)
def scanned() -> str:
    """What the scanner typed, judged."""
    return _scanner(request.form.get("typed", "")[:_LONGEST])


def _scanner(typed: str | None) -> str:
    shape, said = scanner_words.VERDICTS[scanner_card.verdict(typed)] if typed is not None else ("", "")
    return render_template(
        "kiosk/badges_scanner.html",
        typed=typed,
        shape=shape,
        said=_(said) if said else "",
        printers=printer_list.everyone(),
        halves=scanner_card.HALVES,
    )
