"""The page of the organiser's own words for the phases of the day."""

from collections.abc import Mapping

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _

from hub import access, letters
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.i18n import LANGUAGES
from signage import phase_texts, screen_choice, signs_words
from signage.frames import Phase

pages = Blueprint("phase_words", __name__)


@pages.get("/signs/words")
@allow(Role.MINDER)
def overview() -> str:
    return _page(request.args.get("screen") or None)


def _page(screen: str | None, typed: Mapping[str, str] | None = None, wrong: Mapping[str, str] | None = None) -> str:
    """`wrong`: a field's name -> the sentence at it; then what was `typed` stands in all of them."""
    screens = screen_choice.paired()
    if screen and not any(one.id == screen for one in screens):
        raise Refusal("screen_unknown")
    return render_template(
        "signage/signs_words.html",
        screens=screens,
        screen=screen,
        own=phase_texts.kept(screen),
        everywhere=phase_texts.kept(None) if screen else {},
        house=_house(),
        phases=signs_words.PHASES,
        longest=phase_texts.LONGEST,
        typed=typed or {},
        wrong=wrong or {},
    )


@pages.post("/signs/words")
@allow(Role.MINDER)
def write() -> ResponseReturnValue:
    screen = request.form.get("screen") or None
    texts: dict[tuple[str, str], str] = {
        (phase, language): request.form[f"{phase}-{language}"]
        for phase in Phase
        for language in LANGUAGES
        if f"{phase}-{language}" in request.form
    }
    long = {f"{key[0]}-{key[1]}": letters.wrong(text, phase_texts.LONGEST) for key, text in texts.items()}
    if any(long.values()):
        return _page(screen, request.form, long), 422
    changed = phase_texts.write(screen, texts, access.actor())
    this_hub().live.announce()
    flash(
        _("Saved: the screens say so already.") if changed else _("Nothing was changed."), "go" if changed else "info"
    )
    return redirect(url_for("phase_words.overview", screen=screen))


def _house() -> dict[tuple[str, str], str]:
    """What is said where the organiser has written nothing."""
    said = {}
    for language in LANGUAGES:
        with force_locale(language):
            said.update({(phase, language): _(text) for phase, text in signs_words.OWN_WORDS.items()})
    return said
