"""The remote without the hub: the time goes on, no tap is lost in silence, and none comes late."""

import uuid

import pytest
from playwright.sync_api import Browser, Route, expect

from tests.speaker_timer.remote_page import Remote
from tests.speaker_timer.stage import Screen, StageHub

pytestmark = pytest.mark.browser

GIVEN_UP_MS = 15_000
AT_ONCE_MS = 1_500


def seconds_left(remote: Remote) -> int:
    """The main figure, in seconds."""
    minutes, seconds = remote.figure.inner_text().split(":")
    return int(minutes) * 60 + int(seconds)


def test_a_tap_that_does_not_arrive_is_told_and_never_sent_later(browser: Browser, hub_alone: StageHub) -> None:
    hub_alone.tap("start_next")
    remote = Remote(browser, hub_alone)
    seq = hub_alone.state()["seq"]
    hub_alone.kill()
    expect(remote.page.locator("#away")).to_be_visible()
    expect(remote.said).to_have_text(remote.word("displays_away"))
    left = seconds_left(remote)
    remote.card("stop").click()
    expect(remote.card("stop")).to_have_attribute("aria-pressed", "true")
    unsent = remote.page.locator("#unsent")
    expect(unsent).to_have_text(remote.word("unsent", what=remote.word("card_stop")), timeout=GIVEN_UP_MS)
    expect(remote.card("stop")).to_have_attribute("aria-pressed", "false")
    assert seconds_left(remote) < left, "the time goes on counting"
    hub_alone.start_again()
    remote.connected()
    assert (hub_alone.state()["seq"], hub_alone.state()["card"]) == (seq, None)
    remote.tap(remote.card("5"))
    expect(unsent).to_be_hidden()


def test_a_tap_whose_answers_are_lost_is_done_once(browser: Browser, hub: StageHub) -> None:
    remote = Remote(browser, hub)
    before = hub.state()["anchor"]
    seq = hub.tap("start_next")["seq"]
    tries: list[str] = []

    def lose_answers(route: Route) -> None:
        tries.append((route.request.post_data_json or {})["id"])
        if len(tries) == 3:
            route.continue_()
            return
        route.fetch()  # the hub does it, and the answer gets lost
        route.abort()

    remote.page.route("**/api/timer/actions", lose_answers)
    plus = remote.button("add", 60)
    plus.click()
    expect(plus).not_to_have_attribute("aria-busy", "true")
    assert (before, len(tries), len(set(tries)), hub.state()["seq"]) == (None, 3, 1, seq + 1)
    expect(remote.page.locator("#unsent")).to_be_hidden()


def test_a_request_that_the_network_held_back_is_refused(hub: StageHub) -> None:
    late = {"card": "stop", "until": hub.state()["now"] - 1, "id": str(uuid.uuid4())}
    with pytest.raises(OSError, match="409"):
        hub.ask("POST", "/api/timer/cards", late)
    assert hub.state()["card"] is None


def test_taken_out_of_the_pocket_it_is_right_at_once(browser: Browser, hub: StageHub) -> None:
    hub.tap("start_next")
    remote = Remote(browser, hub)
    remote.put_away()
    remote.page.evaluate("deaf = true")  # a socket that died in the pocket, unnoticed
    hub.tap("add", seconds=600)
    hub.show("stop")
    remote.take_out()
    expect(remote.card("stop")).to_have_attribute("aria-pressed", "true", timeout=AT_ONCE_MS)
    assert abs(seconds_left(remote) - hub.state()["remaining_ms"] / 1000) < 2


def test_a_phone_that_slept_counts_rightly_at_once(browser: Browser, hub: StageHub) -> None:
    hub.tap("start_next")
    remote = Remote(browser, hub)
    remote.put_away()
    remote.page.evaluate("slept = 90_000")  # its own clock stood meanwhile
    remote.take_out()
    remote.page.wait_for_function(
        """wanted => {
            const [minutes, seconds] = document.querySelector('#now [data-slot="figure"]').textContent.split(":");
            return Math.abs(minutes * 60 + Number(seconds) - wanted) < 3;
        }""",
        arg=hub.state()["remaining_ms"] / 1000,
        timeout=AT_ONCE_MS,
    )


def test_after_the_hub_has_been_away_the_remote_knows_all_again(browser: Browser, hub_alone: StageHub) -> None:
    hub_alone.tap("start_next")
    hub_alone.show("10")
    Screen(browser, hub_alone)
    remote = Remote(browser, hub_alone)
    hub_alone.kill()
    expect(remote.page.locator("#link")).to_have_attribute("data-state", "away")
    hub_alone.start_again()
    expect(remote.page.locator("#link")).to_have_attribute("data-state", "on", timeout=5_000)
    remote.expect_on("10")
    expect(remote.said).to_have_text(remote.word("shown", shown=1, count=1), timeout=GIVEN_UP_MS)
    expect(remote.button("add", 60).locator("small")).not_to_be_empty()
