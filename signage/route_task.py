"""What the route puts on the first page."""

from flask_babel import gettext as _
from flask_babel import ngettext

from hub import access, i18n, seminar, steady
from hub.access import Role
from hub.home import Hint, Task
from hub.i18n import N_
from hub.programme import plan
from signage import placing, route
from signage.placing import Haste

UNDRAWN = 8


def _tell() -> Hint:
    way = route.points()
    mine = access.actor().role == Role.ORGANISER
    if len(way) <= 1:
        drawing = _("Walk it with a phone: photo, place, arrow.")
        return Hint(drawing if mine else _("Not drawn yet."), UNDRAWN if mine else Haste.DONE)
    stands = placing.standing(way)
    programme = plan.planned()
    haste = placing.haste(stands, programme, steady.now())
    return Hint(_said(stands, haste, placing.first_attendee_at(programme)), haste)


def _said(stands: placing.Standing, haste: Haste, first: int | None) -> str:
    if haste == Haste.SOON:
        time = i18n.clock_time(first, seminar.current().zone)
        return str(
            ngettext(
                "The first attendees come at %(time)s, and %(num)d sign is not up yet.",
                "The first attendees come at %(time)s, and %(num)d signs are not up yet.",
                stands.missing,
                time=time,
            )
        )
    if haste == Haste.LATE:
        return str(
            ngettext(
                "Attendees are coming, and %(num)d sign is not up yet.",
                "Attendees are coming, and %(num)d signs are not up yet.",
                stands.missing,
            )
        )
    return str(_("%(placed)s of %(total)s signs stand", placed=stands.placed, total=stands.total))


ROUTE = Task("route.overview", N_("Route"), frozenset({Role.MINDER, Role.DESK, Role.HOST}), _tell)
