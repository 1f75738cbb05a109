"""Speakers' links: the page that a link opens, and the host's links as JSON."""

from flask import Blueprint, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from pydantic import BaseModel

from hub import access, sessions
from hub.access import Role, allow, public
from hub.api import Request, operation
from hub.box import this_hub
from hub.entry_pages import qr_picture, reachable
from hub.i18n import iso
from hub.pairing_pages import GUEST
from speaker_timer import watch_links

pages = Blueprint("watch", __name__)
api = Blueprint("watch_api", __name__)

DISPLAY = "/timer/display"


class OfferRequest(Request):
    """Whom the link is for."""

    name: str


class LinkReply(BaseModel):
    """A link that opens, and how many phones came in by it."""

    id: str
    name: str
    created_at: str | None
    phones: int


class LinksReply(BaseModel):
    """All links that open, the newest first."""

    links: list[LinkReply]


class OfferedReply(LinksReply):
    """The new link's address and its QR (an image's address), shown this once, and all links."""

    address: str
    picture: str


class ClosedReply(LinksReply):
    """How many phones were shut out, and the links that are left."""

    shut_out: int


@pages.get("/timer/watch/<token>")
@public
def watch(token: str) -> ResponseReturnValue:
    """A page that comes in by itself: a messenger that only looks at the link makes no phone of itself."""
    if access.visitor() is not None:
        return redirect(DISPLAY)
    watch_links.demand_open(token)
    return render_template("speaker_timer/watch.html", token=token)


@pages.post("/timer/watch/<token>")
@public
def come_in(token: str) -> ResponseReturnValue:
    """Let a speaker's phone in. Whoever is in already, the host that tries the link above all, stays who they are."""
    if access.visitor() is None:
        sessions.begin(watch_links.come_in(token, request.remote_addr or ""))
        session[GUEST] = True
    return redirect(DISPLAY)


@api.get("/api/timer/watch-links")
@allow(Role.HOST)
@operation("Links by which speakers watch their time", reply=LinksReply)
def links() -> LinksReply:
    return LinksReply(links=_links())


@api.post("/api/timer/watch-links")
@allow(Role.HOST)
@operation("Make a link by which speakers watch their time", body=OfferRequest, reply=OfferedReply)
def offer(body: OfferRequest) -> OfferedReply:
    token = watch_links.offer(body.name, access.actor())
    address = f"{request.scheme}://{reachable(request.host)[0]}{url_for('watch.watch', token=token)}"
    return OfferedReply(address=address, picture=qr_picture(address), links=_links())


@api.post("/api/timer/watch-links/<link>/revoke")
@allow(Role.HOST)
@operation("Close a link and shut out the phones that came in by it", reply=ClosedReply, refusals=(404,))
def revoke(link: str) -> ClosedReply:
    phones = watch_links.revoke(link, access.actor())
    for phone in phones:
        this_hub().live.hang_up(phone)
    return ClosedReply(shut_out=len(phones), links=_links())


def _links() -> list[LinkReply]:
    return [
        LinkReply(id=link.id, name=link.name, created_at=iso(link.created_at), phones=link.phones)
        for link in watch_links.everybody()
    ]
