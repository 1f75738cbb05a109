"""Packs and questionnaires, on both databases."""

import uuid

import pytest
from flask.testing import FlaskClient

from kiosk.models import Attendee
from tests.postgresql import both_databases

pytestmark = both_databases


def tap(desk: FlaskClient, person: Attendee, item: str, action: str, **what: object) -> tuple[int, dict[str, object]]:
    """One tap with a fresh UUID unless one is given; status and reply."""
    asked = {"id": str(uuid.uuid4()), "attendee": person.id, "item": item, "action": action, **what}
    reply = desk.post("/api/handouts", json=asked)
    return reply.status_code, dict(reply.json or {})


def counted(desk: FlaskClient) -> tuple[int, int, int]:
    """Packs given, questionnaires given, questionnaires returned."""
    day = desk.get("/api/attendance").json or {}
    return day["packs"], day["questionnaires"], day["questionnaires_returned"]


def test_given_and_returned_are_counted(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    tap(desk, cast["aigul"], "pack", "given")
    tap(desk, cast["aigul"], "questionnaire", "given")
    tap(desk, cast["timur"], "questionnaire", "given")
    status, held = tap(desk, cast["aigul"], "questionnaire", "returned")
    assert (status, held) == (200, {"pack": True, "questionnaire": True, "returned": True})
    assert counted(desk) == (1, 2, 1)


def test_the_same_tap_sent_again_is_one(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    event = str(uuid.uuid4())
    first = tap(desk, cast["aigul"], "pack", "given", id=event)
    assert tap(desk, cast["aigul"], "pack", "given", id=event) == first
    assert counted(desk) == (1, 0, 0)


def test_a_tap_sent_again_after_its_undo_does_not_give_again(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    event = str(uuid.uuid4())
    tap(desk, cast["aigul"], "pack", "given", id=event)
    tap(desk, cast["aigul"], "pack", "undone")
    tap(desk, cast["aigul"], "pack", "given", id=event)
    assert counted(desk) == (0, 0, 0)


def test_giving_twice_counts_once(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    tap(desk, cast["aigul"], "pack", "given")
    tap(desk, cast["aigul"], "pack", "given")
    assert counted(desk) == (1, 0, 0)


def test_one_undo_takes_back_what_two_taps_gave(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    tap(desk, cast["aigul"], "pack", "given")
    tap(desk, cast["aigul"], "pack", "given")
    assert tap(desk, cast["aigul"], "pack", "undone")[1]["pack"] is False
    assert counted(desk) == (0, 0, 0)


def test_an_undone_return_leaves_the_questionnaire_given(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    tap(desk, cast["aigul"], "questionnaire", "given")
    tap(desk, cast["aigul"], "questionnaire", "returned")
    held = tap(desk, cast["aigul"], "questionnaire", "undone")[1]
    assert held == {"pack": False, "questionnaire": True, "returned": False}


def test_nothing_given_is_nothing_to_undo(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    status, reply = tap(desk, cast["aigul"], "pack", "undone")
    assert (status, reply["error"]) == (409, "nothing_to_undo")
    tap(desk, cast["timur"], "pack", "given")
    assert tap(desk, cast["aigul"], "pack", "undone")[0] == 409, "another person's pack is no help"


def test_a_pack_does_not_come_back(desk: FlaskClient, cast: dict[str, Attendee]) -> None:
    assert tap(desk, cast["aigul"], "pack", "returned")[0] == 422


@pytest.mark.parametrize("item", ["pack", "questionnaire"])
def test_an_attendee_who_does_not_exist_gets_nothing(desk: FlaskClient, cast: dict[str, Attendee], item: str) -> None:
    stranger = Attendee(id=999)
    assert tap(desk, stranger, item, "given")[1]["error"] == "attendee_unknown"
