"""Who may do what. Deny by default: a route that declares nobody stops the start."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from flask import Flask, current_app, g, request
from flask.typing import ResponseReturnValue

from hub import devices
from hub.errors import Refusal
from hub.models import Device

MARK = "__access__"
BY_ADDRESS = "__access_by_address__"
View = TypeVar("View", bound=Callable[..., Any])


class Role(StrEnum):
    """What a person or a device was let in as."""

    ORGANISER = "organiser"
    DESK = "desk"
    HOST = "host"
    PHOTOGRAPHER = "photographer"
    MINDER = "minder"
    KIOSK = "kiosk"
    SCREEN = "screen"
    DISPLAY = "display"


# People have PINs; devices without a keyboard are paired by the code they show.
DEVICES = (Role.KIOSK, Role.SCREEN, Role.DISPLAY)
STAFF = tuple(role for role in Role if role not in DEVICES)


class UndeclaredAccessError(Exception):
    """A route says nothing of who may use it."""


@dataclass(frozen=True, slots=True)
class Actor:
    """Who is asking: kept with everything they change."""

    device: str | None
    role: Role
    name: str
    station: str
    address: str


def allow(*roles: Role) -> Callable[[View], View]:
    """Declare who may use a view. The organiser may do whatever anybody may."""

    def mark(view: View) -> View:
        view.__dict__[MARK] = frozenset((*roles, Role.ORGANISER))
        return view

    return mark


def public(view: View) -> View:
    """Declare that a view needs no sign-in."""
    view.__dict__[MARK] = None
    return view


def by_address(view: View) -> View:
    """Declare that a view itself lets in, by a token in its address and by nothing else.

    No cookie counts there, so nobody's browser can be made to do what its owner may: it needs no CSRF token.
    """
    view.__dict__[BY_ADDRESS] = True
    return public(view)


def actor() -> Actor:
    """The signed-in actor of this request. Only to be called from views that are not public."""
    found = visitor()
    if found is None:
        raise Refusal("sign_in_required")
    return found


def visitor() -> Actor | None:
    """The actor of this request if there is one."""
    if "actor" not in g:
        g.actor = _recognise()
    found: Actor | None = g.actor
    return found


def _recognise() -> Actor | None:
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    device = devices.by_token(token) if scheme.lower() == "bearer" else devices.of_session()
    return None if device is None else actor_of(device)


def actor_of(device: Device) -> Actor:
    """A device that was let in, as who asks for this request."""
    return Actor(device.id, Role(device.role), device.name, device.station, request.remote_addr or "")


def bears_token() -> bool:
    """Does this request authenticate by a token of its own (and so needs no CSRF token)?"""
    view = current_app.view_functions.get(request.endpoint or "")
    if view is not None and BY_ADDRESS in vars(view):
        return True
    return request.headers.get("Authorization", "").lower().startswith("bearer ")


def check() -> ResponseReturnValue | None:
    """Before every request: refuse whom the route does not name."""
    view = current_app.view_functions.get(request.endpoint or "")
    if view is None or request.endpoint == "static" or (request.endpoint or "").endswith(".static"):
        return None
    roles: frozenset[Role] | None = vars(view)[MARK]
    if roles is not None and actor().role not in roles:
        raise Refusal("not_your_role")
    return None


def demand_declared(app: Flask) -> None:
    """At start: every view has said who may use it. Raises UndeclaredAccessError naming those that have not."""
    silent = [
        name
        for name, view in app.view_functions.items()
        if not (name == "static" or name.endswith(".static") or MARK in vars(view))
    ]
    if silent:
        raise UndeclaredAccessError(", ".join(sorted(silent)))
