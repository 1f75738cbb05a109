"""The organiser's page of the ways in: PINs, one-time QR links, the devices that are in."""

import base64
import io

import qrcode
from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from qrcode.image.svg import SvgPathFillImage

from hub import access, addresses, device_list, devices, pairing_words, pins, seminar, signin
from hub.access import Role, allow
from hub.box import this_hub
from hub.errors import Refusal

pages = Blueprint("entry", __name__)

_HERE_ONLY = ("localhost", "127.", "[::1]", "::1")


@pages.get("/setup/entry")
@allow(Role.ORGANISER)
def ways_in() -> str:
    return list_ways_in()


def list_ways_in(refused: object = None) -> str:
    """The page; `refused` as in hub/device_parts.html. For the organiser alone: the PINs stand on it."""
    return render_template(
        "hub/setup_entry.html",
        pins=pins.pins(this_hub().secret_key, seminar.current().pin_generation),
        waiting=pairing_words.waiting(),
        devices=device_list.look(devices.everybody(), this_hub().live),
        own=access.actor().device,
        refused=refused,
    )


@pages.post("/setup/pins")
@allow(Role.ORGANISER)
def renew_pins() -> ResponseReturnValue:
    seminar.renew_pins(access.actor())
    flash(_("The PINs are new. Those who are in stay in."), "go")
    return redirect(url_for("entry.ways_in"))


@pages.post("/setup/links")
@allow(Role.ORGANISER)
def offer_link() -> str:
    """A one-time QR. The page is the reply itself: only the hash of the secret is kept, so it cannot be shown again."""
    wanted = request.form.get("role", "")
    if wanted not in set(access.STAFF):
        raise Refusal("malformed_request", fields="role")
    hosts = reachable(request.host)
    host = request.form.get("address", "")
    host = host if host in hosts else hosts[0]
    token = signin.offer_link(Role(wanted), access.actor())
    address = f"{request.scheme}://{host}{url_for('hub.link', token=token)}"
    return render_template(
        "hub/setup_link.html",
        role=Role(wanted),
        address=address,
        host=host,
        hosts=hosts,
        only_here=is_here_only(host),
        picture=qr_picture(address),
        lives_s=signin.LINK_LIVES_MS // 1000,
    )


def reachable(host: str) -> list[str]:
    """By what `host[:port]` a phone finds the hub that this browser knows as `host`, the likeliest first.

    A browser on the box itself says «localhost», which means nothing to a phone. A hub that listens on this machine
    alone has no other address: then it is that one, see `is_here_only`.
    """
    if not is_here_only(host):
        return [host]
    port = host.rpartition(":")[2] if ":" in host.rpartition("]")[2] else ""
    found = [name for name in addresses.of(this_hub().settings.host) if not is_here_only(name)]
    return [f"{name}:{port}" if port else name for name in found] or [host]


def is_here_only(host: str) -> bool:
    """Does this `host[:port]` lead nowhere but to the machine that asks?"""
    return host.startswith(_HERE_ONLY)


def qr_picture(text: str) -> str:
    """A QR as an image's address (SVG, black on white with its quiet zone)."""
    code = qrcode.QRCode(border=4, image_factory=SvgPathFillImage)
    code.add_data(text)
    drawn = io.BytesIO()
    code.make_image().save(drawn)
    return "data:image/svg+xml;base64," + base64.b64encode(drawn.getvalue()).decode()
