"""Twenty thousand malformed requests from the API's own description: no fault, no change, nothing leaked."""

import io
import json
import random
import sys
from urllib.parse import unquote_to_bytes

import pytest
from flask import Flask

from hub import devices
from hub.access import Role
from hub.box import EXTENSION
from hub.database import Record, db, rows
from kiosk.models import Attendee
from tests.malformed import Wrong, malformed, operations

REQUESTS = 20_000
CHUNKS = 8
SEED = 20261128
# Signs of the inside: code, paths, SQL.
INSIDE = (
    "traceback",
    'file "',
    ".py",
    "site-packages",
    "sqlite",
    "peewee",
    "psycopg",
    "select ",
    "insert into",
    "werkzeug",
)


def dump() -> dict[str, list[tuple[object, ...]]]:
    """Everything that the database holds."""
    with db.connection_context():
        return {str(table): rows(table.select()) for table in Record.__subclasses__()}


def environ(wrong: Wrong) -> dict[str, object]:
    """The request as a WSGI server hands it on."""
    path, _, query = wrong.path.encode("utf-8", "surrogatepass").decode("latin-1").partition("?")
    headers = {f"HTTP_{name.upper().replace('-', '_')}": value for name, value in wrong.headers.items()}
    return {
        **headers,
        "REQUEST_METHOD": wrong.method,
        "PATH_INFO": unquote_to_bytes(path.encode("latin-1")).decode("latin-1"),
        "QUERY_STRING": query or wrong.query,
        "CONTENT_TYPE": headers.pop("HTTP_CONTENT_TYPE", ""),
        "CONTENT_LENGTH": headers.pop("HTTP_CONTENT_LENGTH", str(len(wrong.body))),
        "SERVER_NAME": "hub",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "REMOTE_ADDR": "127.0.0.1",
        "wsgi.version": (1, 0),
        "wsgi.url_scheme": "http",
        "wsgi.input": io.BytesIO(wrong.body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def send(app: Flask, wrong: Wrong) -> tuple[int, str]:
    """The status and the text of the reply."""
    statuses: list[int] = []

    def start(status: str, headers: object, error: object = None) -> object:
        statuses.append(int(status.split()[0]))
        return None

    reply = app(environ(wrong), start)  # type: ignore[arg-type]
    text = b"".join(reply).decode()
    close = getattr(reply, "close", None)
    if close is not None:
        close()
    return statuses[-1], text


@pytest.fixture
def token(app: Flask, cast: dict[str, Attendee], monkeypatch: pytest.MonkeyPatch) -> str:
    """The organiser's token: what is refused is refused for its shape. A "seen" time is no change of state."""
    monkeypatch.setattr(devices, "SEEN_EVERY_MS", 10**12)
    with db.connection_context():
        return devices.issue_token(Role.ORGANISER, "Нұрлан")


@pytest.mark.parametrize("chunk", range(CHUNKS))
def test_malformed_requests_are_refused_and_change_nothing(app: Flask, token: str, chunk: int) -> None:
    chance = random.Random(SEED + chunk)
    client = app.test_client()
    description = client.get("/api/openapi.json", headers={"Authorization": f"Bearer {token}"}).json
    everything = operations(description or {})
    secrets = (token, app.extensions[EXTENSION].secret_key.hex(), str(app.extensions[EXTENSION].folder.root))
    before = dump()
    for _ in range(REQUESTS // CHUNKS):
        op = chance.choice(everything)
        wrong = malformed(op, chance, token)
        status, text = send(app, wrong)
        shown = (wrong, status, text[:300])
        assert 200 <= status < 500, shown
        assert status >= 400 or op.method == "GET", shown
        assert not wrong.routed or str(status) in op.described["responses"], shown
        assert not any(sign in text.lower() for sign in INSIDE) or op.path == "/api/openapi.json", shown
        assert not any(secret in text for secret in secrets), shown
        if status >= 400 and wrong.method != "HEAD":
            assert set(json.loads(text)) == {"error", "message"}, shown
    assert dump() == before
