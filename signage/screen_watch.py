"""The path screens, as signage loads them: their page, their API, what they hear and what they say."""

from hub import pairing_words
from hub.access import STAFF, Role
from hub.box import Hub
from hub.i18n import N_
from signage import day, screen_api, screen_pages, screens_seen, watching

SIGNS = "signs"
SCREENS = "screens"


def register(hub: Hub) -> None:
    """Add the routes and topics of the screens."""
    watched = watching.Watched(hub.live.announce)
    hub.app.extensions[watching.EXTENSION] = watched
    hub.app.register_blueprint(screen_pages.pages)
    hub.app.register_blueprint(screen_api.api)
    pairing_words.add_screen(hub.app, "/screen", N_("Screen on the route"))
    hub.live.topic(SIGNS, day.told_mark, *STAFF, Role.SCREEN)
    hub.live.topic(SCREENS, lambda: screens_seen.news(hub.app), *STAFF)
    hub.live.hear(watching.SHOWN, watched.shown, *STAFF, Role.SCREEN, quick=True)
    hub.live.when_left(watched.left)
