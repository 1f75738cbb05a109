"""The kiosk's page, and the page of what it says."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access, letters, pairing_pages, seminar
from hub.access import Role, allow, public
from hub.announcements import news
from hub.box import this_hub
from hub.errors import Refusal
from hub.i18n import LANGUAGES, N_
from kiosk.names import clean
from kiosk.selfservice import sayings
from kiosk.selfservice.screen_words import screen_words
from kiosk.selfservice.screens import TOLD

pages = Blueprint("kiosk_self", __name__)

# Each saying: when it is said, and an example.
ASKED = {
    "scan": (N_("Where to hold the code"), N_("The scanner is below the screen, on the right")),
    "next": (N_("After the check-in"), N_("Take your badge below; the hall is through the door on the left")),
    "desk": (N_("Where the registration desk is"), N_("The registration desk is to the right of the entrance")),
}


@pages.get("/kiosk")
@public
def kiosk() -> ResponseReturnValue:
    """The one page of a kiosk. A stranger gets a code to be let in by."""
    who = access.visitor()
    if who is None:
        return pairing_pages.pairing_page(Role.KIOSK, _("Self-service kiosk"))
    if who.role not in {Role.KIOSK, Role.ORGANISER}:
        raise Refusal("not_your_role")
    own = seminar.current().language
    return render_template(
        "kiosk/self/page.html", words=screen_words(), own=own, told=TOLD, evacuation=news.evacuation()
    )


@pages.get("/kiosk/words")
@allow(Role.DESK)
def words() -> str:
    """What kiosks say in the organiser's own words."""
    return _words_page()


@pages.post("/kiosk/words")
@allow(Role.DESK)
def say() -> ResponseReturnValue:
    typed = {f"{name}-{code}": request.form.get(f"{name}-{code}", "") for name in sayings.NAMES for code in LANGUAGES}
    wrong = {field: letters.wrong(clean(text), sayings.LONGEST) for field, text in typed.items()}
    if any(wrong.values()):
        return _words_page(typed, wrong), 422
    for name in sayings.NAMES:
        sayings.say(name, {code: typed[f"{name}-{code}"] for code in LANGUAGES}, access.actor())
    this_hub().live.announce()
    flash(_("Saved."), "go")
    return redirect(url_for("kiosk_self.words"))


def _words_page(typed: Mapping[str, str] | None = None, wrong: Mapping[str, str] | None = None) -> str:
    """`wrong`: a field's name -> the sentence at it; then what was `typed` stands in all of them."""
    return render_template(
        "kiosk/self/words.html",
        said=sayings.said(),
        asked=ASKED,
        longest=sayings.LONGEST,
        typed=typed or {},
        wrong=wrong or {},
    )
