"""Path signage, as the hub loads it."""

import click
from flask_babel import force_locale, gettext

from hub import audit_words as hub_audit_words
from hub import home, refusals, seminar
from hub.box import Hub
from hub.database import db
from signage import (
    audit_words,
    minding,
    photo_pages,
    public_route,
    route,
    route_api,
    route_pages,
    route_task,
    route_words,
    screen_watch,
)
from signage.demo import stage_demo as stage_demo
from signage.models import TABLES as TABLES
from signage.paper import paper_commands, paper_pages, paper_words
from signage.texts import TEXTS as ROUTE_TEXTS

TEXTS = {**ROUTE_TEXTS, **paper_words.TEXTS}


def register(hub: Hub) -> None:
    """Add signage's routes, channels and workers."""
    hub_audit_words.add(audit_words.ACTIONS, audit_words.FIELDS, route_words.VALUES)
    refusals.name_fields(audit_words.FIELDS)
    hub.app.register_blueprint(paper_pages.pages)
    hub.app.register_blueprint(route_pages.pages)
    hub.app.register_blueprint(photo_pages.pages)
    hub.app.register_blueprint(public_route.pages)
    hub.app.register_blueprint(route_api.api)
    home.add_task(hub.app, route_task.ROUTE)
    minding.register(hub)
    screen_watch.register(hub)
    _begin_route(hub)


def _begin_route(hub: Hub) -> None:
    """The desk's own sign is on the route before anybody opens it."""
    with hub.app.app_context(), db.connection_context(), force_locale(seminar.current().language):
        route.begin(gettext("Registration desk"), None)


def add_commands(group: click.Group) -> None:
    """Add `kiosk signs`."""
    paper_commands.add(group)
