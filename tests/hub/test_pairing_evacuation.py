"""An evacuation on a screen that nobody has let in: strangers are told of it, and nothing that the team has written."""

import pytest
from flask import Flask

from hub.access import Actor, Role
from hub.announcements import telling
from hub.announcements.telling import Kind, Wish
from hub.database import db
from tests.page_visitor import Visitor

TYPED = "Дети у ворот, звоните Айгүл"


@pytest.mark.parametrize("path", ["/screen", "/timer/display", "/kiosk"])
def test_it_is_told_to_every_page_that_shows_a_code(app: Flask, path: str) -> None:
    screen = Visitor(app)
    screen.open(path)
    assert 'id="evacuation" role="alert" hidden' in screen.page
    assert screen.client.get("/pairing/state").json == {"state": "waiting", "evacuation": False}
    with db.connection_context():
        telling.tell(Wish("e", Kind.EVACUATION, TYPED), Actor(None, Role.MINDER, "Тимур Цой", "", ""))
    assert screen.client.get("/pairing/state").json == {"state": "waiting", "evacuation": True}
    screen.open(path)
    assert 'id="evacuation" role="alert">' in screen.page
    assert "Please leave the building calmly" in screen.text
    assert TYPED not in screen.page
