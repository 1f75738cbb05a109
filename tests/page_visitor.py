"""A person with a browser, without the browser: cookies, the token of the last page, English texts."""

import html
import re

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from hub import pins, seminar
from hub.access import STAFF, Role
from hub.box import EXTENSION, Hub
from hub.database import db

_TOKEN = re.compile(r'name="csrf_token" value="([^"]+)"')
_TAGS = re.compile(r"<[^>]+>")


class Visitor:
    """Opens pages and sends their forms. `text` is what the last page says, without its tags."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()
        self.app = app
        self.token = ""
        self.page = ""

    @property
    def text(self) -> str:
        return " ".join(html.unescape(_TAGS.sub(" ", self.page)).split())

    def open(self, path: str, *, follow: bool = False) -> TestResponse:
        """GET, in English."""
        return self._keep(
            self.client.get(path, query_string={"lang": "en"} if "?" not in path else None, follow_redirects=follow)
        )

    def send(self, path: str, **fields: str) -> TestResponse:
        """POST the fields with the token of the last page; redirects are not followed."""
        return self._keep(
            self.client.post(path, query_string={"lang": "en"}, data={"csrf_token": self.token, **fields})
        )

    def sign_in(self, role: Role, name: str = "Динара") -> "Visitor":
        """Through the door, by the role's PIN."""
        self.open("/sign-in")
        self.send("/sign-in", name=name, pin=pin_of(self.app, role))
        # The language of a person is kept with the session: everything after redirects is English, too.
        self.open("/")
        self.send("/language", language="en", next="/")
        return self

    def _keep(self, reply: TestResponse) -> TestResponse:
        self.page = reply.get_data(as_text=True)
        found = _TOKEN.search(self.page)
        self.token = found[1] if found else self.token
        return reply


def pin_of(app: Flask, role: Role) -> str:
    """The PIN that the hub prints for this role."""
    hub: Hub = app.extensions[EXTENSION]
    with db.connection_context():
        return pins.pins(hub.secret_key, seminar.current().pin_generation)[role]


def wrong_pin(app: Flask) -> str:
    """Six digits that are nobody's PIN."""
    taken = {pin_of(app, role) for role in STAFF}
    return next(pin for pin in ("000000", "111111", "222222", "333333", "444444", "555555") if pin not in taken)
