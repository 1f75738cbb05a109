"""Refusals and faults, told as JSON under /api/ and as a page elsewhere."""

import logging

from flask import Flask, jsonify, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from hub import refusal_pages, refusals
from hub.errors import Refusal

log = logging.getLogger(__name__)
_CODES = {400: "malformed_request", 404: "not_found", 405: "wrong_method", 413: "request_too_big"}


def install(app: Flask) -> None:
    """Every way out of a view that is not its reply."""
    app.register_error_handler(Refusal, tell)
    app.register_error_handler(CSRFError, lambda error: tell(Refusal("page_expired")))
    app.register_error_handler(HTTPException, _http)
    app.register_error_handler(Exception, _fault)


def tell(refusal: Refusal) -> ResponseReturnValue:
    """The refusal as its reader needs it: JSON, the sign-in page, or a page with one sentence."""
    if request.path.startswith("/api/"):
        return jsonify(error=refusal.code, message=refusals.sentence(refusal)), refusals.status(refusal)
    if refusal.code == "sign_in_required" and request.method == "GET":
        return redirect(url_for("hub.sign_in", next=request.full_path.rstrip("?")))
    return refusal_pages.page(refusal), refusals.status(refusal)


def _http(error: HTTPException) -> ResponseReturnValue:
    if error.code is not None and error.code < 400:
        return error.get_response()
    code = _CODES.get(error.code or 500, "malformed_request" if (error.code or 500) < 500 else "hub_trouble")
    reply = make_response(tell(Refusal(code, fields="HTTP")))
    if error.code == 405:
        reply.headers["Allow"] = ", ".join(sorted(getattr(error, "valid_methods", None) or ()))
    return reply


def _fault(error: Exception) -> ResponseReturnValue:
    # The rule, not the address: some addresses hold a secret.
    log.exception("fault at %s %s", request.method, request.url_rule)
    return tell(Refusal("hub_trouble"))
