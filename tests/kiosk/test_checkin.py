"""Check-in at the desk."""

import uuid

from flask.testing import FlaskClient

from kiosk.models import Attendee
from tests.postgresql import both_databases

pytestmark = both_databases


def scan(desk: FlaskClient, **what: object) -> dict[str, object]:
    """Send a scan with a fresh UUID unless one is given."""
    reply = desk.post("/api/check-ins", json={"id": str(uuid.uuid4()), **what})
    assert reply.status_code == 200, reply.json
    return dict(reply.json or {})


def test_a_ticket_admits_its_owner(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    verdict = scan(desk, code=cast["aigul"].code, station="Стол 1")
    assert verdict["outcome"] == "admitted"
    assert verdict["badge"] == {"job": 1, "state": "queued"}


def test_a_second_scan_says_when_and_where_the_first_was(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    first = scan(desk, code=cast["aigul"].code, station="Стол 1")
    second = scan(desk, code=cast["aigul"].code, station="Стол 2")
    assert second["outcome"] == "repeat"
    assert (second["first_entry"], second["first_station"]) == (first["first_entry"], "Стол 1")


def test_the_same_request_again_gets_the_original_verdict(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    request = {"id": str(uuid.uuid4()), "code": cast["timur"].code}
    assert scan(desk, **request) == scan(desk, **request)
