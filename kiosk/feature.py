"""Registration, as the hub loads it."""

import click

from hub import audit_words as hub_audit_words
from hub import device_list, refusals
from hub.access import Role
from hub.box import Hub
from kiosk import audit_words, figures, home_tasks, ticket_commands, ticket_pages
from kiosk.api import api
from kiosk.demo import stage_demo as stage_demo
from kiosk.lists import import_commands, import_pages
from kiosk.models import TABLES as TABLES
from kiosk.pages import pages
from kiosk.paper import badge_pages, batch_pages, desks, finding_pages, printer_check, printer_pages, printing
from kiosk.paper.layouts import layout_pages
from kiosk.selfservice import kiosks
from kiosk.texts import TEXTS as TEXTS

CHECKS = (printer_check.check,)


def register(hub: Hub) -> None:
    """Add registration's routes, live topic and workers."""
    hub.app.register_blueprint(pages)
    hub.app.register_blueprint(api)
    hub.app.register_blueprint(ticket_pages.pages)
    hub.app.register_blueprint(import_pages.pages)
    hub.app.register_blueprint(badge_pages.pages)
    hub.app.register_blueprint(batch_pages.pages)
    hub.app.register_blueprint(layout_pages.pages)
    hub.app.register_blueprint(printer_pages.pages)
    hub.app.register_blueprint(finding_pages.pages)
    hub_audit_words.add(audit_words.ACTIONS, audit_words.FIELDS, audit_words.VALUES, audit_words.SUBJECTS)
    refusals.name_fields(audit_words.FIELDS)
    kiosks.register(hub)
    home_tasks.add(hub.app)
    device_list.when_renamed(hub.app, desks.follow)
    hub.live.topic("desk", figures.desk_news, Role.DESK)
    hub.workers.add("printers", printing.keep_printing(hub))


def add_commands(group: click.Group) -> None:
    """Add registration's commands."""
    import_commands.add(group)
    ticket_commands.add(group)
