"""How many letters a text may have, and what is said where it has more."""

from hub import refusals
from hub.errors import Refusal


def tidy(text: str) -> str:
    """A text as it is kept: single spaces, nothing that a database refuses."""
    return " ".join(text.replace("\0", "").split())


def demand(text: str, most: int) -> str:
    """The text as it is kept. Raises Refusal `text_too_long`: nothing of what a person wrote is cut off in silence."""
    kept = tidy(text)
    if len(kept) > most:
        raise Refusal("text_too_long", most=most, count=len(kept))
    return kept


def wrong(text: str, most: int) -> str:
    """What to say at the field of a text that is too long, in the reader's language; "" if it fits."""
    try:
        demand(text, most)
    except Refusal as refusal:
        return refusals.sentence(refusal)
    return ""
