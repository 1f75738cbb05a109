"""Addresses that are told of each change of the timer: a lamp, a recorder, another program."""

import secrets
from dataclasses import dataclass
from typing import Annotated, NamedTuple
from urllib.parse import urlsplit

from pydantic import AfterValidator, AnyUrl, TypeAdapter, UrlConstraints, ValidationError

from hub import audit, steady
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from hub.prepared import PreparedRecord, given
from speaker_timer.models import Webhook

MOST = 20
CLAIM_MS = 5_000  # a message takes two seconds at most
LONGEST_URL = 500


def _for_machines(url: AnyUrl) -> AnyUrl:
    if url.username or url.password or url.fragment:
        raise ValueError("an address, without a name, a password or a mark in it")
    return url


_URL: TypeAdapter[AnyUrl] = TypeAdapter(
    Annotated[
        AnyUrl,
        UrlConstraints(max_length=LONGEST_URL, allowed_schemes=["http", "https"], host_required=True),
        AfterValidator(_for_machines),
    ]
)
_BY_ID = PreparedRecord(Webhook, lambda: Webhook.select().where(Webhook.id == given("id")))
_ALL = PreparedRecord(Webhook, lambda: Webhook.select().where(Webhook.removed_at.is_null()).order_by(Webhook.id))


class Sign(NamedTuple):
    """By what a state is told from the one before: its number, and the key of the card that is on."""

    seq: int
    card: str


@dataclass(frozen=True, slots=True)
class Added:
    """A new address, with its secret in plain text: this is the one time it is shown."""

    hook: Webhook
    secret: str


@writes
def add(url: str, by: Actor) -> Added:
    """Tell this address from now on. Raises Refusal `webhook_url_malformed`, `webhook_known`, `too_many_webhooks`."""
    known = everybody()
    address = normal(url)
    if any(hook.url == address for hook in known):
        raise Refusal("webhook_known")
    if len(known) >= MOST:
        raise Refusal("too_many_webhooks", most=MOST)
    secret = secrets.token_urlsafe(32)
    hook = Webhook.create(url=address, secret=secret, created_at=steady.now())
    audit.record(by, "webhook_added", shown(address))
    return Added(hook, secret)


def normal(url: str) -> str:
    """The address as machines write it. Raises Refusal `webhook_url_malformed`."""
    try:
        return str(_URL.validate_python(url.strip()))
    except ValidationError as error:
        raise Refusal("webhook_url_malformed") from error


def shown(url: str) -> str:
    """An address without its query, where other systems keep their passwords."""
    return urlsplit(url)._replace(query="").geturl()


def everybody() -> list[Webhook]:
    """Every address in use, the oldest first."""
    return list(_ALL.all())


def find(hook_id: int) -> Webhook:
    """An address in use. Raises Refusal `webhook_unknown`."""
    found: Webhook | None = _BY_ID.find(id=hook_id)
    if found is None or found.removed_at is not None:
        raise Refusal("webhook_unknown")
    return found


@writes
def remove(hook_id: int, by: Actor) -> None:
    """Tell this address no more. Raises Refusal `webhook_unknown`."""
    hook = find(hook_id)
    Webhook.update(removed_at=steady.now(), secret="").where(Webhook.id == hook_id).execute()
    audit.record(by, "webhook_removed", shown(hook.url))


@writes
def claim(hook_id: int) -> Sign | None:
    """Be the one courier of this address; what it was told last. None when another one is on its way to it.

    The claim ends with `took`, `failed` or `release`, or by itself, should the hub die meanwhile.
    """
    now = steady.now()
    # A moment too far ahead was noted before somebody set the clock.
    is_free = Webhook.taken_until.is_null() | (Webhook.taken_until < now) | (Webhook.taken_until > now + CLAIM_MS)
    mine = Webhook.update(taken_until=now + CLAIM_MS).where(
        Webhook.id == hook_id, Webhook.removed_at.is_null(), is_free
    )
    if not mine.execute():
        return None
    hook = find(hook_id)
    return Sign(hook.told_seq, hook.told_card)


@writes
def release(hook_id: int) -> None:
    """Nothing had to be told."""
    Webhook.update(taken_until=None).where(Webhook.id == hook_id).execute()


@writes
def took(hook_id: int, sign: Sign) -> None:
    """The address has taken this state."""
    told = {"told_seq": sign.seq, "told_card": sign.card, "trouble": ""}
    Webhook.update(told, tried_at=steady.now(), taken_until=None).where(Webhook.id == hook_id).execute()


@writes
def failed(hook_id: int, trouble: str) -> None:
    """The address has not taken it, and why: a code of PostTrouble, with the status after a colon."""
    Webhook.update(tried_at=steady.now(), trouble=trouble, taken_until=None).where(Webhook.id == hook_id).execute()
