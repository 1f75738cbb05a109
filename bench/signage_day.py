"""Eight hours of sixty screens in under five minutes: the day's phases turn over by taps.

The hub's clock is the real one; what is compressed is what happens in it. A screen beats eight times as often as
usual, and each hour has a dozen turns of the phase, each of which makes every screen fetch its plan.
"""

import os
import threading
import time
from pathlib import Path

from playwright.sync_api import CDPSession

from bench import signage_pages
from bench.checkin import memory
from bench.report import line
from bench.signage_clients import Screens, tokens
from bench.timer import ticks
from hub.access import Role
from tests.signage.screen_visit import PathHub

HOURS = 8
HOUR_S = 32.0
TURNS = 12
BEAT_S = 0.25
METRICS = ("JSHeapUsedSize", "Nodes", "JSEventListeners")


def measure(home: Path, count: int) -> None:
    """Run the day and print what it costs, hour by hour."""
    with PathHub(home) as hub:
        hub.kill()
        ((device, cookie),) = signage_pages.let_in(hub, 1)
        known = tokens(hub, count)
        hub.start()
        hub.ask("POST", f"/api/screens/{device}", {"point": hub.point}, Role.MINDER)
        with signage_pages.open_browser() as browser, Screens(hub.port, known, BEAT_S) as screens:
            pages = signage_pages.open_pages(browser, hub, [cookie])
            page = pages[0].context.new_cdp_session(pages[0])
            page.send("Performance.enable")
            _hour(hub)  # the first costs what later ones find warm
            line("hour 0: memory of the hub, MB (PSS)", f"{memory(hub.pid):.1f}", _page(page))
            for number in range(1, HOURS + 1):
                before, began = ticks(hub.pid), time.monotonic()
                _hour(hub)
                cpu = (ticks(hub.pid) - before) / os.sysconf("SC_CLK_TCK") / (time.monotonic() - began) * 100
                _, beats, plans = screens.told()
                said = f"{cpu:.0f} % of a core; {beats} beats, {plans} plans; {_page(page)}"
                line(f"hour {number}: memory of the hub, MB (PSS)", f"{memory(hub.pid):.1f}", said)
            signage_pages.close(pages)


def _hour(hub: PathHub) -> None:
    """A dozen turns of the phase, one announcement, a slip of the rundown; then the day is as before."""
    began = time.monotonic()
    for turn in range(TURNS):
        if turn % 6 < 3:
            hub.tap("start_next")
        else:
            hub.tap("undo")
        if turn == 2:
            hub.tap("add", seconds=300)
            hub.tap("undo")
        if turn == 4:
            hub.announce("delayed", "10")
        if turn == 8:
            hub.silence()
        left = began + (turn + 1) * HOUR_S / TURNS - time.monotonic()
        threading.Event().wait(max(0.0, left))


def _page(session: CDPSession) -> str:
    """What the real page holds after its garbage is collected."""
    session.send("HeapProfiler.collectGarbage")
    found = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    heap, nodes, listeners = (found[name] for name in METRICS)
    return f"page {heap / 1e6:.2f} MB, {nodes:.0f} nodes, {listeners:.0f} listeners"
