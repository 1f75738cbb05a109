"""The pictures of the path screens for docs/pictures: each phase of the day, wide and upright, and the team's pages.

Part of `make pictures`; `python -m tools.signage_pictures DIR` takes them into DIR. The day is replayed by a clock of
its own, so that the same minutes are on the pictures at each run.
"""

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Page, ViewportSize

from tests.browser import ROOT, launch
from tests.live_hub import LiveHub
from tests.signage.day_hub import STREET, DayHub, DayScreen, go_to
from tests.signage.sample_day import CRM, PLAN
from tools.picture_files import make_small

TARGET = ROOT / "docs" / "pictures"
SIZES = {"wide": (1920, 1080), "upright": (1080, 1920)}
# The hub is on the loopback here, which no phone could open; by this name it has an address as at a venue.
NAME = "box.local"
MOVED = "Зал 3, второй этаж"
LEAVE = "Пожалуйста, спокойно покиньте здание через ближайший выход. Не пользуйтесь лифтом."
Do = Callable[[DayHub], object]


def _next(times: int) -> Do:
    return lambda hub: [hub.tap("start_next") for _ in range(times)]


def _calm_break(hub: DayHub) -> None:
    hub.silence()
    _next(2)(hub)


def _end(hub: DayHub) -> None:
    _next(2)(hub)
    hub.tap("finish")


# Of each phase: its minute, what is done at it, and how one sees that it is there.
PHASES: tuple[tuple[str, str, Do, dict[str, object]], ...] = (
    ("arriving", "09:40", lambda hub: None, {"phase": "arriving"}),
    ("talk", "10:10", _next(2), {"head": CRM}),
    ("announcement", "10:20", lambda hub: hub.announce("moved", MOVED), {"covered": ["Смена зала", MOVED]}),
    ("evacuation", "10:21", lambda hub: hub.announce("evacuation"), {"covered": ["Эвакуация", LEAVE]}),
    ("break", "11:15", _calm_break, {"phase": "break", "covered": []}),
    ("break-over", "11:47", lambda hub: None, {"phase": "returning"}),
    ("after-break", "11:50", _next(1), {"head": PLAN}),
    ("over", "13:00", _end, {"phase": "over"}),
)
PAGES = {
    "signs": ("/signs", (1366, 768)),
    "signs-phone": ("/signs", (390, 844)),
    "route-walk": ("/signs/route", (390, 844)),
    "route-public": ("/route", (390, 844)),
    "paper": ("/signs/paper", (1366, 768)),
}


def shoot(page: Page, path: Path) -> None:
    """Take a picture once the letters are there."""
    page.wait_for_function("() => document.fonts.status === 'loaded'")
    page.evaluate("() => window.pathScreen && pathScreen.fitWay()")
    page.screenshot(path=path, animations="disabled")
    make_small(path)


def viewport(size: str) -> ViewportSize:
    """As a browser takes it."""
    width, height = SIZES[size]
    return {"width": width, "height": height}


def named(hub: LiveHub) -> str:
    """Where the hub is, by its name."""
    return f"http://{NAME}:{hub.port}"


def pairing(browser: Browser, hub: DayHub, folder: Path) -> None:
    """The code of a screen that nobody has let in yet."""
    for size in SIZES:
        page = browser.new_page(base_url=named(hub), viewport=viewport(size))
        page.goto("/screen")
        page.wait_for_selector(".code")
        shoot(page, folder / f"sign-code-{size}.png")
        page.close()


def day(hub: DayHub, screens: dict[str, DayScreen], folder: Path) -> None:
    """Every phase as it comes, and at last the hub is gone."""
    for name, clock, do, seen in PHASES:
        go_to(clock, hub, *screens.values())
        do(hub)
        for size, screen in screens.items():
            screen.shows(seen)
            screen.is_right()
            shoot(screen.page, folder / f"sign-{name}-{size}.png")
        if name == "talk":
            pages(screens["wide"], folder)


def pages(beside: DayScreen, folder: Path) -> None:
    """What the team and a guest see on their own devices, while two screens stand."""
    for name, (path, (width, height)) in PAGES.items():
        page = beside.staff().context.new_page()
        page.set_viewport_size({"width": width, "height": height})
        page.goto(named(beside.hub) + path)
        page.wait_for_load_state("networkidle")
        shoot(page, folder / f"sign-page-{name}.png")
        page.close()


def alone(hub: DayHub, screens: dict[str, DayScreen], folder: Path) -> None:
    """The hub is away."""
    hub.kill()
    for size, screen in screens.items():
        screen.shows({"away": True})
        shoot(screen.page, folder / f"sign-away-{size}.png")


def main() -> None:
    """Make every picture anew."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    with tempfile.TemporaryDirectory() as home, DayHub(Path(home)) as hub:
        browser = launch(args=(f"--host-resolver-rules=MAP {NAME} 127.0.0.1",))
        pairing(browser, hub, folder)
        screens = {size: DayScreen(browser, hub, STREET, viewport=viewport(size)) for size in SIZES}
        day(hub, screens, folder)
        alone(hub, screens, folder)
        browser.close()


if __name__ == "__main__":
    main()
