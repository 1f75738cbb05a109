"""Registration's pages."""

from flask import Blueprint, render_template

from hub.access import Role, allow

pages = Blueprint(
    "kiosk",
    __name__,
    template_folder="templates",
    static_folder="static/kiosk",
    static_url_path="/static/kiosk",
)


@pages.get("/desk")
@allow(Role.DESK)
def desk() -> str:
    """The one page for a whole morning."""
    return render_template("kiosk/desk.html")
