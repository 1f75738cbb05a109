"""A way to the desk for tests, and photos as phones take them."""

import io
from typing import Any

from PIL import Image

from hub.access import Actor, Role
from signage import route
from signage.arrows import Arrow
from signage.models import RoutePoint
from signage.route import Means

OLGA = Actor(None, Role.ORGANISER, "Ольга Ёлкина-Берёзкина", "", "127.0.0.1")
TIMUR = Actor(None, Role.MINDER, "Тимур Цой", "", "127.0.0.1")
_ORIENTATION, _GPS = 0x0112, 0x8825


def add(place: str, arrow: Arrow = Arrow.UP, **facts: Any) -> RoutePoint:
    """A point with a paper sign, drawn by Ольга."""
    return route.add(OLGA, place=place, arrow=arrow, **{"means": Means.PAPER, **facts})


def places() -> list[str]:
    """The names along the way."""
    return [one.place for one in route.points()]


def shot(width: int = 400, height: int = 300, colour: str = "#884422", turned: bool = False) -> bytes:
    """A JPEG with a place on the globe in it; `turned`: held upright, as its EXIF says."""
    exif = Image.Exif()
    exif[_GPS] = {1: "N", 2: (43.0, 14.0, 0.0)}
    if turned:
        exif[_ORIENTATION] = 6
    file = io.BytesIO()
    Image.new("RGB", (width, height), colour).save(file, "JPEG", exif=exif)
    return file.getvalue()
