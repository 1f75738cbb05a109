"""Badges that want a person, and the printers, by their page."""

import re
import uuid
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub.access import Role
from hub.database import db, write
from kiosk.models import Attendee, Printer, PrintJob
from kiosk.paper import print_jobs
from tests.conftest import TESTER
from tests.page_visitor import Visitor
from tests.printer_emulator import PrinterEmulator

PRINTER = {
    "name": "Стойка 1",
    "driver": "escpos_network",
    "address": "192.168.1.50:9100",
    "paper": "roll80",
    "dpi": "203",
    "station": "",
}
WISH = re.compile(r'name="wish" value="([^"]+)"')


@pytest.fixture
def at_desk(app: Flask) -> Visitor:
    found = Visitor(app).sign_in(Role.DESK)
    found.open("/badges")
    return found


def job_of(person: Attendee, state: str, reason: str = "") -> int:
    with db.connection_context():
        badge = print_jobs.reprint(person.id, str(uuid.uuid4()), "Стол 1", TESTER)
        write(lambda: PrintJob.update(state=state, reason=reason).where(PrintJob.id == badge.job).execute())
        return badge.job


def state_of(job: int) -> str:
    with db.connection_context():
        return str(PrintJob.get_by_id(job).state)


def printers() -> list[Printer]:
    with db.connection_context():
        return list(Printer.select().where(~Printer.removed).order_by(Printer.id))


def test_without_a_printer_the_page_says_what_happens_to_badges(at_desk: Visitor) -> None:
    assert "People are registered all the same" in at_desk.text
    assert "Add a printer" not in at_desk.text, "that is the organiser's"


@pytest.mark.parametrize(
    ("state", "reason", "said"),
    [
        ("failed", "out_of_paper", "did not print; printer: out of paper"),
        ("failed", "unreachable", "does not answer"),
        ("doubtful", "", "perhaps it has come out"),
        ("stale", "", "has waited more than 10 minutes"),
    ],
)
def test_a_troubled_badge_is_shown_with_its_reason(
    at_desk: Visitor, cast: dict[str, Attendee], state: str, reason: str, said: str
) -> None:
    job_of(cast["aigul"], state, reason)
    at_desk.open("/badges")
    assert "These badges wait for you · 1" in at_desk.text
    assert "Қасымқызы Айгүл" in at_desk.text
    assert said in at_desk.text


def test_a_badge_is_tried_again_dropped_or_printed_once_more(at_desk: Visitor, cast: dict[str, Attendee]) -> None:
    states = {"aigul": "failed", "timur": "doubtful", "nurlan": "stale", "olga": "sent"}
    failed, doubtful, stale, sent = (job_of(cast[name], state) for name, state in states.items())
    at_desk.open("/badges")
    at_desk.send(f"/badges/jobs/{failed}/retry")
    at_desk.send(f"/badges/jobs/{doubtful}/drop")
    at_desk.send(f"/badges/jobs/{stale}/drop")
    assert [state_of(job) for job in (failed, doubtful, stale)] == ["queued", "printed", "dropped"], "one had come out"
    at_desk.open("/badges")
    wish = WISH.findall(at_desk.page)[0]
    for _ in range(2):
        assert at_desk.send(f"/badges/attendees/{cast['olga'].id}/reprint", wish=wish).status_code == 302
    with db.connection_context():
        again = PrintJob.select().where(PrintJob.attendee == cast["olga"].id, PrintJob.state == "queued").count()
    assert again == 1, "a double click is one badge"
    assert state_of(sent) == "sent"


def test_a_badge_that_waits_no_more_is_told_so(at_desk: Visitor, cast: dict[str, Attendee]) -> None:
    done = job_of(cast["aigul"], "sent")
    assert at_desk.send(f"/badges/jobs/{done}/retry").status_code == 409
    assert "not waiting any more" in at_desk.text


def test_the_first_printer_serves_all_desks(organising: Visitor) -> None:
    assert organising.send("/badges/printers/new", **PRINTER).status_code == 302
    assert [(one.name, one.is_default, one.state) for one in printers()] == [("Стойка 1", True, "unknown")]
    organising.open("/badges")
    assert "not asked yet" in organising.text


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        ("name", "", "Give the printer a name"),
        ("address", "", "no address of such a printer"),
        ("address", "http://example.com/x y", "no address of such a printer"),
        ("paper", "roll81", "Choose a paper"),
        ("paper", "", "Choose a paper"),
        ("paper", "29x90", "Choose a paper"),
        ("dpi", "204", "Choose a resolution"),
        ("dpi", "много", "Choose a resolution"),
        ("second", "-1", "Choose another printer"),
        ("driver", "os", "Choose the kind"),
    ],
)
def test_a_wrong_field_of_a_printer_is_marked(organising: Visitor, field: str, value: str, said: str) -> None:
    assert organising.send("/badges/printers/new", **{**PRINTER, field: value}).status_code == 422
    assert said in organising.text
    assert printers() == []


def test_two_printers_cannot_share_a_name(organising: Visitor) -> None:
    organising.send("/badges/printers/new", **PRINTER)
    assert organising.send("/badges/printers/new", **PRINTER).status_code == 409
    assert "Another printer has this name." in organising.text


def test_a_printer_is_changed_removed_and_brought_back_by_its_name(organising: Visitor) -> None:
    organising.send("/badges/printers/new", **PRINTER)
    [first] = printers()
    organising.send(f"/badges/printers/{first.id}", **{**PRINTER, "address": "10.0.0.9", "is_default": "true"})
    assert printers()[0].address == "10.0.0.9"
    organising.send(f"/badges/printers/{first.id}/remove")
    assert printers() == []
    assert organising.open(f"/badges/printers/{first.id}").status_code == 404
    organising.send("/badges/printers/new", **PRINTER)
    assert [one.id for one in printers()] == [first.id]
    organising.open("/setup/audit")
    assert "Address: 192.168.1.50:9100 → 10.0.0.9" in organising.text
    assert "Kind: Receipt printer in the network (ESC/POS)" in organising.text
    assert "Paper: 80 mm roll" in organising.text
    assert "→ 80 mm roll" not in organising.text


def test_a_renamed_printer_keeps_its_known_state(organising: Visitor) -> None:
    organising.send("/badges/printers/new", **PRINTER)
    [first] = printers()
    with db.connection_context():
        write(lambda: Printer.update(state="ok").execute())
    organising.send(f"/badges/printers/{first.id}", **{**PRINTER, "name": "У входа"})
    assert [(one.name, one.state) for one in printers()] == [("У входа", "ok")]


def test_the_test_badge_says_at_once_how_it_went(organising: Visitor) -> None:
    with PrinterEmulator() as machine:
        organising.send("/badges/printers/new", **{**PRINTER, "address": machine.address})
        organising.open("/badges")
        organising.send("/badges/printers/1/try")
        machine.wait_for(1, 5)
        organising.open("/badges")
        assert "Стойка 1: the test badge is out." in organising.text
        machine.become("out_of_paper")
        organising.send("/badges/printers/1/try")
        organising.open("/badges")
        assert "Стойка 1: out of paper" in organising.text


def test_a_test_picture_stays_inside_the_seminars_folder(organising: Visitor, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    fields = {**PRINTER, "driver": "picture_folder", "address": str(elsewhere)}
    organising.send("/badges/printers/new", **fields)
    organising.open("/badges")
    organising.send("/badges/printers/1/try")
    assert not elsewhere.exists()
    assert len(list((tmp_path / "data" / "badges").glob("*.png"))) == 1


def test_printers_are_the_organisers_to_change(app: Flask, desk: FlaskClient) -> None:
    for path in ("/badges/printers/new", "/badges/printers/1", "/badges/printers/1/remove"):
        assert desk.post(path, data=PRINTER).status_code == 403


def test_the_moving_part_is_the_same_as_on_the_page(at_desk: Visitor, cast: dict[str, Attendee]) -> None:
    job_of(cast["nurlan"], "queued")
    at_desk.open("/badges/now")
    assert "On their way · 1" in at_desk.text
    assert "<html" not in at_desk.page
