"""The pictures of the self-service kiosk for docs/pictures: its screens on three glasses.

Part of `make pictures`; `python -m tools.kiosk_pictures DIR` takes every screen on every glass in light and dark.
"""

import sys
import tempfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, ViewportSize

from tests.browser import ROOT, launch
from tests.kiosk.selfservice.kiosk_visit import Kiosk
from tests.sample_hub import SampleHub
from tools.pictures import WHO, ticket_of

TARGET = ROOT / "docs" / "pictures"
SIZES = {"wide": (1920, 1080), "laptop": (1280, 800), "upright": (1080, 1920)}
COLOURS = 48  # flat colours: nobody sees the difference, and a picture weighs a quarter


def _find(kiosk: Kiosk) -> None:
    kiosk.press("by_name")
    kiosk.page.locator("#find-surname").fill("Ёлкина-Берёзкина")


def _nobody(kiosk: Kiosk) -> None:
    kiosk.next()
    kiosk.page.locator("#find-digits").fill("0000")
    kiosk.next()


def _walk_in(kiosk: Kiosk) -> None:
    kiosk.press("to_start")
    kiosk.press("new")
    kiosk.page.locator("[data-own-phone] img[src]").wait_for()


def _come(who: str) -> Callable[[Kiosk], None]:
    return lambda kiosk: kiosk.scan(ticket_of(kiosk.hub.folder, WHO[who]))


# The screen's name, and what brings it there from the one before.
SCREENS: tuple[tuple[str, Callable[[Kiosk], None]], ...] = (
    ("start", lambda kiosk: None),
    ("welcome", _come("expected")),
    ("already", _come("here")),
    ("desk", _come("barred")),
    ("unread", lambda kiosk: kiosk.scan("HTTPS//EXAMPLECOM")),
    ("find", _find),
    ("nobody", _nobody),
    ("walk-in", _walk_in),
    ("called", lambda kiosk: kiosk.page.locator("#call").click()),
)


def take(browser: Browser, hub: SampleHub, size: str, scheme: str, folder: Path) -> None:
    """Go through the screens on one glass."""
    width, height = SIZES[size]
    view: ViewportSize = {"width": width, "height": height}
    kiosk = Kiosk(browser, hub, f"Киоск {size} {scheme}", viewport=view, color_scheme=scheme, locale="ru-RU")
    for name, come in SCREENS:
        come(kiosk)
        kiosk.at(name)
        kiosk.page.wait_for_function("() => document.fonts.status === 'loaded'")
        suffix = size if folder == TARGET else f"{size}-{scheme}"
        _keep(kiosk.page.screenshot(animations="disabled"), folder / f"kiosk-{name}-{suffix}.png")
    kiosk.context.close()


def _keep(picture: bytes, path: Path) -> None:
    with Image.open(BytesIO(picture)) as image:
        image.convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE).save(path, optimize=True)


def main() -> None:
    """Make every picture anew."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else TARGET
    with tempfile.TemporaryDirectory() as home, SampleHub(Path(home)) as hub:
        browser = launch()
        for size in SIZES:
            for scheme in ("light",) if folder == TARGET else ("light", "dark"):
                take(browser, hub, size, scheme, folder)
        browser.close()


if __name__ == "__main__":
    main()
