"""Ten commands at once from two phones end as the last one in order, on a real hub, twenty times."""

import json
import random
import uuid
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection
from threading import Barrier
from typing import Any

import pytest

from hub.access import Role
from tests.socket_page import SocketPage
from tests.speaker_timer.stage import StageHub

ROUNDS = 20
AT_ONCE = 10
SEED = 20261128
SHOWN = ("seq", "card", "message", "blackout", "anchor", "phase", "running", "flash")
State = dict[str, Any]


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StageHub]:
    stage = StageHub(tmp_path_factory.mktemp("phones"))
    with stage:
        for role in (Role.HOST, Role.ORGANISER):
            stage.token(role)
        stage.tap("start_next")
        yield stage


def command(chance: random.Random) -> tuple[str, dict[str, object]]:
    """A tap that is never refused."""
    taps: list[dict[str, object]] = [
        {"card": chance.choice(["10", "5", "stop", "questions", None])},
        {"card": "message", "text": f"Слово {chance.randrange(1000)}"},
        {"action": "blackout", "on": chance.random() < 0.5},
        {"action": "flash"},
    ]
    what = chance.choice(taps)
    return ("/api/timer/cards" if "card" in what else "/api/timer/actions"), {**what, "id": str(uuid.uuid4())}


def at_once(hub: StageHub, commands: list[tuple[str, dict[str, object]]]) -> list[State]:
    """Each over a connection of its own, five to a phone, let go at the same moment; the answers."""
    gate = Barrier(len(commands))
    tokens = [hub.token(role) for role in (Role.HOST, Role.ORGANISER)]

    def send(number: int) -> State:
        path, body = commands[number]
        line = HTTPConnection("127.0.0.1", hub.port, timeout=20)
        line.connect()
        headers = {"Authorization": f"Bearer {tokens[number % 2]}", "Content-Type": "application/json"}
        gate.wait(20)
        line.request("POST", path, json.dumps(body), headers)
        reply = line.getresponse()
        assert reply.status == 200
        state: State = json.loads(reply.read())
        line.close()
        return state

    with ThreadPoolExecutor(len(commands)) as threads:
        return list(threads.map(send, range(len(commands))))


def whole(state: State) -> State:
    return {name: state[name] for name in SHOWN}


def test_ten_commands_at_once_end_as_the_last_one_in_order(hub: StageHub) -> None:
    chance = random.Random(SEED)
    with SocketPage(hub.port, hub.token(Role.HOST)) as display:
        for _ in range(ROUNDS):
            before = hub.state()["seq"]
            commands = [command(chance) for _ in range(AT_ONCE)]
            answers = at_once(hub, commands)
            assert sorted(answer["seq"] for answer in answers) == list(range(before + 1, before + 1 + AT_ONCE))
            last = max(answers, key=lambda answer: int(answer["seq"]))
            assert whole(hub.state()) == whole(last)
            assert whole(last_of(display, last["seq"])) == whole(last)
            assert_last_wins(commands, answers, last)


def last_of(display: SocketPage, seq: int) -> State:
    """What a display holds once it has heard of this state: the newest of all, in whatever order they came."""
    held: State = {"seq": 0}
    while held["seq"] < seq:
        heard = display.wait_for("timer")
        held = heard if heard["seq"] >= held["seq"] else held
    return held


def assert_last_wins(commands: list[tuple[str, dict[str, object]]], answers: list[State], last: State) -> None:
    """The last card, and the last blackout, are those that were sent last in order."""
    in_order = sorted(zip(answers, commands, strict=True), key=lambda pair: int(pair[0]["seq"]))
    cards = [body["card"] for _, (_, body) in in_order if "card" in body]
    darks = [body["on"] for _, (_, body) in in_order if body.get("action") == "blackout"]
    if cards:
        assert last["card"] == cards[-1]
    if darks:
        assert last["blackout"] == darks[-1]


def test_a_tap_repeated_by_a_phone_that_heard_no_answer_is_done_once(hub: StageHub) -> None:
    tap = ("/api/timer/actions", {"action": "add", "seconds": 60, "id": str(uuid.uuid4())})
    before = hub.state()
    answers = at_once(hub, [tap] * AT_ONCE)
    assert {answer["seq"] for answer in answers} == {before["seq"] + 1}
    assert hub.state()["anchor"]["slot"] == before["anchor"]["slot"] + 60_000


def test_the_repeat_of_a_tap_that_was_done_in_time_is_told_so_however_late(hub: StageHub) -> None:
    state = hub.state()
    done = {"action": "add", "seconds": 60, "id": str(uuid.uuid4())}
    seq = hub.ask("POST", "/api/timer/actions", {**done, "until": state["now"] + 60_000})["seq"]
    assert hub.ask("POST", "/api/timer/actions", {**done, "until": state["now"] - 1})["seq"] == seq
