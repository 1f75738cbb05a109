"""The organiser's page of the day, and the list to take away."""

from urllib.parse import quote
from zoneinfo import ZoneInfo

from flask import Blueprint, Response, render_template, request
from werkzeug.http import dump_options_header

from attendance import attendance_list, day_sheet, roll
from attendance.columns import Reader, status_words
from attendance.curve_picture import picture
from attendance.day import STEP_MS, figures
from attendance.export import export
from hub import access, clock, seminar
from hub.access import Role, allow
from kiosk import handouts
from kiosk.names import clean

LONGEST_QUERY = 200

pages = Blueprint(
    "attendance",
    __name__,
    template_folder="templates",
    static_folder="static/attendance",
    static_url_path="/static/attendance",
)


@pages.get("/attendance")
@allow(Role.ORGANISER)
def today() -> str:
    """How many came and when, who they are, and two buttons to take the list away."""
    everybody = attendance_list.lines()
    zone = seminar.current().zone
    day = figures(everybody, zone)
    chosen = request.args.get("status", "")
    query = clean(request.args.get("q", ""))[:LONGEST_QUERY]
    return render_template(
        "attendance/today.html",
        day=day,
        handed=handouts.counted(),
        busiest=day_sheet.busiest(day, zone),
        picture=picture(day.curve) if day.curve else None,
        step_ms=STEP_MS,
        roll=roll.roll(everybody, chosen, query, request.args.get("page", 1, type=int)),
        filters=roll.FILTERS,
        chosen=chosen if chosen in roll.FILTERS else "all",
        query=query,
        reader=Reader(ZoneInfo(zone)),
        status_words=status_words,
        now=clock.now(),
    )


@pages.get("/attendance/list.<any(xlsx, csv):kind>")
@allow(Role.ORGANISER)
def download(kind: str) -> Response:
    """The list as a file; `?came=1` leaves out those who did not come."""
    exported = export(kind, access.actor(), came_only=request.args.get("came") == "1")
    reply = Response(exported.content, content_type=exported.media)
    plain = f"attendance-{seminar.current().date}.{kind}"
    reply.headers["Content-Disposition"] = _attachment(plain, exported.filename)
    reply.headers["Cache-Control"] = "no-store"
    return reply


def _attachment(plain: str, filename: str) -> str:
    """A file's name in any script (RFC 5987), and in ASCII for whoever does not know that."""
    return dump_options_header("attachment", {"filename": plain, "filename*": f"UTF-8''{quote(filename, safe='')}"})
