"""Letting people in: by PIN, throttled; by a one-time link that the hub shows as a QR."""

import secrets
import threading
from dataclasses import dataclass, field

from itsdangerous import BadSignature, URLSafeSerializer
from limits import RateLimitItem, RateLimitItemPerHour, RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import MovingWindowRateLimiter

from hub import audit, clock, devices, pins
from hub.access import Actor, Role
from hub.database import write, writes
from hub.errors import Refusal
from hub.models import Device, Seminar, SignInLink

LINK_LIVES_MS = 15 * 60_000
NAME_LENGTH = 60

# Five PINs of six digits: 60 wrong guesses an hour from all strangers together find one in 0.03 % of hours.
STRANGERS = (RateLimitItemPerMinute(15), RateLimitItemPerHour(60))
KNOWN_BROWSER = (RateLimitItemPerMinute(5), RateLimitItemPerHour(20))
# With a PIN of one's own one could become a new known browser after every fifth guess at the organiser's.
KNOWN_TOGETHER = RateLimitItemPerHour(120)


@dataclass
class Throttle:
    """Counts wrong PINs only, so that thirty people behind one address may sign in within a minute.

    A browser that has signed in before has an allowance of its own: a guesser at the same address cannot
    lock it out. All strangers share one allowance whatever address they come from, since a guesser on the LAN
    can take as many addresses as it likes; a person locked out by one uses a one-time link instead.
    """

    limiter: MovingWindowRateLimiter = field(default_factory=lambda: MovingWindowRateLimiter(MemoryStorage()))
    turn: threading.Lock = field(default_factory=threading.Lock)

    def allows(self, browser: str | None) -> bool:
        return all(self.limiter.test(limit, whose) for limit, whose in _limits(browser))

    def count(self, browser: str | None) -> None:
        for limit, whose in _limits(browser):
            self.limiter.hit(limit, whose)


class Signer:
    """Signs the cookie by which a browser that was in before is known again."""

    def __init__(self, secret_key: bytes) -> None:
        self._signer = URLSafeSerializer(secret_key, salt="known-browser")

    def dumps(self, device_id: str) -> str:
        return str(self._signer.dumps(device_id))

    def read(self, cookie: str) -> str | None:
        """The device id in a cookie of ours, else None."""
        try:
            return str(self._signer.loads(cookie))
        except BadSignature:
            return None


def _limits(browser: str | None) -> list[tuple[RateLimitItem, str]]:
    """Each allowance that a wrong PIN uses up, and whose it is."""
    if not browser:
        return [(limit, "strangers") for limit in STRANGERS]
    return [*((limit, browser) for limit in KNOWN_BROWSER), (KNOWN_TOGETHER, "all known")]


def by_pin(pin: str, name: str, address: str, browser: str | None, throttle: Throttle, secret_key: bytes) -> Device:
    """Sign a person in. `browser` is the id of a device that this browser once was, if any.

    Raises Refusal `name_required`, `too_many_attempts` or `wrong_pin`.
    """
    who = written_name(name)
    if not who:
        raise Refusal("name_required")
    with throttle.turn:  # one at a time, or a hundred guesses at once would all pass the test
        if not throttle.allows(browser):
            raise Refusal("too_many_attempts")
        role = pins.role_of(pin.strip(), secret_key, Seminar.get().pin_generation)
        if role is None:
            throttle.count(browser)
            write(lambda: audit.record(None, "sign_in_refused", who, address=address))
            raise Refusal("wrong_pin")
    return _let_in(role, who, address)


def _let_in(role: Role, name: str, address: str) -> Device:
    def job() -> Device:
        device = devices.admit(role, name, address)
        audit.record(Actor(device.id, role, name, "", address), "signed_in")
        return device

    return write(job)


@writes
def offer_link(role: Role, by: Actor | None) -> str:
    """The secret part of a one-time sign-in link."""
    token = secrets.token_urlsafe(16)
    now = clock.now()
    SignInLink.create(token_hash=devices.digest(token), role=role, created_at=now, expires_at=now + LINK_LIVES_MS)
    audit.record(by, "link_offered", role)
    return token


def link_role(token: str) -> Role:
    """For whom a link still opens. Raises Refusal `link_spent`."""
    link = SignInLink.get_or_none(SignInLink.token_hash == devices.digest(token))
    if link is None or link.used_at is not None or link.expires_at < clock.now():
        raise Refusal("link_spent")
    return Role(link.role)


@writes
def by_link(token: str, name: str, address: str) -> Device:
    """Sign a person in once. Raises Refusal `name_required` or `link_spent`."""
    who = written_name(name)
    if not who:
        raise Refusal("name_required")
    role = link_role(token)
    spent = SignInLink.update(used_at=clock.now()).where(
        SignInLink.token_hash == devices.digest(token), SignInLink.used_at.is_null()
    )
    if not spent.execute():
        raise Refusal("link_spent")
    return _let_in(role, who, address)


@writes
def give_token(role: Role, name: str) -> str:
    """A bearer token for a program, asked for at the command line; it is shown once."""
    audit.record(None, "token_issued", name, role=str(role))
    return devices.issue_token(role, name)


@writes
def leave(who: Actor) -> str:
    """Sign out; returns the device that may come in no more."""
    device = who.device or ""
    if devices.revoke(device):
        audit.record(who, "signed_out")
    return device


def written_name(typed: str) -> str:
    """A name as it is kept: no more than 60 letters, single spaces."""
    return " ".join(typed.replace("\0", "").split())[:NAME_LENGTH]


@writes
def shut_out(device_id: str, by: Actor) -> str:
    """A device may come in no more; returns its name. Raises Refusal `not_found`."""
    device = Device.get_or_none(Device.id == device_id)
    if device is None:
        raise Refusal("not_found")
    if devices.revoke(device_id):
        audit.record(by, "device_revoked", device.name, address=device.address)
    return str(device.name)
