"""Frames of the websocket protocol (RFC 6455), as a server sends and reads them. Pure: bytes in, bytes out."""

import base64
import hashlib
from enum import IntEnum

_GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"
_FIN, _MASKED, _LENGTH = 0x80, 0x80, 0x7F
_RESERVED, _OPCODE, _CONTROL = 0x70, 0x0F, 0x08
_SHORT = 125
_TWO_BYTES, _EIGHT_BYTES = 126, 127


class Opcode(IntEnum):
    """What a frame is."""

    MORE = 0
    TEXT = 1
    BINARY = 2
    CLOSE = 8
    PING = 9
    PONG = 10


class ProtocolError(Exception):
    """The other side does not speak websocket; the connection must end."""


def accept(key: str) -> str:
    """The answer to a browser's Sec-WebSocket-Key."""
    return base64.b64encode(hashlib.sha1((key + _GUID).encode(), usedforsecurity=False).digest()).decode()


def frame(opcode: Opcode, payload: bytes) -> bytes:
    """A whole frame as a server sends it."""
    size = len(payload)
    if size <= _SHORT:
        head = bytes((_FIN | opcode, size))
    elif size < 1 << 16:
        head = bytes((_FIN | opcode, _TWO_BYTES)) + size.to_bytes(2, "big")
    else:
        head = bytes((_FIN | opcode, _EIGHT_BYTES)) + size.to_bytes(8, "big")
    return head + payload


class Reader:
    """Makes messages of a client's bytes, however they are cut; none may be longer than `longest` bytes."""

    def __init__(self, longest: int) -> None:
        self._longest = longest
        self._bytes = bytearray()
        self._begun: tuple[Opcode, bytearray] | None = None

    def feed(self, data: bytes) -> list[tuple[Opcode, bytes]]:
        """The messages that are whole now, and control frames between them. Raises ProtocolError."""
        self._bytes += data
        found = []
        while (one := self._next()) is not None:
            message = self._joined(*one)
            if message is not None:
                found.append(message)
        return found

    def _next(self) -> tuple[bool, Opcode, bytes] | None:
        """The next frame: is it the last of its message, what it is, its content; None until all of it is here."""
        held = self._bytes
        if len(held) < 2:
            return None
        first, second = held[0], held[1]
        if first & _RESERVED or not second & _MASKED:
            raise ProtocolError("a client masks its frames and sets no reserved bits")
        extra = {_TWO_BYTES: 2, _EIGHT_BYTES: 8}.get(second & _LENGTH, 0)
        begin = 2 + extra + 4
        if len(held) < begin:
            return None
        size = int.from_bytes(held[2 : 2 + extra], "big") if extra else second & _LENGTH
        if size > self._longest:
            raise ProtocolError("too long")
        if len(held) < begin + size:
            return None
        content = _unmasked(bytes(held[begin : begin + size]), bytes(held[begin - 4 : begin]))
        del held[: begin + size]
        return bool(first & _FIN), _opcode(first & _OPCODE), content

    def _joined(self, last: bool, opcode: Opcode, content: bytes) -> tuple[Opcode, bytes] | None:
        if opcode & _CONTROL:
            return opcode, content
        if (opcode == Opcode.MORE) != (self._begun is not None):
            raise ProtocolError("parts of messages in disorder")
        kind, parts = self._begun or (opcode, bytearray())
        parts += content
        if len(parts) > self._longest:
            raise ProtocolError("too long")
        self._begun = None if last else (kind, parts)
        return (kind, bytes(parts)) if last else None


def _opcode(number: int) -> Opcode:
    try:
        return Opcode(number)
    except ValueError as error:
        raise ProtocolError("an unknown kind of frame") from error


def _unmasked(content: bytes, mask: bytes) -> bytes:
    size = len(content)
    # As one large number: a byte at a time would be the slowest thing on the way of a heartbeat.
    key = int.from_bytes((mask * (size // 4 + 1))[:size], "big")
    return (int.from_bytes(content, "big") ^ key).to_bytes(size, "big")
