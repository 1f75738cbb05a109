"""What the team does with devices that are in, from any list of them: another name, shutting one out."""

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access, device_list
from hub.access import allow
from hub.box import this_hub
from hub.pairing_pages import LET_IN

pages = Blueprint("devices", __name__)


@pages.post("/pairing/devices/<device>/name")
@allow(*LET_IN)
def rename(device: str) -> ResponseReturnValue:
    name = device_list.rename(device, request.form.get("name", ""), access.actor())
    return _done(_("It is called %(name)s now.", name=name))


@pages.post("/pairing/devices/<device>/remove")
@allow(*LET_IN)
def remove(device: str) -> ResponseReturnValue:
    name = device_list.remove(device, access.actor())
    this_hub().live.hang_up(device)
    return _done(_("%(name)s has been shut out.", name=name))


def _done(said: str) -> ResponseReturnValue:
    this_hub().live.announce()
    flash(said, "go")
    return redirect(url_for("entry.ways_in" if request.form.get("from") == "entry" else "pairing.screens"))
