"""Who gets which room on this very badge: an element without content gives its own away, neighbours share theirs."""

from collections.abc import Callable, Collection, Mapping

from kiosk.paper.badge_text import Block
from kiosk.paper.layouts.layout import Arrangement, Element, Kind, Picture, Text
from kiosk.paper.layouts.surface import Room, Surface

# Those who stand closely together and read as one; mm within which their places count as touching.
_TOGETHER: tuple[tuple[Kind, Kind], ...] = (("first_name", "surname"), ("company", "position"))
_TOUCHING_MM = 2.5
# What the upper of two gets of their room where they cannot agree by themselves, the likeliest first.
_SHARES = (0.5, 0.6, 0.4, 0.7, 0.3)


def rooms(arrangement: Arrangement, surface: Surface, empty: Collection[Kind]) -> dict[Kind, Room]:
    """The room of each element that has content, with what it inherits from those that have none."""
    elements = arrangement.elements()
    own = {kind: surface.room(element, arrangement.margin) for kind, element in elements.items()}
    given = {kind: own[kind] for kind in elements if kind not in empty}
    for kind in elements:
        heir = _heir(kind, elements, empty) if kind in empty else None
        if heir is not None:
            given[heir] = given[heir].with_(own[kind])
    return given


def _heir(kind: Kind, elements: Mapping[Kind, Element], empty: Collection[Kind]) -> Kind | None:
    """Who gets an empty element's room; one that is empty itself hands it on."""
    seen: set[Kind] = set()
    at: Kind | None = kind
    while at is not None and at not in seen:
        seen.add(at)
        element = elements.get(at)
        if element is None:
            return None
        if at not in empty:
            return at if at != kind else None
        at = element.gives_to if isinstance(element, Picture) else None
    return None


def share(
    given: dict[Kind, Room], arrangement: Arrangement, surface: Surface, fitted: Callable[[Kind, Room], Block]
) -> None:
    """Let a long surname use what a short first name leaves, and the other way round; what both leave is for those
    below them. Changes `given`.
    """
    for upper, lower in _TOGETHER:
        _grow(upper if upper in given else lower, given, arrangement, fitted)
        if upper in given and lower in given and _touch(given[upper], given[lower], surface.dots(_TOUCHING_MM)):
            stands = (_stand(arrangement, upper), _stand(arrangement, lower))
            given[upper], given[lower] = _shared(given[upper], given[lower], stands, fitted, (upper, lower))


def _grow(kind: Kind, given: dict[Kind, Room], arrangement: Arrangement, fitted: Callable[[Kind, Room], Block]) -> None:
    """Let a text at the foot of its place reach up to the letters of the name above it. Changes `given`."""
    name: Kind | None = "surname" if "surname" in given else "first_name" if "first_name" in given else None
    room = given.get(kind)
    if name is None or room is None or kind in _TOGETHER[0] or _stand(arrangement, kind) != "bottom":
        return
    above = given[name]
    gap = room.top - above.bottom
    if gap < 0 or _stand(arrangement, name) != "top" or not above.left <= room.left < room.right <= above.right:
        return
    letters = above.top + fitted(name, above).height
    between = Room(room.left, letters + 1, room.right, room.top)
    tops = [other.bottom for one, other in given.items() if one not in (name, kind) and other.overlaps(between)]
    given[kind] = Room(room.left, min(room.top, max([letters, *tops]) + gap), room.right, room.bottom)


def _touch(upper: Room, lower: Room, near: int) -> bool:
    same_sides = upper.left == lower.left and upper.right == lower.right
    return same_sides and 0 <= lower.top - upper.bottom <= near


def _stand(arrangement: Arrangement, kind: Kind) -> str:
    element = getattr(arrangement, kind)
    return element.stand if isinstance(element, Text) else "middle"


def _shared(
    upper: Room, lower: Room, stands: tuple[str, str], fitted: Callable[[Kind, Room], Block], kinds: tuple[Kind, Kind]
) -> tuple[Room, Room]:
    gap = lower.top - upper.bottom
    whole = Room(upper.left, upper.top, upper.right, lower.bottom)
    above, below = _agreed(whole, whole.height - gap, fitted(kinds[1], lower).height, fitted, kinds)
    spare = max(0, whole.height - gap - above - below)
    # The two keep together: what is over goes above, below or around them.
    over = spare if stands[1] == "bottom" else 0 if stands[0] == "top" else spare // 2
    edge = min(whole.top + above + over, whole.bottom - gap - 1)
    return Room(upper.left, upper.top, upper.right, edge), Room(lower.left, edge + gap, lower.right, lower.bottom)


def _agreed(
    whole: Room, free: int, wanted: int, fitted: Callable[[Kind, Room], Block], kinds: tuple[Kind, Kind]
) -> tuple[int, int]:
    """The heights of two texts in `free` dots. The lower one first wants `wanted`, and the upper one what that leaves;
    where one of them would be shortened so, both come closer to their halves.
    """

    def tried(most: int) -> tuple[Block, Block]:
        above = fitted(kinds[0], _high(whole, most))
        return above, fitted(kinds[1], _high(whole, free - above.height))

    first = tried(free - wanted)
    if any(block.shortened for block in first):
        others = (tried(int(free * share)) for share in _SHARES)
        first = next((pair for pair in others if not any(block.shortened for block in pair)), first)
    return first[0].height, first[1].height


def _high(room: Room, height: int) -> Room:
    return Room(room.left, room.top, room.right, room.top + max(1, height))
