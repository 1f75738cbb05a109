"""Printers that the pages show."""

from typing import Any

from hub.database import db, write
from kiosk.models import Printer


def printer(driver: str = "picture_folder", **facts: Any) -> Printer:
    """A printer in use."""
    with db.connection_context():
        made: Printer = write(lambda: Printer.create(**{"name": "Стойка", "driver": driver, **facts}))
        return made
