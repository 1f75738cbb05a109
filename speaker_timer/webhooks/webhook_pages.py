"""The organiser's page of addresses that are told of each change of the timer."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from hub import access, letters
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.home import Hint, Task
from hub.i18n import N_
from hub.refusals import sentence, status
from speaker_timer import timer
from speaker_timer.webhooks import addresses, couriers, webhook_words

pages = Blueprint("webhooks", __name__, template_folder="templates")


@pages.get("/timer/webhooks")
@allow(Role.ORGANISER)
def overview() -> str:
    return _page()


@pages.post("/timer/webhooks")
@allow(Role.ORGANISER)
def add() -> ResponseReturnValue:
    """The page with the secret is the reply itself: it is shown this once."""
    url = request.form.get("url", "").replace("\0", "")
    try:
        added = addresses.add(url, access.actor())
    except Refusal as refusal:
        return _page(url=url, wrong=letters.wrong(url, addresses.LONGEST_URL) or sentence(refusal)), status(refusal)
    couriers.ring(this_hub().app)
    return _page(added=added)


@pages.post("/timer/webhooks/<int:hook>/remove")
@allow(Role.ORGANISER)
def remove(hook: int) -> ResponseReturnValue:
    addresses.remove(hook, access.actor())
    couriers.ring(this_hub().app)
    flash(_("The address is told no more."), "go")
    return redirect(url_for("webhooks.overview"))


@pages.post("/timer/webhooks/<int:hook>/try")
@allow(Role.ORGANISER)
def try_now(hook: int) -> ResponseReturnValue:
    """A message now, and at once what came of it."""
    found = addresses.find(hook)
    trouble = couriers.tell(this_hub(), found, couriers.TEST)
    where = addresses.shown(found.url)
    if trouble:
        flash(_("%(address)s: %(trouble)s", address=where, trouble=webhook_words.trouble(trouble)), "stop")
    else:
        flash(_("%(address)s has taken the message.", address=where), "go")
    return redirect(url_for("webhooks.overview"))


def _page(added: addresses.Added | None = None, url: str = "", wrong: str = "") -> str:
    return render_template(
        "speaker_timer/webhooks.html",
        hooks=addresses.everybody(),
        seq=timer.current().seq,
        trouble=webhook_words.trouble,
        added=added,
        url=url,
        wrong=wrong,
        longest=addresses.LONGEST_URL,
    )


def _tell() -> Hint:
    hooks = addresses.everybody()
    troubled = sum(bool(hook.trouble) for hook in hooks)
    if troubled:
        return Hint(ngettext("%(num)d address takes no messages", "%(num)d addresses take no messages", troubled), 14)
    if hooks:
        return Hint(ngettext("%(num)d address is told", "%(num)d addresses are told", len(hooks)), 0)
    return Hint(_("A lamp, a recorder, a button box: only if you have one."), 0)


WEBHOOKS = Task("webhooks.overview", N_("Other programs that follow the timer"), frozenset({Role.ORGANISER}), _tell)
