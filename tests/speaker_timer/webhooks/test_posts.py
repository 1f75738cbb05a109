"""One POST: what goes over the line, and what is told of every way it can fail."""

import hashlib
import hmac
import socket
import time
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Thread

import pytest

from speaker_timer.webhooks.posts import PostTrouble, post
from tests.speaker_timer.webhooks.receiver import Receiver

SECRET = "тайна"


def trouble(url: str, limit_s: float = 2.0) -> tuple[str, int]:
    """Why an address did not take a message."""
    with pytest.raises(PostTrouble) as caught:
        post(url, SECRET, "timer", b"{}", limit_s)
    return caught.value.code, caught.value.status


@contextmanager
def answering(*pieces: bytes, pause_s: float = 0.0) -> Iterator[str]:
    """An address that answers any request by these bytes, a piece at a time, and hangs up."""
    with socket.create_server(("127.0.0.1", 0)) as server:

        def serve() -> None:
            line, _ = server.accept()
            with line:
                line.settimeout(5)
                line.recv(65536)
                for piece in pieces:
                    try:
                        line.sendall(piece)
                        line.recv(1) if pause_s == 0 else _pause(line, pause_s)
                    except OSError:
                        return

        thread = Thread(target=serve, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.getsockname()[1]}/"
        thread.join(5)


def _pause(line: socket.socket, pause_s: float) -> None:
    line.settimeout(pause_s)
    try:
        line.recv(1)
    except TimeoutError:
        line.settimeout(5)


def test_a_look_up_that_hangs_is_left_behind_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    found = Event()

    def hang(*_: object) -> list[object]:
        found.wait(30)
        return []

    monkeypatch.setattr(socket, "getaddrinfo", hang)
    begun = time.monotonic()
    assert trouble("http://lamp.local/", 0.3) == ("timeout", 0)
    assert time.monotonic() - begun < 5
    found.set()


def test_a_message_is_signed_and_named() -> None:
    with Receiver() as receiver:
        post(receiver.url + "?to=lamp", SECRET, "card", b'{"seq": 1}')
        got = receiver.next()
    assert (got.path, got.event, got.body) == ("/timer?to=lamp", "card", b'{"seq": 1}')
    expected = hmac.new(SECRET.encode(), got.body, hashlib.sha256).hexdigest()
    assert got.headers["x-kiosk-signature"] == f"sha256={expected}"
    assert got.headers["content-type"] == "application/json; charset=utf-8"


@pytest.mark.parametrize("status", [302, 400, 403, 404, 500])
def test_what_is_not_taken_is_told_by_its_number(status: int) -> None:
    with Receiver() as receiver:
        receiver.status = status
        assert trouble(receiver.url) == ("status", status)


def test_a_redirection_is_not_followed() -> None:
    with Receiver() as receiver, Receiver() as elsewhere:
        receiver.status, receiver.headers = 307, {"Location": elsewhere.url}
        assert trouble(receiver.url) == ("status", 307)
        assert elsewhere.waiting == 0


def test_silence_is_waited_for_no_longer_than_allowed() -> None:
    with Receiver() as receiver:
        receiver.silent = True
        began = time.monotonic()
        assert trouble(receiver.url, 0.3) == ("timeout", 0)
        assert 0.25 < time.monotonic() - began < 1.5


def test_an_answer_letter_by_letter_is_silence_too() -> None:
    with answering(*(bytes([letter]) for letter in b"HTTP/1.1 200 OK"), pause_s=0.1) as url:
        began = time.monotonic()
        assert trouble(url, 0.4) == ("timeout", 0)
        assert time.monotonic() - began < 1.5


def test_nobody_at_the_address_is_told_so() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    assert trouble(f"http://127.0.0.1:{port}/") == ("refused", 0)


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (b"", "no_answer"),
        (b"220 smtp.example ESMTP\r\n", "no_http"),
        (b"HTTP/1.1 OK\r\n", "no_http"),
        (b"x" * 5000, "no_http"),
        (b"HTTP/1.1 \r\n", "no_http"),
    ],
)
def test_what_is_no_http_is_told_so(said: bytes, code: str) -> None:
    with answering(*([said] if said else [])) as url:
        assert trouble(url) == (code, 0)


def test_https_where_there_is_none_is_told_so() -> None:
    with answering(b"HTTP/1.1 400 Bad Request\r\n\r\n") as url:
        assert trouble(url.replace("http:", "https:"))[0] in {"no_tls", "no_answer"}


def test_an_unknown_name_is_told_so(monkeypatch: pytest.MonkeyPatch) -> None:
    def nobody(*_: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    assert trouble("http://" + "x" * 70 + ".example/") == ("unknown_host", 0)
    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    assert trouble("http://lamp.example/") == ("unknown_host", 0)
