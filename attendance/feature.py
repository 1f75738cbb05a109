"""The attendance list, as the hub loads it."""

import click

from hub.box import Hub


def register(hub: Hub) -> None:
    """Add the list's routes."""


def add_commands(group: click.Group) -> None:
    """Add `kiosk export`."""
