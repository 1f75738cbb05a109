"""A hub with a way to its desk on the day of a seminar, and path screens let in by their codes."""

from typing import Any
from urllib.parse import urlencode
from urllib.request import Request, urlopen

from playwright.sync_api import Browser, BrowserContext, Page, expect
from playwright.sync_api import Error as BrowserError

from hub.access import Role
from signage import route
from signage.arrows import Arrow
from signage.demo import DESK
from tests.signage.way import add
from tests.speaker_timer.stage import PATIENCE_MS, StageHub, plan_the_day

HALL: dict[str, Any] = {
    "place": "Холл у гардероба",
    "arrow": Arrow.LEFT,
    "coffee_arrow": Arrow.RIGHT,
    "text": "Второй этаж, зал «Ұлы дала»",
    "exit_text": "По лестнице, не на лифте",
}

# Asked by a page of the team until it is so: what the hub is told of a screen, and whether that is what it expects.
COMES = """async ([device, wanted]) => {
  const line = (await (await fetch("/api/screens")).json()).screens.find(one => one.device === device);
  const is = {right: line.here && line.hash === line.expected, wrong: line.here && line.hash !== line.expected,
    announced: line.announced, pictured: !!line.thumb};
  return Object.keys(wanted).every(name => is[name] >= wanted[name]); }"""


class PathHub(StageHub):
    """`kiosk serve` with one point before the desk. `point` is its number."""

    point: int = 0

    def __enter__(self) -> "PathHub":
        with self.tables():
            plan_the_day()
            route.begin(DESK, None)  # the desk's own sign stands from the start
            self.point = add(**HALL).id
        self.start()
        return self

    def announce(self, kind: str, text: str = "", **more: object) -> Any:
        """Somebody of the team tells everybody."""
        return self.ask("POST", "/api/announcements", {"kind": kind, "text": text, **more}, Role.MINDER)

    def add_slide(self, **fields: str) -> None:
        """The minder adds a slide by the form of the page."""
        headers = {"Authorization": f"Bearer {self.token(Role.MINDER)}"}
        request = Request(f"{self.url}/signs/slides", data=urlencode(fields).encode(), headers=headers)
        with urlopen(request, timeout=10) as reply:
            assert reply.status == 200

    def silence(self) -> None:
        """Take every announcement back."""
        for one in self.ask("GET", "/api/announcements", role=Role.MINDER)["standing"]:
            self.ask("POST", f"/api/announcements/{one['id']}/take-back", {}, Role.MINDER)


class PathScreen:
    """A screen on the way in a browser of its own. `faults` are its script's errors."""

    def __init__(self, browser: Browser, hub: PathHub, name: str = "Экран у входа", **options: Any) -> None:
        self.hub = hub
        self.context: BrowserContext = browser.new_context(base_url=hub.url, **options)
        self.page: Page = self.context.new_page()
        self.faults: list[str] = []
        self._staff: Page | None = None
        self.page.on("pageerror", lambda error: self.faults.append(str(error)))
        self.page.goto("/screen")
        code = self.page.locator(".code").inner_text()
        self.page.goto("about:blank")  # else the waiting page comes in at the same moment as the one that is opened
        self.device: str = hub.ask("POST", "/api/pairings", {"code": code, "name": name})["id"]
        self.page.goto("/screen")
        self.page.wait_for_selector("#way[data-kind]", timeout=PATIENCE_MS)

    def put(self, **settings: object) -> None:
        """Somebody of the team gives it its place and its looks."""
        self.hub.ask("POST", f"/api/screens/{self.device}", settings, Role.MINDER)

    def take_its_clock(self) -> None:
        """Open it anew, its clock in the test's hands. While it was open it would write moments of both clocks down."""
        self.page.goto("about:blank")
        self.page.clock.install()
        self.page.goto("/screen")

    def line(self) -> Any:
        """What staff are told of this screen."""
        told = self.hub.ask("GET", "/api/screens", role=Role.MINDER)["screens"]
        return next(one for one in told if one["device"] == self.device)

    def is_right(self) -> None:
        """Wait until it shows what it should, by its own word."""
        self.comes(right=True)

    def comes(self, **wanted: object) -> None:
        """Wait until staff are told so of this screen: `right`, `wrong`, `pictured`, or `announced` so far."""
        try:
            self.staff().wait_for_function(COMES, arg=[self.device, wanted], polling=100, timeout=PATIENCE_MS)
        except BrowserError as error:
            raise AssertionError(self.line()) from error

    def staff(self) -> Page:
        """A page of the team beside this screen."""
        if self._staff is None:
            browser = self.context.browser
            assert browser
            headers = {"Authorization": f"Bearer {self.hub.token(Role.MINDER)}"}
            self._staff = browser.new_context(base_url=self.hub.url, extra_http_headers=headers).new_page()
            self._staff.goto("/healthz")
        return self._staff

    def close(self) -> None:
        """Shut its windows; its scripts have made no mistake."""
        if self._staff is not None:
            self._staff.context.close()
        self.context.close()
        assert self.faults == []

    def phase(self, name: str) -> None:
        """Wait until this phase stands on the glass."""
        expect(self.page.locator(f"#way.phase-{name}")).to_be_visible(timeout=PATIENCE_MS)
