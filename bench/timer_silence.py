"""How long a real display needs to be right again after a minute without its network."""

import time
from pathlib import Path

from tests.browser import launch
from tests.network_cut import NetworkCut
from tests.speaker_timer.stage import Screen, StageHub
from tests.test_timer_network import FarHub

SILENCE_S = 60


def recovery(home: Path) -> float:
    """Seconds from the network's return until a browser's display has painted what happened meanwhile."""
    browser = launch()
    try:
        with StageHub(home) as hub, NetworkCut(hub.port) as network:
            hub.tap("start_next")
            screen = Screen(browser, FarHub(hub, network))
            network.cut()
            screen.page.wait_for_timeout(SILENCE_S * 1000)
            seq = hub.show("stop")["seq"]
            network.restore()
            back = time.perf_counter()
            screen.page.wait_for_function("seq => timerDisplay.glass().seq >= seq", arg=seq)
            return time.perf_counter() - back
    finally:
        browser.close()
