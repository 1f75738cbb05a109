"""A seminar begun with an older box goes on with this one."""

from importlib import resources
from pathlib import Path

import pytest
from playhouse.migrations import Runner

from hub import database, schema
from hub.database import db
from hub.folder import Folder
from hub.settings import Settings
from kiosk.models import Attendee, Printer, PrintJob
from tests.postgresql import both_databases

pytestmark = both_databases


@pytest.fixture
def older(settings: Settings) -> None:
    """A database whose registration is as it was at first, with a printer and a badge that waits for it."""
    folder = Folder(settings.data)
    folder.create()
    database.connect(folder.database, settings.database_url)
    with db.connection_context():
        for feature, target in (("hub", None), ("kiosk", "0001_registration")):
            Runner(db.obj, str(Path(str(resources.files(feature))) / "migrations"), f"{feature}_migration").up(target)
        person = Attendee.create(code="KABCDEFGHJKMNPXM", source="list", created_at=1, sort_key="")
        db.execute_sql(
            "INSERT INTO printer (name, driver, address, width_px, is_default, station, state, removed)"
            " VALUES ('Стойка', 'escpos_network', '', 384, true, '', 'ok', false)"
        )
        db.execute_sql(
            "INSERT INTO printjob (attendee_id, printer_id, request, station, state, reason, attempts, not_before,"
            f" created_at, changed_at) VALUES ({person.id}, 1, 'wish', '', 'queued', '', 0, 0, 1, 1)"
        )


def test_printers_and_waiting_badges_come_along(older: None) -> None:
    with db.connection_context():
        schema.bring_up_to_date()
        printer = Printer.get()
        assert (printer.name, printer.paper, printer.dpi, printer.layout) == ("Стойка", "roll58", 203, "")
        job = PrintJob.get()
        assert (job.state, job.printer, job.batch) == ("queued", printer, None)
        assert PrintJob.select().join(Attendee).where(Attendee.code == "KABCDEFGHJKMNPXM").count() == 1
