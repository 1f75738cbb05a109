"""The ground floor's own pages and commands, registered like any feature's."""

import click

from hub import api_views, commands, pages, setup_pages
from hub.box import Hub
from hub.models import TABLES as TABLES


def register(hub: Hub) -> None:
    """Add the ground floor's routes."""
    hub.app.register_blueprint(pages.pages)
    hub.app.register_blueprint(setup_pages.pages)
    hub.app.register_blueprint(api_views.api)
    hub.app.context_processor(pages.shared)
    hub.app.template_filter("clock_time")(pages.clock_time)


def add_commands(group: click.Group) -> None:
    """Add `kiosk init`, `serve`, `token`."""
    commands.add(group)
