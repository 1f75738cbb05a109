"""A route to print, who prints it, and drawing without another process."""

import pytest
from flask import Flask

from hub.access import Role
from hub.box import EXTENSION
from hub.database import db
from hub.folder import Folder
from signage import route
from signage.arrows import Arrow
from signage.models import RoutePoint
from signage.paper import pdf_wish
from signage.paper.pdf import draw
from signage.paper.pdf_wish import PdfWish
from signage.route import Means
from tests.page_visitor import Visitor
from tests.signage.way import add


@pytest.fixture
def drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """A process for each file takes seconds to start; one test of each kind lets it."""
    apart = pdf_wish.pdf

    def pdf(wish: PdfWish) -> bytes:
        return draw(wish.sheets, wish.title, wish.language) if wish.sheets else apart(wish)

    monkeypatch.setattr(pdf_wish, "pdf", pdf)


@pytest.fixture
def points(app: Flask) -> list[RoutePoint]:
    """A door, a screen, stairs with another way to the coffee, and the desk."""
    with app.app_context(), db.connection_context():
        route.begin("Стол регистрации", None)
        add("Главный вход", Arrow.DOOR)
        add("Холл", Arrow.RIGHT, means=Means.SCREEN)
        add("Лестница", Arrow.STAIRS_UP, text="Лифт не работает", coffee_arrow=Arrow.LEFT, floor="1")
        return route.points()


@pytest.fixture
def visitor(app: Flask, points: list[RoutePoint]) -> Visitor:
    return Visitor(app).sign_in(Role.MINDER)


@pytest.fixture
def folder(app: Flask) -> Folder:
    found: Folder = app.extensions[EXTENSION].folder
    return found
