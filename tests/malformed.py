"""Requests that are wrong in every way their OpenAPI description allows to be wrong."""

import json
import random
import uuid
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

Schema = dict[str, Any]

HUGE = 10**30
TEXTS = ("\0", "\ud800", "'; DROP TABLE attendee; --", "%s%n", "{{7*7}}", "../../etc/passwd", "ы" * 300_0, "🎫" * 9)
TOKENS = ("", "Bearer", "Bearer ", "Bearer x", "Basic a2lvc2s6", "bearer \xff\xfe", "Bearer " + "A" * 9000, "Bearer \0")
METHODS = ("PUT", "DELETE", "TRACE", "PROPFIND", "CONNECT", "G\xcbT", "")
TYPES = (
    "",
    "text/plain",
    "application/xml",
    "application/jsonx",
    "multipart/form-data",
    "application/json/json",
    "\xff",
)
NUMBERS = ("0", "-1", "abc", "1.5", "1e9", str(2**63), str(HUGE), "%00", "..", "1/../2", "Ⅷ", "\ud800", "' OR 1=1 --")
LENGTHS = ("-1", "abc", str(HUGE), "1.5")
COOKIES = ("session=", "session=.eJw", "session=\xff", "known=x; session=" + "a" * 5000, "=;=;")
BAD_JSON = (
    b"", b"{", b"[]", b"null", b'"text"', b"{}}", b"\xff\xfe\x00", b'{"id": NaN}', b"\xef\xbb\xbf{}", b"[" * 20_000,
    b'{"a":' * 5_000, "{}".encode("utf-16"), b'{"id": "\xd0"}', b"{" + b" " * 70_000 + b"}", b"1e999", b"\0",
)  # fmt: skip


@dataclass(frozen=True)
class Operation:
    """A method and a path as described, with the schemas it refers to."""

    method: str
    path: str
    described: Schema
    schemas: dict[str, Schema] = field(repr=False)

    @property
    def body(self) -> Schema | None:
        """The schema of its JSON body, if it takes one."""
        content = self.described.get("requestBody", {}).get("content", {})
        return self.resolve(content["application/json"]["schema"]) if "application/json" in content else None

    def resolve(self, schema: Schema) -> Schema:
        """Follow a reference."""
        return self.schemas[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


@dataclass
class Wrong:
    """A request as it goes over the line. `routed`: it reaches the operation, whose described statuses then hold."""

    method: str
    path: str
    query: str = ""
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    routed: bool = True


def operations(description: Schema) -> list[Operation]:
    """Everything that an OpenAPI description describes."""
    schemas = description["components"]["schemas"]
    return [
        Operation(method.upper(), path, described, schemas)
        for path, methods in description["paths"].items()
        for method, described in methods.items()
    ]


def malformed(op: Operation, chance: random.Random, token: str) -> Wrong:
    """One request that is wrong in one way, drawn from all the ways this operation can be asked wrongly."""
    ways: list[Callable[[Wrong, Operation, random.Random], None]] = [_token, _method, _path]
    if op.body is not None:
        ways += [_field] * 6 + [_json] * 3 + [_type, _length]
    if any(where["in"] == "query" for where in op.described["parameters"]):
        ways += [_query] * 3
    if "{" in op.path:
        ways += [_number] * 3
    right = Wrong(op.method, op.path, headers={"Authorization": f"Bearer {token}", "Content-Type": "application/json"})
    if op.body is not None:
        right.body = json.dumps(_fitting(op, op.body)).encode()
    chance.choice(ways)(right, op, chance)
    right.path = right.path.replace("{", "1").replace("}", "")
    return right


def _token(wrong: Wrong, op: Operation, chance: random.Random) -> None:
    wrong.headers["Authorization"] = chance.choice(TOKENS)
    if chance.random() < 0.5:
        wrong.headers["Cookie"] = chance.choice(COOKIES)
        del wrong.headers["Authorization"]
    # An attendee who exists, so that nothing but the token stands in the way.
    wrong.path = _numbered(op.path, "1")


def _method(wrong: Wrong, op: Operation, chance: random.Random) -> None:
    wrong.method, wrong.path, wrong.routed = chance.choice(METHODS), _numbered(op.path, "1"), False


def _path(wrong: Wrong, op: Operation, chance: random.Random) -> None:
    ends = ("/", "//", "/x", "/..", "%00", ";a=b", "/\ud800", "." * 300, "/" + "я" * 2000, "\\", "/%2e%2e/")
    wrong.path, wrong.routed = _numbered(op.path, "1") + chance.choice(ends), False


def _number(wrong: Wrong, op: Operation, chance: random.Random) -> None:
    wrong.path, wrong.routed = _numbered(op.path, chance.choice(NUMBERS)), False


def _query(wrong: Wrong, op: Operation, chance: random.Random) -> None:
    names = [where["name"] for where in op.described["parameters"] if where["in"] == "query"]
    values = ("", "abc", "-1", "0", str(HUGE), "%FF%FE", "%00", "%ED%A0%80", "%", "a" * 5000, "%F0%9F%8E%AB", "&&&==")
    asked = {name: chance.choice(values) for name in chance.sample(names, chance.randint(1, len(names)))}
    if chance.random() < 0.3:
        asked["unknown"] = "1"
    wrong.query = "&".join(f"{name}={value}" for name, value in asked.items())


def _json(wrong: Wrong, op: Operation, chance: random.Random) -> None:
    cut = wrong.body[: chance.randrange(len(wrong.body))]
    wrong.body = chance.choice((*BAD_JSON, cut, wrong.body + b"x"))
    wrong.path = _numbered(op.path, "1")


def _type(wrong: Wrong, op: Operation, chance: random.Random) -> None:
    wrong.headers["Content-Type"], wrong.path = chance.choice(TYPES), _numbered(op.path, "1")


def _length(wrong: Wrong, op: Operation, chance: random.Random) -> None:
    wrong.headers["Content-Length"], wrong.path = chance.choice(LENGTHS), _numbered(op.path, "1")


def _field(wrong: Wrong, op: Operation, chance: random.Random) -> None:
    schema = op.body or {}
    body = _fitting(op, schema)
    name = chance.choice(sorted(schema["properties"]))
    what = op.resolve(schema["properties"][name])
    if name in schema.get("required", ()) and chance.random() < 0.3:
        body.pop(name, None)
    elif chance.random() < 0.2:
        body[f"unknown_{chance.randrange(9)}"] = chance.choice((1, None, TEXTS[0]))
    else:
        body[name] = chance.choice(_unfit(what))
    wrong.body, wrong.path = json.dumps(body).encode(), _numbered(op.path, "1")


def _unfit(what: Schema) -> list[object]:
    """Values that this field can never take, whatever the reader forgives."""
    values: list[object] = [[], {}, [1, [2]], {"a": {"b": 1}}]
    kinds = what.get("anyOf", [what])
    if all(kind.get("type") != "null" for kind in kinds):
        values.append(None)
    if any("enum" in kind or "$ref" in kind or kind.get("format") for kind in kinds):
        values += [text for text in TEXTS if text]
    if any(kind.get("type") == "integer" for kind in kinds):
        values += [HUGE, -1, 0, 1.5, "abc", "", True and "да"]
    if any(kind.get("type") == "boolean" for kind in kinds):
        values += [2, "maybe", -1]
    longest = [kind["maxLength"] for kind in kinds if "maxLength" in kind]
    if longest:
        values += ["ы" * (max(longest) + 1), 5, 1.5, False]
    return values


def _fitting(op: Operation, schema: Schema) -> dict[str, Any]:
    """A body whose required fields fit."""
    return {name: _value(op.resolve(schema["properties"][name])) for name in schema.get("required", ())}


def _value(what: Schema) -> object:
    if "enum" in what:
        return what["enum"][0]
    if what.get("format") == "uuid":
        return str(uuid.uuid4())
    return {"integer": 1, "boolean": True, "array": [], "object": {}}.get(what.get("type", ""), "Айгүл")


def _numbered(path: str, number: str) -> str:
    return path[: path.index("{")] + number + path[path.index("}") + 1 :] if "{" in path else path
