"""The queue of badges, on both databases."""

import uuid

import pytest
from flask.testing import FlaskClient

from hub import seminar
from hub.database import db
from hub.errors import Refusal
from kiosk.models import Attendee, PrintJob
from kiosk.paper import print_jobs
from tests.conftest import TESTER
from tests.postgresql import both_databases

pytestmark = both_databases


def enter(desk: FlaskClient, person: Attendee) -> dict[str, object]:
    """Admit somebody."""
    return dict(desk.post("/api/check-ins", json={"id": str(uuid.uuid4()), "attendee": person.id}).json or {})


def states() -> list[tuple[str, str]]:
    """Every job's state and reason, in order."""
    with db.connection_context():
        return [(job.state, job.reason) for job in PrintJob.select().order_by(PrintJob.id)]


def test_an_admission_queues_one_badge(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    enter(desk, cast["aigul"])
    enter(desk, cast["aigul"])
    assert states() == [("queued", "")]


def test_a_seminar_may_print_no_badges_on_entry(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    with db.connection_context():
        seminar.change(None, badge_on_entry=False)
    assert enter(desk, cast["aigul"])["badge"] is None
    assert states() == []


def test_an_undone_admission_drops_its_badge(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    enter(desk, cast["aigul"])
    undo = {"id": str(uuid.uuid4()), "kind": "undo", "attendee": cast["aigul"].id, "reason": "ошибка"}
    desk.post("/api/check-ins", json=undo)
    assert states() == [("dropped", "undone")]


def test_a_reprint_asked_twice_is_one_badge(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    wish = {"id": str(uuid.uuid4()), "attendee": cast["aigul"].id}
    first = desk.post("/api/badges", json=wish).json
    assert desk.post("/api/badges", json=wish).json == first
    desk.post("/api/badges", json={**wish, "id": str(uuid.uuid4())})
    assert states() == [("queued", "")] * 2


def test_a_reprint_for_nobody_is_refused(desk: FlaskClient) -> None:
    reply = desk.post("/api/badges", json={"id": str(uuid.uuid4()), "attendee": 999})
    assert (reply.status_code, (reply.json or {})["error"]) == (404, "attendee_unknown")


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("state", print_jobs.WAITING)
def test_a_waiting_job_can_be_tried_again_or_dropped(cast: dict[str, Attendee], state: str) -> None:
    job = print_jobs.reprint(cast["aigul"].id, str(uuid.uuid4()), "Стол 1", TESTER).job
    PrintJob.update(state=state, reason="offline", not_before=9).execute()
    print_jobs.retry(job, TESTER)
    tried = PrintJob.get_by_id(job)
    assert (tried.state, tried.reason, tried.not_before) == ("queued", "", 0)
    print_jobs.drop(job, TESTER)
    dropped = PrintJob.get_by_id(job)
    assert (dropped.state, dropped.reason) == ("dropped", "by_hand")


@pytest.mark.usefixtures("database")
@pytest.mark.parametrize("state", ["claimed", "sent", "dropped"])
def test_a_job_that_does_not_wait_is_left_alone(cast: dict[str, Attendee], state: str) -> None:
    job = print_jobs.reprint(cast["aigul"].id, str(uuid.uuid4()), "Стол 1", TESTER).job
    PrintJob.update(state=state).execute()
    for verb in (print_jobs.retry, print_jobs.drop):
        with pytest.raises(Refusal, match="job_not_waiting"):
            verb(job, TESTER)
    assert PrintJob.get_by_id(job).state == state
