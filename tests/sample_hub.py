"""A real hub that serves the sample seminar, for tests and pictures of whole pages."""

import re
import sqlite3

from hub import i18n
from hub.demo import stage
from tests.live_hub import LiveHub


class SampleHub(LiveHub):
    """`kiosk demo` with a folder that one can look into and a port of its own."""

    def __enter__(self) -> "SampleHub":
        with i18n.speaking("ru"), self.tables():
            stage()
        self.start()
        return self

    def a_ticket(self) -> str:
        """The code of somebody's ticket."""
        with sqlite3.connect(self.folder / "seminar.sqlite3") as base:
            code: str = base.execute("SELECT code FROM attendee ORDER BY id").fetchone()[0]
            return code

    def sign_in_token(self) -> str:
        """The secret part of the one-time link that the server printed."""
        found: list[str] = re.findall(r"/enter/(\S+)", self.printed)
        return found[0]
