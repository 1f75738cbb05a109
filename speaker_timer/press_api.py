"""Button boxes that can only send a POST to an address: the token that others put into a header is part of it."""

import threading
import uuid
from dataclasses import dataclass, field

from flask import Blueprint, Flask, request
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from hub import devices
from hub.access import Actor, Role, actor_of, by_address
from hub.api import operation
from hub.box import this_hub
from hub.errors import Refusal
from speaker_timer.api import tell
from speaker_timer.button_presses import press
from speaker_timer.replies import RundownReply

api = Blueprint("press_api", __name__)
EXTENSION = "event_day_box_presses"
REPEAT_HEADER = "Idempotency-Key"
# Only wrong tokens are counted, and a right one always opens: tokens of 192 bits cannot be guessed, but a box that
# was set up wrongly must not keep the one beside it, behind the same address, from showing «Stop».
WRONG: RateLimitItem = RateLimitItemPerMinute(30)


@dataclass
class Wrong:
    """Counts wrong tokens by address."""

    limiter: MovingWindowRateLimiter = field(default_factory=lambda: MovingWindowRateLimiter(MemoryStorage()))
    turn: threading.Lock = field(default_factory=threading.Lock)

    def count(self, address: str) -> None:
        """Another one. Raises Refusal `too_many_presses`, else `token_unknown`."""
        with self.turn:
            within = self.limiter.hit(WRONG, address)
        raise Refusal("token_unknown" if within else "too_many_presses")


def _wrong(app: Flask) -> Wrong:
    found: Wrong = app.extensions.setdefault(EXTENSION, Wrong())
    return found


@api.post("/api/timer/press/<token>/<button>")
@by_address
@operation("Press a button of a button box; the token is a host's", reply=RundownReply, refusals=(404, 409, 429))
def pressed(token: str, button: str) -> RundownReply:
    by = _host(token)
    return tell(press(button, _press_id(), by))


def _press_id() -> str:
    """The press's own UUID, from the query (`id`) or a header; a new one for a box that gives none.

    Raises Refusal `malformed_request`.
    """
    given = request.args.get("id") or request.headers.get(REPEAT_HEADER)
    if given is None:
        return str(uuid.uuid4())
    try:
        return str(uuid.UUID(given.strip().strip('"')))
    except ValueError as error:
        raise Refusal("malformed_request", fields="id") from error


def _host(token: str) -> Actor:
    device = devices.by_token(token)
    if device is None:
        _wrong(this_hub().app).count(request.remote_addr or "")
        raise Refusal("token_unknown")
    if device.role != Role.HOST:
        raise Refusal("not_your_role")
    return actor_of(device)
