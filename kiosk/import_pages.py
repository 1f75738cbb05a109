"""The import pages: choose a file, see how it is read, correct the columns, confirm, see what became of it."""

from flask import Blueprint, render_template

from hub.access import Role, allow
from kiosk.models import ImportRun

pages = Blueprint("imports", __name__)


@pages.get("/import")
@allow(Role.ORGANISER)
def choose() -> str:
    return render_template("kiosk/import.html", runs=list(ImportRun.select().order_by(ImportRun.id.desc()).limit(20)))
