"""Addresses that are told of each change of the timer: a lamp, a recorder, another program."""

import secrets
from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, AnyUrl, TypeAdapter, UrlConstraints, ValidationError

from hub import audit, steady
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from hub.prepared import PreparedRecord, given
from speaker_timer.models import Webhook

MOST = 20
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
def took(hook_id: int, seq: int) -> None:
    """The address has taken the state `seq`."""
    Webhook.update(told_seq=seq, tried_at=steady.now(), trouble="").where(Webhook.id == hook_id).execute()


@writes
def failed(hook_id: int, trouble: str) -> None:
    """The address has not taken it, and why: a code of PostTrouble, with the status after a colon."""
    Webhook.update(tried_at=steady.now(), trouble=trouble).where(Webhook.id == hook_id).execute()
