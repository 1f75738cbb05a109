"""What screens show in turn with the way: partners' logos, a hashtag, words, the Wi-Fi with its QR."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from hub import audit, clock
from hub.access import Actor
from hub.database import writes
from hub.errors import Refusal
from signage import screen_choice
from signage.models import Slide

LONGEST = 120
LONGEST_SSID_BYTES = 32
PASSWORD_LENGTHS = range(8, 64)  # of WPA; an open network has none
MOST_SLIDES = 40
# What the format of Wi-Fi codes gives a meaning to.
_ESCAPED = {ord(sign): f"\\{sign}" for sign in '\\;,:"'}


class SlideKind(StrEnum):
    """What a slide shows."""

    LOGO = "logo"
    HASHTAG = "hashtag"
    TEXT = "text"
    WIFI = "wifi"


# The facts of each kind; the first must not be empty (of a logo: the picture must be there).
FACTS: Mapping[SlideKind, tuple[str, ...]] = {
    SlideKind.LOGO: ("name",),
    SlideKind.HASHTAG: ("tag",),
    SlideKind.TEXT: ("head", "text"),
    SlideKind.WIFI: ("ssid", "password"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A slide as screens take it. `facts`: by the names of FACTS; `image`: a picture's name in signs/, or empty."""

    id: int
    kind: SlideKind
    facts: dict[str, str]
    image: str
    screen: str | None


def listed() -> list[Shown]:
    """Every slide in its order."""
    return [_shown(row) for row in _rows()]


def of_screen(slides: Iterable[Shown], device: str) -> list[Shown]:
    """Of these the slides that one screen shows, in their order."""
    return [slide for slide in slides if slide.screen in {None, device}]


def wifi_code(facts: Mapping[str, str]) -> str:
    """What phones read from the QR to join a network: WIFI:T:WPA;S:name;P:password;;"""
    name, password = (facts.get(fact, "").translate(_ESCAPED) for fact in ("ssid", "password"))
    return f"WIFI:T:WPA;S:{name};P:{password};;" if password else f"WIFI:T:nopass;S:{name};;"


@writes
def add(kind: SlideKind, facts: Mapping[str, str], image: str, screen: str | None, by: Actor) -> Shown:
    """A slide after all others, on one screen or (None) on all.

    Raises Refusal `slide_empty`, `slide_too_long` (with its `field`), `wifi_name_too_long`, `wifi_password_length`,
    `screen_unknown`, `too_many_slides`.
    """
    rows = _rows()
    if len(rows) >= MOST_SLIDES:
        raise Refusal("too_many_slides", limit=MOST_SLIDES)
    content = _demand(kind, facts, image)
    position = rows[-1].position + 1 if rows else 1
    where = screen_choice.demand(screen)
    row = Slide.create(kind=kind, content=json.dumps(content), image=image, screen=where, position=position)
    audit.record(by, "slide_added", _title(content))
    return _shown(row)


@writes
def change(number: int, facts: Mapping[str, str], image: str, screen: str | None, by: Actor) -> None:
    """Other facts, another picture (empty: the one it has), another place. Raises as `add`, and `slide_unknown`."""
    row = _row(number)
    picture = image or row.image
    content = _demand(SlideKind(row.kind), facts, picture)
    where = screen_choice.demand(screen)
    before = json.loads(row.content)
    Slide.update(content=json.dumps(content), image=picture, screen=where).where(Slide.id == number).execute()
    audit.record(by, "slide_changed", _title(content), before=_told(before), after=_told(content))


@writes
def move(number: int, step: int, by: Actor) -> None:
    """One place earlier (-1) or later (1). Raises Refusal `slide_unknown`."""
    moved = _row(number)
    others = [row for row in _rows() if row.id != number]
    at = max(0, sum(row.position < moved.position for row in others) + step)
    for position, row in enumerate([*others[:at], moved, *others[at:]], start=1):
        Slide.update(position=position).where(Slide.id == row.id).execute()
    audit.record(by, "slide_moved", _title(json.loads(moved.content)))


@writes
def remove(number: int, by: Actor) -> None:
    """Show a slide no more. Raises Refusal `slide_unknown`."""
    row = _row(number)
    Slide.update(removed_at=clock.now()).where(Slide.id == number).execute()
    audit.record(by, "slide_removed", _title(json.loads(row.content)))


def pictures_in_use() -> set[str]:
    """The names of the pictures that slides show."""
    return {slide.image for slide in listed() if slide.image}


def _demand(kind: SlideKind, facts: Mapping[str, str], image: str) -> dict[str, str]:
    content = {name: " ".join(facts.get(name, "").split()) for name in FACTS[kind]}
    if kind == SlideKind.WIFI:
        content["password"] = facts.get("password", "").strip("\r\n")  # spaces count
        _demand_joinable(content)
    if not (image if kind == SlideKind.LOGO else content[FACTS[kind][0]]):
        raise Refusal("slide_empty")
    for name, words in content.items():
        if len(words) > LONGEST:
            raise Refusal("slide_too_long", most=LONGEST, field=name)
    return content


def _demand_joinable(content: Mapping[str, str]) -> None:
    if len(content["ssid"].encode()) > LONGEST_SSID_BYTES:
        raise Refusal("wifi_name_too_long")
    if content["password"] and len(content["password"]) not in PASSWORD_LENGTHS:
        raise Refusal("wifi_password_length")


def _rows() -> list[Slide]:
    return list(Slide.select().where(Slide.removed_at.is_null()).order_by(Slide.position, Slide.id))


def _row(number: int) -> Slide:
    found: Slide | None = Slide.get_or_none(Slide.id == number, Slide.removed_at.is_null())
    if found is None:
        raise Refusal("slide_unknown")
    return found


def _shown(row: Slide) -> Shown:
    return Shown(row.id, SlideKind(row.kind), json.loads(row.content), row.image, row.__data__["screen"])


def _title(content: Mapping[str, str]) -> str:
    return next(iter(content.values()))


def _told(content: Mapping[str, str]) -> dict[str, str]:
    """For the audit log, which is no place for a password."""
    return {name: value for name, value in content.items() if name != "password"}
