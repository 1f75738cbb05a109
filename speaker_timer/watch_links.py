"""Links by which speakers watch their time on their own phones, and can do nothing else."""

import secrets
from dataclasses import dataclass

from peewee import JOIN, fn

from hub import audit, clock, devices, letters
from hub.access import Actor, Role
from hub.database import rows, writes
from hub.errors import Refusal
from hub.models import Device
from hub.signin import NAME_LENGTH
from speaker_timer.displays import View
from speaker_timer.models import Display, WatchLink

# A link that went round the whole hall must not fill the box with phones.
MOST_PHONES = 60


@dataclass(frozen=True, slots=True)
class Link:
    """A link that opens: its id (the hash of its secret), for whom, since when (ms), how many phones came in by it."""

    id: str
    name: str
    created_at: int
    phones: int


@writes
def offer(name: str, by: Actor) -> str:
    """The secret part of a new link, shown once. Raises Refusal `watch_name_required` or `text_too_long`."""
    who = letters.demand(name, NAME_LENGTH)
    if not who:
        raise Refusal("watch_name_required")
    token = secrets.token_urlsafe(16)
    WatchLink.create(token_hash=devices.digest(token), name=who, created_at=clock.now())
    audit.record(by, "watch_link_offered", who)
    return token


def everybody() -> list[Link]:
    """All links that open, the newest first."""
    alive = (Device.id == Display.device) & Device.revoked_at.is_null()
    query = (
        WatchLink.select(WatchLink.token_hash, WatchLink.name, WatchLink.created_at, fn.COUNT(Device.id))
        .left_outer_join(Display, on=(Display.link == WatchLink.token_hash))
        .join(Device, JOIN.LEFT_OUTER, on=alive)
        .where(WatchLink.revoked_at.is_null())
        .group_by(WatchLink.token_hash, WatchLink.name, WatchLink.created_at)
        .order_by(WatchLink.created_at.desc(), WatchLink.token_hash)
    )
    return [Link(*line) for line in rows(query)]


def demand_open(token: str) -> WatchLink:
    """The link of this secret. Raises Refusal `link_closed` or `too_many_phones`."""
    link: WatchLink | None = WatchLink.get_or_none(
        WatchLink.token_hash == devices.digest(token), WatchLink.revoked_at.is_null()
    )
    if link is None:
        raise Refusal("link_closed")
    if len(_phones(link.token_hash)) >= MOST_PHONES:
        raise Refusal("too_many_phones")
    return link


@writes
def come_in(token: str, address: str) -> Device:
    """A phone comes in by a link. Raises Refusal `link_closed` or `too_many_phones`."""
    link = demand_open(token)
    device = devices.admit(Role.DISPLAY, link.name, address)
    Display.create(device=device, view=View.WATCH, link=link)
    audit.record(Actor(device.id, Role.DISPLAY, link.name, "", address), "watch_link_opened", link.name)
    return device


@writes
def revoke(link_id: str, by: Actor) -> list[str]:
    """Close a link; returns the devices that came in by it, now shut out. Raises Refusal `not_found`."""
    link = WatchLink.get_or_none(WatchLink.token_hash == link_id)
    if link is None:
        raise Refusal("not_found")
    phones = _phones(link_id)
    if link.revoked_at is None:
        link.revoked_at = clock.now()
        link.save()
        audit.record(by, "watch_link_closed", link.name)
    for phone in phones:
        devices.revoke(phone)
    return phones


def _phones(link_id: str) -> list[str]:
    """The devices that are in by a link."""
    query = Device.select(Device.id).join(Display, on=(Display.device == Device.id))
    return [phone for (phone,) in rows(query.where(Display.link == link_id, Device.revoked_at.is_null()))]
