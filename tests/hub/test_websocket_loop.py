"""All sockets in one thread: pages come and go, fall silent, talk nonsense, and none disturbs another."""

import os
import signal
import socket
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from hub.access import Role
from hub.serving import THREADS
from tests.live_hub import LiveHub
from tests.socket_page import MASK, SocketPage
from tests.speaker_timer.stage import StageHub

SILENT_S = 12.0  # the hub asks every five seconds and waits four


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StageHub]:
    stage = StageHub(tmp_path_factory.mktemp("sockets"))
    with stage:
        # Made now: while a command runs a page answers no ping, and on a busy machine would be put out.
        for role in (Role.HOST, Role.ORGANISER):
            stage.token(role)
        yield stage


@pytest.fixture
def page(hub: StageHub) -> Iterator[SocketPage]:
    page = SocketPage(hub.port, hub.token(Role.HOST))
    yield page
    page.close()


class Stranger(SocketPage):
    """Shakes hands and answers pings, and never joins."""

    def send(self, text: str) -> None:
        if text != "40":
            super().send(text)

    def _expect(self, beginning: str) -> None:
        if beginning != "40{":
            super()._expect(beginning)


def is_closed(page: SocketPage) -> bool:
    """Does the hub end this connection soon?"""
    until = time.monotonic() + SILENT_S
    with suppress(EOFError, ConnectionResetError):
        while time.monotonic() < until:  # a page that is not put out is asked for life, and reads that, for ever
            page.events()
        return False
    return True


def still_works(page: SocketPage) -> bool:
    answer: dict[str, int] = page.answer(page.emit("beat", None))
    return answer.keys() == {"now", "steady", "set"}


def test_what_is_published_comes_to_every_page_at_once(hub: StageHub, page: SocketPage) -> None:
    other = SocketPage(hub.port, hub.token(Role.ORGANISER))
    seq = hub.show("5")["seq"]
    assert [one.wait_for("timer")["seq"] for one in (page, other)] == [seq, seq]
    other.close()


def test_a_quick_event_is_answered_and_so_is_one_before_the_page_has_come_in(hub: StageHub) -> None:
    page = SocketPage(hub.port, hub.token(Role.HOST))
    numbers = [page.emit("painted", {"seq": 0, "card": "", "view": "watch"}) for _ in range(5)]
    assert all("steady" in page.answer(number) for number in numbers)
    assert still_works(page)
    page.close()


def test_an_event_without_a_number_wants_no_answer(page: SocketPage) -> None:
    page.emit("beat", None, answered=False)
    assert still_works(page)
    assert page.answers == {}


def test_the_steady_clock_in_the_answers_only_grows(page: SocketPage) -> None:
    told = [page.answer(page.emit("beat", None))["steady"] for _ in range(50)]
    assert told == sorted(told)


@pytest.mark.parametrize(
    "nonsense",
    [b"\x00\x00\x00\x00", b"\x81\x05hello", b"\x83\x80" + MASK, b"\xff" * 64, b"\x81\xff" + b"\x7f" * 8 + MASK],
)
def test_a_page_that_breaks_the_protocol_is_put_out_and_no_other(
    hub: StageHub, page: SocketPage, nonsense: bytes
) -> None:
    broken = SocketPage(hub.port, hub.token(Role.HOST))
    broken.line.sendall(nonsense)
    assert is_closed(broken)
    broken.close()
    assert still_works(page)


@pytest.mark.parametrize(
    "text", ["42", '42["beat"', "42[]", "42[1,2]", '42999999["beat"]', "9", "", "451-", '42["beat",{}', "b!!"]
)
def test_a_page_that_talks_nonsense_disturbs_no_other(hub: StageHub, page: SocketPage, text: str) -> None:
    strange = SocketPage(hub.port, hub.token(Role.HOST))
    strange.send(text)
    assert still_works(page)
    strange.close()


@pytest.mark.parametrize("event", ["beat", "painted"])
def test_a_page_whose_json_is_nested_too_deep_is_put_out_and_no_other(
    hub: StageHub, page: SocketPage, event: str
) -> None:
    deep = SocketPage(hub.port, hub.token(Role.HOST))
    deep.send(f'42["{event}",' + "[" * 16_000)
    assert is_closed(deep)
    deep.close()
    assert still_works(page)


def test_a_page_that_does_not_answer_or_never_joins_is_put_out_in_time(hub: StageHub) -> None:
    silent = SocketPage(hub.port, hub.token(Role.HOST))
    silent.line.settimeout(SILENT_S)
    vars(silent)["send"] = lambda text: None  # it reads, and answers nothing
    stranger = Stranger(hub.port, hub.token(Role.HOST))
    stranger.line.settimeout(SILENT_S)
    assert is_closed(silent)
    assert is_closed(stranger)
    for one in (silent, stranger):
        one.close()


def test_a_page_that_says_more_than_anybody_can_hear_is_put_out_and_no_other(hub: StageHub, page: SocketPage) -> None:
    loud = SocketPage(hub.port, hub.token(Role.HOST))
    with suppress(BrokenPipeError, ConnectionResetError):
        for _ in range(5_000):
            loud.send('42["something",{}]')
    assert is_closed(loud)
    loud.close()
    assert still_works(page)


def test_a_page_that_reads_nothing_holds_nobody_up(hub: StageHub, page: SocketPage) -> None:
    deaf = SocketPage(hub.port, hub.token(Role.HOST))
    deaf.line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    seq = [hub.show("message", "Громче! " * 14)["seq"] for _ in range(40)][-1]
    while page.wait_for("timer")["seq"] < seq:
        continue
    deaf.close()


def test_a_device_that_is_shut_out_is_hung_up_on(hub: StageHub) -> None:
    token = hub.command("token", "display", "Чужой экран").split()[-1]
    lost = SocketPage(hub.port, token)
    lost.emit("painted", {"seq": 0, "card": ""})
    told = hub.ask("GET", "/api/timer/displays")["displays"]
    device = next(one["device"] for one in told if one["name"] == "Чужой экран")
    hub.ask("POST", f"/api/timer/displays/{device}/remove")
    assert is_closed(lost)
    lost.close()


def test_more_pages_listen_than_the_web_server_has_threads(hub: StageHub) -> None:
    pages = [SocketPage(hub.port, hub.token(Role.HOST)) for _ in range(THREADS + 20)]
    seq = hub.show("stop")["seq"]
    for page in pages:
        while page.wait_for("timer")["seq"] < seq:
            continue
    for page in pages:
        page.close()
    assert hub.state()["seq"] == seq


def test_a_hub_that_stops_says_goodbye_at_once(tmp_path: Path) -> None:
    with LiveHub(tmp_path / "hub") as hub:
        page = SocketPage(hub.port, hub.token(Role.ORGANISER))
        os.kill(hub.pid, signal.SIGTERM)
        assert is_closed(page)
        page.close()
