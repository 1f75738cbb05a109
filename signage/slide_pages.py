"""The page of slides: a list in its order, and a form for each kind."""

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access, refusals
from hub.access import Role, allow
from hub.box import this_hub
from hub.entry_pages import qr_picture
from hub.errors import Refusal
from signage import photos, screen_choice, slide_words, slides
from signage.slides import Shown, SlideKind

pages = Blueprint("slides", __name__)

PICTURE = "picture"
SUBJECT = "slide"
_FIELDS = {"wifi_name_too_long": "ssid", "wifi_password_length": "password"}


@pages.get("/signs/slides")
@allow(Role.MINDER)
def overview() -> str:
    return _page()


@pages.post("/signs/slides")
@allow(Role.MINDER)
def add() -> ResponseReturnValue:
    try:
        kind = SlideKind(request.form.get("kind", ""))
    except ValueError:
        raise Refusal("malformed_request", fields="kind") from None
    try:
        slides.add(kind, request.form, _picture(), _screen(), access.actor())
    except Refusal as refusal:
        return _page(str(kind), refusal), refusals.status(refusal)
    return _done(_("The slide is on the screens."))


@pages.post("/signs/slides/<int:slide>")
@allow(Role.MINDER)
def change(slide: int) -> ResponseReturnValue:
    try:
        slides.change(slide, request.form, _picture(), _screen(), access.actor())
    except Refusal as refusal:
        if refusal.code == "slide_unknown":
            raise
        return _page(str(slide), refusal), refusals.status(refusal)
    return _done(_("Saved."))


@pages.post("/signs/slides/<int:slide>/move")
@allow(Role.MINDER)
def move(slide: int) -> ResponseReturnValue:
    slides.move(slide, -1 if request.form.get("way") == "earlier" else 1, access.actor())
    return _done("")


@pages.post("/signs/slides/<int:slide>/remove")
@allow(Role.MINDER)
def remove(slide: int) -> ResponseReturnValue:
    slides.remove(slide, access.actor())
    return _done(_("The slide is shown no more."))


def _done(said: str) -> ResponseReturnValue:
    this_hub().live.announce()
    if said:
        flash(said, "go")
    return redirect(url_for("slides.overview"))


def _screen() -> str | None:
    return request.form.get("screen") or None


def _picture() -> str:
    """The name of the picture that came with this form; empty without one. Raises Refusal as `photos.keep`."""
    file = request.files.get(PICTURE)
    if file is None or not file.filename:
        return ""
    folder = this_hub().folder
    name = photos.keep(folder, file.read(), SUBJECT, see_through=True)
    photos.sweep(folder, {*slides.pictures_in_use(), name}, SUBJECT)
    return name


def _field_of(refusal: Refusal, kind: SlideKind) -> str:
    """The field that a refusal is about; empty when it is about none of them."""
    if refusal.code.startswith("photo_"):
        return PICTURE
    if refusal.code == "slide_empty":
        return PICTURE if kind == SlideKind.LOGO else slides.FACTS[kind][0]
    return str(refusal.details.get("field", "")) or _FIELDS.get(refusal.code, "")


def _wrong(tried: str, refusal: Refusal) -> dict[str, str]:
    """What is said at which field of the tried form."""
    kind = next((slide.kind for slide in slides.listed() if str(slide.id) == tried), None)
    return {_field_of(refusal, kind or SlideKind(tried)): refusals.sentence(refusal)}


def _page(tried: str = "", refusal: Refusal | None = None) -> str:
    return render_template(
        "signage/signs_slides.html",
        slides=slides.listed(),
        kinds=slide_words.KINDS,
        screens=screen_choice.paired(),
        small=photos.small,
        qr=_qr,
        longest=slides.LONGEST,
        tried=tried,
        wrong=_wrong(tried, refusal) if refusal else {},
        typed=request.form,
    )


def _qr(slide: Shown) -> str:
    return qr_picture(slides.wifi_code(slide.facts))
