"""What a device shows that is opened while the hub is away, and the worker that keeps it, where a browser lets it."""

from pathlib import Path

from flask import Blueprint, Response, render_template

from hub import service_workers
from hub.access import public

pages = Blueprint("pairing_away", __name__)

_WORKER = Path(__file__).parent / "static/hub/pairing_worker.js"


@pages.get("/pairing/away")
@public
def away() -> str:
    """Says that there is no connection, and opens the page it stands for as soon as the hub answers."""
    return render_template("hub/pairing_away.html")


@pages.get("/pairing/worker.js")
@public
def worker() -> Response:
    """The service worker. It may look after whatever page registers it: that of a display, that of a kiosk."""
    return service_workers.script(_WORKER, "/")
