"""Theses as people list them."""

import re

_BULLET = re.compile(r"^(?:[-–—•*·▪●]|\d{1,2}[.)])\s*")


def listed(text: str, between: str = "\n;") -> list[str]:
    """The theses of a text, without their bullets and numbers. `between`: the signs that part them."""
    parts = re.split(f"[{between}]", text.replace("\r\n", "\n").replace("\r", "\n"))
    return [thesis for part in parts if (thesis := " ".join(_BULLET.sub("", part.strip()).split()))]


def kept(text: str, between: str = "\n;") -> str:
    """As the programme keeps them: one on a line."""
    return "\n".join(listed(text, between))
