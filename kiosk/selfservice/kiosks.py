"""The self-service kiosks, as registration loads them."""

from hub import audit_words, pairing_words, refusals
from hub.access import Role
from hub.box import Hub
from hub.i18n import LANGUAGES, N_
from kiosk.selfservice import api, calls, kiosk_news, pages, phone_api, phone_pages, phone_words
from kiosk.selfservice.texts import TEXTS

ACTIONS: dict[str, str] = {"kiosk_words": N_("What the kiosk says")}


def register(hub: Hub) -> None:
    """Add the kiosks' routes, live topics and refusals."""
    refusals.add({**TEXTS, **phone_words.TEXTS})
    sayings = {name: when for name, (when, _example) in pages.ASKED.items()}
    audit_words.add(ACTIONS, LANGUAGES, subjects={"kiosk_words": sayings})
    hub.app.register_blueprint(api.api)
    hub.app.register_blueprint(pages.pages)
    hub.app.register_blueprint(phone_pages.pages)
    hub.app.register_blueprint(phone_api.api)
    pairing_words.add_screen(hub.app, "/kiosk", N_("Self-service kiosk"))
    hub.live.topic("calls", calls.news, Role.DESK)
    hub.live.topic("kiosks", kiosk_news.mark, Role.KIOSK)
