"""File names that say whose file it is, on any system."""

import unicodedata

_FORBIDDEN = frozenset('<>:"/\\|?*')
_LONGEST_BYTES = 180  # most file systems allow 255; a copy's number and the extension need some


def safe_name(text: str) -> str:
    """Return the text as the name of a file, without its extension: readable, in one folder, never hidden."""
    composed = unicodedata.normalize("NFC", text)
    allowed = "".join(" " if letter in _FORBIDDEN or not letter.isprintable() else letter for letter in composed)
    name = " ".join(allowed.split()).strip(". ")
    return name.encode()[:_LONGEST_BYTES].decode(errors="ignore").strip(". ") or "-"
