"""The ground floor's own pages and commands, registered like any feature's."""

import click

from hub import (
    alarm_pages,
    alarms,
    api_views,
    audit_words,
    commands,
    dates,
    demo,
    device_pages,
    entry_pages,
    home,
    models,
    pages,
    pairing_api,
    pairing_away,
    pairing_pages,
    pairing_words,
    setup_pages,
)
from hub.access import STAFF, Role
from hub.announcements import api as announcement_api
from hub.announcements import expiry, news, receipts
from hub.announcements import models as announcement_models
from hub.announcements import pages as announcement_pages
from hub.announcements import words as announcement_words
from hub.box import Hub
from hub.programme import api as programme_api
from hub.programme import commands as programme_commands
from hub.programme import home_task as programme_task
from hub.programme import import_pages as programme_import
from hub.programme import models as programme_models
from hub.programme import pages as programme_pages
from hub.programme import words as programme_words
from hub.sheets import reading_words

TABLES = (*models.TABLES, *programme_models.TABLES, *announcement_models.TABLES)
TEXTS = {**reading_words.TEXTS, **programme_words.TEXTS, **announcement_words.TEXTS}


def register(hub: Hub) -> None:
    """Add the ground floor's routes."""
    hub.app.register_blueprint(pages.pages)
    hub.app.register_blueprint(setup_pages.pages)
    hub.app.register_blueprint(entry_pages.pages)
    hub.app.register_blueprint(device_pages.pages)
    hub.app.register_blueprint(pairing_pages.pages)
    hub.app.register_blueprint(pairing_away.pages)
    hub.app.register_blueprint(pairing_api.api)
    hub.app.register_blueprint(programme_pages.pages)
    hub.app.register_blueprint(programme_import.pages)
    hub.app.register_blueprint(programme_api.api)
    hub.app.register_blueprint(api_views.api)
    hub.app.register_blueprint(alarm_pages.pages)
    hub.app.context_processor(pages.shared)
    hub.app.jinja_env.filters.update(dates.FILTERS)
    audit_words.add(programme_words.ACTIONS, programme_words.AUDIT_FIELDS, {"kind": programme_words.KINDS})
    home.add_task(hub.app, setup_pages.SETUP)
    home.add_task(hub.app, programme_task.PROGRAMME)
    home.add_task(hub.app, pairing_pages.SCREENS)
    hub.live.topic("pairings", pairing_words.news, *pairing_pages.LET_IN)
    hub.live.topic(alarms.TOPIC, alarms.news, *STAFF)
    _register_announcements(hub)


def _register_announcements(hub: Hub) -> None:
    hub.app.register_blueprint(announcement_pages.pages)
    hub.app.register_blueprint(announcement_api.api)
    audit_words.add(announcement_words.ACTIONS, announcement_words.FIELDS, announcement_words.VALUES)
    home.add_task(hub.app, announcement_pages.ANNOUNCE)
    painted = receipts.Receipts(hub.live.announce)
    hub.app.extensions[receipts.EXTENSION] = painted
    hub.live.channel(news.CHANNEL, *Role)
    hub.live.topic(news.TOPIC, news.counts, *STAFF)
    hub.live.hear(receipts.HEARD, painted.painted, *Role, quick=True)
    hub.live.when_left(painted.left)
    hub.workers.add("announcements", expiry.keep_ending(hub))


def add_commands(group: click.Group) -> None:
    """Add `kiosk init`, `serve`, `token`, `import programme`, `demo`."""
    commands.add(group)
    programme_commands.add(group)
    demo.add(group)
