"""The floor of bench/timer.py: a bare program that broadcasts ready-made bytes and counts what comes back.

It speaks just enough of HTTP, websocket and Socket.IO for the same clients; it has no database, no roles, no timer.
"""

import json
import multiprocessing
import selectors
import socket
from dataclasses import dataclass, field
from types import TracebackType
from typing import Any

from hub.websocket_frames import Opcode, Reader, accept, frame

LONGEST = 65536
HELLO = '0{"sid":"x","upgrades":[],"pingTimeout":20000,"pingInterval":60000,"maxPayload":65536}'


class Floor:
    """The bare program, in a process of its own: a context manager. `state` is what it broadcasts."""

    def __init__(self, state: dict[str, Any], displays: int) -> None:
        context = multiprocessing.get_context("spawn")
        mine, theirs = context.Pipe()
        self._pipe = mine
        self._process = context.Process(target=_serve, args=(state, displays, theirs), daemon=True)
        self.port = 0

    def __enter__(self) -> "Floor":
        self._process.start()
        self.port = self._pipe.recv()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._process.kill()


@dataclass(slots=True, eq=False)
class _Visitor:
    line: socket.socket
    is_host: bool = False
    reader: Reader | None = None
    seq: int = 0
    head: bytes = b""


@dataclass(slots=True)
class _Stage:
    state: dict[str, Any]
    displays: int
    seq: int = 0
    sockets: list[_Visitor] = field(default_factory=list)

    def broadcast(self) -> None:
        self.seq += 1
        told = frame(Opcode.TEXT, f'42["timer",{json.dumps({**self.state, "seq": self.seq})}]'.encode())
        for visitor in self.sockets:
            visitor.line.send(told)

    def heard(self, visitor: _Visitor, text: str) -> None:
        if text == "40":
            visitor.line.send(frame(Opcode.TEXT, b'40{"sid":"x"}'))
        elif text.startswith("42"):
            begin = text.find("[")
            visitor.seq = json.loads(text[begin:])[1]["seq"]
            visitor.line.send(frame(Opcode.TEXT, f'43{text[2:begin]}[{{"steady":1,"set":0}}]'.encode()))
            seen = [one.seq for one in self.sockets if one.seq >= self.seq and not one.is_host]
            if len(seen) == self.displays and self.seq:
                self.tell_host(seen)

    def tell_host(self, seen: list[int]) -> None:
        line = {"device": "0" * 36, "name": "Дисплей 1", "view": "stage", "card": "1-stop-1", "size": "1920x1080"}
        told = json.dumps({"displays": [{**line, "here": True, "seq": seq} for seq in seen]})
        for host in self.sockets:
            if host.is_host:
                host.line.send(frame(Opcode.TEXT, f'42["displays",{told}]'.encode()))


def _serve(state: dict[str, Any], displays: int, pipe: Any) -> None:
    stage = _Stage(state, displays)
    door = socket.create_server(("127.0.0.1", 0), backlog=512)
    pipe.send(door.getsockname()[1])
    with selectors.DefaultSelector() as waiting:
        waiting.register(door, selectors.EVENT_READ)
        while True:
            for key, _ in waiting.select():
                if key.fileobj is door:
                    line, _address = door.accept()
                    line.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
                    waiting.register(line, selectors.EVENT_READ, _Visitor(line))
                elif not _read(stage, key.data):
                    waiting.unregister(key.fileobj)
                    key.data.line.close()


def _read(stage: _Stage, visitor: _Visitor) -> bool:
    """Take what a visitor says; False when it has gone."""
    data = visitor.line.recv(LONGEST)
    if not data:
        return False
    if visitor.reader is not None:
        for opcode, content in visitor.reader.feed(data):
            if opcode == Opcode.TEXT:
                stage.heard(visitor, content.decode())
        return True
    visitor.head += data
    if b"\r\n\r\n" in visitor.head:
        _request(stage, visitor)
    return True


def _request(stage: _Stage, visitor: _Visitor) -> None:
    head = visitor.head.decode()
    visitor.head = b""
    if head.startswith("POST"):
        stage.broadcast()
        visitor.line.send(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
        return
    key = next(line.partition(": ")[2] for line in head.splitlines() if line.startswith("Sec-WebSocket-Key"))
    answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    visitor.line.send(f"{answer}Sec-WebSocket-Accept: {accept(key)}\r\n\r\n".encode())
    visitor.line.send(frame(Opcode.TEXT, HELLO.encode()))
    visitor.reader, visitor.is_host = Reader(LONGEST), "Bearer host" in head
    stage.sockets.append(visitor)
