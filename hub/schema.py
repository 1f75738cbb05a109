"""Bringing a database up to date: numbered, immutable scripts, a `migrations` folder for each feature.

They run in the features' order, and each once. A script holds frozen copies of the tables it makes, so that
what it did stays what it did.
"""

import fcntl
from importlib import resources
from pathlib import Path

from playhouse.migrations import Runner

from hub.database import db, is_postgresql
from hub.features import FEATURES

_ONE_AT_A_TIME = 0x736368  # PostgreSQL advisory lock


def bring_up_to_date() -> None:
    """Run what has not been run yet. Needs an open connection."""
    if is_postgresql():
        with db.atomic():
            db.execute_sql("SELECT pg_advisory_xact_lock(%s)", (_ONE_AT_A_TIME,))
            _run_all()
        return
    # Two starters at once (a command beside the server) take turns on a file beside the database.
    with Path(f"{db.obj.database}.migrating").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        _run_all()


def _run_all() -> None:
    for feature in FEATURES:
        folder = Path(str(resources.files(feature))) / "migrations"
        if folder.is_dir():
            Runner(db.obj, str(folder), f"{feature}_migration").up()
