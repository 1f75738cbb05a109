"""A refusal as a page: its shape, a heading, what to do next, a way back."""

from urllib.parse import urlsplit

from flask import current_app, render_template, request
from flask_babel import gettext as _

from hub import i18n, refusals
from hub.errors import Refusal
from hub.i18n import N_

# Status -> shape (as in parts.html), heading, what to do next.
TELLING: dict[int, tuple[str, str, str]] = {
    400: ("info", N_("The page has grown old"), N_("Open the page again and repeat what you did.")),
    401: ("info", N_("Please sign in"), N_("Nothing is lost. Sign in and repeat what you did.")),
    403: ("stop", N_("This page is not for your role"), N_("Ask the organiser, or sign in with another PIN.")),
    404: ("info", N_("There is no such page"), N_("Perhaps the address was mistyped, or what it led to was removed.")),
    405: ("info", N_("There is no such page"), N_("Open it from the first page.")),
    409: ("known", N_("This cannot be done now"), N_("Go back and look at how things stand now.")),
    410: ("known", N_("This QR no longer opens"), N_("Ask the organiser for a new one, or sign in by PIN.")),
    413: ("stop", N_("This is too big"), N_("Go back and choose something smaller.")),
    422: ("known", N_("Something needs correcting"), N_("Go back and correct it.")),
    429: ("stop", N_("Too many attempts"), N_("Wait a minute and try again.")),
    500: ("stop", N_("Something broke in the hub"), N_("Try again in a minute. If it goes on, call the organiser.")),
}

# Where the status alone would mislead: code -> heading, what to do next. What the heading says whole has no sentence.
OF_CODE: dict[str, tuple[str, str]] = {
    "link_closed": (N_("This link no longer opens"), N_("Ask the host for a new one.")),
    "not_your_role": TELLING[403][1:],
}


def page(refusal: Refusal) -> str:
    """The page for people. Its status is `refusals.status(refusal)`."""
    status = refusals.status(refusal)
    kind, heading, advice = TELLING.get(status, TELLING[422 if status < 500 else 500])
    whole = OF_CODE.get(refusal.code)
    heading, advice = whole or (heading, advice)
    sentence = "" if whole else refusals.sentence(refusal)
    told = {"kind": kind, "heading": _(heading), "advice": _(advice), "sentence": sentence}
    if status >= 500:
        # Without what all templates share: that comes from the database, which may be the very thing that broke.
        return current_app.jinja_env.get_template("hub/broken.html").render(language=i18n.language(), **told)
    return render_template(
        "hub/refused.html", status=status, guest=refusal.code == "link_closed", back=_way_back(), **told
    )


def _way_back() -> str:
    """The page of ours that led here, if one did."""
    came_from = urlsplit(request.referrer or "")
    return came_from.path if came_from.netloc == request.host and came_from.path != request.path else ""
