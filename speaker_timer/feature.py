"""The speaker timer, as the hub loads it."""

import click

from hub import access, home, pairing_words, refusals
from hub import audit_words as hub_audit_words
from hub.access import Role
from hub.box import Hub
from hub.i18n import N_
from speaker_timer import (
    audit_words,
    display_api,
    display_pages,
    home_tasks,
    press_api,
    promised_starts,
    receipts,
    remote_pages,
    telling,
    watch_pages,
)
from speaker_timer.api import api
from speaker_timer.demo import stage_demo as stage_demo
from speaker_timer.displays import pages_of
from speaker_timer.models import TABLES as TABLES
from speaker_timer.readiness import readiness_api, readiness_news, readiness_pages, readiness_words
from speaker_timer.texts import TEXTS as TEXTS
from speaker_timer.webhooks import couriers, webhook_pages, webhook_words


def register(hub: Hub) -> None:
    """Add the timer's routes, channels and workers."""
    hub.app.register_blueprint(api)
    hub.app.register_blueprint(display_pages.pages)
    hub.app.register_blueprint(display_api.api)
    hub.app.register_blueprint(remote_pages.pages)
    home_tasks.add(hub.app)
    promised_starts.add(hub.app)
    hub.app.register_blueprint(watch_pages.pages)
    hub.app.register_blueprint(watch_pages.api)
    pairing_words.add_screen(hub.app, watch_pages.DISPLAY, N_("Timer display"))
    hub.app.register_blueprint(readiness_pages.pages)
    hub.app.register_blueprint(readiness_api.api)
    home.add_task(hub.app, readiness_pages.SPEAKERS)
    home.add_task(hub.app, webhook_pages.WEBHOOKS)
    hub.app.register_blueprint(press_api.api)
    hub.app.register_blueprint(webhook_pages.pages)
    hub_audit_words.add(audit_words.ACTIONS, audit_words.FIELDS, audit_words.VALUES)
    hub_audit_words.add(readiness_words.ACTIONS, {})
    hub_audit_words.add(webhook_words.ACTIONS, {})
    refusals.name_fields(audit_words.FIELDS)
    shown = pages_of(hub.app)
    hub.live.channel(telling.CHANNEL, *access.STAFF, Role.DISPLAY)
    hub.live.topic("rundown", telling.news, *access.STAFF, Role.DISPLAY, Role.SCREEN)
    hub.live.topic(readiness_news.TOPIC, readiness_news.news, Role.HOST, Role.MINDER)
    hub.live.channel(receipts.CHANNEL, Role.HOST)
    hub.live.hear("painted", shown.painted, *access.STAFF, Role.DISPLAY, quick=True)
    hub.live.when_left(shown.left)
    hub.workers.add("receipts", receipts.keep_telling(hub, shown))
    hub.workers.add("webhooks", couriers.keep_telling(hub))


def add_commands(group: click.Group) -> None:
    """The timer has no commands of its own."""
