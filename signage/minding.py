"""Minding the screens, as signage loads it: the pages of /signs, the words, the slides."""

from hub import alarms, audit_words, home
from hub.access import Role
from hub.box import Hub
from signage import lost_screens, phase_pages, screens_seen, signs_pages, signs_words, slide_pages

TOPIC = "signs_trouble"


def register(hub: Hub) -> None:
    """Add the routes, topics and tasks of those who mind the screens."""
    audit_words.add(signs_words.ACTIONS, signs_words.FIELDS, signs_words.VALUES)
    hub.app.register_blueprint(signs_pages.pages)
    hub.app.register_blueprint(slide_pages.pages)
    hub.app.register_blueprint(phase_pages.pages)
    home.add_task(hub.app, signs_pages.SIGNS)
    screens_seen.awake_at(hub.app)
    alarms.add(hub.app, lost_screens.alarms, Role.MINDER)
    hub.live.topic(TOPIC, signs_pages.trouble, Role.MINDER, Role.HOST)
