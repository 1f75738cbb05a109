"""Which starts may be meant when a delay is told: the programme's, unless a feature knows how the day really goes."""

from collections.abc import Callable

from flask import Flask, current_app

from hub.programme import plan
from hub.programme.kinds import Kind

EXTENSION = "announcement_starts"
# Nobody waits in the hall for these.
NEVER_MEANT = frozenset({Kind.REGISTRATION, Kind.BREAK})

Ask = Callable[[], list[int]]


def known_by(app: Flask, ask: Ask) -> None:
    """Ask a feature from now on: `ask` tells the starts that are still to come, ms by the steady clock."""
    app.extensions[EXTENSION] = ask


def starts() -> list[int]:
    """The starts among which one may be meant. Needs an application context."""
    ask: Ask = current_app.extensions.get(EXTENSION, _planned)
    return ask()


def _planned() -> list[int]:
    return [one.start for one in plan.planned() if one.kind not in NEVER_MEANT]
