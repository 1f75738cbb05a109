"""Path signage, as the hub loads it."""

import click

from hub import audit_words as hub_audit_words
from hub import refusals
from hub.box import Hub
from signage import audit_words
from signage.models import TABLES as TABLES
from signage.texts import TEXTS as TEXTS


def register(hub: Hub) -> None:
    """Add signage's routes, channels and workers."""
    hub_audit_words.add(audit_words.ACTIONS, audit_words.FIELDS)
    refusals.name_fields(audit_words.FIELDS)


def add_commands(group: click.Group) -> None:
    """Signage has no commands yet."""
