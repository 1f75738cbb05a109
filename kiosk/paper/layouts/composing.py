"""A badge put together: every element that has content, in its room, as the layout wants it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from math import ceil
from pathlib import Path

from kiosk.paper.badge_text import Block, Style, fit
from kiosk.paper.layouts.layout import LEGIBLE_MM, Arrangement, Kind, Layout, Name, Picture, Text
from kiosk.paper.layouts.logo_dots import logo_dots
from kiosk.paper.layouts.pieces import Bar, Piece, Words, put
from kiosk.paper.layouts.rooms import rooms, share
from kiosk.paper.layouts.surface import Room, Surface, surface
from kiosk.paper.papers import Sheet
from kiosk.qr_codes import MODULES, qr_image

X_HEIGHT = 0.536  # of Noto Sans, in ems
_PLATE_PADDING = 0.18  # of a plate's height, above and below its letters; up to twice that at its sides
_STROKE_MM = 0.25
_WRITTEN_ON: tuple[Kind, ...] = ("first_name", "surname", "company")
_NAMES: tuple[Kind, ...] = ("first_name", "surname", "company", "position")


@dataclass(frozen=True, slots=True)
class Content:
    """What a badge says: texts by element; `code` in its QR; the file of the logo."""

    texts: Mapping[Kind, str]
    code: str = ""
    logo: Path | None = None

    def has(self, kind: Kind) -> bool:
        """Is there anything of this element?"""
        if kind in ("qr", "logo"):
            return bool(self.code) if kind == "qr" else self.logo is not None
        return kind == "rule" or bool(self.texts.get(kind, "").strip())

    @property
    def blank(self) -> bool:
        """Is it for somebody whose name will be written on it?"""
        return not any(self.has(kind) for kind in _NAMES)


@dataclass(frozen=True, slots=True)
class Composition:
    """The pieces of a badge on its surface."""

    surface: Surface
    inside: Room
    pieces: tuple[Piece, ...]

    def areas(self) -> dict[Kind, tuple[float, float, float, float]]:
        """What each piece may fill, or fills: x, y, width and height in percent of the badge inside its margins."""
        found = {piece.kind: piece.room if isinstance(piece, Words) else piece.ink for piece in self.pieces}
        found |= {piece.kind: piece.plate for piece in self.pieces if isinstance(piece, Words) and piece.plate}
        return {kind: self._share(room) for kind, room in found.items()}

    def _share(self, room: Room) -> tuple[float, float, float, float]:
        across, down = 100 / self.inside.width, 100 / self.inside.height
        left, top = room.left - self.inside.left, room.top - self.inside.top
        x, y, width, height = left * across, top * down, room.width * across, room.height * down
        return round(x, 2), round(y, 2), round(width, 2), round(height, 2)


def compose(content: Content, sheet: Sheet, layout: Layout) -> Composition:
    """Put a badge together, in the dots of its sheet."""
    ground = surface(sheet)
    arrangement = layout.of(ground.shape)
    content = _by_the_only_name(content, arrangement)
    pieces = _blank(content, arrangement, ground) if content.blank else _filled(content, arrangement, ground)
    return Composition(ground, ground.inside(arrangement.margin), tuple(pieces))


def legible_em(mm: float, ground: Surface) -> int:
    """The dots an em must have for an x-height of so many mm."""
    return ceil(mm / 25.4 * ground.dpi / X_HEIGHT)


def _by_the_only_name(content: Content, arrangement: Arrangement) -> Content:
    """Somebody of one name is called by it: it stands where a first name does, as large."""
    if arrangement.first_name is None or content.has("first_name") or not content.has("surname"):
        return content
    return replace(content, texts={**content.texts, "first_name": content.texts["surname"], "surname": ""})


def _filled(content: Content, arrangement: Arrangement, ground: Surface) -> list[Piece]:
    empty = {kind for kind in arrangement.elements() if not content.has(kind)}
    given, arrangement = _settled(content, arrangement, ground, empty)
    found = (_piece(kind, room, content, arrangement, ground) for kind, room in given.items())
    return [piece for piece in found if piece is not None]


def _settled(
    content: Content, arrangement: Arrangement, ground: Surface, empty: set[Kind]
) -> tuple[dict[Kind, Room], Arrangement]:
    """Who stands where. A first name that must be small keeps the surname from being larger than itself."""

    def fitted(kind: Kind, room: Room) -> Block:
        return _fitted(content.texts.get(kind, ""), kind, room, arrangement, ground)

    given = rooms(arrangement, ground, empty)
    share(given, arrangement, ground, fitted)
    first, surname = arrangement.first_name, arrangement.surname
    if first is None or surname is None or not {"first_name", "surname"} <= given.keys():
        return given, arrangement
    size = fitted("first_name", given["first_name"]).face.size
    if first.largest < surname.largest or fitted("surname", given["surname"]).face.size <= size:
        return given, arrangement
    percent = max(2, size * 100 / ground.inside(arrangement.margin).height)
    arrangement = arrangement.model_copy(update={"surname": surname.model_copy(update={"largest": percent})})
    given = rooms(arrangement, ground, empty)
    share(given, arrangement, ground, fitted)
    return given, arrangement


def _blank(content: Content, arrangement: Arrangement, ground: Surface) -> list[Piece]:
    """What stands on everybody's badge, and lines to write the rest on."""
    pieces: list[Piece] = []
    for kind, element in arrangement.elements().items():
        room = ground.room(element, arrangement.margin)
        if kind in _WRITTEN_ON:
            stroke = ground.dots(_STROKE_MM)
            pieces.append(Bar(kind, Room(room.left, room.bottom - stroke, room.right, room.bottom)))
        elif content.has(kind) and (piece := _piece(kind, room, content, arrangement, ground)):
            pieces.append(piece)
    return pieces


def _piece(kind: Kind, room: Room, content: Content, arrangement: Arrangement, ground: Surface) -> Piece | None:
    element = getattr(arrangement, kind)
    if isinstance(element, Text):
        return _words(kind, room, content.texts[kind], arrangement, ground)
    if kind == "qr":
        module = max(1, min(room.width, room.height) // MODULES)
        return put(kind, qr_image(content.code, module, 0), room, element.align, element.stand)
    if isinstance(element, Picture):
        dots = logo_dots(content.logo, room.width, room.height) if content.logo else None
        return put(kind, dots, room, element.align, element.stand) if dots else None
    stroke = max(ground.dots(_STROKE_MM), room.height)
    return Bar(kind, Room(room.left, room.top, room.right, room.top + stroke))


def _words(kind: Kind, room: Room, text: str, arrangement: Arrangement, ground: Surface) -> Words:
    element: Text = getattr(arrangement, kind)
    if kind != "ribbon":
        block = _fitted(text, kind, room, arrangement, ground)
        return Words(kind, _high_enough(room, block), block, element.align, element.stand)
    above = round(room.height * _PLATE_PADDING)
    beside = min(2 * above, room.width // 16)
    inner = Room(room.left + beside, room.top + above, room.right - beside, room.bottom - above)
    block = _fitted(text, kind, inner, arrangement, ground)
    return Words(kind, inner, block, element.align, element.stand, plate=room)


def _high_enough(room: Room, block: Block) -> Room:
    """A place too low for letters that can be read gets what it lacks, as far up as it must."""
    return Room(room.left, min(room.top, room.bottom - block.height), room.right, room.bottom)


def _fitted(text: str, kind: Kind, room: Room, arrangement: Arrangement, ground: Surface) -> Block:
    """As large as the layout wants it; but what would be shortened is set smaller first, as far as it can be read."""
    element: Text = getattr(arrangement, kind)
    wanted, least = legible_em(element.legible, ground), legible_em(LEGIBLE_MM, ground)
    largest = max(wanted, round(ground.inside(arrangement.margin).height * element.largest / 100))
    block = fit(text, Style(element.weight, largest, wanted, element.lines), room.width, room.height)
    if not block.shortened or wanted <= least or isinstance(element, Name):
        return block
    return fit(text, Style(element.weight, largest, least, element.lines), room.width, room.height)
