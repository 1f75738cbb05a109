"""The white strip at the foot of a sign: the organiser's logo, the seminar, and the way on one's phone. Pure."""

from collections.abc import Generator, Iterator
from dataclasses import dataclass

from signage.paper.illustrations import Illustration
from signage.paper.marks import GREY, Mark, Picture, Room
from signage.paper.papers import Paper
from signage.paper.qr_shape import qr_shape
from signage.paper.text_fit import Style, balanced, fit

LOGO_WIDTH = 52
CAPTION_WIDTH = 44
BESIDE = 6
_TITLE = Style(700, 4)
_WHEN = Style(400, 2.8, colour=GREY)
_CAPTION = Style(400, 2.8)
_SPOT = Style(600, 2.4)
_SPOT_SHARE = 0.25


@dataclass(frozen=True, slots=True)
class Imprint:
    """What sheets of an order share: the paper, the seminar's title and day, the logo, the route's address."""

    paper: Paper
    title: str
    when: str
    caption: str
    address: str
    logo: Illustration | None = None
    spot: str = ""  # where this one sheet belongs


def foot(imprint: Imprint, room: Room, *, with_way: bool = True) -> Iterator[Mark]:
    """The strip's marks; without the way where everybody has arrived already."""
    left, right = room.left, room.right
    if imprint.logo:
        logo = imprint.logo.inside(Room(left, room.top, LOGO_WIDTH, room.height))
        narrow = Room(left, logo.room.top, logo.room.width, logo.room.height)
        yield Picture(narrow, logo.file)
        left = narrow.right + BESIDE
    if with_way and imprint.address:
        right = yield from _way(imprint, room)
    yield from _seminar(imprint, Room(left, room.top, right - left, room.height))


def _way(imprint: Imprint, room: Room) -> Generator[Mark, None, float]:
    symbol = Room(room.right - room.height, room.top, room.height, room.height)
    yield qr_shape(imprint.address, symbol)
    beside = Room(symbol.left - BESIDE - CAPTION_WIDTH, room.top, CAPTION_WIDTH, room.height)
    caption = balanced(imprint.caption, _CAPTION, beside.width, beside.height)
    yield from caption.marks(_middle(beside, caption.height), "right")
    return beside.left - BESIDE


def _seminar(imprint: Imprint, room: Room) -> Iterator[Mark]:
    spot = fit(imprint.spot, _SPOT, room.width, room.height * _SPOT_SHARE)
    high = room.height - spot.height
    title = fit(imprint.title, _TITLE, room.width, high * 0.62)
    when = fit(imprint.when, _WHEN, room.width, high - title.height)
    top = _middle(room, title.height + when.height + spot.height)
    yield from title.marks(top)
    yield from when.marks(Room(top.left, top.top + title.height, top.width, when.height))
    yield from spot.marks(Room(top.left, top.top + title.height + when.height, top.width, spot.height))


def _middle(room: Room, high: float) -> Room:
    return Room(room.left, room.top + (room.height - high) / 2, room.width, high)
