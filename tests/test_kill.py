"""Acknowledged means durable: sixteen desks in full flight, the hub killed at a random moment, twenty times."""

import http.client
import json
import random
import sqlite3
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

from hub.access import Role
from tests.live_hub import LiveHub, answers

ROUNDS = 20
DESKS = 16
SEED = 20261128
LATEST_S = 0.4
PEOPLE = 8

Acknowledged = list[tuple[str, str]]


def register(hub: LiveHub, token: str) -> list[int]:
    """A few walk-ins, each with a name of their own; their numbers."""
    with closing(http.client.HTTPConnection("127.0.0.1", hub.port, timeout=10)) as line:
        return [ask(line, token, "/api/attendees", walk_in(number))["attendee"]["id"] for number in range(PEOPLE)]


def walk_in(number: int) -> dict[str, object]:
    """Айгүл Қасымқызы and her namesakes: told apart by company, phone and e-mail."""
    contacts = {"email": f"aigul{number}@example.com", "phone": f"+7 701 000 10 {number:02}"}
    person = {"surname": "Қасымқызы", "first_name": "Айгүл", "company": f"Алма {number}", "position": "Директор"}
    return {"id": str(uuid.uuid4()), "consent": True, **person, **contacts}


def ask(line: http.client.HTTPConnection, token: str, path: str, what: dict[str, object]) -> dict[str, dict[str, int]]:
    """POST JSON; its reply. Raises OSError or HTTPException when the hub is gone."""
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    line.request("POST", path, json.dumps(what), headers)
    reply = line.getresponse()
    body = reply.read()
    assert reply.status == 200, body
    answer: dict[str, dict[str, int]] = json.loads(body)
    return answer


def work(hub: LiveHub, token: str, people: list[int], desk: int) -> Acknowledged:
    """One desk lets people in and out until the hub is gone; what it was told of: (uuid, outcome)."""
    line = http.client.HTTPConnection("127.0.0.1", hub.port, timeout=10)
    told: Acknowledged = []
    try:
        while True:
            turn, event = len(told), str(uuid.uuid4())
            what = {"id": event, "attendee": people[(desk + turn) % len(people)], "kind": ("entry", "exit")[turn % 2]}
            verdict = ask(line, token, "/api/check-ins", what)
            told.append((event, str(verdict["outcome"])))
    except (OSError, http.client.HTTPException):
        return told
    finally:
        line.close()


def one_round(hub: LiveHub, token: str, people: list[int], moment: float) -> Acknowledged:
    """All desks at work, the hub killed after `moment` seconds; everything that was acknowledged."""
    with ThreadPoolExecutor(DESKS) as desks:
        jobs = [desks.submit(work, hub, token, people, desk) for desk in range(DESKS)]
        threading.Event().wait(moment)  # the desks work meanwhile
        hub.kill()
        return [line for job in jobs for line in job.result()]


def kept(folder: Path) -> tuple[str, dict[str, str], int]:
    """What the database says after the kill: its integrity, the log's outcomes by UUID, and the log's length."""
    base = sqlite3.connect(folder / "seminar.sqlite3")
    try:
        ((integrity,),) = base.execute("PRAGMA integrity_check").fetchall()
        log = base.execute("SELECT id, outcome FROM arrival").fetchall()
    finally:
        base.close()
    return integrity, dict(log), len(log)


def test_a_kill_at_any_moment_loses_no_acknowledged_check_in(live_hub: LiveHub) -> None:
    token = live_hub.token(Role.DESK)
    people = register(live_hub, token)
    told: Acknowledged = []
    for number in range(ROUNDS):
        moment = random.Random(SEED + number).uniform(0, LATEST_S)
        print(f"round {number}: seed {SEED + number}, killed after {moment:.3f} s, {len(told)} told before")
        told += one_round(live_hub, token, people, moment)
        integrity, log, length = kept(live_hub.folder)
        assert integrity == "ok"
        assert length == len(log)
        assert {event: log.get(event) for event, _ in told} == dict(told)
        live_hub.start_again()
        assert answers(f"{live_hub.url}/healthz")
    assert len(told) > ROUNDS, "the desks were at work"
