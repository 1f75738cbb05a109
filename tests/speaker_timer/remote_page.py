"""The host's remote of a real hub in a real browser."""

import re
from collections.abc import Callable
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, ViewportSize, expect

from hub.access import Role
from tests.speaker_timer.stage import PATIENCE_MS, StageHub
from tests.waiting import until

PHONE: ViewportSize = {"width": 390, "height": 844}
# What the page's own script cannot be asked for: trembling, a socket that has gone deaf, a clock that stood in sleep.
_WATCHED = """
window.trembled = [];
navigator.vibrate = (pattern) => trembled.push(pattern);
window.deaf = false;
const Socket = WebSocket;
window.WebSocket = class extends Socket {
  set onmessage(hear) { super.onmessage = (event) => window.deaf || hear(event); }
};
window.slept = 0;
const now = performance.now.bind(performance);
performance.now = () => now() - window.slept;
"""


class Remote:
    """A host of this name at the remote. `faults` are its script's errors."""

    def __init__(self, browser: Browser, hub: StageHub, name: str = "Динара", **options: Any) -> None:
        self.hub = hub
        self.context: BrowserContext = browser.new_context(base_url=hub.url, **{"viewport": PHONE, **options})
        self.context.add_init_script(_WATCHED)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto("/sign-in?next=/timer/remote")
        self.page.locator("[name=name]").fill(name)
        self.page.locator("[name=pin]").fill(hub.pins[Role.HOST])
        self.page.keyboard.press("Enter")
        self.page.wait_for_url("**/timer/remote")
        self.connected()

    def connected(self) -> None:
        """Wait until the live channel stands, the displays are known and every tap has told its effect."""
        expect(self.page.locator("#link")).to_have_attribute("data-state", "on", timeout=PATIENCE_MS)
        expect(self.said).not_to_have_text(re.compile(f"^({re.escape(self.word('displays_unknown'))})?$"))
        expect(self.page.locator('#hand [data-action="undo"] [data-slot="undo"]')).not_to_be_empty()

    def word(self, word: str, /, **places: object) -> str:
        """What the server lets the page say by this word's name."""
        text = "word => document.querySelector('#words').content.querySelector(`[data-word=${word}]`).textContent"
        said = str(self.page.evaluate(text, word)).strip()
        for place, value in places.items():
            said = said.replace("{" + place + "}", str(value))
        return said

    @property
    def said(self) -> Locator:
        """What is told of the delivery."""
        return self.page.locator('#delivery [data-slot="said"]')

    @property
    def figure(self) -> Locator:
        return self.page.locator('#now [data-slot="figure"]')

    @property
    def last(self) -> Locator:
        return self.page.locator("#last")

    def card(self, kind: str) -> Locator:
        """One of the three large cards."""
        return self.page.locator(f"button.card[data-card='{kind}']")

    def expect_on(self, kind: str) -> None:
        """This card is on, and the hub says so."""
        expect(self.card(kind)).to_have_attribute("aria-pressed", "true")
        expect(self.card(kind).locator("small")).to_have_text(re.compile(r"\d:\d\d"))

    def button(self, action: str, seconds: int | None = None, item: int | None = None) -> Locator:
        """A tap that changes the rundown."""
        wanted = f"button[data-action='{action}']"
        wanted += "" if seconds is None else f"[data-seconds='{seconds}']"
        wanted += "" if item is None else f"[data-item='{item}']"
        return self.page.locator(wanted)

    def undo(self, part: str = "hand") -> Locator:
        """What takes the last tap back: beside the cards, or in the programme ("rundown")."""
        return self.page.locator(f"#{part} button[data-action='undo']")

    def open(self, panel: str) -> None:
        """Another part of the remote, on a phone."""
        self.page.locator(f".tabs [data-goto='{panel}']").click()

    def unfold(self, item: int) -> None:
        """The taps of a line of the rundown."""
        line = self.page.locator("#items details", has=self.page.locator(f"button[data-item='{item}']"))
        if not line.evaluate("line => line.open"):
            line.locator("summary").click()

    def tap(self, locator: Locator) -> Any:
        """Tap, and wait until the hub has a newer state; returns it."""
        before = self.hub.state()["seq"]
        locator.click()
        return self.until(lambda state: state["seq"] > before)

    def until(self, holds: Callable[[Any], bool]) -> Any:
        """The hub's state once it is as wanted."""
        state: Any = None

        def there() -> bool:
            nonlocal state
            state = self.hub.state()
            return holds(state)

        until(there)
        return state

    def put_away(self) -> None:
        """The phone goes into a pocket: the page is hidden."""
        self._visible("hidden")

    def take_out(self) -> None:
        """And is looked at again."""
        self._visible("visible")

    def _visible(self, state: str) -> None:
        self.page.evaluate(
            """state => {
                Object.defineProperty(document, "visibilityState", {value: state, configurable: true});
                Object.defineProperty(document, "hidden", {value: state === "hidden", configurable: true});
                document.dispatchEvent(new Event("visibilitychange"));
            }""",
            state,
        )
