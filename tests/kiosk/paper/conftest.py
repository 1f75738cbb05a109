"""The organiser at the pages of badges and printers."""

import pytest
from flask import Flask

from hub.access import Role
from tests.page_visitor import Visitor


@pytest.fixture
def organising(app: Flask) -> Visitor:
    found = Visitor(app).sign_in(Role.ORGANISER)
    found.open("/badges")
    return found
