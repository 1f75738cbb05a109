"""Numbered, immutable migrations, a folder for each feature, run in the features' order at start."""

import fcntl
from collections.abc import Iterable
from importlib import import_module
from pathlib import Path

from hub.database import db, is_postgresql


def run(features: Iterable[str]) -> list[str]:
    """Bring the database up to date; returns what was run. Needs an open connection."""
    if is_postgresql():
        return _run_all(features)
    # Two starters at once (a command beside the server) take turns on a file beside the database.
    with Path(f"{db.obj.database}.migrating").open("w") as turn:
        fcntl.flock(turn, fcntl.LOCK_EX)
        return _run_all(features)


def _run_all(features: Iterable[str]) -> list[str]:
    for feature in features:
        tables = getattr(import_module(f"{feature}.feature"), "TABLES", ())
        db.create_tables(tables)
    return []
