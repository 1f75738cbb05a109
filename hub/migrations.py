"""Numbered, immutable migrations, a folder for each feature, run in the features' order at start."""

import fcntl
from pathlib import Path

from hub import features
from hub.database import db, is_postgresql


def run() -> list[str]:
    """Bring the database up to date; returns what was run. Needs an open connection."""
    if is_postgresql():
        return _run_all()
    # Two starters at once (a command beside the server) take turns on a file beside the database.
    with Path(f"{db.obj.database}.migrating").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        return _run_all()


def _run_all() -> list[str]:
    for feature in features.load():
        db.create_tables(getattr(feature, "TABLES", ()))
    return []
