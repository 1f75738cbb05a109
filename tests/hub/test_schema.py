"""Migrations make the tables that the models mean."""

from pathlib import Path

import pytest

from hub import features
from hub.app import open_folder
from hub.database import db
from hub.settings import Settings

HISTORY = ("hub_migration", "kiosk_migration", "speaker_timer_migration", "signage_migration")


def made() -> dict[str, object]:
    """All tables and indexes of the open SQLite database: what they are, however their SQL came to be written."""
    rows = db.execute_sql("SELECT name, type, sql FROM sqlite_master WHERE sql IS NOT NULL").fetchall()
    return {name: columns(name) if kind == "table" else sql for name, kind, sql in rows if not name.startswith(HISTORY)}


def columns(table: str) -> list[object]:
    """A table's columns (name, type, not null, default, key) and where they point (table, column, on delete)."""
    facts = [row[1:] for row in db.execute_sql(f'PRAGMA table_info("{table}")')]
    return sorted([*facts, *(row[2:] for row in db.execute_sql(f'PRAGMA foreign_key_list("{table}")'))], key=str)


@pytest.fixture
def migrated(tmp_path: Path) -> dict[str, object]:
    open_folder(Settings(data=tmp_path / "migrated"))
    with db.connection_context():
        return made()


def test_migrations_make_what_the_models_say(migrated: dict[str, object]) -> None:
    with db.connection_context():
        for feature in reversed(features.load()):
            tables = vars(feature).get("TABLES", ())
            db.drop_tables(tables)
        for feature in features.load():
            db.create_tables(vars(feature).get("TABLES", ()))
        assert made() == migrated
    db.obj.close_all()


def test_opening_a_folder_again_changes_nothing(tmp_path: Path) -> None:
    settings = Settings(data=tmp_path / "data")
    for _ in range(2):
        open_folder(settings)
        with db.connection_context():
            ran = db.execute_sql("SELECT count(*) FROM kiosk_migration").fetchone()[0]
        db.obj.close_all()
    assert ran == 2
