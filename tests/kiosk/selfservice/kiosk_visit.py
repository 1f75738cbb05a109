"""A self-service kiosk of a real hub in a real browser, let in by its code."""

from typing import Any

from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from tests.desk_page import ask
from tests.live_hub import LiveHub
from tests.typist import Typist

PATIENCE_MS = 15_000
# What anybody could read of a person: attributes and fields, too, not only what is in view.
EVERYTHING = """() => document.documentElement.outerHTML
  + [...document.querySelectorAll("input, textarea")].map((field) => field.value).join()"""

# A whole scan in one turn of the page: under a clock of the test's own, keys have no times of their own.
AT_ONCE = """(code) => {
  const press = (key, code) => document.body.dispatchEvent(
    new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }));
  for (const letter of code) press(letter, /[0-9]/.test(letter) ? `Digit${letter}` : `Key${letter}`);
  press("Enter", "Enter");
}"""


class Kiosk:
    """A kiosk at its start. `faults` are its scripts' errors."""

    def __init__(self, browser: Browser, hub: LiveHub, name: str = "Киоск 1", *, clock: bool = False, **options: Any):
        self.hub, self.clock = hub, clock
        self.context: BrowserContext = browser.new_context(base_url=hub.url, **options)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto("/kiosk")
        code = self.page.locator(".code").inner_text()
        self.page.goto("about:blank")  # else the waiting page comes in at the same moment as the one that is opened
        self.device: str = ask(hub, "POST", "/api/pairings", {"code": code, "name": name})["id"]
        if clock:
            self.page.clock.install()
        self.open()
        self.typist = Typist(self.page)

    def open(self) -> None:
        self.page.goto("/kiosk")
        expect(self.page.locator("#kiosk[data-ready]")).to_be_visible(timeout=PATIENCE_MS)

    def at(self, screen: str) -> Locator:
        """The screen of this name, once it is the one that shows."""
        expect(self.page.locator("#kiosk")).to_have_attribute("data-at", screen, timeout=PATIENCE_MS)
        return self.page.locator(f"[data-screen={screen}]")

    def scan(self, code: str) -> None:
        """The scanner, half a minute after the last key."""
        if self.clock:
            self.page.evaluate(AT_ONCE, code)
            return
        self.typist.wait(30)
        self.typist.scan(code)

    def press(self, what: str) -> None:
        """The button in view that does this."""
        self.page.locator(f"[data-do={what}]:visible").click()

    def touch(self, text: str) -> None:
        """Letter by letter on the kiosk's own keyboard."""
        for letter in text:
            self.page.locator(f'.keyboard:visible [data-letter="{letter}"]').click()

    def next(self) -> None:
        self.page.locator('.keyboard:visible [data-act="NEXT"]').click()

    def speak(self, language: str) -> None:
        self.page.locator(f"button[data-language={language}]").click()

    def holds(self, *words: str) -> list[str]:
        """Which of these are anywhere in the page."""
        everything = str(self.page.evaluate(EVERYTHING))
        return [word for word in words if word in everything]
