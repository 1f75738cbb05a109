"""The attendance list, as the hub loads it."""

import click

from attendance import commands
from attendance.pages import pages
from attendance.texts import TEXTS
from hub import refusals
from hub.box import Hub


def register(hub: Hub) -> None:
    """Add the list's routes."""
    refusals.add(TEXTS)
    hub.app.register_blueprint(pages)


def add_commands(group: click.Group) -> None:
    """Add `kiosk export`."""
    refusals.add(TEXTS)
    commands.add(group)
