"""The ground floor's own pages and commands, registered like any feature's."""

import click

from hub import (
    api_views,
    commands,
    dates,
    demo,
    entry_pages,
    home,
    models,
    pages,
    pairing_api,
    pairing_pages,
    pairing_words,
    setup_pages,
)
from hub.box import Hub
from hub.programme import models as programme_models
from hub.sheets import reading_words

TABLES = (*models.TABLES, *programme_models.TABLES)
TEXTS = {**reading_words.TEXTS}


def register(hub: Hub) -> None:
    """Add the ground floor's routes."""
    hub.app.register_blueprint(pages.pages)
    hub.app.register_blueprint(setup_pages.pages)
    hub.app.register_blueprint(entry_pages.pages)
    hub.app.register_blueprint(pairing_pages.pages)
    hub.app.register_blueprint(pairing_api.api)
    hub.app.register_blueprint(api_views.api)
    hub.app.context_processor(pages.shared)
    hub.app.jinja_env.filters.update(dates.FILTERS)
    home.add_task(hub.app, setup_pages.SETUP)
    home.add_task(hub.app, pairing_pages.SCREENS)
    hub.live.topic("pairings", pairing_words.news, *pairing_pages.LET_IN)


def add_commands(group: click.Group) -> None:
    """Add `kiosk init`, `serve`, `token`, `demo`."""
    commands.add(group)
    demo.add(group)
