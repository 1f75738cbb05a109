"""The page of a path screen, and the worker that lets a secure browser open it without the network."""

from pathlib import Path

from flask import Blueprint, Response, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access, pairing_pages, service_workers
from hub.access import STAFF, Role, public
from hub.errors import Refusal
from signage import day, plan, screen_api

pages = Blueprint("screen", __name__)

_WORKER = Path(__file__).parent / "static/signage/screen_worker.js"
SCRIPTS = ("screen_fit", "screen_paint", "screen_sheets", "screen_glass", "screen_memory", "screen")


@pages.get("/screen")
@public
def screen() -> ResponseReturnValue:
    """The way from where it stands, as large as it gets. A stranger gets a code to be let in by.

    Staff look at a screen's page by `?as=<device>`, or at what would stand at a point by `?point=<id>`.
    """
    who = access.visitor()
    if who is None:
        return pairing_pages.pairing_page(Role.SCREEN, _("Screen on the route"), url_for("screen.worker"))
    if who.role not in {*STAFF, Role.SCREEN}:
        raise Refusal("not_your_role")
    own = who.role == Role.SCREEN
    device, point = (
        (str(who.device), None) if own else (request.args.get("as", ""), request.args.get("point", type=int))
    )
    today = day.today()
    glass = screen_api.meant(today, device, point)
    whose = {} if own else {"device": device} if device else {"point": glass.point.id if glass.point else None}
    path = url_for("screen_api.whole_plan", **whose)
    plan_text = plan.told(glass, today).model_dump_json()
    return render_template("signage/screen.html", plan=plan_text, plan_path=path, own=own, scripts=SCRIPTS)


@pages.get("/screen/worker.js")
@public
def worker() -> Response:
    """The service worker. Its address lets it look after /screen itself, and after nothing else."""
    return service_workers.script(_WORKER, "/screen")
