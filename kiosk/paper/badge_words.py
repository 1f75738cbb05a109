"""What stands on badges and tickets besides people's own names."""

from flask_babel import force_locale
from flask_babel import gettext as _

from hub.i18n import N_
from hub.models import Seminar
from kiosk.models import Attendee
from kiosk.paper.badges import Badge

_ROLES = {"speaker": N_("Speaker"), "staff": N_("Staff"), "press": N_("Press")}


def badge(person: Attendee | None, seminar: Seminar) -> Badge:
    """Return the person's badge, or a blank one, in the seminar's language; needs an application context."""
    if person is None:
        return Badge("", "", "", "", "", seminar.title)
    with force_locale(seminar.language):
        role = _(_ROLES[person.ribbon]) if person.ribbon in _ROLES else ""
    return Badge(person.first_name, person.surname, person.company, person.position, person.code, seminar.title, role)
