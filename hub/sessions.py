"""The signed cookie by which a browser is known again, and for how long.

A person's ends after three days. That of a paired device stays: nobody at the venue wants to pair the displays again
after a reboot, and whoever should be out is shut out by its row. Nothing here wants the wall clock to be right: a
cookie lives for an age, not until a date, and one from the future is not taken for an old one, since a Pi may wake
in the past.
"""

from datetime import UTC, datetime, timedelta
from typing import Any

from flask import Flask, Request, Response, request, session
from flask.sessions import SecureCookieSession, SecureCookieSessionInterface, SessionMixin
from itsdangerous import BadSignature

from hub.access import DEVICES
from hub.models import Device

STAYS = "stays"
DEVICE_LIVES = timedelta(days=400)  # no browser keeps a cookie for longer


class Sessions(SecureCookieSessionInterface):
    """Flask's signed cookie, with an age that depends on whose it is."""

    def open_session(self, app: Flask, request: Request) -> SecureCookieSession | None:
        """What the browser's cookie says; an empty session when it is not ours or too old."""
        signer = self.get_signing_serializer(app)
        if signer is None:
            return None
        try:
            content, signed_at = signer.loads(request.cookies.get(self.get_cookie_name(app), ""), return_timestamp=True)
        except BadSignature:
            return self.session_class()
        kept = self.session_class(content)
        return kept if datetime.now(UTC) - signed_at <= _lives(app, kept) else self.session_class()

    def save_session(self, app: Flask, session: SessionMixin, response: Response) -> None:
        """Send the cookie when it has changed, and anew with every page to one that is meant to last."""
        if session.accessed:
            response.vary.add("Cookie")
        name, where = self.get_cookie_name(app), self._where(app)
        if not session:
            if session.modified:
                response.delete_cookie(name, **where)
            return
        signer = self.get_signing_serializer(app)
        if signer is not None and (session.modified or (session.permanent and _is_page(response))):
            age = _lives(app, session) if session.permanent else None
            response.set_cookie(name, str(signer.dumps(dict(session))), max_age=age, **where)

    def _where(self, app: Flask) -> dict[str, Any]:
        return {
            "domain": self.get_cookie_domain(app),
            "path": self.get_cookie_path(app),
            "secure": self.get_cookie_secure(app),
            "httponly": self.get_cookie_httponly(app),
            "samesite": self.get_cookie_samesite(app),
        }


def _is_page(response: Response) -> bool:
    """What a page asks for by itself renews nothing: its reply would bring back what the next page has told already."""
    return response.mimetype == "text/html" and request.headers.get("Sec-Fetch-Mode", "navigate") == "navigate"


def _lives(app: Flask, session: SessionMixin) -> timedelta:
    return DEVICE_LIVES if session.get(STAYS) else app.permanent_session_lifetime


def begin(device: Device, *, stays: bool = False) -> None:
    """From here on this browser is `device`; of an earlier session only the language is left.

    A person's pages in other tabs go on with the token they have against forged requests; a device begins with none.
    """
    left = ("language",) if device.role in DEVICES else ("language", "csrf_token")
    kept = {name: session[name] for name in left if name in session}
    session.clear()
    session.update(kept, device=device.id)
    session.permanent = True
    if stays:
        session[STAYS] = True
