"""The alarms on top of every page of the team, as the part of a page that keeps itself fresh."""

from flask import Blueprint, render_template

from hub import access, alarms
from hub.access import STAFF, allow

pages = Blueprint("alarms", __name__)


@pages.get("/alarms/now")
@allow(*STAFF)
def now() -> str:
    """What the reader must know at once; empty when all is well."""
    return render_template("hub/alarms_now.html", alarms=alarms.heard_by(access.actor().role))
