"""The desk page of a real hub in a real browser: signing in, scanning, and people on the list."""

import json
import sqlite3
import uuid
from contextlib import closing
from typing import Any
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from hub.access import Role
from tests.conftest import CAST, FIELDS
from tests.live_hub import LiveHub
from tests.typist import Typist

Person = dict[str, Any]


def ask(hub: LiveHub, method: str, path: str, body: object = None) -> Any:
    """The hub's JSON reply to a desk with a token; a refusal raises HTTPError."""
    request = Request(
        hub.url + path,
        method=method,
        data=None if body is None else json.dumps(body).encode(),
        headers={"Authorization": f"Bearer {hub.token(Role.DESK)}", "Content-Type": "application/json"},
    )
    with urlopen(request, timeout=10) as reply:
        return json.load(reply)


def put_on_the_list(hub: LiveHub, *names: str) -> dict[str, Person]:
    """Register these of the five people; nobody has come yet."""
    return {
        name: ask(
            hub,
            "POST",
            "/api/attendees",
            {"id": str(uuid.uuid4()), **dict(zip(FIELDS, CAST[name], strict=True)), "consent": True},
        )["attendee"]
        for name in names
    }


def empty_the_list(hub: LiveHub) -> None:
    """As before the import: a new seminar without the seconds that a new hub takes."""
    with closing(sqlite3.connect(hub.folder / "seminar.sqlite3", timeout=10)) as base, base:
        for table in ("handout", "printjob", "arrival", "searchtoken", "identity", "attendee"):
            base.execute(f"DELETE FROM {table}")


def check_in(hub: LiveHub, person: Person, **more: object) -> Any:
    """Somebody is checked in at another desk."""
    return ask(
        hub,
        "POST",
        "/api/check-ins",
        {"id": str(uuid.uuid4()), "attendee": person["id"], "station": "Стол 2", **more},
    )


class Desk:
    """A desk manager at a browser, at a desk of this name."""

    def __init__(self, browser: Browser, hub: LiveHub, station: str = "Стол 1", **options: Any) -> None:
        self.context: BrowserContext = browser.new_context(base_url=hub.url, timezone_id="UTC", **options)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto("/sign-in?next=/desk")
        self.page.locator("[name=name]").fill("Динара")
        self.page.locator("[name=pin]").fill(hub.pins[Role.DESK])
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/desk")
        self.page.locator(f"#stations button[value='{station}']").click()
        self.connected()
        self.typist = Typist(self.page)

    @property
    def search(self) -> Locator:
        return self.page.locator("#q")

    @property
    def rows(self) -> Locator:
        return self.page.locator("#results [role=row]")

    def connected(self) -> None:
        """Wait until the live channel stands."""
        expect(self.page.locator("#link")).to_have_attribute("data-state", "on", timeout=15_000)
        expect(self.page.locator("[data-figure=registered]").first).not_to_have_text("–")

    def scan(self, code: str) -> None:
        """The scanner, half a minute after the last key."""
        self.typist.wait(30)
        self.typist.scan(code)

    def verdict(self, kind: str) -> Locator:
        """The verdict on the screen, once it is of this kind."""
        shown = self.page.locator(f".verdict[data-kind={kind}]")
        expect(shown).to_be_visible()
        return shown

    def card(self, code: str) -> Locator:
        """The card of somebody who comes in by this ticket, once the hub has filled it in."""
        self.scan(code)
        self.verdict("admitted")
        self.page.keyboard.press("Alt+c")
        card = self.page.locator("#card")
        expect(card.locator("[name=email]")).not_to_have_value("")
        return card

    def figure(self, name: str) -> Locator:
        return self.page.locator(f"[data-figure={name}]").first
