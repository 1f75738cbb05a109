"""The speaker timer, as the hub loads it."""

import click

from hub.box import Hub
from speaker_timer.models import TABLES as TABLES
from speaker_timer.texts import TEXTS as TEXTS


def register(hub: Hub) -> None:
    """Add the timer's routes, channels and workers."""


def add_commands(group: click.Group) -> None:
    """The timer has no commands of its own."""
