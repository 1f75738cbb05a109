"""A hub with a programme around this moment, hosts who tap, and displays let in as at the venue."""

import json
import uuid
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, BrowserContext, Page, expect

from hub import seminar
from hub.access import Role
from hub.programme.kinds import Kind
from hub.programme.models import ProgrammeItem
from tests.live_hub import LiveHub
from tests.waiting import until

TITLE = "Продажи без потерь"
PATIENCE_MS = 15_000
# From when to when, in minutes from now; the cards of a spoken item go at their usual times.
PROGRAMME: tuple[tuple[int, int, Kind, str, str, str], ...] = (
    (-30, 0, Kind.REGISTRATION, "Регистрация слушателей", "", ""),
    (0, 30, Kind.PRODUCT_TALK, "Куда уходят заявки", "Айгүл Қасымқызы", "ТОО «Алма Трейд»"),
    (30, 60, Kind.TALK, "Как не терять клиентов между отделами", "Тимур Цой", "ИП Серикова"),
    (60, 90, Kind.BREAK, "Кофе-брейк", "", ""),
    (90, 130, Kind.WORKSHOP, "Настройка воронки за сорок минут", "Oʻtkir Saidov", "MCHJ «Samarqand Savdo»"),
    (130, 145, Kind.QUESTIONS, "Ответы на вопросы", "", ""),
)
# A display before anybody's browser: its figure or its words are on the glass.
SHOWN = "#figure:not(:empty), #big:not(:empty)"


class StageHub(LiveHub):
    """`kiosk serve` on the day of a seminar whose first talk may begin now."""

    def __enter__(self) -> "StageHub":
        with self.tables():
            plan_the_day()
        self.start()
        return self

    def ask(self, method: str, path: str, body: object = None, role: Role = Role.HOST) -> Any:
        """The hub's JSON reply to somebody of this role; a refusal raises HTTPError."""
        request = Request(
            self.url + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Authorization": f"Bearer {self.token(role)}", "Content-Type": "application/json"},
        )
        with urlopen(request, timeout=10) as reply:
            return json.load(reply)

    def state(self) -> Any:
        """How the timer stands."""
        return self.ask("GET", "/api/timer")

    def tap(self, action: str, **more: object) -> Any:
        """A host taps."""
        return self.ask("POST", "/api/timer/actions", {"action": action, "id": str(uuid.uuid4()), **more})

    def show(self, card: str | None, text: str = "") -> Any:
        """A host shows a card, or takes it back (None)."""
        return self.ask("POST", "/api/timer/cards", {"card": card, "text": text, "id": str(uuid.uuid4())})

    def leave(self, seconds: int) -> Any:
        """Let what runs have about so many seconds left."""
        left = self.state()["remaining_ms"]
        return self.tap("add", seconds=seconds - round(left / 1000))

    def go_to(self, kind: Kind) -> Any:
        """Start the first waiting item of a kind, whatever comes before it."""
        item = next(one for one in self.state()["rundown"] if one["kind"] == kind and one["going"] == "waits")
        return self.tap("start", item=item["id"])

    def begin_anew(self) -> Any:
        """As before the first tap of the day."""
        while self.state()["undo"]:
            self.tap("undo")
        self.tap("blackout", on=False)
        return self.show(None)

    def rise(self) -> None:
        """Serve again, where a test has killed it."""
        if self._server is None:
            self.start_again()

    def clear_the_hall(self) -> None:
        """Shut out all displays."""
        for one in self.ask("GET", "/api/timer/displays")["displays"]:
            self.ask("POST", f"/api/timer/displays/{one['device']}/remove")


def plan_the_day() -> None:
    """A seminar in a zone where it is noon now, so that the day never ends in the middle of a test."""
    now = datetime.now(UTC)
    ahead = 12 - now.hour
    local = now.astimezone(timezone(timedelta(hours=ahead))).replace(second=0, microsecond=0)
    # Zones of this kind count backwards: Etc/GMT-5 is five hours ahead.
    seminar.begin(title=TITLE, date=local.date().isoformat(), place="Алматы", zone=f"Etc/GMT{-ahead:+d}")
    for begins, ends, kind, title, speaker, company in PROGRAMME:
        ProgrammeItem.create(
            start=f"{local + timedelta(minutes=begins):%H:%M}",
            end=f"{local + timedelta(minutes=ends):%H:%M}",
            kind=kind,
            title=title,
            speaker=speaker,
            company=company,
        )


class Screen:
    """A display in a browser of its own, let in by its code like any. `faults` are its script's errors."""

    def __init__(
        self, browser: Browser, hub: StageHub, name: str = "Дисплей 1", view: str = "stage", **options: Any
    ) -> None:
        self.hub = hub
        self.name = name
        self.context: BrowserContext = browser.new_context(base_url=hub.url, **options)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto("/timer/display")
        code = self.page.locator(".code").inner_text()
        self.device: str = hub.ask("POST", "/api/pairings", {"code": code, "name": name})["id"]
        if view != "stage":
            hub.ask("POST", f"/api/timer/displays/{self.device}", {"view": view})
        self.page.wait_for_selector(SHOWN, state="attached", timeout=PATIENCE_MS)
        self.connected()

    def connected(self) -> None:
        """Wait until the display has told the hub what it shows."""
        expect(self.page.locator("#away")).to_be_hidden(timeout=PATIENCE_MS)
        self.page.wait_for_function("seq => timerDisplay.glass().seq >= seq", arg=self.hub.state()["seq"])

    def seen(self, card: str) -> None:
        """Wait until hosts are told that this card is on the glass, "" for none."""
        until(lambda: bool(self.line()["card"] == card))

    def line(self) -> Any:
        """What hosts are told of this display."""
        told = self.hub.ask("GET", "/api/timer/displays")["displays"]
        return next(one for one in told if one["device"] == self.device)


def on_a_laptop(browser: Browser, hub: StageHub, query: str = "", **options: Any) -> Page:
    """The display's page opened by a person of the team."""
    context = browser.new_context(
        base_url=hub.url, extra_http_headers={"Authorization": f"Bearer {hub.token(Role.HOST)}"}, **options
    )
    page = context.new_page()
    page.goto(f"/timer/display{query}")
    page.wait_for_selector(SHOWN, state="attached", timeout=PATIENCE_MS)
    return page


# In place of the socket: a page that hears only what the test says to `news`, for pictures and looks.
_NO_SOCKET = """window.news = {};
window.io = function () { return {on: function (name, take) { news[name] = take; }, connected: false}; };"""


def still(browser: Browser, hub: StageHub, query: str = "", **options: Any) -> Page:
    """A display whose clock stands until the test moves it (`page.clock`), and which hears no news but `tell`'s."""
    context = browser.new_context(
        base_url=hub.url, extra_http_headers={"Authorization": f"Bearer {hub.token(Role.HOST)}"}, **options
    )
    page = context.new_page()
    page.route("**/socket.io.es5.js", lambda route: route.fulfill(body=_NO_SOCKET, content_type="text/javascript"))
    page.clock.install()
    page.goto(f"/timer/display{query}")
    page.wait_for_selector(SHOWN, state="attached", timeout=PATIENCE_MS)
    return page


def tell(page: Page, name: str, content: object) -> None:
    """Let a page of `still` hear something of its socket."""
    page.evaluate("([name, content]) => news[name](content)", [name, content])
