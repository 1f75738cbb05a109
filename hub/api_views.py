"""The description of the API."""

from functools import cache
from typing import Any

from flask import Blueprint, Flask, current_app
from flask.typing import ResponseReturnValue

from hub.access import Role, allow
from hub.openapi import describe

api = Blueprint("hub_api", __name__)


@cache
def _description(app: Flask) -> dict[str, Any]:
    return describe(app, app.config["VERSION"])


@api.get("/api/openapi.json")
@allow(*Role)
def openapi() -> ResponseReturnValue:
    return _description(current_app._get_current_object())  # type: ignore[attr-defined]
