"""One display loses its network for real: it counts on, shows its cards, says so, and is right soon after."""

import statistics
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

import pytest
from playwright.sync_api import Browser, Page, expect

from hub.access import Role
from tests.network_cut import NetworkCut
from tests.speaker_timer.stage import Screen, StageHub
from tests.waiting import until

pytestmark = pytest.mark.browser

AGREE_MS = 50
TOLD_AWAY_MS = 8_000
RIGHT_AGAIN_S = 5.0
# How long each of the far displays is without its network, s.
SILENCES = {"Дальний дисплей": 20, "Дисплей за стеной": 60}
FAR = "Дальний дисплей"
FIGURES = 12
SETTLED = 3  # so many of them come while the offset is estimated from the first beats
# When each second's figure came onto the page, by a clock that both pages share.
WATCH = """() => {
  window.figures = {};
  const figure = document.getElementById("figure");
  new MutationObserver(() => {
    const text = figure.textContent;
    if (!(text in figures)) figures[text] = performance.timeOrigin + performance.now();
  }).observe(figure, {childList: true, characterData: true, subtree: true});
}"""
BELIEVES = "timerDisplay.now() - (performance.timeOrigin + performance.now())"
# Functions, not expressions: the pages' policy forbids what would evaluate those again and again.
IS_AWAY = "() => !document.getElementById('away').hidden"
IS_BACK = "() => document.getElementById('away').hidden"
SAYS_AWAY_FOR = """seconds => {
  const [minutes, rest] = document.getElementById("away-time").textContent.split(":");
  return Number(minutes) * 60 + Number(rest) >= seconds;
}"""
BEAT_S = 2  # what it says is counted from its last heartbeat


class FarHub(StageHub):
    """A running hub as it is seen from behind a network that can be cut."""

    def __init__(self, hub: StageHub, network: NetworkCut) -> None:
        vars(self).update(vars(hub))
        self.network = network

    @property
    def url(self) -> str:
        return self.network.url


@pytest.fixture(scope="module")
def stage_hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StageHub]:
    with StageHub(tmp_path_factory.mktemp("network")) as running:
        yield running


@pytest.fixture
def hub(stage_hub: StageHub) -> StageHub:
    """The hub at the beginning of the first talk, with nobody's display."""
    stage_hub.begin_anew()
    stage_hub.clear_the_hall()
    stage_hub.tap("start_next")
    return stage_hub


@contextmanager
def far_screen(browser: Browser, hub: StageHub, name: str = FAR) -> Iterator[tuple[Screen, NetworkCut]]:
    """A display behind a network of its own."""
    with NetworkCut(hub.port) as network:
        screen = Screen(browser, FarHub(hub, network), name)
        screen.hub = hub
        yield screen, network
        screen.context.close()


def remote(browser: Browser, hub: StageHub) -> Page:
    """A host's phone with the remote."""
    headers = {"Authorization": f"Bearer {hub.token(Role.HOST)}"}
    page = browser.new_context(base_url=hub.url, extra_http_headers=headers).new_page()
    page.goto("/timer/remote")
    return page


def figure(screen: Screen) -> int:
    """The seconds that a display shows."""
    minutes, seconds = screen.page.inner_text("#figure, #card-figure >> visible=true").split(":")
    return int(minutes) * 60 + int(seconds)


def wait_for_card(screen: Screen, card: str, timeout_ms: float) -> None:
    screen.page.wait_for_function("card => timerDisplay.glass().card.includes(card)", arg=card, timeout=timeout_ms)


def test_two_displays_agree_within_fifty_milliseconds(browser: Browser, hub: StageHub) -> None:
    with far_screen(browser, hub) as (far, _):
        near = Screen(browser, hub)
        for screen in (near, far):
            screen.page.evaluate(WATCH)
        for screen in (near, far):
            screen.page.wait_for_function("count => Object.keys(figures).length >= count", arg=FIGURES)
        believed = [screen.page.evaluate(BELIEVES) for screen in (near, far)]
        seen: list[dict[str, float]] = [screen.page.evaluate("figures") for screen in (near, far)]
    common = sorted(seen[0].keys() & seen[1].keys(), reverse=True)[SETTLED:]
    apart = sorted(abs(seen[0][text] - seen[1][text]) for text in common)
    print(f"estimates {abs(believed[0] - believed[1]):.1f} ms apart; figures: {[round(ms, 1) for ms in apart]}")
    assert abs(believed[0] - believed[1]) < AGREE_MS
    assert len(apart) >= 8
    # A browser on a busy machine may be late with a single frame.
    assert statistics.quantiles(apart, n=10)[7] < AGREE_MS


def counts_on_alone(far: Screen, near: Screen, phone: Page) -> None:
    """A display without its network says so, its figure runs and its card comes; hosts are told its name."""
    far.page.wait_for_function(IS_AWAY, timeout=TOLD_AWAY_MS)
    assert abs(figure(far) - figure(near)) <= 2
    expect(phone.get_by_text(far.name).first).to_be_visible(timeout=TOLD_AWAY_MS)
    wait_for_card(far, "-10-at", 20_000)  # by itself
    assert not far.line()["here"]


def is_right_soon_after(far: Screen, near: Screen, network: NetworkCut, seq: int) -> None:
    """The network comes back, and within five seconds all is as if it had never gone."""
    network.restore()
    back = time.monotonic()
    far.page.wait_for_function("seq => timerDisplay.glass().seq >= seq", arg=seq)
    far.page.wait_for_function(IS_BACK)
    took = time.monotonic() - back
    print(f"right {took:.2f} s after {SILENCES[far.name]} s of silence")
    assert took < RIGHT_AGAIN_S
    wait_for_card(far, "-stop-", 2_000)
    assert abs(far.page.evaluate(BELIEVES) - near.page.evaluate(BELIEVES)) < AGREE_MS
    until(lambda: (far.line()["here"], far.line()["seq"]) == (True, seq))
    assert far.faults == []


def test_displays_without_their_network_count_on_and_are_right_soon_after(browser: Browser, hub: StageHub) -> None:
    phone = remote(browser, hub)
    near = Screen(browser, hub)
    with ExitStack() as stack:
        fars = [stack.enter_context(far_screen(browser, hub, name)) for name in SILENCES]
        hub.leave(seconds=600 + 12)
        for far, _ in fars:
            far.connected()
        for _, network in fars:
            network.cut()
        began = time.monotonic()
        for far, _ in fars:
            counts_on_alone(far, near, phone)
        hub.tap("add", seconds=300)
        hub.show("stop")
        hub.tap("blackout", on=True)
        seq = hub.tap("blackout", on=False)["seq"]
        for far, network in fars:
            silence = SILENCES[far.name]
            far.page.wait_for_function(SAYS_AWAY_FOR, arg=silence + BEAT_S, timeout=(silence + 10) * 1000)
            assert time.monotonic() - began >= silence
            assert far.page.evaluate("timerDisplay.glass().seq") < seq
            is_right_soon_after(far, near, network, seq)
