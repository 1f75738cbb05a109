"""A page's socket without a page: Socket.IO over a websocket, as light as it can be, for tests and measurements."""

import json
import socket
from typing import Any

KEY = "dGhlIHNhbXBsZSBub25jZQ=="
ACCEPTED = b"s3pPLMBiTxaQ9kYGzzhZRbK+xOo="
MASK = bytes(4)  # of zeros: the content goes as it is
READ = 65536
Event = tuple[str, Any]


class SocketPage:
    """One connected page. `got` counts bytes received; give it to a selector, then ask for `events`."""

    def __init__(self, port: int, token: str, patience_s: float = 20.0) -> None:
        self.line = socket.create_connection(("127.0.0.1", port), timeout=patience_s)
        self.line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.got = 0
        self.answers: dict[int, Any] = {}
        self._bytes = b""
        self._early: list[Event] = []
        self._number = 0
        self._upgrade(token)
        self._expect("0{")
        self.send("40")
        self._expect("40{")

    def __enter__(self) -> "SocketPage":
        return self

    def __exit__(self, *exc: object) -> None:
        self.close()

    def fileno(self) -> int:
        return self.line.fileno()

    def close(self) -> None:
        self.line.close()

    def send(self, text: str) -> None:
        """One text frame."""
        self.line.sendall(_frame(1, text.encode()))

    def emit(self, name: str, content: object, *, answered: bool = True) -> int:
        """Send an event; the number under which its answer will stand in `answers`."""
        self._number += 1
        number = str(self._number) if answered else ""
        self.send(f"42{number}{json.dumps([name, content], separators=(',', ':'))}")
        return self._number

    def events(self) -> list[Event]:
        """Read once (it waits for the first bytes): the events that are whole now. Raises EOFError at the end."""
        found, self._early = self._early, []
        return found or self._read()

    def _read(self) -> list[Event]:
        heard = [self._heard(text) for text in self._texts(self._received())]
        return [event for event in heard if event is not None]

    def wait_for(self, name: str) -> Any:
        """The content of the next event of this name."""
        while True:
            events = self.events()
            for n, (heard, content) in enumerate(events):
                if heard == name:
                    self._early = events[n + 1 :]
                    return content

    def answer(self, number: int) -> Any:
        """The hub's answer to an emitted event."""
        while number not in self.answers:
            self._early += self._read()
        return self.answers.pop(number)

    def _heard(self, text: str) -> Event | None:
        if text == "2":
            self.send("3")
        elif text == "41":
            raise EOFError("the hub has hung up")
        elif text.startswith("42"):
            name, *content = json.loads(text[2:])
            return name, (content or [None])[0]
        elif text.startswith("43"):
            number, bracket, rest = text[2:].partition("[")
            self.answers[int(number)] = (json.loads(bracket + rest) or [None])[0]
        return None

    def _upgrade(self, token: str) -> None:
        host, port = self.line.getpeername()
        lines = (
            "GET /socket.io/?EIO=4&transport=websocket HTTP/1.1",
            f"Host: {host}:{port}",
            f"Authorization: Bearer {token}",
            "Upgrade: websocket",
            "Connection: Upgrade",
            f"Sec-WebSocket-Key: {KEY}",
            "Sec-WebSocket-Version: 13",
        )
        self.line.sendall(("\r\n".join(lines) + "\r\n\r\n").encode())
        while b"\r\n\r\n" not in self._bytes:
            self._bytes += self._received()
        head, _, self._bytes = self._bytes.partition(b"\r\n\r\n")
        assert head.startswith(b"HTTP/1.1 101"), head
        assert ACCEPTED in head, head

    def _expect(self, beginning: str) -> None:
        """Wait for a message; news of a topic may overtake the word that the page is in."""
        found = False
        while not found:
            for text in self._texts(b"") or self._texts(self._received()):
                found = found or text.startswith(beginning)
                event = self._heard(text)
                self._early += [event] if event is not None else []

    def _received(self) -> bytes:
        data = self.line.recv(READ)
        if not data:
            raise EOFError("the hub has closed the socket")
        self.got += len(data)
        return data

    def _texts(self, data: bytes) -> list[str]:
        self._bytes += data
        texts = []
        while (one := self._frame()) is not None:
            opcode, content = one
            if opcode == 8:
                raise EOFError("the hub has said goodbye")
            if opcode == 1:
                texts.append(content.decode())
        return texts

    def _frame(self) -> tuple[int, bytes] | None:
        held = self._bytes
        if len(held) < 2:
            return None
        size, begin = held[1] & 127, 2
        if size >= 126:
            begin = 4 if size == 126 else 10
            size = int.from_bytes(held[2:begin], "big")
        if len(held) < begin + size:
            return None
        self._bytes = held[begin + size :]
        return held[0] & 15, held[begin : begin + size]


def _frame(opcode: int, content: bytes) -> bytes:
    size = len(content)
    if size < 126:
        head = bytes((0x80 | opcode, 0x80 | size))
    else:
        head = bytes((0x80 | opcode, 0x80 | 126)) + size.to_bytes(2, "big")
    return head + MASK + content
