"""The QR on the kiosk's screen that opens the form on one's own phone."""

from typing import Literal

from flask import Blueprint, request, url_for
from pydantic import BaseModel

from hub.access import Role, allow
from hub.api import Request, operation
from hub.box import this_hub
from hub.entry_pages import qr_picture, reachable
from kiosk.selfservice import phone_links

api = Blueprint("self_registration_api", __name__)


class PhoneLinkRequest(Request):
    """In which language the form is to open."""

    language: Literal["ru", "kk", "uz", "ky", "en"] = "ru"


class PhoneLinkReply(BaseModel):
    """An address, its QR as an image's address (SVG), and after how many seconds to ask for the next."""

    address: str
    picture: str
    renew_s: int


@api.get("/api/kiosk/phone-link")
@allow(Role.KIOSK)
@operation("Where one's own phone finds the walk-in form", query=PhoneLinkRequest, reply=PhoneLinkReply)
def phone_link(query: PhoneLinkRequest) -> PhoneLinkReply:
    token = phone_links.new_token(this_hub().secret_key)
    path = url_for("self_registration.form", token=token, lang=query.language)
    address = f"{request.scheme}://{reachable(request.host)[0]}{path}"
    return PhoneLinkReply(address=address, picture=qr_picture(address), renew_s=phone_links.RENEW_S)
