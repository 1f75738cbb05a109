"""The conventions that hold the house together: who may do what, how replies look, what the API says of itself."""

import re
import uuid
from collections.abc import Iterator
from typing import Any

import jsonschema_rs
import pytest
from flask import Flask, abort
from flask.testing import FlaskClient
from werkzeug.routing import Rule

from hub import access, devices
from hub.access import MARK, Role, UndeclaredAccessError
from hub.database import db, rows
from hub.headers import FIXED
from hub.models import Device, Seminar, SignInLink
from kiosk.models import Arrival, Attendee, Handout, Printer, PrintJob
from tests.conftest import client_as

CHANGING = {"POST", "PUT", "PATCH", "DELETE"}
Description = dict[str, Any]


def rules(app: Flask) -> Iterator[Rule]:
    """Every route but those of files."""
    return (rule for rule in app.url_map.iter_rules() if not rule.endpoint.endswith("static"))


def example(rule: Rule) -> str:
    """An address that this route answers."""
    one_of = re.sub(r"<any\((\w+)[^)]*\):\w+>", r"\1", rule.rule)
    return re.sub(r"<[^>]+>", "1", one_of)


def roles(app: Flask, rule: Rule) -> frozenset[Role] | None:
    """Whom a route names; None for everybody."""
    named: frozenset[Role] | None = vars(app.view_functions[rule.endpoint])[MARK]
    return named


@pytest.fixture
def description(organiser: FlaskClient) -> Description:
    """What the API says of itself."""
    return organiser.get("/api/openapi.json").json or {}


def test_a_route_that_declares_nobody_stops_the_start(app: Flask) -> None:
    app.view_functions["forgotten"] = lambda: "for anybody"
    with pytest.raises(UndeclaredAccessError, match="forgotten"):
        access.demand_declared(app)


def test_only_the_way_in_is_public(app: Flask) -> None:
    public = {rule.rule for rule in rules(app) if roles(app, rule) is None}
    tickets = {"/ticket/<code>", "/ticket/<code>.png"}  # whoever holds the code holds the ticket
    screens = {"/timer/display", "/pairing/state", "/timer/watch/<token>"}  # a code to be let in by; a speaker's link
    alone = {"/pairing/away", "/pairing/worker.js"}  # what a device shows without the hub: no code, no name
    buttons = {"/api/timer/press/<token>/<button>"}  # a button box: the token in the address is its bearer token
    way = {"/route", "/route/photos/<name>"}  # a QR on paper leads there
    signs = {"/screen", "/screen/worker.js", "/kiosk"}  # a code to be let in by; a script that holds nothing
    own_phone = {"/register/<token>"}  # a QR on a kiosk's screen leads there: the token in the address is signed
    known = {"/sign-in", "/enter/<token>", "/language", "/healthz"}
    assert public == known | tickets | screens | alone | buttons | way | signs | own_phone


def test_strangers_are_turned_away_from_every_other_route(app: Flask) -> None:
    client = app.test_client()
    for rule in rules(app):
        if roles(app, rule) is None:
            continue
        for method in (rule.methods or set()) & (CHANGING | {"GET"}):
            status = client.open(example(rule), method=method).status_code
            assert status in {401, 302}, (method, rule.rule, status)


@pytest.mark.parametrize("role", list(Role))
def test_every_route_refuses_the_roles_it_does_not_name(app: Flask, role: Role) -> None:
    client = client_as(app, role)
    for rule in rules(app):
        named = roles(app, rule)
        if named is not None and role not in named:
            for method in (rule.methods or set()) & (CHANGING | {"GET"}):
                assert client.open(example(rule), method=method).status_code == 403, (method, rule.rule)


def test_every_changing_route_refuses_get(app: Flask) -> None:
    readers = {rule.rule for rule in rules(app) if "GET" in (rule.methods or set())}
    client = client_as(app, Role.ORGANISER)
    for rule in rules(app):
        if CHANGING & (rule.methods or set()) and rule.rule not in readers:
            assert client.get(example(rule)).status_code == 405, rule.rule


@pytest.mark.usefixtures("cast")
def test_reading_changes_nothing(app: Flask, organiser: FlaskClient, monkeypatch: pytest.MonkeyPatch) -> None:
    def state() -> tuple[object, ...]:
        with db.connection_context():
            tables = (Attendee, Arrival, Handout, PrintJob, Printer, Seminar, Device, SignInLink)
            return tuple(rows(table.select().order_by(table._meta.primary_key)) for table in tables)

    monkeypatch.setattr(devices, "SEEN_EVERY_MS", 10**12)
    before = state()
    for rule in rules(app):
        if "GET" in (rule.methods or set()):
            assert organiser.get(example(rule)).status_code < 500, rule.rule
    assert state() == before


def test_security_headers_are_on_every_kind_of_reply(app: Flask, desk: FlaskClient) -> None:
    app.add_url_rule("/broken", "broken", view_func=access.public(lambda: abort(500)))
    app.add_url_rule("/fault", "fault", view_func=access.public(lambda: str(1 // 0)))
    stranger = app.test_client()
    replies = [
        (stranger.get("/healthz"), 200),
        (stranger.get("/sign-in"), 200),
        (stranger.get("/"), 302),
        (stranger.get("/nowhere"), 404),
        (stranger.get("/api/nowhere"), 404),
        (stranger.get("/api/desk"), 401),
        (stranger.get("/static/hub/app.css"), 200),
        (stranger.get("/static/nothing.css"), 404),
        (desk.post("/healthz"), 405),
        (stranger.post("/sign-in"), 400),
        (desk.post("/api/check-ins", data="{"), 422),
        (desk.get("/setup"), 403),
        (stranger.get("/broken"), 500),
        (stranger.get("/fault"), 500),
    ]
    for reply, status in replies:
        assert (reply.request.path, reply.status_code) == (reply.request.path, status)
        assert {name: reply.headers.get(name) for name in FIXED} == FIXED, reply.request.path
        assert "Server" not in reply.headers
        reply.close()


def test_no_inline_script_or_style_is_allowed() -> None:
    policy = FIXED["Content-Security-Policy"]
    assert "unsafe-inline" not in policy
    assert "'unsafe-eval'" not in policy
    assert "frame-ancestors 'none'" in policy


def test_pages_and_data_are_never_cached(desk: FlaskClient) -> None:
    for path in ("/desk", "/api/desk", "/api/attendees", "/sign-in"):
        assert desk.get(path).headers["Cache-Control"] == "no-store", path


def test_a_session_needs_the_csrf_token_and_a_bearer_does_not(app: Flask, cast: dict[str, Attendee]) -> None:
    scan = {"id": str(uuid.uuid4()), "attendee": cast["aigul"].id}
    client = signed_in(app)
    assert client.post("/api/check-ins", json=scan).status_code == 400
    assert client.post("/api/check-ins", json=scan, headers={"X-CSRFToken": "forged"}).status_code == 400
    page = client.get("/desk").text
    token = re.search(r'csrf[^>]*(?:content|value)="([^"]+)"', page)
    assert token is not None
    assert client.post("/api/check-ins", json=scan, headers={"X-CSRFToken": token[1]}).status_code == 200
    bearer = client_as(app, Role.DESK)
    assert bearer.post("/api/check-ins", json={**scan, "id": str(uuid.uuid4())}).status_code == 200


def test_a_session_beside_a_bad_bearer_is_not_taken(app: Flask, cast: dict[str, Attendee]) -> None:
    scan = {"id": str(uuid.uuid4()), "attendee": cast["aigul"].id}
    headers = {"Authorization": "Bearer made-up"}
    assert signed_in(app).post("/api/check-ins", json=scan, headers=headers).status_code == 401


def signed_in(app: Flask) -> FlaskClient:
    """A browser at the desk."""
    with db.connection_context():
        device = devices.admit(Role.DESK, "Динара", "127.0.0.1")
    client = app.test_client()
    with client.session_transaction() as session:
        session["device"] = device.id
    return client


def test_every_api_route_is_described_and_nothing_else(app: Flask, description: Description) -> None:
    real = {
        (re.sub(r"<(?:int:)?(\w+)>", r"{\1}", rule.rule), method.lower())
        for rule in rules(app)
        if rule.rule.startswith("/api/") and rule.rule != "/api/openapi.json"
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
    }
    described = {(path, method) for path, methods in description["paths"].items() for method in methods}
    assert described == real


def fits(description: Description, path: str, method: str, reply: Any) -> None:
    """Assert that a reply is as described."""
    answer = description["paths"][path][method]["responses"][str(reply.status_code)]
    schema = answer["content"]["application/json"]["schema"]
    jsonschema_rs.validate({**schema, "components": description["components"]}, reply.json)


def test_replies_are_as_described(app: Flask, description: Description, cast: dict[str, Attendee]) -> None:
    desk = client_as(app, Role.DESK)
    number = cast["aigul"].id

    def fresh(**what: object) -> dict[str, object]:
        return {"id": str(uuid.uuid4()), "attendee": number, **what}

    asked: list[tuple[str, str, dict[str, object] | None]] = [
        ("post", "/api/check-ins", fresh()),
        ("post", "/api/check-ins", fresh()),
        ("post", "/api/check-ins", fresh(kind="exit")),
        ("post", "/api/check-ins", fresh(kind="undo", reason="ошибка")),
        ("post", "/api/check-ins", {"id": str(uuid.uuid4()), "code": "?"}),
        ("post", "/api/check-ins", fresh(attendee=999)),
        ("post", "/api/check-ins", {}),
        ("get", "/api/attendees", None),
        ("get", "/api/attendees/{attendee}", None),
        ("patch", "/api/attendees/{attendee}", {"note": "у окна"}),
        ("post", "/api/attendees/{attendee}/standing", {"standing": "barred", "because": "student"}),
        ("post", "/api/handouts", fresh(item="pack", action="given")),
        ("post", "/api/badges", fresh()),
        ("get", "/api/attendance", None),
        ("get", "/api/desk", None),
        ("post", "/api/desk/station", {"station": "Стол 1"}),
    ]
    for method, path, body in asked:
        reply = desk.open(path.replace("{attendee}", str(number)), method=method.upper(), json=body)
        fits(description, path, method, reply)
