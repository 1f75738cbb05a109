"""Badges in advance by their page."""

import re
from collections.abc import Callable

import pytest
from flask import Flask
from flask.testing import FlaskClient

from hub.access import Role
from hub.database import db, write
from kiosk.models import Attendee, BadgeBatch, Printer, PrintJob
from tests.conftest import client_as
from tests.page_visitor import Visitor


@pytest.fixture
def printer(app: Flask) -> int:
    with db.connection_context():
        return int(write(lambda: Printer.create(name="Заранее", driver="picture_folder", is_default=True)).id)


@pytest.fixture
def at_desk(app: Flask, cast: dict[str, Attendee], printer: int) -> Visitor:
    found = Visitor(app).sign_in(Role.DESK)
    found.open("/badges/advance")
    return found


@pytest.fixture
def print_some(printer: int) -> Callable[[int], None]:
    """Lets so many of the waiting badges have been printed."""

    def done(most: int) -> None:
        with db.connection_context():
            waiting = [job.id for job in PrintJob.select().where(PrintJob.state == "queued").limit(most)]
            write(lambda: PrintJob.update(state="printed").where(PrintJob.id.in_(waiting)).execute())

    return done


def state(visitor: Visitor) -> str:
    """The state of the newest batch, as the moving part of the page has it."""
    visitor.open("/badges/advance/now")
    found: list[str] = re.findall(r'data-state="(\w+)"', visitor.page)
    return found[0]


def test_a_batch_is_started_watched_stopped_continued_and_cancelled(
    at_desk: Visitor, printer: int, print_some: Callable[[int], None]
) -> None:
    assert "For everybody · 5" in at_desk.text
    assert 'value="changed"' not in at_desk.page, "nothing has been printed that could have changed"
    assert at_desk.send("/badges/advance", kind="everybody", printer=str(printer)).status_code == 302
    at_desk.open("/badges/advance")
    assert "5 badges are on their way." in at_desk.text
    print_some(2)
    assert state(at_desk) == "running"
    assert "2 of 5 · being printed" in at_desk.text
    at_desk.send("/badges/advance/1/stop")
    assert state(at_desk) == "stopped"
    at_desk.send("/badges/advance/1/resume", printer=str(printer))
    assert state(at_desk) == "running"
    at_desk.send("/badges/advance/1/cancel")
    assert state(at_desk) == "cancelled"
    assert at_desk.send("/badges/advance/1/stop").status_code == 409
    assert "printed or cancelled already" in at_desk.text


def test_a_finished_batch_says_so(at_desk: Visitor, printer: int, print_some: Callable[[int], None]) -> None:
    at_desk.send("/badges/advance", kind="blank", printer=str(printer), blanks="3")
    print_some(3)
    assert state(at_desk) == "done"
    assert "3 of 3 · all printed" in at_desk.text


def test_a_blank_badge_that_broke_off_waits_for_a_person_under_its_name(at_desk: Visitor, printer: int) -> None:
    at_desk.send("/badges/advance", kind="blank", printer=str(printer), blanks="1")
    with db.connection_context():
        write(lambda: PrintJob.update(state="doubtful").execute())
    at_desk.open("/badges")
    assert "Blank badge" in at_desk.text


@pytest.mark.parametrize(
    ("fields", "status", "said"),
    [
        ({"kind": "blank", "blanks": "0"}, 422, "From 1 to 500 blank badges"),
        ({"kind": "blank", "blanks": "501"}, 422, "From 1 to 500 blank badges"),
        ({"kind": "blank", "blanks": "много"}, 422, "blanks"),
        ({"kind": "nobody"}, 422, "kind"),
        ({"kind": "everybody", "printer": "999"}, 404, "no such printer"),
        ({"kind": "everybody", "printer": "9" * 40}, 422, "printer"),
        ({"kind": "everybody", "printer": "\0"}, 422, "printer"),
    ],
)
def test_a_wrong_order_prints_nothing_and_says_why(
    at_desk: Visitor, printer: int, fields: dict[str, str], status: int, said: str
) -> None:
    assert at_desk.send("/badges/advance", **{"printer": str(printer), **fields}).status_code == status
    assert said in at_desk.text
    with db.connection_context():
        assert BadgeBatch.select().count() == PrintJob.select().count() == 0


def test_when_everybody_has_a_right_badge_it_says_so(
    at_desk: Visitor, printer: int, print_some: Callable[[int], None]
) -> None:
    at_desk.send("/badges/advance", kind="everybody", printer=str(printer))
    print_some(5)
    assert at_desk.send("/badges/advance", kind="changed", printer=str(printer)).status_code == 422
    assert "Everybody has a badge that says what it should." in at_desk.text


def test_whoever_has_a_badge_gets_no_second_one_unless_it_is_asked_for(
    at_desk: Visitor, cast: dict[str, Attendee], printer: int, print_some: Callable[[int], None]
) -> None:
    assert "data-again" not in at_desk.page
    at_desk.send("/badges/advance", kind="everybody", printer=str(printer))
    print_some(5)
    with db.connection_context():
        write(lambda: PrintJob.update(state="dropped").where(PrintJob.attendee == cast["timur"]).execute())
        write(lambda: PrintJob.update(said="before").where(PrintJob.attendee == cast["olga"]).execute())
    at_desk.open("/badges/advance")
    assert "For those who have none yet · 1" in at_desk.text
    assert "Only late changes · 2" in at_desk.text
    assert "4 people have a badge already" in at_desk.text
    at_desk.send("/badges/advance", kind="everybody", printer=str(printer))
    at_desk.send("/badges/advance", kind="blank", again="true", printer=str(printer))
    with db.connection_context():
        assert [(one.kind, one.total) for one in BadgeBatch.select().order_by(BadgeBatch.id)] == [
            ("everybody", 5),
            ("everybody", 1),
            ("everybody", 5),
        ]


@pytest.mark.parametrize(
    ("state", "printer_is", "said"),
    [
        ("stopped", "ok", "0 of 5 · has been stopped"),
        ("running", "ok", "0 of 5 · being printed"),
        ("running", "out_of_paper", "0 of 5 · waits: Заранее out of paper"),
        ("running", "removed", "0 of 5 · Its printer was removed"),
    ],
)
def test_the_page_of_badges_tells_of_a_batch_and_of_what_holds_it_up(
    at_desk: Visitor, printer: int, state: str, printer_is: str, said: str
) -> None:
    at_desk.send("/badges/advance", kind="everybody", printer=str(printer))
    with db.connection_context():
        write(lambda: BadgeBatch.update(state=state).execute())
        write(lambda: Printer.update(state=printer_is, removed=printer_is == "removed").execute())
    at_desk.open("/badges/now")
    assert "On their way · 5" in at_desk.text
    assert "In advance: For everybody" in at_desk.text
    assert said in at_desk.text
    assert "No badge waits." not in at_desk.text


def test_without_a_printer_the_page_says_where_to_add_one(app: Flask) -> None:
    visitor = Visitor(app).sign_in(Role.DESK)
    visitor.open("/badges/advance")
    assert "There is no printer yet." in visitor.text
    assert "data-start" not in visitor.page


def test_hosts_print_nothing_in_advance(app: Flask, desk: FlaskClient) -> None:
    assert client_as(app, Role.HOST).post("/badges/advance").status_code == 403
