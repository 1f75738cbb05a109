"""The house for tests: a seminar in a fresh folder, its application, and the same five people everywhere."""

import shutil
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from playwright.sync_api import Browser

from hub import devices, seminar
from hub.access import Actor, Role
from hub.app import create_app, open_folder
from hub.database import db
from hub.settings import Settings
from kiosk.models import Attendee
from kiosk.walk_ins import WalkIn, register
from tests import postgresql, print_service
from tests.browser import launch
from tests.live_hub import LiveHub

HERE = Path(__file__).resolve().parent
CAST = {
    "aigul": ("Қасымқызы", "Айгүл", "ТОО «Алма Трейд»", "Директор", "aigul@example.com", "+7 701 000 00 01"),
    "timur": ("Цой", "Тимур", "ИП Серикова", "РОП", "timur@example.com", "+7 701 000 00 02"),
    "utkir": ("Saidov", "Oʻtkir", "MCHJ «Samarqand Savdo»", "Rahbar", "utkir@example.com", "+998 90 000 00 03"),
    "olga": ("Ёлкина-Берёзкина", "Ольга", "ОсОО Бишкек Мебель", "Бухгалтер", "olga@example.com", "+996 555 000 004"),
    "nurlan": ("Әбдіқадыров", "Нұрлан", "ТОО «ЖҰЛДЫЗ-2000»", "Менеджер", "nurlan@example.com", "+7 777 000 00 05"),
}
FIELDS = ("surname", "first_name", "company", "position", "email", "phone")

TESTER = Actor(None, Role.DESK, "Динара", "Стол 1", "127.0.0.1")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without the programs of PostgreSQL or CUPS their tests are left out, and counted as such.

    Tests of the whole box take longest and come first: so no process waits for another at the end.
    """
    items.sort(key=lambda item: item.path.parent != HERE)
    absent = {"postgresql": postgresql.programs() is None, "cups": print_service.program() is None}
    for mark in (name for name, is_absent in absent.items() if is_absent):
        left_out = [item for item in items if item.get_closest_marker(mark)]
        config.hook.pytest_deselected(items=left_out)
        items[:] = [item for item in items if item not in left_out]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of this process."""
    opened = launch()
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def browser(chromium: Browser) -> Iterator[Browser]:
    """The browser; whatever a module has opened in it is closed after it."""
    yield chromium
    for context in chromium.contexts:
        context.close()


@pytest.fixture(scope="session")
def postgresql_server() -> Iterator[str]:
    """One PostgreSQL for all tests of this process."""
    with postgresql.cluster() as url:
        yield url


@pytest.fixture
def settings(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Settings]:
    """A box whose folder is this test's own; on PostgreSQL where a module asks for `both_databases`."""
    url = None
    if getattr(request, "param", "sqlite") == "postgresql":
        url = postgresql.empty_database(request.getfixturevalue("postgresql_server"))
    yield Settings(data=tmp_path / "data", database_url=url)
    if db.obj is not None:
        db.obj.close_all()


@pytest.fixture(scope="session")
def blank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with empty tables, to be copied: to make them takes as long as the rest of a test."""
    folder = tmp_path_factory.mktemp("blank") / "data"
    open_folder(Settings(data=folder))
    db.obj.close_all()
    return folder


@pytest.fixture
def app(settings: Settings, blank: Path) -> Flask:
    """The application of a fresh seminar."""
    if settings.database_url is None:
        shutil.copytree(blank, settings.data)
    open_folder(settings)
    with db.connection_context():
        seminar.begin(title="Продажи без потерь", date="2026-11-28", place="Алматы", capacity=50)
    return create_app(settings)


@pytest.fixture
def database(app: Flask) -> Iterator[None]:
    """An open connection, for tests of verbs."""
    with app.app_context(), db.connection_context():
        yield


def client_as(app: Flask, role: Role) -> FlaskClient:
    """A client that bears a token of this role."""
    with db.connection_context():
        token = devices.issue_token(role, f"Test {role}")
    client = app.test_client()
    client.environ_base["HTTP_AUTHORIZATION"] = f"Bearer {token}"
    return client


@pytest.fixture
def desk(app: Flask) -> FlaskClient:
    """The desk manager's client."""
    return client_as(app, Role.DESK)


@pytest.fixture
def organiser(app: Flask) -> FlaskClient:
    """The organiser's client."""
    return client_as(app, Role.ORGANISER)


@pytest.fixture
def cast(app: Flask) -> dict[str, Attendee]:
    """The five people, registered and not yet here."""
    with app.app_context(), db.connection_context():
        return {
            name: register(
                WalkIn(str(uuid.uuid4()), dict(zip(FIELDS, line, strict=True)), consent=True), TESTER
            ).attendee
            for name, line in CAST.items()
        }


@pytest.fixture
def live_hub(tmp_path: Path) -> Iterator[LiveHub]:
    """A real hub of this test's own, served on the loopback."""
    with LiveHub(tmp_path / "live") as hub:
        yield hub
