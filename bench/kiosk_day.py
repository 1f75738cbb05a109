"""A whole day of one self-service kiosk: thousands check in at a real page, as fast as it takes them.

`python -m bench.kiosk_day [PEOPLE]`: what the page holds after its garbage is collected, every so many of them. Each
scan is typed key by key, as the browser gets it from a real scanner. At half a second a person, seen on a machine that
was busy with ten other things, 2,000 take a quarter of an hour; after 24 minutes the day ends and says how many came.
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
LONGEST_S = 24 * 60
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
        codes = fill(hub, count)
        hub.start()
        browser = launch()
        kiosk = Kiosk(browser, hub)
        session = kiosk.context.new_cdp_session(kiosk.page)
        session.send("Performance.enable")
        kiosk.page.evaluate(WATCH)
        line("before anybody", held(session), f"hub {memory(hub.pid):.0f} MB")
        step = max(1, count // STEPS)
        closing = time.monotonic() + LONGEST_S
        for start in range(0, count, step):
            began, came = time.monotonic(), start
            for came, code in enumerate(codes[start : start + step], start + 1):
                check_in(kiosk, code, came)
                if time.monotonic() > closing:
                    break
            each = (time.monotonic() - began) / (came - start) * 1000
            line(f"after {came}", held(session), f"hub {memory(hub.pid):.0f} MB; a person each {each:.0f} ms")
            if time.monotonic() > closing:
                print(f"the day ended with {came} of {count}: this machine is too slow, or too busy")
                break
        line("last key to the name on the screen, ms", shares(kiosk.page.evaluate("window.spans")), "p50 / p95 / most")
        assert kiosk.faults == [], kiosk.faults
        browser.close()


def check_in(kiosk: Kiosk, code: str, number: int) -> None:
    """Somebody scans, and their name comes up."""
    kiosk.scan(code)
    kiosk.page.wait_for_function("(number) => window.spans.length === number", arg=number)


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
