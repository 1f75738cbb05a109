"""A ticket to show on a phone. Whoever knows the code may see it: the code is the ticket."""

from flask import Blueprint, Response, render_template, request

from hub import seminar
from hub.access import public
from hub.errors import Refusal
from kiosk import tickets
from kiosk.models import Attendee
from kiosk.qr_codes import qr_png

pages = Blueprint("tickets", __name__)
# A ticket is read from a phone's glass at arm's length; 21 modules of 16 px stay sharp on any of them.
MODULE_PX = 16


@pages.get("/ticket/<code>")
@public
def ticket(code: str) -> str:
    """The page to show at the desk: the QR as large as the phone allows, on white whatever the theme."""
    person = _holder(code)
    return render_template(
        "kiosk/ticket.html", person=person, grouped=tickets.grouped(person.code), new="new" in request.args
    )


@pages.get("/ticket/<code>.png")
@public
def qr(code: str) -> Response:
    return Response(qr_png(_holder(code).code, MODULE_PX), mimetype="image/png")


def _holder(code: str) -> Attendee:
    """Raises Refusal `malformed`, `wrong_event` or `unknown`."""
    read = tickets.read_code(code, seminar.current().tag)
    found: Attendee | None = Attendee.get_or_none(Attendee.code == read)
    if found is None:
        raise Refusal("unknown")
    return found
