"""One POST to an address that is told of changes: signed, bounded in time, never redirected.

Of the answer only the first line is read. The bound holds for the whole exchange, not for each piece of it: an
address that answers a letter a second may hold up its own thread for two seconds and nobody else's.
"""

import hashlib
import hmac
import http.client
import queue
import socket
import ssl
import threading
import time
from contextlib import closing
from functools import cache
from typing import Any
from urllib.parse import SplitResult, urlsplit

LIMIT_S = 2.0
# One that hangs is left behind; more than these at a time are not begun.
_LOOKING = threading.BoundedSemaphore(8)
Place = tuple[socket.AddressFamily, socket.SocketKind, int, str, Any]
LONGEST_LINE = 1024
JSON = "application/json; charset=utf-8"


class PostTrouble(Exception):
    """An address did not take the message. `code` says why; `status` is the number it answered, if it did."""

    def __init__(self, code: str, status: int = 0) -> None:
        super().__init__(code)
        self.code = code
        self.status = status


def signature(secret: str, body: bytes) -> str:
    """What X-Kiosk-Signature says of a body."""
    return "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()


def post(url: str, secret: str, event: str, body: bytes, limit_s: float = LIMIT_S) -> None:
    """Send `body` (JSON) to `url`. Raises PostTrouble unless the answer is 2xx within `limit_s` seconds."""
    ends = time.monotonic() + limit_s
    parts = urlsplit(url)
    headers = {
        "Content-Type": JSON,
        "User-Agent": "kiosk",
        "Connection": "close",
        "X-Kiosk-Event": event,
        "X-Kiosk-Signature": signature(secret, body),
    }
    try:
        with closing(http.client.HTTPConnection(parts.netloc)) as line:
            line.sock = _connected(parts, ends)
            line.request("POST", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), body, headers)
            status = _status(line.sock, ends)
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        raise PostTrouble(_code(error)) from error
    if not 200 <= status < 300:
        raise PostTrouble("status", status)


def _connected(parts: SplitResult, ends: float) -> socket.socket:
    """A line to the address, through TLS where it asks for that."""
    host = parts.hostname or ""
    port = parts.port or (443 if parts.scheme == "https" else 80)
    line = _reached(_places(host, port, ends), ends)
    line.settimeout(_left(ends))
    if parts.scheme != "https":
        return line
    try:
        return _trust().wrap_socket(line, server_hostname=host)
    except (OSError, UnicodeError):
        line.close()
        raise


def _reached(places: list[Place], ends: float) -> socket.socket:
    """A connection to the first place that answers."""
    trouble = OSError("no place")
    for family, kind, protocol, _name, address in places:
        line = socket.socket(family, kind, protocol)
        try:
            line.settimeout(_left(ends))
            line.connect(address)
        except OSError as error:
            line.close()
            trouble = error
        else:
            return line
    raise trouble


def _places(host: str, port: int, ends: float) -> list[Place]:
    """Where a name leads. The system's look-up knows no limit of time, so it has a thread to be late in."""
    found: queue.SimpleQueue[list[Place] | OSError | UnicodeError] = queue.SimpleQueue()
    if not _LOOKING.acquire(timeout=_left(ends)):
        raise TimeoutError

    def look() -> None:
        try:
            found.put([*socket.getaddrinfo(host, port, 0, socket.SOCK_STREAM)])
        except (OSError, UnicodeError) as error:
            found.put(error)
        finally:
            _LOOKING.release()

    threading.Thread(target=look, name=f"look-up {host}", daemon=True).start()
    try:
        places = found.get(timeout=_left(ends))
    except queue.Empty as error:
        raise TimeoutError from error
    if isinstance(places, Exception):
        raise places
    return places


def _left(ends: float) -> float:
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _status(sock: socket.socket, ends: float) -> int:
    """The number in the answer's first line."""
    said = b""
    while b"\n" not in said:
        sock.settimeout(_left(ends))
        piece = sock.recv(LONGEST_LINE - len(said))
        if not piece:
            raise PostTrouble("no_answer")
        said += piece
        if len(said) >= LONGEST_LINE:
            break
    words = said.split(b"\n", 1)[0].split(maxsplit=2)
    if len(words) < 2 or not words[0].startswith(b"HTTP/") or not words[1].isdigit():
        raise PostTrouble("no_http")
    return int(words[1])


def _code(error: Exception) -> str:
    """Why nothing came through, for people to be told."""
    kinds: tuple[tuple[type[Exception], str], ...] = (
        (TimeoutError, "timeout"),
        (ConnectionRefusedError, "refused"),
        (ssl.SSLCertVerificationError, "certificate"),
        (ssl.SSLError, "no_tls"),
        (socket.gaierror, "unknown_host"),
        (UnicodeError, "unknown_host"),
        (ConnectionError, "no_answer"),
        (http.client.HTTPException, "malformed_url"),
    )
    return next((code for kind, code in kinds if isinstance(error, kind)), "unreachable")
