"""E-mail addresses as people write them."""

import re
from dataclasses import dataclass
from functools import lru_cache

from email_validator import EmailNotValidError, validate_email

_BETWEEN = re.compile(r"[,;\s|<>()]+")
_MAILTO = re.compile(r"^mailto:", re.IGNORECASE)


@dataclass(frozen=True)
class Emails:
    """What a cell says of e-mail. `address` is the first valid one, lower-case, or ""; `others` the rest."""

    raw: str
    address: str
    others: tuple[str, ...] = ()

    @property
    def valid(self) -> bool:
        return bool(self.address)


def parse_email(raw: str) -> Emails:
    """Read every address in `raw`; nothing is asked of the network, and nothing is rejected."""
    pieces = (_MAILTO.sub("", piece).strip(".'\"") for piece in _BETWEEN.split(raw) if "@" in piece)
    found = dict.fromkeys(address for piece in pieces if (address := _address(piece)))
    first, *others = [*found] or [""]
    return Emails(raw.strip(), first, tuple(others))


@lru_cache(maxsize=1024)
def _address(text: str) -> str:
    """The address normalised, lower-case throughout: no mail service at hand tells capitals apart."""
    try:
        return validate_email(text, check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        return ""
