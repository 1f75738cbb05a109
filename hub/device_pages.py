"""What the team does with devices that are in, from any list of them: another name, shutting one out."""

from dataclasses import dataclass

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access, device_list, entry_pages, letters, pairing_pages, refusals
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.pairing_pages import LET_IN
from hub.signin import NAME_LENGTH

pages = Blueprint("devices", __name__)


@dataclass(frozen=True, slots=True)
class Refused:
    """A name that a device cannot have: what was typed, and the sentence at its field."""

    device: str
    typed: str
    wrong: str


@pages.post("/pairing/devices/<device>/name")
@allow(*LET_IN)
def rename(device: str) -> ResponseReturnValue:
    typed = request.form.get("name", "")
    try:
        name = device_list.rename(device, typed, access.actor())
    except Refusal as refusal:
        if not refusal.code.startswith("device_name_"):
            raise
        wrong = letters.wrong(typed, NAME_LENGTH) or _("Please write a name.")
        return _list(Refused(device, typed, wrong)), refusals.status(refusal)
    return _done(_("It is called %(name)s now.", name=name))


@pages.post("/pairing/devices/<device>/remove")
@allow(*LET_IN)
def remove(device: str) -> ResponseReturnValue:
    name = device_list.remove(device, access.actor())
    this_hub().live.hang_up(device)
    return _done(_("%(name)s has been shut out.", name=name))


def _list(refused: Refused) -> str:
    """The list in which it was typed, the field open."""
    if _from_entry() and access.actor().role == Role.ORGANISER:
        return entry_pages.list_ways_in(refused)
    return pairing_pages.list_screens(refused)


def _from_entry() -> bool:
    return request.form.get("from") == "entry"


def _done(said: str) -> ResponseReturnValue:
    this_hub().live.announce()
    flash(said, "go")
    return redirect(url_for("entry.ways_in" if _from_entry() else "pairing.screens"))
