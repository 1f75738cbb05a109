"""How fast sixty path screens show an announcement, and how the hub bears a day of them: `python -m bench.signage`.

Everything in one run. Beside the screens' pages stand the same number of empty pages, which only change their colour,
and of bare sockets. Takes about ten minutes; --quick makes few announcements and leaves out the day. p50 / p95 / most.
"""

import argparse
import tempfile
import threading
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from bench import signage_day, signage_pages
from bench.report import line, shares
from bench.signage_clients import Screens, tokens
from bench.signage_pages import Times
from hub.access import Role
from tests.signage.screen_visit import PathHub

SCREENS = 60
ANNOUNCEMENTS = 30
PAUSE_S = 1.0
PATIENCE_S = 60.0
POLL_S = 0.2


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--folder", type=Path, default=Path(), help="measure on the disk that holds this folder")
    parser.add_argument("--screens", type=int, default=SCREENS)
    parser.add_argument("--quick", action="store_true", help="few announcements, no day")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder.resolve(), prefix=".bench-") as scratch:
        _announcements(Path(scratch) / "pages", asked.screens, 6 if asked.quick else ANNOUNCEMENTS)
        if not asked.quick:
            signage_day.measure(Path(scratch) / "day", asked.screens)


def _announcements(home: Path, count: int, times: int) -> None:
    with PathHub(home) as hub:
        hub.kill()
        known = signage_pages.let_in(hub, count)
        hub.start()
        for device, _ in known:
            hub.ask("POST", f"/api/screens/{device}", {"point": hub.point}, Role.MINDER)
        cookies = [cookie for _, cookie in known]
        with signage_pages.open_browser() as browser:
            for empty, name in ((True, "empty pages (the floor)"), (False, "screens")):
                pages = signage_pages.open_pages(browser, hub, cookies, empty=empty)
                tapped = _announce(hub, times, lambda: _shown(hub) >= count)
                _tell(f"{count} {name}", tapped, signage_pages.times(pages))
                signage_pages.close(pages)
        with Screens(hub.port, tokens(hub, count)) as screens:
            tapped = _announce(hub, times, lambda: True)
            told = screens.told()[0]
            spans = [at - began for seq, began in tapped.items() for at in told[seq]]
            line(f"{count} bare sockets: each has it, ms", shares(spans))


def _announce(hub: PathHub, times: int, all_shown: Callable[[], bool]) -> dict[int, float]:
    """Announce and take back again and again; by the announcement's seq when it was tapped, ms since 1970."""
    tapped = {}
    threading.Event().wait(3 * PAUSE_S)  # the newcomers' own news is over
    for number in range(times):
        began = time.time() * 1000
        seq = hub.announce("free", f"Просим в зал {number + 1}")["seq"]
        tapped[seq] = began
        until = time.monotonic() + PATIENCE_S
        while not all_shown():
            assert time.monotonic() < until, f"announcement {number + 1} was not shown everywhere"
            threading.Event().wait(POLL_S)
        threading.Event().wait(PAUSE_S)
        hub.silence()
        threading.Event().wait(PAUSE_S)
    return tapped


def _shown(hub: PathHub) -> int:
    standing = hub.ask("GET", "/api/announcements", role=Role.MINDER)["standing"]
    return min((int(one["shown"]) for one in standing), default=0)


def _tell(name: str, tapped: dict[int, float], pages: Sequence[Times]) -> None:
    for what, said in (("got", "each has it"), ("painted", "painted"), ("known", "acknowledged")):
        spans = [page[what][str(seq)] - began for seq, began in tapped.items() for page in pages]
        lasts = [max(page[what][str(seq)] for page in pages) - began for seq, began in tapped.items()]
        line(f"{name}: {said}, ms", shares(spans), f"the last of all: {shares(lasts)}")


if __name__ == "__main__":
    main()
