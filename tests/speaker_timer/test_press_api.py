"""Button boxes that know no headers: a POST to an address that holds the token."""

import logging
from concurrent.futures import ThreadPoolExecutor

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hub import devices
from hub.access import Role
from hub.database import db
from hub.models import AuditEntry
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from speaker_timer import press_api
from speaker_timer.button_presses import Button


@pytest.fixture
def box(app: Flask) -> "Box":
    """A button box on a day with two talks."""
    with db.connection_context():
        for start, end, title in (("10:00", "10:40", "Продажи"), ("10:40", "11:10", "Команда")):
            ProgrammeItem.create(start=start, end=end, kind=Kind.TALK, title=title, speaker="Тимур Цой")
        return Box(app.test_client(), devices.issue_token(Role.HOST, "Stream Deck"))


class Box:
    """Presses buttons by plain POSTs, without a cookie or a header."""

    def __init__(self, client: FlaskClient, token: str) -> None:
        self.client, self.token = client, token

    def press(self, button: str, token: str | None = None, query: str = "", **headers: str) -> TestResponse:
        return self.client.post(f"/api/timer/press/{token or self.token}/{button}{query}", headers=headers)


def test_every_button_does_what_it_says(box: Box) -> None:
    first = box.press("start_next").json or {}
    assert (first["item"]["title"], first["running"]) == ("Продажи", True)
    for card in ("10", "5", "stop", "questions"):
        assert (box.press(card).json or {})["card"] == card
    assert (box.press("none").json or {})["card"] is None
    length = first["item"]["length"]
    for button, minutes in (("plus1", 1), ("plus5", 6), ("minus1", 5)):
        assert (box.press(button).json or {})["item"]["length"] == length + minutes * 60_000
    assert (box.press("undo").json or {})["item"]["length"] == length + 6 * 60_000
    assert [(box.press("pause_resume").json or {})["running"] for _ in range(2)] == [False, True]
    assert [(box.press("blackout").json or {})["blackout"] for _ in range(2)] == [True, False]
    assert (box.press("start_next").json or {})["item"]["title"] == "Команда"


def test_a_press_that_is_sent_again_adds_its_minute_once(box: Box) -> None:
    before = (box.press("start_next").json or {})["item"]["length"]
    same = "5f0c1b1e-3d5e-4c57-9c1b-0d8a4be5a002"
    ways = [{"query": f"?id={same}"}, {"query": f"?id={same.upper()}"}, {"Idempotency-Key": same}]
    lengths = [(box.press("plus1", **way).json or {})["item"]["length"] for way in ways]
    assert lengths == [before + 60_000] * 3
    assert (box.press("plus1").json or {})["item"]["length"] == before + 2 * 60_000


def test_a_turning_button_that_is_sent_again_turns_once(box: Box) -> None:
    same = {"query": "?id=5f0c1b1e-3d5e-4c57-9c1b-0d8a4be5a003"}
    assert [(box.press("blackout", **same).json or {})["blackout"] for _ in range(2)] == [True, True]


@pytest.mark.parametrize("nonsense", ["1", "%00", "x" * 5000, ""])
def test_a_press_with_a_malformed_id_is_refused(box: Box, nonsense: str) -> None:
    assert box.press("none", query=f"?id={nonsense}").status_code == (422 if nonsense else 200)


def test_two_boxes_at_once_turn_the_displays_dark_and_light_again(box: Box) -> None:
    """Each turns what the other has left: after an even number of presses all is as it was."""
    app = box.client.application
    boxes = [Box(app.test_client(), box.token) for _ in range(8)]
    with ThreadPoolExecutor(8) as hands:
        said = [(reply.json or {})["blackout"] for reply in hands.map(lambda one: one.press("blackout"), boxes)]
    assert sorted(said) == [False] * 4 + [True] * 4
    assert (box.press("none").json or {})["blackout"] is False


def test_every_button_is_known(box: Box) -> None:
    for button in Button:
        assert box.press(button).status_code in {200, 409}, button


def test_what_makes_no_sense_now_is_refused_by_its_code(box: Box) -> None:
    for button, code in (
        ("pause_resume", "nothing_runs"),
        ("plus1", "nothing_runs"),
        ("undo", "timer_nothing_to_undo"),
    ):
        reply = box.press(button)
        assert (reply.status_code, (reply.json or {})["error"]) == (409, code)


def test_an_unknown_button_names_the_known_ones(box: Box) -> None:
    reply = box.press("12")
    assert (reply.status_code, (reply.json or {})["error"]) == (404, "button_unknown")
    assert "pause_resume" in (reply.json or {})["message"]


def test_a_press_is_audited_by_the_name_of_the_box(box: Box) -> None:
    box.press("stop")
    with db.connection_context():
        assert AuditEntry.get(AuditEntry.action == "timer_card").who == "Stream Deck (host)"


def test_reading_presses_nothing(box: Box) -> None:
    assert box.client.get(f"/api/timer/press/{box.token}/stop").status_code == 405
    assert box.client.head(f"/api/timer/press/{box.token}/stop").status_code == 405


@pytest.mark.parametrize("role", [role for role in Role if role != Role.HOST])
def test_only_a_host_may_press(app: Flask, box: Box, role: Role) -> None:
    with db.connection_context():
        token = devices.issue_token(role, "Test")
    reply = box.press("stop", token)
    assert (reply.status_code, (reply.json or {})["error"]) == (403, "not_your_role")


def test_a_box_that_is_shut_out_presses_no_more(box: Box) -> None:
    with db.connection_context():
        device = devices.by_token(box.token)
        assert device is not None
        devices.revoke(device.id)
    assert box.press("stop").status_code == 401


def test_wrong_tokens_are_throttled_and_a_right_one_still_opens(box: Box) -> None:
    allowed = press_api.WRONG.amount
    statuses = [box.press("stop", f"guess{number}").status_code for number in range(allowed + 1)]
    assert statuses == [*[401] * allowed, 429]
    assert box.press("stop").status_code == 200


def test_a_browser_of_a_host_presses_nothing_without_the_token(app: Flask, box: Box) -> None:
    with db.connection_context():
        device = devices.admit(Role.HOST, "Динара", "127.0.0.1")
    with box.client.session_transaction() as session:
        session["device"] = device.id
    assert box.press("stop", "made-up").status_code == 401


def test_a_fault_writes_no_token_to_the_log(
    box: Box, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(press_api, "press", lambda *_: 1 // 0)
    with caplog.at_level(logging.DEBUG):
        assert box.press("stop").status_code == 500
    assert "fault at POST /api/timer/press/<token>/<button>" in caplog.text
    assert box.token not in caplog.text
