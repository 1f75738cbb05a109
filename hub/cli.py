"""The one entry point, `kiosk`. Each feature adds its own commands in its `feature.add_commands(group)`.

Exit codes: 0 done; 1 refused or something is missing; 2 the command was not understood.
Text is plain and in the box's language (`KIOSK_LANGUAGE`, Russian by default).
"""

import functools
import sys
from collections.abc import Callable
from typing import ParamSpec, TypeVar

import click

from hub import features, i18n, refusals
from hub.errors import Refusal
from hub.i18n import terminal_text as _
from hub.settings import SettingsError

P = ParamSpec("P")
T = TypeVar("T")


def run_refusing(command: Callable[P, T]) -> Callable[P, T]:
    """Tell a refusal in one sentence and exit with 1."""

    @functools.wraps(command)
    def told(*args: P.args, **kwargs: P.kwargs) -> T:
        try:
            return command(*args, **kwargs)
        except Refusal as refusal:
            click.echo(refusals.sentence(refusal, _), err=True)
        except SettingsError as error:
            click.echo(_("Setting not understood: %(names)s") % {"names": error}, err=True)
        sys.exit(1)

    return told


def build() -> click.Group:
    """The whole command line, in the language of the moment."""
    group = click.Group("kiosk", help=_("Event-day box: the registration desk of a seminar."))
    for feature in features.load():
        feature.add_commands(group)
    return group


def main() -> None:
    """Entry point of the `kiosk` command."""
    i18n.speak_terminal()
    build()(prog_name="kiosk")


if __name__ == "__main__":
    main()
