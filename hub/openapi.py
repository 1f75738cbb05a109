"""The OpenAPI 3.1 description, made from the routes' own declarations (`hub.api.operation`)."""

import re
from typing import Any

from flask import Flask
from pydantic import BaseModel
from pydantic.json_schema import models_json_schema
from werkzeug.routing import Rule

from hub.api import JSON, MARK, ErrorReply, Operation, Request

_CONVERTER = re.compile(r"<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>")
_COMMON = {401: "sign_in_required", 403: "not_your_role", 422: "malformed_request"}
_SECURITY = {
    "token": {"type": "http", "scheme": "bearer"},
    "session": {"type": "apiKey", "in": "cookie", "name": "session"},
}
Schema = dict[str, Any]


def describe(app: Flask, version: str) -> Schema:
    """Every declared route of the application."""
    declared = [
        (rule, operation)
        for rule in app.url_map.iter_rules()
        if (operation := vars(app.view_functions[rule.endpoint]).get(MARK))
    ]
    models = {model for _, op in declared for model in (op.reply, op.body, op.query) if model} | {ErrorReply}
    wanted = [(model, _mode(model)) for model in sorted(models, key=lambda model: model.__name__)]
    refs, schemas = models_json_schema(wanted, ref_template="#/components/schemas/{model}")
    known = _Schemas({model: refs[model, mode] for model, mode in wanted}, schemas["$defs"])
    paths: dict[str, Schema] = {}
    for rule, op in declared:
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"}):
            path = paths.setdefault(_CONVERTER.sub(r"{\2}", rule.rule), {})
            path[method.lower()] = _operation(op, rule, known)
    return {
        "openapi": "3.1.0",
        "info": {"title": "Event-day box", "version": version},
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": known.definitions, "securitySchemes": _SECURITY},
        "security": [{name: []} for name in _SECURITY],
    }


class _Schemas:
    """Where each model is described, and how."""

    def __init__(self, refs: dict[type[BaseModel], Schema], definitions: dict[str, Schema]) -> None:
        self.refs = refs
        self.definitions = definitions


def _mode(model: type[BaseModel]) -> Any:
    return "validation" if issubclass(model, Request) else "serialization"


def _operation(op: Operation, rule: Rule, known: _Schemas) -> Schema:
    described: Schema = {
        "operationId": rule.endpoint.replace(".", "_"),
        "summary": op.summary,
        "parameters": _in_path(rule.rule) + _in_query(op, known),
        "responses": _replies(op, known),
    }
    if op.body:
        described["requestBody"] = _required(JSON, known.refs[op.body])
    if op.upload:
        file = {op.upload: {"type": "string", "format": "binary"}}
        form = {"type": "object", "required": [op.upload], "properties": file}
        described["requestBody"] = _required("multipart/form-data", form)
    return described


def _required(media: str, schema: Schema) -> Schema:
    return {"required": True, "content": {media: {"schema": schema}}}


def _in_path(rule: str) -> list[Schema]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "integer" if kind == "int" else "string"}}
        for kind, name in _CONVERTER.findall(rule)
    ]


def _in_query(op: Operation, known: _Schemas) -> list[Schema]:
    if op.query is None:
        return []
    schema = known.definitions[op.query.__name__]
    return [
        {"name": name, "in": "query", "required": name in schema.get("required", ()), "schema": value}
        for name, value in schema["properties"].items()
    ]


def _replies(op: Operation, known: _Schemas) -> Schema:
    reply = known.refs[op.reply] if op.reply else {"type": "string"}
    replies: Schema = {"200": {"description": "OK", "content": {op.media: {"schema": reply}}}}
    too_big = (413,) if op.body or op.upload else ()
    error = {JSON: {"schema": known.refs[ErrorReply]}}
    for status in sorted({*_COMMON, *op.refusals, *too_big}):
        replies[str(status)] = {"description": _COMMON.get(status, "Refused"), "content": error}
    return replies
