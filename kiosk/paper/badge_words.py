"""What stands on badges and tickets besides people's own names."""

from flask_babel import force_locale
from flask_babel import gettext as _

from hub import logo
from hub.box import this_hub
from hub.i18n import N_
from hub.models import Seminar
from hub.typeface import without_signs
from kiosk.models import Attendee
from kiosk.paper.badges import Badge

RIBBONS = {"speaker": N_("Speaker"), "staff": N_("Staff"), "press": N_("Press")}


def badge(person: Attendee | None, seminar: Seminar) -> Badge:
    """Return the person's badge, or a blank one, in the seminar's language; needs an application context."""
    picture = logo.current(this_hub().folder)
    if person is None:
        return Badge("", "", "", "", "", seminar.title, logo=picture)
    role = role_word(person.ribbon, seminar)
    first_name, surname, company, position = (without_signs(str(text)) for text in texts(person))
    return Badge(first_name, surname, company, position, person.code, seminar.title, role, picture)


def texts(person: Attendee) -> tuple[str, str, str, str]:
    """A person's own words on the badge."""
    return person.first_name, person.surname, person.company, person.position


def role_word(ribbon: str, seminar: Seminar) -> str:
    """What the ribbon says, in the seminar's language; nothing for a listener."""
    with force_locale(seminar.language):
        return str(_(RIBBONS[ribbon])) if ribbon in RIBBONS else ""
