"""`kiosk demo`: a whole sample seminar in a throw-away folder, half-way through its morning.

The seminar is the ground floor's; what goes on in it each feature stages itself, in `feature.stage_demo`.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import mkdtemp

import click

from hub import features, i18n, seminar, serving, settings
from hub.app import open_folder
from hub.cli import run_refusing
from hub.database import db
from hub.i18n import terminal_text as _


def add(group: click.Group) -> None:
    """Add `kiosk demo`."""

    @group.command(
        "demo", help=_("Serve a sample seminar from a throw-away folder, with a printer that saves pictures.")
    )
    @click.option("--host", help=_("Address to listen on."))
    @click.option("--port", type=click.IntRange(1, 65535), help=_("Port to listen on."))
    @run_refusing
    def demo(host: str | None, port: int | None) -> None:
        with throw_away() as folder:
            given = settings.load(data=folder, host=host, port=port, database_url="")
            open_folder(given)
            with i18n.speaking(given.language), db.connection_context():
                stage()
            click.echo(_("A sample seminar with invented people. Ctrl+C ends it, and nothing of it stays."))
            serving.serve(given)


@contextmanager
def throw_away() -> Iterator[Path]:
    """A folder that goes when the process that made it ends; the server's forks leave it alone."""
    folder, owner = Path(mkdtemp(prefix="event-day-box-")), os.getpid()
    try:
        yield folder
    finally:
        if os.getpid() == owner:
            shutil.rmtree(folder, ignore_errors=True)


def stage() -> None:
    """A seminar of today, under way."""
    seminar.begin(
        title="Продажи без потерь",
        organiser="ТОО «Алма Трейд»",
        place="Алматы, гостиница «Достық», зал 2",
        capacity=60,
    )
    seminar.wake()  # the steady clock, by which the day's moments are told
    for feature in features.load():
        stage_feature = vars(feature).get("stage_demo")
        if stage_feature is not None:
            stage_feature()
