"""One POST to an address that is told of changes: signed, bounded in time, never redirected.

Of the answer only the first line is read. The bound holds for the whole exchange, not for each piece of it: an
address that answers a letter a second may hold up its own thread for two seconds and nobody else's.
"""

import hashlib
import hmac
import http.client
import socket
import ssl
import time
from functools import cache
from urllib.parse import urlsplit

LIMIT_S = 2.0
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
    line = _connection(parts.scheme, parts.hostname or "", parts.port, limit_s)
    headers = {
        "Content-Type": JSON,
        "User-Agent": "kiosk",
        "Connection": "close",
        "X-Kiosk-Event": event,
        "X-Kiosk-Signature": signature(secret, body),
    }
    try:
        line.request("POST", (parts.path or "/") + (f"?{parts.query}" if parts.query else ""), body, headers)
        status = _status(line.sock, ends)
    except (OSError, http.client.HTTPException, UnicodeError) as error:
        raise PostTrouble(_code(error)) from error
    finally:
        line.close()
    if not 200 <= status < 300:
        raise PostTrouble("status", status)


def _connection(scheme: str, host: str, port: int | None, limit_s: float) -> http.client.HTTPConnection:
    if scheme == "https":
        return http.client.HTTPSConnection(host, port, timeout=limit_s, context=_trust())
    return http.client.HTTPConnection(host, port, timeout=limit_s)


@cache
def _trust() -> ssl.SSLContext:
    return ssl.create_default_context()


def _status(sock: socket.socket, ends: float) -> int:
    """The number in the answer's first line."""
    said = b""
    while b"\n" not in said:
        left = ends - time.monotonic()
        if left <= 0:
            raise TimeoutError
        sock.settimeout(left)
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
