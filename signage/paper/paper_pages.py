"""The page of the paper signs: choose, look, print."""

from io import BytesIO

from flask import Blueprint, Response, flash, redirect, render_template, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from hub import access, entry_pages, i18n, seminar
from hub import logo as organisers_logo
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal
from hub.models import Seminar
from hub.refusals import sentence, status
from signage import route
from signage.arrows import svg_path
from signage.paper import hanging, logo, order_words, pdf_wish, sheets, wording
from signage.paper.hall import hall_of
from signage.paper.order import LONGEST_HALL, Order, Wish, read
from signage.paper.pdf_wish import PdfWish
from signage.paper.preview import picture_address, svg

pages = Blueprint("paper", __name__)
ROUTE = "/route"
FILE = "logo_file"


@pages.get("/signs/paper")
@allow(Role.MINDER)
def overview() -> str:
    return _page()


@pages.get("/signs/paper.pdf")
@allow(Role.MINDER)
def file() -> Response:
    """The order of the page's address as one PDF."""
    facts = seminar.current()
    order = _order(_wish(facts), facts)
    main = order.languages[0]
    made = sheets.sheets(order, facts, this_hub().folder)
    content = pdf_wish.pdf(PdfWish(sheets=made, title=f"{_('Paper signs')} - {facts.title}", language=main))
    return send_file(BytesIO(content), "application/pdf", as_attachment=True, download_name=f"{_('Paper signs')}.pdf")


@pages.post("/signs/paper/logo")
@allow(Role.MINDER)
def keep_logo() -> ResponseReturnValue:
    """The form's file becomes the logo, at once on every sheet."""
    sent = request.files.get(FILE)
    content = sent.read() if sent else b""
    if not content:
        return _page(wrong=_("Choose a file first.")), 422
    try:
        organisers_logo.keep(this_hub().folder, content, access.actor())
    except Refusal as refusal:
        return _page(wrong=sentence(refusal)), status(refusal)
    flash(_("The logo stands on every sheet now."), "go")
    return _back()


@pages.post("/signs/paper/logo/remove")
@allow(Role.MINDER)
def remove_logo() -> ResponseReturnValue:
    organisers_logo.remove(this_hub().folder, access.actor())
    flash(_("The sheets are without a logo now."), "go")
    return _back()


def _back() -> ResponseReturnValue:
    """To the page as it was, with all that had been chosen."""
    return redirect(f"{url_for('paper.overview')}?{_asked()}")


def _asked() -> str:
    return request.query_string.decode("ascii", "ignore")


def _page(wrong: str = "") -> str:
    facts, folder = seminar.current(), this_hub().folder
    wish = _wish(facts)
    order = _order(wish, facts)
    points = route.points()
    made = sheets.sheets(order, facts, folder)
    found = logo.current(folder)
    return render_template(
        "signage/paper.html",
        order=order,
        points=list(enumerate(points, start=1)),
        ticked={point.id for _number, point in hanging.chosen(order, points)},
        of_point=wording.of_point,
        pictures=[svg(sheet) for sheet in made],
        names=[sheet.name for sheet in made],
        unprintable=sheets.unprintable(made),
        here_only=entry_pages.is_here_only(order.address.partition("//")[2]),
        logo=picture_address(found.file) if found else None,
        wrong=wrong,
        longest_hall=LONGEST_HALL,
        asked=_asked(),
        words=order_words,
        arrow_path=svg_path,
        languages=i18n.LANGUAGES,
    )


def _wish(facts: Seminar) -> Wish:
    return read(request.args.to_dict(flat=False), facts.language)


def _order(wish: Wish, facts: Seminar) -> Order:
    host = entry_pages.reachable(request.host)[0]
    return wish.order(hall_of(facts.place), f"{request.scheme}://{host}{ROUTE}")
