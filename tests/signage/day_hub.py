"""The sample seminar's day on a hub and on three screens whose clocks a test moves together."""

import time
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from playwright.sync_api import Browser
from playwright.sync_api import Error as BrowserError

from hub import seminar
from signage import route
from signage.arrows import Arrow
from signage.demo import DESK
from tests.clock_step.stepped_hub import SteppedHub
from tests.signage.screen_visit import PathHub, PathScreen
from tests.signage.way import OLGA, add
from tests.speaker_timer.stage import PATIENCE_MS

DATE, ZONE = "2031-03-13", "Asia/Almaty"
TITLE = "Продажи без потерь"
PROGRAMME = Path(__file__).resolve().parent.parent / "samples" / "programme.csv"
STREET, HALL = "Вход с улицы", "Дверь зала"
WAY: tuple[dict[str, Any], ...] = (
    {"place": STREET, "arrow": Arrow.LEFT, "coffee_arrow": Arrow.STAIRS_UP, "text": "Второй этаж, зал «Ұлы дала»"},
    {"place": HALL, "arrow": Arrow.DOWN_RIGHT, "coffee_arrow": Arrow.UP, "exit_arrow": Arrow.STAIRS_DOWN,
     "hall_arrow": Arrow.HERE},
)  # fmt: skip
# Of the page's clocks the steady one goes along; its timers run as they do, so that its connection lives.
STEADY = """(() => {
  const real = performance.now.bind(performance);
  let ahead = 0;
  performance.now = () => real() + ahead;
  window.passTime = (ms) => { ahead += ms; };
})()"""
# What people see on a screen, as far as it is really to be seen.
SEEN = """() => {
  const way = document.getElementById("way");
  const box = way.parentNode.getBoundingClientRect();
  const inside = (one) => { const r = one.getBoundingClientRect(); return r.width > 0 && r.left >= box.left - 1
    && r.top >= box.top - 1 && r.right <= box.right + 1 && r.bottom <= box.bottom + 1; };
  const all = (where) => [...document.querySelectorAll(where)].map((one) => [one, one.innerText]);
  const texts = (where) => all("#way " + where).filter(([one]) => inside(one)).map(([, text]) => text);
  const words = ".words:not(.off) ", arrow = way.querySelector(".arrow svg");
  const sheets = all("#sheets:not([hidden]) .sheet:not(.under) .words:not(.off) [data-part]");
  return {
    phase: way.dataset.kind,
    arrow: arrow && inside(arrow) ? way.className.match(/points-(\\w+)/)[1] : "",
    label: texts(words + ".label").join(), head: texts(words + ".head:not(.note)").join(),
    lines: texts(words + ".line"), note: texts(words + ".note, #way .aside:not(.off) .note").join(),
    clock: texts("~ #clock").join(),
    away: !document.getElementById("away").hidden, covered: sheets.map(([, text]) => text) };
}"""
SHOWS = f"""wanted => {{ const seen = ({SEEN})();
  return Object.keys(wanted).every(name => JSON.stringify(seen[name]) === JSON.stringify(wanted[name])); }}"""


def moment(clock: str) -> int:
    """«10:05» on the day of the seminar, ms since the epoch."""
    local = datetime.fromisoformat(f"{DATE}T{clock}:00").replace(tzinfo=ZoneInfo(ZONE))
    return int(local.timestamp() * 1000)


class DayHub(SteppedHub, PathHub):
    """`kiosk serve` on the morning of the sample seminar, long before registration. `places`: point by name."""

    def __enter__(self) -> "DayHub":
        with self.tables():
            seminar.begin(title=TITLE, date=DATE, place="Алматы", zone=ZONE)
            route.begin(DESK, None)
            for facts in WAY:
                add(**facts)
            desk = next(one for one in route.points() if one.is_desk)
            route.change(desk.id, OLGA, hall_arrow=Arrow.UP_RIGHT)
            self.places = {one.place: one.id for one in route.points()}
        self.step_wall(moment("09:00") - time.time_ns() // 1_000_000)
        self.command("import", "programme", str(PROGRAMME))
        self.start()
        return self

    def now(self) -> int:
        """Ms since the epoch by the hub's clock."""
        told: int = self.state()["now"]
        return told


def go_to(clock: str, hub: DayHub, *screens: "DayScreen") -> None:
    """It is so late now, a few seconds past the minute, for everybody."""
    by = moment(clock) + 5_000 - hub.now()
    hub.pass_time(by)
    for screen in screens:
        screen.pass_time(by)


class DayScreen(PathScreen):
    """A screen at its place, whose clock goes with the hub's."""

    def __init__(self, browser: Browser, hub: DayHub, place: str, *, turned: int = 0, **options: Any) -> None:
        super().__init__(browser, hub, f"Экран: {place}", **{"service_workers": "block", **options})
        self.place = place
        self.page.add_init_script(STEADY)
        self.page.reload()
        self.put(point=hub.places[place], turned=turned)

    def pass_time(self, by_ms: int) -> None:
        """As much has gone by here."""
        self.page.evaluate("by => window.passTime(by)", by_ms)

    def seen(self) -> dict[str, Any]:
        """What people see: phase, arrow, words, the clock, whether it says that it is cut off, what covers it."""
        found: dict[str, Any] = self.page.evaluate(SEEN)
        return found

    def shows(self, expected: dict[str, Any], within_ms: int = PATIENCE_MS) -> None:
        """Wait until people see this; the same keys as `seen`, or some of them."""
        try:
            self.page.wait_for_function(SHOWS, arg=expected, polling=50, timeout=within_ms)
        except BrowserError as error:
            seen = self.seen()
            raise AssertionError({name: (expected[name], seen[name]) for name in expected}) from error
