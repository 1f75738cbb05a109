"""docs/timer-api.md never lies: every example of it is run, in order, against the hub."""

import json
import os
import re
import shlex
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

import pytest
from click.testing import CliRunner
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hub import cli, devices
from hub.access import Role
from hub.database import db
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from hub.settings import Settings
from speaker_timer import telling, timer
from speaker_timer.actions import Action
from speaker_timer.button_presses import Button
from speaker_timer.webhooks.posts import PostTrouble, post
from tests.live_hub import ROOT

DOCUMENT = (ROOT / "docs" / "timer-api.md").read_text("utf-8")
BLOCK = re.compile(r"^```(\w+)?([^\n]*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
HUB = "http://hub"
PATIENCE_S = 30.0


@dataclass(frozen=True)
class Block:
    """A fenced block: its language, what else stands beside it, its text."""

    language: str
    about: str
    text: str


def blocks(language: str = "") -> list[Block]:
    found = [Block(kind or "", about.strip(), text) for kind, about, text in BLOCK.findall(DOCUMENT)]
    return [block for block in found if not language or block.language == language]


@pytest.fixture
def client(app: Flask) -> FlaskClient:
    """A client on a day with two talks and a break."""
    with db.connection_context():
        ProgrammeItem.create(
            start="10:00", end="10:40", kind=Kind.TALK, title="Продажи без потерь", speaker="Айгүл Қасымқызы"
        )
        ProgrammeItem.create(start="10:40", end="11:10", kind=Kind.TALK, title="Команда", speaker="Тимур Цой")
        ProgrammeItem.create(start="11:10", end="11:40", kind=Kind.BREAK, title="Кофе-брейк")
        ProgrammeItem.create(start="11:40", end="12:10", kind=Kind.WORKSHOP, title="Воронка", speaker="Oʻtkir Saidov")
    return app.test_client()


class Reader:
    """Somebody who types the examples as they stand."""

    def __init__(self, client: FlaskClient) -> None:
        self.client = client
        self.token = ""
        self.last: TestResponse | None = None

    def shell(self, line: str) -> None:
        words = shlex.split(line.replace("$HUB", HUB).replace("$TOKEN", self.token))
        if words[0] == "kiosk":
            done = CliRunner().invoke(cli.build(), words[1:])
            assert done.exit_code == 0, done.output
            self.token = done.output.split()[-1]
        else:
            assert words[0] == "curl"
            self.curl(words[1:])

    def curl(self, words: list[str]) -> None:
        rest = iter(words)
        method, url, body = "", "", None
        headers: dict[str, str] = {}
        for word in rest:
            if word == "-X":
                method = next(rest)
            elif word == "-H":
                name, _, value = next(rest).partition(": ")
                headers[name] = value
            elif word == "-d":
                body = next(rest)
            else:
                url = word
        assert url.startswith(HUB + "/"), url
        self.send(method or ("POST" if body else "GET"), url.removeprefix(HUB), headers, body, 200)

    def http(self, text: str, status: int) -> None:
        head, _, body = text.partition("\n\n")
        first, *lines = head.replace("TOKEN", self.token).split("\n")
        method, path = first.split()
        headers = dict(line.split(": ", 1) for line in lines)
        self.send(method, path, headers, body.strip() or None, status)

    def send(self, method: str, path: str, headers: dict[str, str], body: str | None, status: int) -> None:
        self.last = self.client.open(path, method=method, headers=headers, data=body)
        assert self.last.status_code == status, (method, path, self.last.text)

    @property
    def answer(self) -> Any:
        assert self.last is not None
        return self.last.json


def commands(text: str) -> list[str]:
    """The lines of a shell block, those that go on joined."""
    return text.replace("\\\n", " ").strip().split("\n")


def fits(shown: Any, real: Any, where: str = "") -> None:
    """What is shown is part of what is: the same names, and values of the same kind."""
    if isinstance(shown, dict) and isinstance(real, dict):
        assert shown.keys() <= real.keys(), where
        for name, value in shown.items():
            fits(value, real[name], f"{where}.{name}")
    else:
        assert type(shown) is type(real), where


def test_every_example_works_as_it_stands(client: FlaskClient, settings: Settings, monkeypatch: Any) -> None:
    monkeypatch.setenv("KIOSK_DATA", str(settings.data))
    reader = Reader(client)
    shown = blocks()
    for block, following in zip(shown, [*shown[1:], Block("", "", "")], strict=True):
        refused = re.fullmatch(r"refused (\d+)", following.about)
        if block.language == "sh":
            for line in commands(block.text):
                reader.shell(line)
        elif block.language == "http":
            reader.http(block.text, int(refused[1]) if refused else 200)
        elif block.language == "json" and block.about != "message":
            fits(json.loads(block.text), reader.answer)
            if block.about:
                assert json.loads(block.text)["error"] == reader.answer["error"]


def test_there_is_something_to_run() -> None:
    assert len([line for block in blocks("sh") for line in commands(block.text)]) > 20
    assert len(blocks("http")) == 3
    assert len(blocks("json")) == 3


def test_the_message_shown_is_part_of_a_real_one(app: Flask, client: FlaskClient) -> None:
    with db.connection_context():
        headers = {"Authorization": f"Bearer {devices.issue_token(Role.HOST, 'Stream Deck')}"}
    client.post("/api/timer/actions", json={"action": "start_next"}, headers=headers)
    client.post("/api/timer/cards", json={"card": "10"}, headers=headers)
    shown = next(block for block in blocks("json") if block.about == "message")
    with app.app_context(), db.connection_context():
        fits(json.loads(shown.text), json.loads(telling.told(timer.current()).model_dump_json()))


def test_every_action_and_button_is_named() -> None:
    for name in [*Action, *Button, "undo", "blackout", "flash"]:
        assert f"`{name}`" in DOCUMENT, name


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return int(probe.getsockname()[1])


@pytest.fixture
def receiver(tmp_path: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """The receiver of the document at work: its address and its process."""
    port = free_port()
    program = blocks("python")[0].text
    assert program.count('("0.0.0.0", 9000)') == 1
    assert len([line for line in program.split("\n") if line.strip()]) <= 15
    here = program.replace('("0.0.0.0", 9000)', f'("127.0.0.1", {port})')
    running = subprocess.Popen(
        [sys.executable, "-c", here],
        env={**os.environ, "SECRET": "тайна"},
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    yield f"http://127.0.0.1:{port}/timer", running
    running.kill()
    running.communicate()


def test_the_receiver_takes_what_is_genuine_and_nothing_else(
    receiver: tuple[str, "subprocess.Popen[str]"],
) -> None:
    url, running = receiver
    assert deliver(url, "тайна") == ""
    assert deliver(url, "чужая тайна") == "status 403"
    assert running.stdout is not None
    assert running.stdout.readline() == "card 10\n"


def deliver(url: str, secret: str) -> str:
    """Send a message, once somebody listens; what the trouble was. A busy machine starts its programs slowly."""
    ends, pause = time.monotonic() + PATIENCE_S, Event()
    while time.monotonic() < ends:
        try:
            post(url, secret, "card", b'{"card": "10"}', limit_s=PATIENCE_S)
        except PostTrouble as trouble:
            if trouble.code != "refused":
                return f"{trouble.code} {trouble.status}"
            pause.wait(0.02)
        else:
            return ""
    return "refused"
