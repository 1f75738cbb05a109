"""What each refusal says to people, and its HTTP status. Features add theirs at registration."""

from collections.abc import Callable, Mapping

from flask_babel import gettext

from hub.errors import Refusal
from hub.i18n import N_

Said = tuple[int, str]

FIELDS: dict[str, str] = {}
TEXTS: dict[str, Said] = {
    "sign_in_required": (401, N_("Please sign in.")),
    "not_your_role": (403, N_("This page is not for your role. Ask the organiser.")),
    "wrong_pin": (403, N_("This PIN does not fit. Check it with the organiser.")),
    "too_many_attempts": (
        429,
        N_("Too many wrong PINs. Ask the organiser for a sign-in QR, or try again later."),
    ),
    "name_required": (422, N_("Please give your name: it is kept with everything you do.")),
    "link_spent": (410, N_("This sign-in QR has been used or has expired. Ask for a new one.")),
    "pairing_unknown": (404, N_("No screen shows this code. Look at the screen again: its code may be a new one.")),
    "pairing_expired": (410, N_("This code has grown old. The screen will show a new one.")),
    "text_too_long": (422, N_("At most %(most)s letters, and here are %(count)s. Please shorten it.")),
    "device_name_too_long": (422, N_("A screen's name has at most %(most)s letters. Please shorten it.")),
    "device_name_required": (422, N_("Please give the screen a name.")),
    "too_many_asking": (429, N_("Too many screens wait to be let in. This one will ask again by itself.")),
    "link_closed": (410, N_("This link no longer opens. Ask the host for a new one.")),
    "page_expired": (400, N_("The page has grown old. Open it again and repeat.")),
    "malformed_request": (422, N_("The request was not understood: %(fields)s")),
    "request_too_big": (413, N_("The request is too big.")),
    "photo_unreadable": (422, N_("This photo cannot be read. Take it again, as JPEG or PNG.")),
    "photo_too_big": (413, N_("This photo is too big.")),
    "no_seminar": (409, N_("There is no seminar in this folder yet. Open one with: kiosk init")),
    "port_taken": (
        409,
        N_("Port %(port)s is taken by another program, or may not be used. Choose another with --port."),
    ),
    "address_unknown": (409, N_("This machine has no address %(host)s. Choose another with --host.")),
    "seminar_exists": (409, N_("This folder already holds a seminar.")),
    "malformed_facts": (422, N_("Please correct: %(fields)s")),
    "not_found": (404, N_("There is nothing here.")),
    "wrong_method": (405, N_("This address does not take such a request.")),
    "hub_trouble": (500, N_("Something broke in the hub. Nothing you did is lost; please try again.")),
}


def add(texts: Mapping[str, Said]) -> None:
    """A feature's refusals."""
    TEXTS.update(texts)


def name_fields(names: Mapping[str, str]) -> None:
    """What people call the fields that a refusal may name."""
    FIELDS.update(names)


def status(refusal: Refusal) -> int:
    return TEXTS[refusal.code][0]


def sentence(refusal: Refusal, translate: Callable[[str], str] = gettext) -> str:
    """The refusal in the reader's language."""
    shown = {name: _shown(value, translate) for name, value in refusal.details.items()}
    return translate(TEXTS[refusal.code][1]) % shown


def _shown(value: object, translate: Callable[[str], str]) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(translate(FIELDS[name]) if name in FIELDS else str(name) for name in value)
    return str(value)
