"""The pictures of the timer for docs/pictures: the display's every state, some upright, one in a corner; the remote.

Part of `make pictures`; `python -m tools.timer_pictures DIR` takes every state on every glass into DIR.
"""

import sys
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, expect

from hub.programme.kinds import Kind
from tests.browser import ROOT, launch
from tests.speaker_timer.remote_page import Remote
from tests.speaker_timer.stage import PATIENCE_MS, Screen, StageHub, still
from tools.picture_files import make_small

TARGET = ROOT / "docs" / "pictures"
SIZES = {"wide": (1920, 1080), "upright": (1080, 1920), "phone": (390, 844), "corner": (480, 270)}
LATER_MS = 35_000  # a full card has become a strip by then
PANELS = ("hand", "rundown", "displays")
DISPLAYS = (("У сцены", "stage", "wide"), ("В углу сцены", "corner", "corner"), ("В холле", "wall", "wide"))
# What the remote tells of its displays' address at a venue; here it is this machine's, with another port each time.
ADDRESS = "http://box.local:8000/timer/display"


@dataclass(frozen=True, slots=True)
class Shot:
    """A state: what the host has done for it, how long ago, in which view, and on which glass it goes into docs."""

    name: str
    do: Callable[[StageHub], object]
    ago_ms: int = 0
    view: str = "stage"
    sizes: tuple[str, ...] = ("wide",)


def _message(hub: StageHub) -> object:
    return hub.show("message", "Ближе к микрофону, пожалуйста")


def _pause(hub: StageHub) -> object:
    hub.show(None)
    return hub.tap("pause")


def _ten(hub: StageHub) -> object:
    hub.tap("resume")
    return hub.leave(600)


def _stop(hub: StageHub) -> object:
    hub.tap("talk")
    return hub.leave(0)


SHOTS = (
    Shot("before", lambda hub: None),
    Shot("talk", lambda hub: hub.tap("start_next"), sizes=("wide", "upright", "phone")),
    Shot("wall", lambda hub: None, view="wall"),
    Shot("message", _message),
    Shot("paused", _pause),
    Shot("card-10", _ten, sizes=("wide", "upright")),
    Shot("card-10-strip", lambda hub: None, LATER_MS),
    Shot("card-5", lambda hub: hub.leave(300), sizes=("wide", "upright")),
    Shot("card-5-strip", lambda hub: None, LATER_MS, view="corner", sizes=("corner",)),
    Shot("card-questions", lambda hub: hub.show("questions")),
    Shot("questions", lambda hub: hub.tap("questions")),
    Shot("card-stop", _stop, sizes=("wide", "upright", "phone")),
    Shot("over", lambda hub: hub.show(None), LATER_MS, sizes=("wide", "upright")),
    Shot("between", lambda hub: hub.tap("finish")),
    Shot("break", lambda hub: hub.go_to(Kind.BREAK), view="wall", sizes=("wide", "upright")),
)


def take(browser: Browser, hub: StageHub, folder: Path, everywhere: bool) -> None:
    """Go through the day, taking each state as it comes."""
    for shot in SHOTS:
        shot.do(hub)
        for size in SIZES if everywhere else shot.sizes:
            width, height = SIZES[size]
            page = still(browser, hub, f"?view={shot.view}", viewport={"width": width, "height": height})
            if shot.ago_ms:
                page.clock.fast_forward(shot.ago_ms)
            page.wait_for_function("() => document.fonts.status === 'loaded'")
            page.evaluate("() => { timerDisplay.fit(); document.querySelector('#begin').hidden = true; }")
            path = folder / f"display-{shot.name}-{size}.png"
            page.screenshot(path=path)
            make_small(path)
            page.context.close()


def take_remote(browser: Browser, hub: StageHub, folder: Path) -> None:
    """The host's phone, light and dark: a talk with its card on the displays, the programme, the displays."""
    hub.begin_anew()
    hub.tap("start_next")
    hub.leave(700)
    for name, view, size in DISPLAYS:
        width, height = SIZES[size]
        Screen(browser, hub, name, view, viewport={"width": width, "height": height})
    for scheme in ("light", "dark"):
        remote = Remote(browser, hub, color_scheme=scheme, locale="ru-RU")
        if scheme == "light":
            remote.tap(remote.card("10"))
        remote.expect_on("10")
        expect(remote.page.locator('#delivery [data-state="shown"]')).to_be_visible(timeout=PATIENCE_MS)
        remote.page.locator("#displays .address").first.evaluate(
            "(here, name) => { here.textContent = name; }", ADDRESS
        )
        for panel in PANELS:
            remote.open(panel)
            remote.page.wait_for_function("() => document.fonts.status === 'loaded'")
            path = folder / f"remote-{panel}-phone-{scheme}.png"
            remote.page.screenshot(path=path, animations="disabled")
            make_small(path)
        remote.context.close()


def main() -> None:
    """Make every picture anew."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    with tempfile.TemporaryDirectory() as home, StageHub(Path(home)) as hub:
        browser = launch()
        take(browser, hub, folder, everywhere=folder != TARGET)
        take_remote(browser, hub, folder)
        browser.close()


if __name__ == "__main__":
    main()
