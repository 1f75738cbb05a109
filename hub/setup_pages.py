"""The organiser's pages: the seminar's facts, the consent, the audit log. The ways in are in `entry_pages`."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from hub import access, audit_words, i18n, seminar, seminar_form
from hub.access import Role, allow
from hub.home import Hint, Task
from hub.i18n import N_
from hub.models import AuditEntry, ConsentText

pages = Blueprint("setup", __name__)

MOST_ENTRIES = 200
LONGEST_CONSENT = 10_000


def _tell() -> Hint:
    found = seminar.current()
    if not (found.place or found.capacity):
        return Hint(_("Say where the seminar is, who holds it and for how many people."), 10)
    planned = ngettext("%(num)d place", "%(num)d places", found.capacity)
    return Hint(
        _("%(place)s · %(planned)s · PINs and QR for the team", place=found.place or found.title, planned=planned), 1
    )


SETUP = Task("setup.facts", N_("Set the seminar up"), frozenset({Role.ORGANISER}), _tell)


@pages.get("/setup")
@allow(Role.ORGANISER)
def facts() -> str:
    found = seminar.current()
    values = {name: getattr(found, name) for name in seminar.FACTS}
    return _facts_page(values, {})


@pages.post("/setup")
@allow(Role.ORGANISER)
def change_facts() -> ResponseReturnValue:
    form, wrong = seminar_form.read(request.form)
    if form is None:
        return _facts_page(request.form.to_dict(), wrong), 422
    seminar.change(access.actor(), **form.facts())
    flash(_("Saved."), "go")
    return redirect(url_for("setup.facts"))


def _facts_page(values: Mapping[str, object], wrong: dict[str, str]) -> str:
    return render_template(
        "hub/setup.html",
        values=values,
        wrong={name: _(text) for name, text in wrong.items()},
        zones=seminar_form.ZONES,
        countries=seminar_form.COUNTRIES,
    )


@pages.get("/setup/consent")
@allow(Role.ORGANISER)
def consent() -> str:
    return _consent_page(_chosen(request.args.get("of", i18n.language())))


@pages.post("/setup/consent")
@allow(Role.ORGANISER)
def reword_consent() -> ResponseReturnValue:
    language = _chosen(request.form.get("of", ""))
    body = request.form.get("body", "").replace("\0", "").replace("\r\n", "\n").strip()
    if not 0 < len(body) <= LONGEST_CONSENT:
        return _consent_page(language, body, _("Write the consent, 10,000 letters at most.")), 422
    kept = seminar.reword_consent(language, body, access.actor())
    flash(_("Version %(version)s is in force. Earlier ones are kept.", version=kept.version), "go")
    return redirect(url_for("setup.consent", of=language))


def _chosen(language: str) -> str:
    return language if language in i18n.LANGUAGES else "ru"


def _consent_page(language: str, body: str | None = None, wrong: str = "") -> str:
    versions = list(ConsentText.select().where(ConsentText.language == language).order_by(ConsentText.version.desc()))
    typed = body if body is not None else (versions[0].body if versions else "")
    return render_template(
        "hub/setup_consent.html", of=language, body=typed, versions=versions, wrong=wrong, longest=LONGEST_CONSENT
    )


@pages.get("/setup/audit")
@allow(Role.ORGANISER)
def audit_log() -> str:
    action, who = request.args.get("action", ""), " ".join(request.args.get("who", "").replace("\0", "").split())
    query = AuditEntry.select().order_by(AuditEntry.id.desc()).limit(MOST_ENTRIES)
    if action:
        query = query.where(AuditEntry.action == action)
    if who:
        # Not LIKE: SQLite folds no Cyrillic letters. The log of a day is small enough to look through here.
        entries = [entry for entry in query.limit(None) if who.casefold() in entry.who.casefold()][:MOST_ENTRIES]
    else:
        entries = list(query)
    return render_template(
        "hub/setup_audit.html",
        entries=entries,
        action=action,
        who=who,
        actions=sorted(((code, audit_words.action(code)) for code in audit_words.ACTIONS), key=lambda pair: pair[1]),
        words=audit_words,
        most=MOST_ENTRIES,
    )
