"""Layouts of badges by their pages: a list with pictures, and one to arrange a badge on."""

from flask import Blueprint, Response, flash, jsonify, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access, logo
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.refusals import sentence, status
from kiosk.models import Printer
from kiosk.paper.layouts import layout_files, layout_form, layout_words, logo_picture, previews
from kiosk.paper.layouts.layout import Kind
from kiosk.paper.layouts.layout_form import Draft
from kiosk.paper.layouts.surface import surface
from kiosk.paper.papers import PAPERS

pages = Blueprint("layouts", __name__)
LOGO = "logo_file"


@pages.get("/badges/layouts")
@allow(Role.ORGANISER)
def overview() -> str:
    return _list()


@pages.get("/badges/layouts/preview.png")
@allow(Role.ORGANISER)
def preview() -> Response:
    """One badge of a kept layout: `name`, `paper`, `who`."""
    found = layout_files.find(this_hub().folder, request.args.get("name", ""))
    paper = previews.paper_sheet(request.args.get("paper", ""))
    return Response(previews.picture(found.layout, paper, request.args.get("who", "")), mimetype="image/png")


@pages.get("/badges/layouts/edit")
@allow(Role.ORGANISER)
def edit() -> str:
    """A layout of one's own, or a new one that begins as one of the box."""
    found = layout_files.find(this_hub().folder, request.args.get("name", ""))
    paper = previews.paper_sheet(request.args.get("paper", "")).paper.code
    shape = surface(previews.paper_sheet(paper)).shape
    values = {**layout_form.flat(found.layout.of(shape)), "paper": paper}
    own = "" if found.shipped else found.name
    draft = Draft(shape, found.layout, {**values, "name": own, "old": own}, found.layout)
    return _editor(draft, layout_words.damage(found))


@pages.post("/badges/layouts/edit")
@allow(Role.ORGANISER)
def save() -> ResponseReturnValue:
    """Save, or show the same draft on another paper."""
    draft = layout_form.read(request.form)
    if draft.layout is None:
        return _editor(draft), 422
    if request.form.get("action") == "show":
        return _editor(_on_paper(draft))
    try:
        name = _keep(draft)
    except Refusal as refusal:
        return _editor(draft, name_wrong=sentence(refusal)), status(refusal)
    this_hub().live.announce()
    flash(_("Saved: %(name)s", name=name), "go")
    return redirect(url_for("layouts.overview"))


@pages.post("/badges/layouts/draft")
@allow(Role.ORGANISER)
def draft() -> ResponseReturnValue:
    """How an unsaved form would print: {"pictures": {who: address}, "areas", "problems": [text], "wrong": [field]}.

    `areas` are those of the longest name's badge: {element: [x, y, width, height] in percent}.
    """
    read = layout_form.read(request.form)
    if read.layout is None:
        return jsonify(pictures={}, areas={}, problems=[], wrong=sorted(read.wrong))
    made = previews.previews(read.layout, previews.paper_sheet(read.values.get("paper", "")))
    said = [layout_words.problem(found) for found in previews.together(made)]
    pictures = {one.who: one.address for one in made}
    return jsonify(pictures=pictures, areas=_areas(made), problems=said, wrong=[])


@pages.post("/badges/layouts/remove")
@allow(Role.ORGANISER)
def remove() -> ResponseReturnValue:
    layout_files.remove(this_hub().folder, request.form.get("name", ""), access.actor())
    this_hub().live.announce()
    return _done(_("The layout is gone."))


@pages.post("/badges/layouts/copy")
@allow(Role.ORGANISER)
def copy() -> ResponseReturnValue:
    """A layout of the same look under a free name."""
    name = request.form.get("name", "")
    found = layout_files.find(this_hub().folder, name)
    if found.wrong:
        raise Refusal("layout_unknown")
    free = layout_files.free_name(this_hub().folder, layout_words.title(found.name), layout_words.titles())
    kept = layout_files.keep(this_hub().folder, free, found.layout, access.actor(), new=True)
    return redirect(url_for("layouts.edit", name=kept))


@pages.post("/badges/layouts/logo")
@allow(Role.ORGANISER)
def keep_logo() -> ResponseReturnValue:
    sent = request.files.get(LOGO)
    content = sent.read() if sent else b""
    if not content:
        return _list(_("Choose a file first.")), 422
    try:
        logo.keep(this_hub().folder, content, access.actor())
    except Refusal as refusal:
        return _list(layout_words.logo_refused(refusal)), status(refusal)
    return _done(_("The logo stands on every badge now, and on paper signs."))


@pages.post("/badges/layouts/logo/remove")
@allow(Role.ORGANISER)
def remove_logo() -> ResponseReturnValue:
    logo.remove(this_hub().folder, access.actor())
    return _done(_("Badges are without a logo now."))


def _keep(draft: Draft) -> str:
    """Write the form's layout under its name, and move what it was called before."""
    folder, by = this_hub().folder, access.actor()
    old, wanted = draft.values.get("old", ""), draft.values.get("name", "")
    assert draft.layout is not None, "a draft that is not right is never kept"
    if wanted.strip() != old and layout_words.is_title(wanted):
        raise Refusal("layout_name_shipped")
    if not old:
        return layout_files.keep(folder, wanted, draft.layout, by, new=True)
    name = layout_files.rename(folder, old, wanted, by)
    return layout_files.keep(folder, name, draft.layout, by, new=False)


def _on_paper(draft: Draft) -> Draft:
    """The same draft with the fields of the arrangement that its paper asks for."""
    assert draft.layout is not None, "a draft that is not right stays as it was typed"
    shape = surface(previews.paper_sheet(draft.values.get("paper", ""))).shape
    kept = {name: draft.values.get(name, "") for name in ("paper", "name", "old")}
    return Draft(shape, draft.layout, {**layout_form.flat(draft.layout.of(shape)), **kept}, draft.layout)


def _areas(made: list[previews.Preview]) -> dict[Kind, tuple[float, float, float, float]]:
    return next((one.areas for one in made if one.who == "longest"), {})


def _list(wrong: str = "") -> str:
    folder = this_hub().folder
    printers = list(Printer.select().where(~Printer.removed).order_by(Printer.name))
    return render_template(
        "kiosk/layout_list.html",
        layouts=layout_files.everything(folder),
        lost=[layout_files.find(folder, one.layout) for one in printers],
        printers=printers,
        words=layout_words,
        logo=logo_picture.address(logo.current(folder)),
        wrong=wrong,
    )


def _editor(draft: Draft, damage: str = "", name_wrong: str = "") -> str:
    paper = previews.paper_sheet(draft.values.get("paper", ""))
    ground = surface(paper)
    made = previews.previews(draft.layout or draft.base, paper)
    return render_template(
        "kiosk/layout_edit.html",
        draft=draft,
        values=draft.values,
        paper=paper.paper.code,
        papers=PAPERS,
        ground=ground,
        dots_per_mm=previews.DPI / 25.4,
        models=layout_form.MODELS,
        words=layout_words,
        previews=made,
        areas=_areas(made),
        problems=[layout_words.problem(found) for found in previews.together(made)],
        damage=damage,
        name_wrong=name_wrong,
        base=(draft.layout or draft.base).model_dump_json(exclude_none=True),
    )


def _done(said: str) -> ResponseReturnValue:
    flash(said, "go")
    return redirect(url_for("layouts.overview"))
