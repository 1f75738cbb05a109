"""JSON under /api/: parse -> verb -> reply, described at /api/openapi.json from the very same declarations."""

import functools
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Flask, Response, request
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator
from pydantic.json_schema import models_json_schema

from hub.errors import Refusal

JSON = "application/json"
MARK = "__operation__"
MAX_JSON = 64 * 1024


class Request(BaseModel):
    """A request's body or query: unknown names are refused, so that a typo is never taken for silence."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True)

    @field_validator("*", mode="before")
    @classmethod
    def no_nul(cls, value: object) -> object:
        """PostgreSQL keeps no NUL, and no person ever typed one."""
        return value.replace("\0", "") if isinstance(value, str) else value


class ErrorReply(BaseModel):
    """Every refusal: a stable code and a sentence for people."""

    error: str
    message: str


@dataclass(frozen=True, slots=True)
class Operation:
    """What a route takes and gives; `refusals` are the statuses it may refuse with, beyond the common ones."""

    summary: str
    reply: type[BaseModel] | None
    body: type[Request] | None
    query: type[Request] | None
    refusals: tuple[int, ...] = ()
    media: str = JSON
    upload: str | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def operation(
    summary: str,
    *,
    reply: type[BaseModel] | None = None,
    body: type[Request] | None = None,
    query: type[Request] | None = None,
    refusals: tuple[int, ...] = (),
    media: str = JSON,
    upload: str | None = None,
) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Declare a JSON route. The view gets `body` and `query` as models and returns the `reply` model.

    `upload` names the one multipart file field of a route that takes a file.
    A request that does not fit is refused with 422 `malformed_request` before the view runs.
    """
    described = Operation(summary, reply, body, query, refusals, media, upload)

    def declare(view: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(view)
        def parse_and_reply(**path: Any) -> Response:
            if body is not None:
                path["body"] = _parse_body(body)
            if query is not None:
                path["query"] = _parse(lambda: query.model_validate(request.args.to_dict()))
            answer = view(**path)
            return Response(answer.model_dump_json(), mimetype=JSON) if isinstance(answer, BaseModel) else answer

        parse_and_reply.__dict__[MARK] = described
        return parse_and_reply

    return declare


def _parse_body(model: type[Request]) -> Request:
    if request.mimetype != JSON:
        raise Refusal("malformed_request", fields="Content-Type")
    if (request.content_length or 0) > MAX_JSON:
        raise Refusal("request_too_big")
    return _parse(lambda: model.model_validate_json(request.get_data(cache=False)))


def _parse(read: Callable[[], Request]) -> Request:
    try:
        return read()
    except ValidationError as error:
        named = {".".join(str(part) for part in line["loc"]) for line in error.errors(include_input=False)}
        raise Refusal("malformed_request", fields=", ".join(sorted(named - {""})) or "JSON") from error


_CONVERTER = re.compile(r"<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>")
_COMMON = {401: "sign_in_required", 403: "not_your_role", 422: "malformed_request"}


def describe(app: Flask, version: str) -> dict[str, Any]:
    """The OpenAPI 3.1 description of every declared route."""
    found = [
        (rule, operation)
        for rule in app.url_map.iter_rules()
        if (operation := vars(app.view_functions[rule.endpoint]).get(MARK))
    ]
    models = {model for _, op in found for model in (op.reply, op.body, op.query) if model} | {ErrorReply}
    wanted = [(model, _mode(model)) for model in sorted(models, key=lambda m: m.__name__)]
    refs, schemas = models_json_schema(wanted, ref_template="#/components/schemas/{model}")
    paths: dict[str, dict[str, Any]] = {}
    for rule, op in found:
        path = _CONVERTER.sub(r"{\2}", rule.rule)
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            paths.setdefault(path, {})[method.lower()] = _describe_one(
                op, rule.rule, rule.endpoint, refs, schemas["$defs"]
            )
    return {
        "openapi": "3.1.0",
        "info": {"title": "Event-day box", "version": version},
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": schemas["$defs"],
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer"},
                "session": {"type": "apiKey", "in": "cookie", "name": "session"},
            },
        },
        "security": [{"token": []}, {"session": []}],
    }


def _mode(model: type[BaseModel]) -> Any:
    return "validation" if issubclass(model, Request) else "serialization"


def _describe_one(op: Operation, rule: str, name: str, refs: Any, defs: dict[str, Any]) -> dict[str, Any]:
    ref = refs.get
    parameters = [
        {
            "name": found[1],
            "in": "path",
            "required": True,
            "schema": {"type": "integer" if found[0] == "int" else "string"},
        }
        for found in _CONVERTER.findall(rule)
    ]
    if op.query:
        schema = defs[op.query.__name__]
        needed = schema.get("required", [])
        parameters += [
            {"name": key, "in": "query", "required": key in needed, "schema": value}
            for key, value in schema["properties"].items()
        ]
    answer: dict[str, Any] = {"description": "OK"}
    answer["content"] = {op.media: {"schema": ref((op.reply, _mode(op.reply)), {}) if op.reply else {"type": "string"}}}
    error = {"application/json": {"schema": ref((ErrorReply, _mode(ErrorReply)))}}
    replies: dict[str, Any] = {"200": answer}
    too_big = (413,) if op.body or op.upload else ()
    for status in sorted({*_COMMON, *op.refusals, *too_big}):
        replies[str(status)] = {"description": _COMMON.get(status, "Refused"), "content": error}
    described: dict[str, Any] = {
        "operationId": name.replace(".", "_"),
        "summary": op.summary,
        "parameters": parameters,
        "responses": replies,
    }
    if op.body:
        described["requestBody"] = {
            "required": True,
            "content": {JSON: {"schema": ref((op.body, _mode(op.body)))}},
        }
    if op.upload:
        fields = {
            "type": "object",
            "required": [op.upload],
            "properties": {op.upload: {"type": "string", "format": "binary"}},
        }
        described["requestBody"] = {"required": True, "content": {"multipart/form-data": {"schema": fields}}}
    return described
