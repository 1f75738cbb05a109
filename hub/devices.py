"""Browsers and programs that were let in: by PIN, by one-time link, by bearer token."""

import hashlib
import secrets
import uuid

from flask import session

from hub import clock
from hub.database import writes
from hub.models import Device
from hub.prepared import PreparedRecord, given

# A device's "seen" time is for people; saving it at every request would make each read a write.
SEEN_EVERY_MS = 60_000
_BY_TOKEN = PreparedRecord(Device, lambda: Device.select().where(Device.token_hash == given("hash")))
_BY_ID = PreparedRecord(Device, lambda: Device.select().where(Device.id == given("id")))


def digest(token: str) -> str:
    """Tokens are 128+ random bits, so a plain hash is enough; only the hash is stored."""
    return hashlib.sha256(token.encode()).hexdigest()


@writes
def admit(role: str, name: str, address: str, token: str | None = None) -> Device:
    """A new device row for a browser (no token) or a program (with the token it will show)."""
    now = clock.now()
    return Device.create(
        id=str(uuid.uuid4()),
        role=role,
        name=name,
        address=address,
        token_hash=digest(token) if token else None,
        created_at=now,
        seen_at=now,
    )


def issue_token(role: str, name: str) -> str:
    """A bearer token for the API; it is shown once and never again."""
    token = secrets.token_urlsafe(24)
    admit(role, name, "", token)
    return token


def by_token(token: str) -> Device | None:
    return _alive(_BY_TOKEN.find(hash=digest(token)))


def of_session() -> Device | None:
    """The device of this browser's signed cookie."""
    known = session.get("device")
    return _alive(_BY_ID.find(id=known)) if isinstance(known, str) else None


def is_in(device_id: str | None) -> bool:
    """May this device come in still?"""
    device = _BY_ID.find(id=device_id)
    return device is not None and device.revoked_at is None


def _alive(device: Device | None) -> Device | None:
    if device is None or device.revoked_at is not None:
        return None
    if clock.now() - device.seen_at > SEEN_EVERY_MS:
        _seen(device.id)
    return device


@writes
def _seen(device_id: str) -> None:
    Device.update(seen_at=clock.now()).where(Device.id == device_id).execute()


@writes
def revoke(device_id: str) -> bool:
    """Shut a device out at once. False when it was already out or never in."""
    query = Device.update(revoked_at=clock.now()).where(Device.id == device_id, Device.revoked_at.is_null())
    return bool(query.execute())


@writes
def sit_at(device_id: str, station: str) -> None:
    """Remember which desk this device works at."""
    Device.update(station=station).where(Device.id == device_id).execute()


def everybody() -> list[Device]:
    """All devices that may come in, the newest first."""
    return list(Device.select().where(Device.revoked_at.is_null()).order_by(Device.created_at.desc()))
