"""A QR symbol as polygons, so that it prints sharp at any size. Pure."""

from functools import lru_cache
from itertools import groupby

import qrcode

from signage.arrows import Polygon
from signage.paper.marks import Room, Shape


def qr_shape(text: str, room: Room) -> Shape:
    """The symbol alone, filling the room; the white around it (four modules) is the caller's to keep free.

    A run of dark modules in a row is one rectangle.
    """
    rows = _modules(text)
    side = room.width / len(rows)
    bars: list[Polygon] = []
    for y, row in enumerate(rows):
        at = 0
        for dark, run in groupby(row):
            length = len(list(run))
            if dark:
                bars.append(_bar(room, side, at, y, length))
            at += length
    return Shape(tuple(bars))


def _bar(room: Room, side: float, x: int, y: int, length: int) -> Polygon:
    left, top = room.left + x * side, room.top + y * side
    right, bottom = left + length * side, top + side
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return tuple((round(x, 4), round(y, 4)) for x, y in corners)


@lru_cache(maxsize=4)
def _modules(text: str) -> list[list[bool]]:
    symbol = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_M, border=0)
    symbol.add_data(text)
    symbol.make()
    found: list[list[bool]] = symbol.get_matrix()
    return found
