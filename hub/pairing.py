"""Letting in browsers without a keyboard: one asks and shows a short code, a person lets that code in.

A code is for eyes across a hall and opens nothing by itself. What the browser comes in by is a secret that it alone
holds, kept here as a hash.
"""

import secrets
import threading
import uuid
from dataclasses import dataclass, field

from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from hub import audit, clock, devices
from hub.access import DEVICES, Actor, Role
from hub.database import write, writes
from hub.errors import Refusal
from hub.models import Device, Pairing
from hub.signin import NAME_LENGTH

# Of the tickets' letters those that nobody takes for another from the last row (no 8 beside B, no 6 beside G, no J with
# neither I nor 1 to compare it to) and that stand on the line, about as wide as the rest, so that four of them can be
# as large as the screen allows (no W, no Q).
ALPHABET = "ABCDEFGHKMNPRTX234579"
CODE_LENGTH = 4
LIVES_MS = 15 * 60_000
# The reply that lets a browser in may be lost on the way: for so long it may be asked for again.
CLAIM_AGAIN_MS = 60_000
MOST_WAITING = 60
MOST_OF_ADDRESS = 20

# A screen asks once in 15 minutes; twenty behind one address, each opened a few times, stay below this.
ASKING = (RateLimitItemPerMinute(30), RateLimitItemPerHour(240))

# What a person types for these letters with a Russian layout.
_CYRILLIC = str.maketrans("АВСЕНКМРТХ", "ABCEHKMPTX")


@dataclass(frozen=True, slots=True)
class Asked:
    """The code for people and the secret for the browser."""

    code: str
    secret: str


@dataclass
class Gate:
    """Counts who asks, so that no address can fill the list."""

    limiter: MovingWindowRateLimiter = field(default_factory=lambda: MovingWindowRateLimiter(MemoryStorage()))
    turn: threading.Lock = field(default_factory=threading.Lock)

    def pass_by(self, address: str) -> None:
        """Count one who asks. Raises Refusal `too_many_asking`."""
        limits: tuple[RateLimitItem, ...] = ASKING
        with self.turn:
            if not all(self.limiter.test(limit, address) for limit in limits):
                raise Refusal("too_many_asking")
            for limit in limits:
                self.limiter.hit(limit, address)


def ask(role: Role, address: str, gate: Gate) -> Asked:
    """A browser wants to become a device of this role. Raises Refusal `too_many_asking`.

    Raises ValueError for the role of a person: no code on a screen may ever lead to one.
    """
    if role not in DEVICES:
        raise ValueError(role)
    gate.pass_by(address)
    secret = secrets.token_urlsafe(24)
    return Asked(write(lambda: _wait(role, address, secret)), secret)


def _wait(role: Role, address: str, secret: str) -> str:
    now = clock.now()
    _forget_old(now)
    here = waiting()
    if len(here) >= MOST_WAITING or sum(one.address == address for one in here) >= MOST_OF_ADDRESS:
        raise Refusal("too_many_asking")
    taken = {one.code for one in Pairing.select(Pairing.code)}
    code = _draw()
    while code in taken:
        code = _draw()
    Pairing.create(
        id=str(uuid.uuid4()),
        code=code,
        role=role,
        secret_hash=devices.digest(secret),
        address=address,
        created_at=now,
        expires_at=now + LIVES_MS,
    )
    return code


def _draw() -> str:
    return "".join(secrets.choice(ALPHABET) for _ in range(CODE_LENGTH))


def _forget_old(now: int) -> None:
    """Drop what has expired; a device that never came for its place is shut out with it."""
    old = list(Pairing.select().where(Pairing.expires_at <= now))
    for one in old:
        if one.device is not None and one.claimed_at is None:
            devices.revoke(one.device.id)
        one.delete_instance()


def waiting(role: Role | None = None) -> list[Pairing]:
    """Who waits to be let in, the longest first."""
    query = Pairing.select().where(Pairing.device.is_null(), Pairing.expires_at > clock.now())
    if role is not None:
        query = query.where(Pairing.role == role)
    return list(query.order_by(Pairing.created_at, Pairing.id))


def find(code: str) -> Pairing:
    """Who shows this code, whatever layout it was typed in. Raises Refusal `pairing_unknown` or `pairing_expired`."""
    found: Pairing | None = Pairing.get_or_none(Pairing.code == meant(code))
    if found is None:
        raise Refusal("pairing_unknown")
    if found.expires_at <= clock.now():
        raise Refusal("pairing_expired")
    return found


def meant(code: str) -> str:
    """The code as it is kept: capitals, Latin, without spaces."""
    return "".join(code.split()).upper().translate(_CYRILLIC)[: 2 * CODE_LENGTH]


@writes
def let_in(code: str, name: str, by: Actor) -> Device:
    """The browser that shows this code becomes a device of this name. A repeat answers the device that it became.

    Raises Refusal `pairing_unknown`, `pairing_expired`, `device_name_required` or `device_name_too_long`.
    """
    pairing = find(code)
    if pairing.device is not None:
        return pairing.device
    called = demand_name(name)
    device = devices.admit(pairing.role, called, pairing.address)
    pairing.device = device
    pairing.expires_at = clock.now() + LIVES_MS
    pairing.save()
    audit.record(by, "device_paired", called, role=pairing.role, address=pairing.address)
    return device


def demand_name(given: str) -> str:
    """A screen's name as it is kept. Raises Refusal `device_name_required` or `device_name_too_long`."""
    name = " ".join(given.replace("\0", "").split())
    if not name:
        raise Refusal("device_name_required")
    if len(name) > NAME_LENGTH:
        raise Refusal("device_name_too_long", most=NAME_LENGTH)
    return name


def waits(secret: str) -> Pairing | None:
    """The place in the queue of the browser with this secret; None when it has none any more."""
    found: Pairing | None = Pairing.get_or_none(Pairing.secret_hash == devices.digest(secret))
    return found if found is not None and found.device is None and found.expires_at > clock.now() else None


@writes
def withdraw(secret: str) -> None:
    """The browser with this secret no longer wants what it asked for."""
    Pairing.delete().where(Pairing.secret_hash == devices.digest(secret), Pairing.device.is_null()).execute()


def claim(secret: str) -> Device | None:
    """The device that the browser with this secret has become, if somebody has let it in.

    A secret is good once; for a minute it answers the same again, since the first reply may have been lost.
    """
    hashed = devices.digest(secret)
    # Asked every two seconds by every screen that waits: only who has been let in costs a write.
    known = Pairing.get_or_none(Pairing.secret_hash == hashed, Pairing.device.is_null(False))
    return None if known is None else _claim(hashed)


@writes
def _claim(hashed: str) -> Device | None:
    now = clock.now()
    mine = Pairing.get_or_none(Pairing.secret_hash == hashed, Pairing.expires_at > now)
    device: Device | None = mine.device if mine else None
    if mine is None or device is None or device.revoked_at is not None:
        return None
    if mine.claimed_at is None:
        mine.claimed_at = now
        mine.save()
    return device if now - mine.claimed_at <= CLAIM_AGAIN_MS else None
