"""The host's taps on the day: each does what it says, and says beforehand what it does to the end of the day."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from hub.programme.kinds import Kind
from tests.speaker_timer.remote_page import Remote
from tests.speaker_timer.stage import StageHub

pytestmark = pytest.mark.browser

MINUTE = 60_000


def clock_text(moment: int, state: Any) -> str:
    """A moment as 12:05 at the venue."""
    return f"{datetime.fromtimestamp((moment + state['utc_offset']) / 1000, UTC):%H:%M}"


@pytest.fixture
def remote(browser: Browser, hub: StageHub) -> Remote:
    """A remote while the first talk runs."""
    hub.tap("start_next")
    opened = Remote(browser, hub)
    expect(opened.button("pause")).to_be_enabled()
    return opened


def test_time_is_given_and_taken(remote: Remote, hub: StageHub) -> None:
    for seconds in (-60, 60, 300):
        before = hub.state()["anchor"]["slot"]
        state = remote.tap(remote.button("add", seconds))
        assert state["anchor"]["slot"] == before + seconds * 1000
        expect(remote.last).to_contain_text(f"{'+' if seconds > 0 else '−'}{abs(seconds) // 60}")


def test_the_clock_stands_and_goes_on(remote: Remote) -> None:
    assert remote.tap(remote.button("pause"))["running"] is False
    expect(remote.button("pause")).to_be_hidden()
    expect(remote.page.locator("#now")).to_have_attribute("data-tone", "paused")
    assert remote.tap(remote.button("resume"))["running"] is True
    expect(remote.button("resume")).to_be_hidden()


def test_questions_begin_and_the_talk_goes_on(remote: Remote) -> None:
    assert remote.tap(remote.button("questions"))["phase"] == "questions"
    expect(remote.page.locator("#now .phase")).to_have_text(remote.word("phase_questions"))
    assert remote.tap(remote.button("talk"))["phase"] == "talk"


def test_undo_names_what_it_brings_back(remote: Remote, hub: StageHub) -> None:
    before = hub.state()["anchor"]["slot"]
    remote.tap(remote.button("add", 300))
    undo = remote.undo()
    without = remote.word("back_add", amount="+" + remote.word("minutes", count=5))
    expect(undo).to_contain_text(remote.word("bring_back", what=without))
    expect(undo.locator('[data-slot="effect"]')).to_have_text(re.compile(r"\d\d:\d\d"))
    with remote.page.expect_request("**/api/timer/actions") as sent:
        assert remote.tap(undo)["anchor"]["slot"] == before
    assert (sent.value.post_data_json or {})["undo_to"], "it names the change that this host has seen"
    expect(undo).to_contain_text(remote.word("bring_back", what=remote.word("back_start_next")))
    remote.page.set_viewport_size({"width": 360, "height": 640})
    for line in undo.locator("small").all():
        assert line.evaluate("line => [line.scrollWidth <= line.clientWidth, getComputedStyle(line).whiteSpace]") == [
            True,
            "normal",
        ], "nothing of it is cut on a small phone"


def test_the_next_item_starts_once_however_quick_the_thumb(remote: Remote, hub: StageHub) -> None:
    following = hub.state()["next"]["id"]
    remote.button("start_next").dblclick()
    state = remote.until(lambda state: state["item"]["id"] == following)
    remote.page.wait_for_function("() => !document.querySelector('[aria-busy]')")
    assert hub.state()["seq"] == state["seq"]


def test_two_hosts_who_start_the_next_at_once_skip_no_talk(hub: StageHub, remote: Remote) -> None:
    following = hub.state()["next"]["id"]
    remote.page.evaluate("deaf = true")
    remote.page.route("**/api/timer", lambda route: route.abort())
    hub.tap("start_next")
    remote.button("start_next").click()
    expect(remote.page.locator("#unsent")).to_be_visible()
    assert hub.state()["item"]["id"] == following, "what the other host has started goes on"


def test_the_main_tap_is_the_thing_to_do_when_time_is_up(remote: Remote, hub: StageHub) -> None:
    start = remote.button("start_next")
    expect(start).not_to_have_class(re.compile("primary"))
    hub.leave(0)
    expect(start).to_have_class(re.compile("primary"))
    expect(remote.figure).to_have_text(re.compile(r"^\+0:\d\d$"))
    expect(remote.page.locator('#now [data-slot="word"]')).to_have_text(remote.word("left_over"))
    assert [400] in remote.page.evaluate("trembled"), "the phone trembles once when time is up"


def test_every_tap_tells_the_end_of_the_day_beforehand(remote: Remote, hub: StageHub) -> None:
    state = hub.state()
    five = clock_text(state["ends_at"] + 5 * MINUTE, state)
    expect(remote.button("add", 300)).to_contain_text(remote.word("ends", time=five))
    speaker = state["next"]["speaker"]
    expect(remote.button("start_next")).to_contain_text(re.compile(f"{speaker}.*{remote.word('ends', time='')}"))
    remote.tap(remote.button("add", 300))
    six = clock_text(state["ends_at"] + 6 * MINUTE, state)
    expect(remote.button("add", 60)).to_contain_text(remote.word("ends", time=six))


def test_what_was_told_beforehand_is_what_comes(remote: Remote) -> None:
    remote.open("rundown")
    waits = remote.page.locator("#items [data-going=waits]")
    item = int(waits.nth(1).locator("[data-action=skip]").get_attribute("data-item") or 0)
    remote.unfold(item)
    skip = remote.button("skip", item=item)
    expect(skip.locator("small")).not_to_be_empty()
    told = re.search(r"\d\d:\d\d", skip.locator("small").inner_text())
    state = remote.tap(skip)
    assert told is not None
    assert told.group() == clock_text(state["ends_at"], state)


def test_lines_of_the_rundown_are_started_swapped_and_skipped(remote: Remote, hub: StageHub) -> None:
    remote.open("rundown")
    first, second, third, *_ = [one["id"] for one in hub.state()["rundown"] if one["going"] == "waits"]
    remote.unfold(first)
    remote.tap(remote.button("swap", item=first))
    assert [one["id"] for one in hub.state()["rundown"] if one["going"] == "waits"][:2] == [second, first]
    remote.unfold(first)
    remote.tap(remote.button("skip", item=first))
    expect(remote.page.locator("#items [data-going=skipped]")).to_have_count(1)
    remote.unfold(third)
    assert remote.tap(remote.button("start", item=third))["item"]["id"] == third


def test_a_slip_in_the_programme_is_taken_back_where_it_was_made(remote: Remote, hub: StageHub) -> None:
    remote.open("rundown")
    last = [one["id"] for one in hub.state()["rundown"] if one["going"] == "waits"][-1]
    remote.unfold(last)
    remote.tap(remote.button("skip", item=last))
    undo = remote.undo("rundown")
    expect(undo).to_contain_text(remote.word("bring_back", what=remote.word("back_skip")))
    expect(undo.locator('[data-slot="effect"]')).to_have_text(re.compile(r"\d\d:\d\d"))
    expect(undo).to_be_in_viewport(ratio=1)  # the last line is far down
    state = remote.tap(undo)
    assert next(one["going"] for one in state["rundown"] if one["id"] == last) == "waits"
    for width in (1024, 768):
        remote.page.set_viewport_size({"width": width, "height": 768})
        expect(undo).to_be_hidden()  # the hand stands beside the programme, with the same tap
        word = remote.undo().locator(".what > span")
        assert word.evaluate("word => word.offsetHeight < 1.5 * parseFloat(getComputedStyle(word).lineHeight)"), width


def test_a_line_shows_planned_expected_and_real_times(remote: Remote, hub: StageHub) -> None:
    hub.tap("add", seconds=600)
    remote.open("rundown")
    following = hub.state()["next"]
    line = remote.page.locator("#items .item", has=remote.page.locator(f"[data-item='{following['id']}']"))
    expect(line.locator("[data-slot=at]")).to_have_text(clock_text(following["start"], hub.state()))
    expect(line.locator("[data-slot=planned]")).to_have_text(clock_text(following["planned_start"], hub.state()))
    expect(line.locator("[data-slot=going]")).to_have_text(remote.word("going_waits"))


def test_a_delay_is_shifted_or_eaten_by_the_break(remote: Remote, hub: StageHub) -> None:
    hub.tap("add", seconds=1200)
    remote.open("rundown")
    least = remote.page.locator("#least")
    expect(least).to_have_value("15")
    eat = remote.button("eat_break")
    expect(eat).to_contain_text("−15")
    least.fill("20")
    expect(eat).to_contain_text("−10")
    state = remote.tap(eat)
    assert next(one for one in state["rundown"] if one["kind"] == Kind.BREAK)["length"] == 20 * MINUTE
    assert remote.tap(remote.button("shift"))["action"] == "shift"
    expect(remote.page.locator("#now .late")).to_have_attribute("data-day", "on_time")


def test_the_delay_is_told_and_the_last_item_can_be_ended(remote: Remote, hub: StageHub) -> None:
    hub.tap("add", seconds=260)
    late = remote.word("late", amount=remote.word("minutes", count="#"))
    expect(remote.page.locator("#now .late")).to_have_text(re.compile(re.escape(late).replace(r"\#", r"\d+")))
    hub.go_to(Kind.QUESTIONS)
    for one in [one["id"] for one in hub.state()["rundown"] if one["going"] == "waits"]:
        hub.tap("skip", item=one)
    assert remote.tap(remote.page.locator(".main[data-action=finish]"))["phase"] == "over"
    expect(remote.page.locator("#now .phase")).to_have_text(remote.word("phase_over"))
    expect(remote.figure).to_be_hidden()


def test_two_hosts_agree_and_see_who_was_the_last(browser: Browser, remote: Remote) -> None:
    other = Remote(browser, remote.hub, name="Тимур")
    other.tap(other.button("add", 300))
    expect(remote.last).to_have_text(re.compile(r"^Тимур: \+5"))
    remote.tap(remote.card("stop"))
    other.expect_on("stop")
    expect(other.last).to_contain_text("Динара")
    figures = [int(one.figure.inner_text().replace(":", "")) for one in (remote, other)]
    assert abs(figures[0] - figures[1]) <= 1


def test_a_day_that_runs_early_is_told(remote: Remote, hub: StageHub) -> None:
    hub.tap("start_next")
    early = remote.word("early", amount=remote.word("minutes", count="#"))
    place = remote.page.locator("#now .late")
    expect(place).to_have_text(re.compile(re.escape(early).replace(r"\#", r"(29|30)")))
    expect(place).to_have_attribute("data-day", "early")
