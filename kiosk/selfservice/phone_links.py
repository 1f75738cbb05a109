"""The address behind the kiosk's QR: signed, and good for a quarter of an hour.

Who sees it stands before the kiosk: so the form needs no PIN, and a photo of the QR opens nothing tomorrow.
"""

from itsdangerous import BadData, URLSafeSerializer

from hub import clock
from hub.errors import Refusal

MINUTE_MS = 60_000
OPENS_MIN = 15
# Who has opened the form has time to fill it in.
SENDS_MIN = 60
RENEW_S = 5 * 60


def new_token(secret_key: bytes) -> str:
    """A token for an address, good from now on."""
    # The hub's clock never goes behind what it saved; itsdangerous' own timestamps would take the machine's.
    # Minutes, so that the address is short and its QR coarse.
    return str(_signer(secret_key).dumps(clock.now() // MINUTE_MS))


def check(token: str, secret_key: bytes, lives_min: int) -> None:
    """Raises Refusal `phone_link_over` unless the token is ours and not older than `lives_min` minutes."""
    try:
        made = _signer(secret_key).loads(token)
    except BadData as error:
        raise Refusal("phone_link_over") from error
    if not isinstance(made, int) or not 0 <= clock.now() // MINUTE_MS - made <= lives_min:
        raise Refusal("phone_link_over")


def _signer(secret_key: bytes) -> URLSafeSerializer:
    return URLSafeSerializer(secret_key, salt="phone-form")
