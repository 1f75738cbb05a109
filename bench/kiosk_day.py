"""A whole day of one self-service kiosk: thousands check in at a real page, as fast as it takes them.

`python -m bench.kiosk_day [PEOPLE]`: what the page holds after its garbage is collected, every so many of them.
"""

import sys
import tempfile
import time
from pathlib import Path

from playwright.sync_api import CDPSession

from bench.checkin import memory
from bench.people import fill
from bench.report import line, shares
from tests.browser import launch
from tests.kiosk.selfservice.kiosk_visit import Kiosk
from tests.live_hub import LiveHub

METRICS = ("JSHeapUsedSize", "Nodes", "JSEventListeners")
STEPS = 4
# The verdict's moment, told by the page itself: the time of the last key to the name on the screen.
WATCH = """() => {
  window.spans = [];
  let last = 0;
  window.addEventListener("keydown", ({ key }) => { if (key === "Enter") last = performance.now(); }, true);
  const name = document.querySelector("[data-screen=welcome] [data-slot=name]");
  new MutationObserver(() => name.textContent && window.spans.push(performance.now() - last))
    .observe(name, { childList: true });
}"""


def measure(home: Path, count: int) -> None:
    """Check `count` people in at one page, and print what it holds on the way."""
    with LiveHub(home) as hub:
        hub.kill()
        codes = fill(hub.folder, count)
        hub.start()
        browser = launch()
        kiosk = Kiosk(browser, hub)
        session = kiosk.context.new_cdp_session(kiosk.page)
        session.send("Performance.enable")
        kiosk.page.evaluate(WATCH)
        line("before anybody", held(session), f"hub {memory(hub.pid):.0f} MB")
        step = max(1, count // STEPS)
        for start in range(0, count, step):
            began = time.monotonic()
            for number, code in enumerate(codes[start : start + step], start + 1):
                kiosk.scan(code)
                kiosk.page.wait_for_function("(number) => window.spans.length === number", arg=number)
            each = (time.monotonic() - began) / min(step, count - start) * 1000
            line(f"after {start + step}", held(session), f"hub {memory(hub.pid):.0f} MB; a person each {each:.0f} ms")
        line("last key to the name on the screen, ms", shares(kiosk.page.evaluate("window.spans")), "p50 / p95 / most")
        assert kiosk.faults == [], kiosk.faults
        browser.close()


def held(session: CDPSession) -> str:
    """What the page holds after its garbage is collected."""
    session.send("HeapProfiler.collectGarbage")
    found = {one["name"]: one["value"] for one in session.send("Performance.getMetrics")["metrics"]}
    heap, nodes, listeners = (found[name] for name in METRICS)
    return f"{heap / 1e6:.2f} MB, {nodes:.0f} nodes, {listeners:.0f} listeners"


def main() -> None:
    """Measure a day."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
    with tempfile.TemporaryDirectory() as home:
        measure(Path(home), count)


if __name__ == "__main__":
    main()
