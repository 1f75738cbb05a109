"""Acknowledged means durable: two hosts tap and show cards, the hub is killed at a random moment, ten times."""

import http.client
import itertools
import json
import random
import sqlite3
import threading
import time
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hub.access import Role
from tests.speaker_timer.stage import StageHub

ROUNDS = 10
SEED = 20261128
LATEST_S = 0.4
PATIENCE_S = 30
ERROR_MS = 100
WHOLE = ("seq", "card", "message", "blackout", "anchor", "running", "phase")


@dataclass(frozen=True, slots=True)
class Told:
    """An answer of the hub, and between which moments of time.perf_counter() it was made."""

    tap: str
    state: dict[str, Any]
    asked: float
    at: float


@dataclass(slots=True)
class Phone:
    """A host's phone: one connection, one tap at a time."""

    hub: StageHub
    line: http.client.HTTPConnection

    def ask(self, path: str, body: dict[str, object] | None = None) -> Told:
        """The state. Raises OSError or HTTPException when the hub is gone."""
        headers = {"Authorization": f"Bearer {self.hub.token(Role.HOST)}", "Content-Type": "application/json"}
        asked = time.perf_counter()
        self.line.request("POST" if body else "GET", path, json.dumps(body) if body else None, headers)
        reply = self.line.getresponse()
        text = reply.read()
        assert reply.status == 200, text
        return Told(str((body or {}).get("id", "")), json.loads(text), asked, time.perf_counter())


def phone(hub: StageHub) -> Phone:
    return Phone(hub, http.client.HTTPConnection("127.0.0.1", hub.port, timeout=10))


def taps(chance: random.Random) -> Iterator[tuple[str, dict[str, object]]]:
    """What a nervous host does to a talk that runs; nothing of it can be refused.

    Whoever gives a minute takes it away again: however many taps a machine manages, the talk stays a talk.
    """
    for minutes in itertools.cycle((1, -1)):
        what: dict[str, object] = chance.choice(
            [
                {"card": chance.choice(["10", "5", "stop", None])},
                {"card": "message", "text": f"Слово {chance.randrange(99)}"},
                {"action": "blackout", "on": chance.random() < 0.5},
                {"action": "flash"},
            ]
        )
        yield "/api/timer/actions", {"action": "add", "seconds": 60 * minutes, "id": str(uuid.uuid4())}
        yield ("/api/timer/cards" if "card" in what else "/api/timer/actions"), {**what, "id": str(uuid.uuid4())}


def work(hub: StageHub, seed: int, at_work: threading.Event) -> list[Told]:
    """One host at work until the hub is gone; all that was acknowledged."""
    told: list[Told] = []
    mine = phone(hub)
    with closing(mine.line):
        try:
            for path, body in taps(random.Random(seed)):
                told.append(mine.ask(path, body))
                at_work.set()
        except (OSError, http.client.HTTPException):
            return told
    raise AssertionError("a host never stops by herself")


def one_round(hub: StageHub, number: int) -> list[Told]:
    """Two hosts at work, the hub killed after a while; what they were told, in order."""
    moment = random.Random(SEED + number).uniform(0, LATEST_S)
    at_work = threading.Event()
    with ThreadPoolExecutor(2) as hosts:
        jobs = [hosts.submit(work, hub, SEED + 2 * number + host, at_work) for host in range(2)]
        begun = at_work.wait(PATIENCE_S)
        threading.Event().wait(moment)  # the hosts work meanwhile
        hub.kill()
        assert begun, "nothing was acknowledged"
        return sorted((line for job in jobs for line in job.result()), key=lambda told: int(told.state["seq"]))


def rows(folder: Path) -> dict[str, int]:
    """Every change that the database holds: its number by its tap."""
    with closing(sqlite3.connect(folder / "seminar.sqlite3")) as base:
        ((integrity,),) = base.execute("PRAGMA integrity_check").fetchall()
        assert integrity == "ok"
        return dict(base.execute("SELECT id, seq FROM timerchange").fetchall())


def left_wrong(first: Told, now: Told) -> float:
    """By how much the time left is wrong, ms, beyond what the requests took: the time between counts, taps as well."""
    targets = [told.state["anchor"]["target"] for told in (first, now)]
    gone = (first.state["remaining_ms"] - now.state["remaining_ms"]) + targets[1] - targets[0]
    most, least = (now.at - first.asked) * 1000, (now.asked - first.at) * 1000
    return float(max(0.0, least - gone, gone - most))


def test_a_kill_at_any_moment_loses_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    with StageHub(tmp_path / "hub") as hub:
        hub.tap("start_next")
        first = _look(hub)
        for number in range(ROUNDS):
            told = one_round(hub, number)
            kept = rows(hub.folder)
            print(f"round {number}: {len(told)} acknowledged, {len(kept)} kept")
            assert {line.tap: line.state["seq"] for line in told}.items() <= kept.items()
            hub.start_again()
            now = _look(hub)
            assert now.state["seq"] == max(kept.values())
            if told and told[-1].state["seq"] == now.state["seq"]:
                assert _whole(now.state) == _whole(told[-1].state)
            assert left_wrong(first, now) < ERROR_MS
            assert not now.state["clock_doubted"]


def _look(hub: StageHub) -> Told:
    mine = phone(hub)
    with closing(mine.line):
        return mine.ask("/api/timer")


def _whole(state: dict[str, Any]) -> dict[str, Any]:
    items = [(item["id"], item["started"], item["ended"], item["length"]) for item in state["rundown"]]
    return {**{name: state[name] for name in WHOLE}, "items": items}
