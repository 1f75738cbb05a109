"""IPP, the language of print queues, as far as badges need it: ask a printer, give it a job, ask for or cancel a job.

RFC 8010 and 8011: big-endian, groups of attributes, each with a type byte, a name and a value; it travels as a POST.
"""

import getpass
import http.client
import io
import re
import socket
import struct
from dataclasses import dataclass, field
from pathlib import Path

from kiosk.paper import printers

PRINT_JOB, CANCEL_JOB, GET_JOB, GET_PRINTER, CUPS_QUEUES = 0x0002, 0x0008, 0x0009, 0x000B, 0x4002
_OPERATION, _JOB, _END = 0x01, 0x02, 0x03
_INTEGER, _ENUM, _BEGIN, _CLOSE, _MEMBER = 0x21, 0x23, 0x34, 0x37, 0x4A
_NAME, _KEYWORD, _URI, _CHARSET, _LANGUAGE, _MIME = 0x42, 0x44, 0x45, 0x47, 0x48, 0x49
_TYPES = {
    "attributes-charset": _CHARSET,
    "attributes-natural-language": _LANGUAGE,
    "printer-uri": _URI,
    "requesting-user-name": _NAME,
    "job-name": _NAME,
    "document-format": _MIME,
}
SOCKET = Path("/run/cups/cups.sock")
PORT = 631
_OK_BELOW = 0x0100
_ADDRESS = re.compile(r"ipps?://(?P<host>\[[0-9a-fA-F:]+\]|[\w.-]+)(?::(?P<port>\d{1,5}))?(?P<path>/[\w./%~+-]*)?")

Value = int | str | bytes | dict[str, "Value"]
Attributes = dict[str, list[Value]]


class IppError(Exception):
    """The queue refused; `status` is IPP's code. 0: it could not be understood."""

    def __init__(self, status: int) -> None:
        super().__init__(f"0x{status:04x}")
        self.status = status


@dataclass(frozen=True, slots=True)
class Reply:
    """What a printer says: its attributes, group by group."""

    groups: list[Attributes] = field(default_factory=list)

    def first(self, name: str) -> Value | None:
        """The first value of an attribute, wherever it stands."""
        return next((group[name][0] for group in self.groups if group.get(name)), None)

    def every(self, name: str) -> list[str]:
        """All values of an attribute, as text."""
        return [str(value) for group in self.groups for value in group.get(name, [])]


class _ThroughSocket(http.client.HTTPConnection):
    """HTTP through the local service's own socket, where a job's owner is known by the system."""

    def connect(self) -> None:
        self.sock = socket.socket(socket.AF_UNIX)
        self.sock.settimeout(self.timeout)
        self.sock.connect(str(SOCKET))


class Queue:
    """A printer of this box's CUPS by its name, or any by `ipp://host:port/path`."""

    def __init__(self, address: str) -> None:
        found = _ADDRESS.fullmatch(address)
        self.local = found is None
        self.host = found["host"].strip("[]") if found else "localhost"
        self.port = int(found["port"] or PORT) if found else PORT
        self.path = (found["path"] or "/ipp/print") if found else f"/printers/{address}"
        shown = f"[{self.host}]" if ":" in self.host else self.host
        self.uri = f"ipp://{shown}:{self.port}{self.path}"

    def ask(self, operation: int, asked: Attributes, job: Attributes | None = None, document: bytes = b"") -> Reply:
        """Send one operation. Raises OSError where nobody answers, IppError where the answer is no."""
        about: Attributes = {
            "attributes-charset": ["utf-8"],
            "attributes-natural-language": ["en"],
            "printer-uri": [self.uri],
            "requesting-user-name": [getpass.getuser()],
        }
        groups = _group(_OPERATION, {**about, **asked}) + (_group(_JOB, job) if job else b"")
        body = struct.pack(">BBHI", 1, 1, operation, 1) + groups + bytes([_END]) + document
        return understood(self._post(body))

    def _post(self, body: bytes) -> bytes:
        made = _ThroughSocket if self.local and SOCKET.exists() else http.client.HTTPConnection
        line = made(self.host, self.port, timeout=printers.TIMEOUT_S)
        headers = {"Content-Type": "application/ipp"}
        if self.local:
            headers["Authorization"] = f"PeerCred {getpass.getuser()}"
        try:
            line.request("POST", self.path, body, headers)
            reply = line.getresponse()
            answer = reply.read()
        except http.client.HTTPException as error:
            raise IppError(0) from error
        finally:
            line.close()
        if reply.status != http.client.OK:
            raise IppError(0)
        return answer


def _group(tag: int, attributes: Attributes) -> bytes:
    written = bytes([tag])
    for name, values in attributes.items():
        for place, value in enumerate(values):
            written += _written("" if place else name, value, _TYPES.get(name))
    return written


def _written(name: str, value: Value, kind: int | None) -> bytes:
    if isinstance(value, dict):
        members = b"".join(
            _line(_MEMBER, "", key.encode()) + _written("", member, None) for key, member in value.items()
        )
        return _line(_BEGIN, name, b"") + members + _line(_CLOSE, "", b"")
    if isinstance(value, int):
        return _line(kind or _INTEGER, name, struct.pack(">i", value))
    return _line(kind or _KEYWORD, name, value.encode() if isinstance(value, str) else value)


def _line(kind: int, name: str, value: bytes) -> bytes:
    return struct.pack(">BH", kind, len(name)) + name.encode() + struct.pack(">H", len(value)) + value


def understood(answer: bytes) -> Reply:
    """Read an answer. Raises IppError with its status if it is a refusal, with 0 if it is damaged."""
    try:
        status, groups = parsed(answer)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise IppError(0) from error
    if status >= _OK_BELOW:
        raise IppError(status)
    return Reply(groups)


def parsed(message: bytes) -> tuple[int, list[Attributes]]:
    """Status (or operation) and the groups of a message; collections are left out, for nobody here reads them."""
    file = io.BytesIO(message)
    status = int(struct.unpack(">BBHI", file.read(8))[2])
    groups: list[Attributes] = []
    name, depth = "", 0
    while (tag := file.read(1)[0]) != _END:
        if tag < 0x10:
            groups.append({})
            continue
        given, value = _text(file), file.read(struct.unpack(">H", file.read(2))[0])
        depth += {_BEGIN: 1, _CLOSE: -1}.get(tag, 0)
        if depth or tag == _CLOSE:
            continue
        name = given or name
        groups[-1].setdefault(name, []).append(_value(tag, value))
    return status, groups


def _text(file: io.BytesIO) -> str:
    return file.read(struct.unpack(">H", file.read(2))[0]).decode()


def _value(tag: int, value: bytes) -> Value:
    if tag in (_INTEGER, _ENUM):
        return int(struct.unpack(">i", value)[0])
    return value.decode(errors="replace")
