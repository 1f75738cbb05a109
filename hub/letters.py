"""How many letters a text has, and what is said where that is too many."""

from flask_babel import gettext as _


def tidy(text: str) -> str:
    """A text as it is kept: single spaces, nothing that a database refuses."""
    return " ".join(text.replace("\0", "").split())


def too_long(text: str, most: int) -> str:
    """What to say at a field whose tidy text has more than `most` letters, in the reader's language; "" if it fits."""
    if len(text) <= most:
        return ""
    return str(_("At most %(most)s letters, and here are %(count)s. Please shorten it.", most=most, count=len(text)))
