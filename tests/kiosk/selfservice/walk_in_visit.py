"""A person before a kiosk who is not registered yet."""

from typing import Any

from playwright.sync_api import Browser, Locator, Page, expect

from hub.access import Role
from tests.browser import ROOT
from tests.conftest import CAST, FIELDS
from tests.kiosk.selfservice.touch import Touch
from tests.live_hub import LiveHub

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
FIND = "async () => (await axe.run()).violations.map(found => [found.id, found.nodes.map(node => node.html)])"
TABLET = (1280, 800)
LOOKED_AT = {"uz", "ky"}  # whose steps axe looks at: a light and a dark one


class Kiosk:
    """A person before a kiosk."""

    def __init__(
        self,
        browser: Browser,
        hub: LiveHub,
        size: tuple[int, int] = TABLET,
        scheme: Any = "light",
        *,
        touch: bool = False,
    ) -> None:
        self.context = browser.new_context(
            base_url=hub.url,
            viewport={"width": size[0], "height": size[1]},
            color_scheme=scheme,
            has_touch=touch,
            extra_http_headers={"Authorization": f"Bearer {hub.token(Role.KIOSK)}"},
        )
        self.context.add_init_script(path=AXE)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.touch = Touch(self.page, ".walk-in")

    @property
    def form(self) -> Locator:
        return self.page.locator("[data-walk-in]")

    def begin(self, language: str = "ru") -> None:
        """Touch the language, then «I am not registered yet»."""
        self.page.goto("/kiosk")
        self.page.locator("#kiosk[data-ready]").wait_for()
        self.open(language)

    def open(self, language: str = "ru") -> None:
        self.page.locator(f'[data-language="{language}"]').click()
        self.page.locator('[data-do="new"]:visible').click()
        self.at("name")

    def at(self, step: str) -> None:
        expect(self.form).to_have_attribute("data-at", step)

    def field(self, name: str) -> Locator:
        return self.page.locator(f"#new-{name}")

    def wrong(self, name: str) -> Locator:
        return self.page.locator(f"#new-{name}-wrong")

    def answer(self, *names: str, **texts: str) -> None:
        """Fill in by a real keyboard, and go on."""
        for name in names or texts:
            self.field(name).fill(texts[name])
        self.field([*texts][-1]).press("Enter")

    def agree(self) -> None:
        """Read to the end, tick, go on."""
        self.at("consent")
        while self.page.locator('[data-way="read-on"]').is_visible():
            self.page.locator('[data-way="read-on"]').click()
        self.page.locator(".agree").click()
        self.go_on()

    def go_on(self) -> None:
        self.form.locator("[type=submit]").click()

    def look_at(self, language: str) -> None:
        """axe finds nothing, where it is this journey's turn."""
        if language in LOOKED_AT:
            assert self.page.evaluate(FIND) == []

    def fill_in(self, person: str, **other: str) -> None:
        """Everything up to the summary."""
        texts = {**dict(zip(FIELDS, CAST[person], strict=True)), **other}
        for names in (("surname", "first_name"), ("company", "position"), ("phone",), ("email",)):
            self.answer(**{name: texts[name] for name in names})
        self.agree()
        self.at("summary")
