"""PINs, one for each role. Derived from the seminar's secret key, so that the hub can print them
again at every start and yet stores none; a new generation makes all old ones void.
"""

import hashlib
import hmac

from hub.access import STAFF, Role

DIGITS = 6


def pins(secret_key: bytes, generation: int) -> dict[Role, str]:
    """All roles' PINs, each different."""
    found: dict[Role, str] = {}
    for role in STAFF:
        found[role] = next(pin for pin in _candidates(secret_key, generation, role) if pin not in found.values())
    return found


def _candidates(secret_key: bytes, generation: int, role: Role) -> "list[str]":
    """A handful of PINs for a role in a fixed order; the later ones serve only if an earlier one is taken."""
    return [
        str(int.from_bytes(_mac(secret_key, f"pin:{generation}:{role}:{n}")[:8]) % 10**DIGITS).zfill(DIGITS)
        for n in range(2 * len(STAFF))
    ]


def _mac(key: bytes, text: str) -> bytes:
    return hmac.new(key, text.encode(), hashlib.sha256).digest()


def role_of(pin: str, secret_key: bytes, generation: int) -> Role | None:
    """Whose PIN this is, compared in constant time."""
    right = [
        role for role, own in pins(secret_key, generation).items() if hmac.compare_digest(own.encode(), pin.encode())
    ]
    return right[0] if right else None
