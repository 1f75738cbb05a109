"""The attendance list, as the hub loads it."""

import click
from flask_babel import gettext as _

from attendance import commands
from attendance.pages import pages
from attendance.texts import AUDIT_ACTIONS, AUDIT_FIELDS
from attendance.texts import TEXTS as TEXTS
from hub import audit_words, home
from hub.access import Role
from hub.box import Hub
from hub.home import Hint, Task
from hub.i18n import N_

# Below the desk and the import: the list is wanted when the day is over.
URGENCY = 8


def register(hub: Hub) -> None:
    """Add the list's routes, and the way to them from the first page."""
    audit_words.add(AUDIT_ACTIONS, AUDIT_FIELDS)
    hub.app.register_blueprint(pages)
    task = Task("attendance.today", N_("Attendance"), frozenset({Role.ORGANISER}), _hint)
    home.add_task(hub.app, task)


def add_commands(group: click.Group) -> None:
    """Add `kiosk export`."""
    commands.add(group)


def _hint() -> Hint:
    return Hint(_("Figures, the arrivals curve and the list in Excel."), URGENCY)
