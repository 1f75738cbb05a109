"""JSON under /api/: parse -> verb -> reply, described at /api/openapi.json from the very same declarations."""

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from flask import Response, request
from pydantic import BaseModel, ConfigDict, ValidationError, field_validator

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
