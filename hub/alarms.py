"""What must reach somebody on whatever page they are, until it is over.

Nothing here knows the features: when it is registered, each hands over what tells what is wrong, and what is over.
"""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from flask import Flask, current_app

from hub.access import Role

EXTENSION = "event_day_box_alarms"
TOPIC = "alarms"


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that is wrong, or was (`over`): `text` in the reader's language, `endpoint` where to see to it."""

    key: str
    text: str
    endpoint: str
    over: bool = False


@dataclass(frozen=True, slots=True)
class _Source:
    tell: Callable[[], Sequence[Alarm]]
    roles: frozenset[Role]


def _sources(app: Flask) -> list[_Source]:
    found: list[_Source] = app.extensions.setdefault(EXTENSION, [])
    return found


def add(app: Flask, tell: Callable[[], Sequence[Alarm]], *roles: Role) -> None:
    """Let these roles, beside the organiser, hear what `tell` finds; it runs with the database open."""
    _sources(app).append(_Source(tell, frozenset((*roles, Role.ORGANISER))))


def meant_for(role: Role) -> bool:
    """May anything ever alarm this role?"""
    return any(role in source.roles for source in _sources(current_app))


def heard_by(role: Role) -> list[Alarm]:
    """What this role must know now: what is wrong first, then what is over."""
    found = [alarm for source in _sources(current_app) if role in source.roles for alarm in source.tell()]
    return sorted(found, key=lambda alarm: alarm.over)


def news() -> dict[str, str]:
    """What pages listen to: another mark when any alarm begins or ends."""
    facts = [(alarm.key, alarm.over) for source in _sources(current_app) for alarm in source.tell()]
    return {"mark": hashlib.sha256(repr(facts).encode()).hexdigest()[:12]}
