"""Registration's pages."""

from flask import Blueprint, render_template
from flask_babel import force_locale, gettext

from hub import access, i18n, seminar
from hub.access import Role, allow
from kiosk.names import LONGEST_NAME

pages = Blueprint(
    "kiosk",
    __name__,
    template_folder="templates",
    static_folder="static/kiosk",
    static_url_path="/static/kiosk",
)

DESKS = 3


@pages.get("/desk")
@allow(Role.DESK)
def desk() -> str:
    """The one page for a whole morning."""
    return render_template(
        "kiosk/desk.html",
        station=access.actor().station,
        stations=desk_names(),
        desk_word=desk_names()[0].split()[0],
        longest=LONGEST_NAME,
        consents={language: seminar.consent(language) for language in i18n.LANGUAGES},
    )


def desk_names() -> list[str]:
    """The usual names of desks, in the seminar's language: a desk has one name whatever its page speaks."""
    with force_locale(seminar.current().language):
        return [gettext("Desk %(number)s", number=number) for number in range(1, DESKS + 1)]
