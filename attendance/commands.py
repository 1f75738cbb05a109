"""`kiosk export`."""

import os
from pathlib import Path
from tempfile import NamedTemporaryFile

import click

from attendance.export import KINDS, export
from hub import i18n, settings
from hub.app import open_folder
from hub.cli import run_refusing
from hub.database import db
from hub.errors import Refusal
from hub.i18n import terminal_text as _


def add(group: click.Group) -> None:
    """Add the list's commands to the one entry point."""
    group.add_command(_export())


def _export() -> click.Command:
    @click.command("export", help=_("Write the attendance list to an Excel (.xlsx) or CSV (.csv) file."))
    @click.argument("file", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE.xlsx|.csv")
    @click.option("--came", is_flag=True, help=_("Only those who came."))
    @run_refusing
    def command(file: Path, came: bool) -> None:
        kind = file.suffix.lower().removeprefix(".")
        if kind not in KINDS:
            raise click.BadParameter(_("The file's name must end with .xlsx or .csv"))
        given = settings.load()
        open_folder(given)
        with i18n.speaking(given.language), db.connection_context():
            exported = export(kind, None, came_only=came)
        write_whole(file, exported.content)
        click.echo(_("Written: %(file)s, people: %(people)s") % {"file": file, "people": exported.people})

    return command


def write_whole(path: Path, content: bytes) -> None:
    """Write a file for its owner alone, whole or not at all. Raises Refusal `file_not_written`."""
    fresh: Path | None = None
    try:
        with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
            fresh = Path(file.name)
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError as error:
        if fresh is not None:
            fresh.unlink(missing_ok=True)
        raise Refusal("file_not_written", file=path, reason=error.strerror or "") from error
