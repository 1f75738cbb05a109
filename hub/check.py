"""`kiosk check`: is the box ready for the day? Each feature tells what it looks at, by `checks()` of its module."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

import click

from hub import features, seminar, settings
from hub.app import open_folder
from hub.cli import run_refusing
from hub.database import db
from hub.folder import Folder
from hub.i18n import terminal_text as _


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at, in the terminal's language; `todo` are lines to type, or nothing."""

    well: bool
    what: str
    said: str
    todo: tuple[str, ...] = ()


Check = Callable[[Folder], Iterable[Finding]]


def add(group: click.Group) -> None:
    """Add `kiosk check` to the one entry point."""

    @click.command("check", help=_("Look whether the box is ready, and say what to do where it is not."))
    @run_refusing
    def check() -> None:
        folder = open_folder(settings.load())
        with db.connection_context():
            seminar.current()
            findings = [found for feature in features.load() for one in _checks(feature) for found in one(folder)]
        for found in findings:
            click.echo(f"{'+' if found.well else '!'} {found.what}: {found.said}")
            for line in found.todo:
                click.echo(f"    {line}")
        if not all(found.well for found in findings):
            raise SystemExit(1)

    group.add_command(check)


def _checks(feature: object) -> Iterable[Check]:
    checks: Iterable[Check] = vars(feature).get("CHECKS", ())
    return checks
