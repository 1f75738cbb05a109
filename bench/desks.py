"""Desks for measurements: keep-alive connections in a process of their own, each with one request in flight.

The client is as light as it can be (ready-made bytes, one selector), so that what is measured is the hub.
"""

import multiprocessing
import selectors
import socket
import time
import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from urllib.parse import quote

Requests = list[bytes]


@dataclass(frozen=True, slots=True)
class Figures:
    """Times of all answered requests in ms, sorted; and how many were answered per second."""

    times: list[float]
    rate: float
    refused: int

    def share(self, of: float) -> float:
        """The percentile `of` 0…1, ms."""
        return self.times[min(int(len(self.times) * of), len(self.times) - 1)]


def check_ins(codes: list[str], token: str) -> Requests:
    """A POST for each ticket, each with a UUID of its own."""
    bodies = (f'{{"id":"{uuid.uuid4()}","code":"{code}","station":"Стол 1"}}'.encode() for code in codes)
    return [_head("POST", "/api/check-ins", token, len(body)) + body for body in bodies]


def searches(queries: list[str], token: str) -> Requests:
    """A GET for each query."""
    return [_head("GET", f"/api/attendees?limit=20&q={quote(query)}", token, 0) for query in queries]


def _head(method: str, path: str, token: str, length: int) -> bytes:
    lines = [f"{method} {path} HTTP/1.1", "Host: 127.0.0.1", f"Authorization: Bearer {token}"]
    if length:
        lines += ["Content-Type: application/json", f"Content-Length: {length}"]
    return ("\r\n".join(lines) + "\r\n\r\n").encode()


def run(port: int, desks: int, requests: Requests, seconds: float) -> Figures:
    """Send `requests` over `desks` connections until they or the `seconds` run out."""
    with multiprocessing.get_context("spawn").Pool(1) as client:
        return client.apply(_client, (port, desks, requests, seconds))


@dataclass(slots=True)
class _Desk:
    """One connection, and when its request went out."""

    line: socket.socket
    heard: bytes = b""
    sent_at: float = 0.0


def _client(port: int, desks: int, requests: Requests, seconds: float) -> Figures:
    todo = iter(requests)
    start = time.perf_counter()
    answered: list[tuple[float, bool]] = []
    with selectors.DefaultSelector() as waiting:
        for request in islice(todo, desks):
            line = socket.create_connection(("127.0.0.1", port))
            line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            desk = _Desk(line)
            waiting.register(line, selectors.EVENT_READ, desk)
            _ask(desk, request)
        answered.extend(_answers(waiting, todo, start + seconds))
    took = time.perf_counter() - start
    refused = sum(not fine for _, fine in answered)
    return Figures(sorted(ms for ms, _ in answered), len(answered) / took, refused)


def _answers(waiting: selectors.BaseSelector, todo: Iterator[bytes], until: float) -> Iterator[tuple[float, bool]]:
    """(ms, was it 200?) of every answer; the desk that got it asks the next at once."""
    while waiting.get_map():
        for key, _ in waiting.select():
            desk: _Desk = key.data
            desk.heard += desk.line.recv(65536)
            if not _whole(desk.heard):
                continue
            now = time.perf_counter()
            yield (now - desk.sent_at) * 1000, desk.heard.startswith(b"HTTP/1.1 200")
            request = next(todo, None) if now < until else None
            if request is None:
                waiting.unregister(desk.line)
                desk.line.close()
            else:
                _ask(desk, request)


def _ask(desk: _Desk, request: bytes) -> None:
    desk.heard = b""
    desk.sent_at = time.perf_counter()
    desk.line.sendall(request)


def _whole(heard: bytes) -> bool:
    head, blank, body = heard.partition(b"\r\n\r\n")
    at = head.lower().find(b"content-length:")
    return bool(blank) and at > 0 and len(body) >= int(head[at + 15 :].split(b"\r\n", 1)[0])
